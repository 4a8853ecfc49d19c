import { parentPort, workerData } from 'node:worker_threads'
import { compute, request } from './computations.ts'

/** The entry of a thread of its own: one computation, then it ends. */
const { data, error } = request.safeParse(workerData)
// Of a schema's own error nothing but its class would reach the other thread.
if (data === undefined) throw new TypeError(`no computation takes this: ${error.message}`)
const value = compute(data, (progress) => parentPort?.postMessage({ progress }))
parentPort?.postMessage({ value })
