import { availableParallelism } from 'node:os'
import { Worker } from 'node:worker_threads'
import { Cancelled } from '../../shared/domain/failure.ts'
import { createTurns } from '../turns.ts'
import {
  type ComputationInput,
  type ComputationName,
  type ComputationOutput,
  message,
  type OnProgress,
  schemas,
} from './computations.ts'

/** Does long computations in threads of their own, so that the program goes on answering meanwhile. */
export interface Computer {
  /** @throws Cancelled as soon as the signal fires; the thread is gone then */
  run<N extends ComputationName>(
    name: N,
    input: ComputationInput<N>,
    options: { readonly onProgress: OnProgress; readonly signal?: AbortSignal | undefined },
  ): Promise<ComputationOutput<N>>
}

function answerOf(worker: Worker, onProgress: OnProgress, signal: AbortSignal | undefined): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const leave = (): void => reject(new Cancelled())
    signal?.addEventListener('abort', leave, { once: true })
    worker.on('message', (said: unknown) => {
      try {
        const heard = message.parse(said)
        if ('progress' in heard) onProgress(heard.progress)
        else resolve(heard.value)
      } catch (error) {
        // Thrown in a listener, it would end the program.
        reject(error)
      }
    })
    worker.on('error', reject)
    // Nothing is left to come once it ends; a promise that is settled already stays as it is.
    worker.on('exit', (code) => {
      signal?.removeEventListener('abort', leave)
      reject(new Error(`a computation ended without an answer (${code})`))
    })
  })
}

/**
 * @param workerFile the built worker.js, or worker.ts where Node runs TypeScript
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
      const value = await inTurn(async () => {
        if (signal?.aborted === true) throw new Cancelled()
        const worker = new Worker(workerFile, { workerData: { name, input } })
        try {
          return await answerOf(worker, onProgress, signal)
        } finally {
          await worker.terminate()
        }
      }, signal)
      return schemas[name].output.parse(value)
    },
  }
}
