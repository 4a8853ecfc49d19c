import { z } from 'zod'
import { createTurns } from '../../turns.ts'
import { type Following, runStoppable } from '../../workers/stopping.ts'
import type { ReportJob, ReportRequest } from './job.ts'

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

/** @param workerFile the built worker.js */
export function createTypesetter(workerFile: string): Typesetter {
  const inTurn = createTurns(setAtOnce)
  return {
    async set(place, request, following) {
      const job = (stop: ReportJob['stop']): ReportJob => ({ name: 'report', ...place, stop, request })
      const page = await inTurn(() => runStoppable(workerFile, job, following), following.signal)
      return z.string().parse(page)
    },
  }
}
