import { ExpectedFailure } from '../../../shared/domain/failure.ts'
import type { JobStep } from '../../../shared/domain/job.ts'
import type { OnProgress } from '../../workers/thread.ts'

/** How a piece of long work is followed. */
export interface Following {
  readonly onProgress: OnProgress
  /** Told what is done from now on, where the work goes in steps. */
  readonly onStep: (step: JobStep) => void
  readonly signal: AbortSignal
}

/** How far a job is. */
export interface JobProgress {
  /** The share that is done, in [0, 1]; null when no job of that name is under way. */
  readonly progress: number | null
  readonly step?: JobStep
}

/** Long work under way, each piece with the name its caller gave it and how far it is. */
export interface Jobs {
  /**
   * @param job a name to ask for the progress by, and to cancel by; null when nobody will
   * @param signal of the caller, who may go away
   * @throws ExpectedFailure `bad-input` when a job of that name is under way; Cancelled when it was given up in time
   */
  follow<Result>(
    job: string | null,
    signal: AbortSignal | undefined,
    work: (following: Following) => Promise<Result>,
  ): Promise<Result>
  progress(job: string): JobProgress
  /** Asks a job to end; how it ended, whoever started it hears. False when none of that name is under way. */
  cancel(job: string): boolean
}

interface UnderWay {
  told: JobProgress
  readonly stop: AbortController
}

export function createJobs(): Jobs {
  const jobs = new Map<string, UnderWay>()
  return {
    async follow(job, signal, work) {
      if (job !== null && jobs.has(job)) {
        throw new ExpectedFailure(
          'bad-input',
          `A job named "${job}" is under way already. It goes on. Choose another name.`,
        )
      }
      const own: UnderWay = { told: { progress: 0 }, stop: new AbortController() }
      if (job !== null) jobs.set(job, own)
      const onProgress = (progress: number): void => {
        own.told = { ...own.told, progress }
      }
      const onStep = (step: JobStep): void => {
        own.told = { ...own.told, step }
      }
      const given = signal === undefined ? [] : [signal]
      try {
        return await work({ onProgress, onStep, signal: AbortSignal.any([own.stop.signal, ...given]) })
      } finally {
        if (job !== null) jobs.delete(job)
      }
    },
    progress: (job) => jobs.get(job)?.told ?? { progress: null },
    cancel(job) {
      const found = jobs.get(job)
      found?.stop.abort()
      return found !== undefined
    },
  }
}
