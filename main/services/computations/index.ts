import { ExpectedFailure } from '../../../shared/domain/failure.ts'
import type { ComputationInput, ComputationName, ComputationOutput } from '../../workers/computations.ts'
import type { Computer } from '../../workers/computer.ts'

/** Long computations under way, each with the name its caller gave it and how far it is. */
export interface Jobs {
  /**
   * @param job a name to ask for the progress by; null when nobody will
   * @throws ExpectedFailure `bad-input` when a job of that name is under way; Cancelled when the signal fires
   */
  run<N extends ComputationName>(
    name: N,
    input: ComputationInput<N>,
    job: string | null,
    signal: AbortSignal | undefined,
  ): Promise<ComputationOutput<N>>
  /** The share that is done, in [0, 1]; null when no job of that name is under way. */
  progress(job: string): number | null
}

export function createJobs(computer: Computer): Jobs {
  const shares = new Map<string, number>()
  return {
    async run(name, input, job, signal) {
      if (job !== null && shares.has(job)) {
        throw new ExpectedFailure(
          'bad-input',
          `A job named "${job}" is under way already. It goes on. Choose another name.`,
        )
      }
      const onProgress = (share: number): void => {
        if (job !== null) shares.set(job, share)
      }
      onProgress(0)
      try {
        return await computer.run(name, input, { onProgress, signal })
      } finally {
        if (job !== null) shares.delete(job)
      }
    },
    progress: (job) => shares.get(job) ?? null,
  }
}
