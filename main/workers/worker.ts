import { parentPort, workerData } from 'node:worker_threads'
import { compute, request } from './computations.ts'

/** The entry of a thread of its own: one computation, then it ends. */
const value = compute(request.parse(workerData), (progress) => parentPort?.postMessage({ progress }))
parentPort?.postMessage({ value })
