import { parentPort, workerData } from 'node:worker_threads'
import { z } from 'zod'
import { importJob } from './services/imports/job.ts'
import { compute, request } from './workers/computations.ts'
import { toldFailure } from './workers/thread.ts'

/** The entry of a thread of its own: one piece of work, then it ends. */
const { data, error } = z.union([importJob, request]).safeParse(workerData)
// Of a schema's own error nothing but its class would reach the other thread.
if (data === undefined) throw new TypeError(`no thread does this: ${error.message}`)
const onProgress = (progress: number): void => parentPort?.postMessage({ progress })

async function answer(work: NonNullable<typeof data>): Promise<unknown> {
  if (work.name !== 'import') return compute(work, onProgress)
  // Only here: a thread that computes is cut off at any moment, and must not have the database's addon in it.
  const { runImportJob } = await import('./services/imports/run-job.ts')
  return runImportJob(work, onProgress)
}

try {
  parentPort?.postMessage({ value: await answer(data) })
} catch (failure) {
  parentPort?.postMessage(toldFailure(failure))
}
