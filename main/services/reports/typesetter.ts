import { z } from 'zod'
import { createTurns } from '../../turns.ts'
import { type OnProgress, runThread } from '../../workers/thread.ts'
import type { ReportJob, ReportRequest } from './job.ts'

interface Following {
  readonly onProgress: OnProgress
  readonly signal: AbortSignal
}

/** Reads what a report is made of and sets its page, in a thread of its own: the program goes on answering. */
export interface Typesetter {
  /**
   * @returns the report as one HTML page
   * @throws ExpectedFailure as an assessment does; Cancelled when the signal came in time
   */
  set(
    place: Pick<ReportJob, 'workspaceFile' | 'resourcesFolder' | 'appVersion'>,
    request: ReportRequest,
    following: Following,
  ): Promise<string>
}

const setAtOnce = 2

/** @param workerFile the built worker.js, or worker.ts where Node runs TypeScript */
export function createTypesetter(workerFile: string): Typesetter {
  const inTurn = createTurns(setAtOnce)
  return {
    async set(place, request, { onProgress, signal }) {
      const stop = new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT)
      const job: ReportJob = { name: 'report', ...place, stop, request }
      const askToEnd = (): void => void Atomics.store(new Int32Array(stop), 0, 1)
      const page = await inTurn(() => runThread(workerFile, job, { onProgress, signal, askToEnd }), signal)
      return z.string().parse(page)
    },
  }
}
