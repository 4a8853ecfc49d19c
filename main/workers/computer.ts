import { availableParallelism } from 'node:os'
import { Cancelled } from '../../shared/domain/failure.ts'
import { createTurns } from '../turns.ts'
import {
  type ComputationInput,
  type ComputationName,
  type ComputationOutput,
  schemas,
} from './computations.ts'
import { type OnProgress, runThread } from './thread.ts'

/** Does long computations in threads of their own, so that the program goes on answering meanwhile. */
export interface Computer {
  /** @throws Cancelled as soon as the signal fires; the thread is gone then */
  run<N extends ComputationName>(
    name: N,
    input: ComputationInput<N>,
    options: { readonly onProgress: OnProgress; readonly signal?: AbortSignal | undefined },
  ): Promise<ComputationOutput<N>>
}

/**
 * @param workerFile the built worker.js
 * @param places how many computations run at once; one core stays free for the program
 */
export function createComputer(
  workerFile: string,
  places: number = Math.max(1, availableParallelism() - 1),
): Computer {
  const inTurn = createTurns(places)
  return {
    async run(name, input, { onProgress, signal }) {
      if (signal?.aborted === true) throw new Cancelled()
      const value = await inTurn(() => runThread(workerFile, { name, input }, { onProgress, signal }), signal)
      return schemas[name].output.parse(value)
    },
  }
}
