import { parentPort, workerData } from 'node:worker_threads'
import { z } from 'zod'
import { exportJob } from './services/exports/job.ts'
import { importJob, undoImportJob } from './services/imports/job.ts'
import { reportJob } from './services/reports/job.ts'
import { compute, request } from './workers/computations.ts'
import { toldFailure } from './workers/thread.ts'

/** The entry of a thread of its own: one piece of work, then it ends. */
const { data, error } = z
  .union([importJob, undoImportJob, exportJob, reportJob, request])
  .safeParse(workerData)
// Of a schema's own error nothing but its class would reach the other thread.
if (data === undefined) throw new TypeError(`no thread does this: ${error.message}`)
const onProgress = (progress: number): void => parentPort?.postMessage({ progress })

async function answer(work: NonNullable<typeof data>): Promise<unknown> {
  switch (work.name) {
    // Loaded only here: a thread that computes is cut off at any moment, and must not have the database's addon in it.
    case 'import': {
      const { runImportJob } = await import('./services/imports/run-job.ts')
      return runImportJob(work, onProgress)
    }
    case 'undo-import': {
      const { runUndoImportJob } = await import('./services/imports/run-job.ts')
      return runUndoImportJob(work, onProgress)
    }
    case 'export': {
      const { runExportJob } = await import('./services/exports/run-job.ts')
      return runExportJob(work, onProgress)
    }
    case 'report': {
      const { runReportJob } = await import('./services/reports/run-job.ts')
      return await runReportJob(work, onProgress)
    }
    case 'plan':
    case 'scaling-band':
      return compute(work, onProgress)
  }
}

try {
  parentPort?.postMessage({ value: await answer(data) })
} catch (failure) {
  parentPort?.postMessage(toldFailure(failure))
}
