import { ExpectedFailure } from '../../../shared/domain/failure.ts'
import type { OnProgress } from '../../workers/thread.ts'

/** How a piece of long work is followed. */
export interface Following {
  readonly onProgress: OnProgress
  readonly signal: AbortSignal
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
  /** The share that is done, in [0, 1]; null when no job of that name is under way. */
  progress(job: string): number | null
  /** Asks a job to end; how it ended, whoever started it hears. False when none of that name is under way. */
  cancel(job: string): boolean
}

interface UnderWay {
  share: number
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
      const own: UnderWay = { share: 0, stop: new AbortController() }
      if (job !== null) jobs.set(job, own)
      const onProgress = (share: number): void => {
        own.share = share
      }
      const given = signal === undefined ? [] : [signal]
      try {
        return await work({ onProgress, signal: AbortSignal.any([own.stop.signal, ...given]) })
      } finally {
        if (job !== null) jobs.delete(job)
      }
    },
    progress: (job) => jobs.get(job)?.share ?? null,
    cancel(job) {
      const found = jobs.get(job)
      found?.stop.abort()
      return found !== undefined
    },
  }
}
