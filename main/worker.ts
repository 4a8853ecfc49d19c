import { parentPort, workerData } from 'node:worker_threads'
import { z } from 'zod'
import { importJob, runImportJob, toldFailure } from './services/imports/importer.ts'
import { compute, request } from './workers/computations.ts'

/** The entry of a thread of its own: one piece of work, then it ends. */
const { data, error } = z.union([importJob, request]).safeParse(workerData)
// Of a schema's own error nothing but its class would reach the other thread.
if (data === undefined) throw new TypeError(`no thread does this: ${error.message}`)
const onProgress = (progress: number): void => parentPort?.postMessage({ progress })
try {
  const value = data.name === 'import' ? runImportJob(data, onProgress) : compute(data, onProgress)
  parentPort?.postMessage({ value })
} catch (failure) {
  parentPort?.postMessage(toldFailure(failure))
}
