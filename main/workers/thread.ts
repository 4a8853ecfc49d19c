import { Worker } from 'node:worker_threads'
import { z } from 'zod'
import { Cancelled, ExpectedFailure, failureCode } from '../../shared/domain/failure.ts'

/** Told the share of the work that is done, in [0, 1]. */
export type OnProgress = (share: number) => void

/** What a thread says: how far it is, what came out, or how it ended otherwise. */
export const message = z.union([
  z.object({ progress: z.number() }),
  z.object({
    failure: z.object({ code: failureCode, message: z.string(), details: z.unknown().optional() }),
  }),
  z.object({ cancelled: z.literal(true) }),
  z.object({ value: z.unknown() }),
])

interface Listening {
  readonly onProgress: OnProgress
  readonly signal: AbortSignal | undefined
  /** Has the thread end its work by itself; without it the thread is simply ended. */
  readonly askToEnd?: (() => void) | undefined
}

function answerOf(worker: Worker, { onProgress, signal, askToEnd }: Listening): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const leave = askToEnd ?? ((): void => reject(new Cancelled()))
    signal?.addEventListener('abort', leave, { once: true })
    worker.on('message', (said: unknown) => {
      try {
        const heard = message.parse(said)
        if ('progress' in heard) onProgress(heard.progress)
        else if ('failure' in heard) reject(toFailure(heard.failure))
        else if ('cancelled' in heard) reject(new Cancelled())
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
      reject(new Error(`a thread ended without an answer (${code})`))
    })
  })
}

function toFailure({ code, message: text, details }: { code: string; message: string; details?: unknown }) {
  return new ExpectedFailure(failureCode.parse(code), text, details === undefined ? {} : { details })
}

/**
 * Has a thread of its own do the work.
 * @param workerFile the built worker.js, or worker.ts where Node runs TypeScript
 * @returns what the thread answered, not parsed yet
 * @throws ExpectedFailure that the thread told of; Cancelled when the signal fires; Error when it broke
 */
export async function runThread(
  workerFile: string,
  workerData: unknown,
  listening: Listening,
): Promise<unknown> {
  if (listening.signal?.aborted === true) throw new Cancelled()
  const worker = new Worker(workerFile, { workerData })
  try {
    return await answerOf(worker, listening)
  } finally {
    await worker.terminate()
  }
}
