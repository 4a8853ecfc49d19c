import { Worker } from 'node:worker_threads'
import { z } from 'zod'
import { Cancelled, ExpectedFailure, failureCode } from '../../shared/domain/failure.ts'

/** Told the share of the work that is done, in [0, 1]. */
export type OnProgress = (share: number) => void

const told = z.object({ code: failureCode, message: z.string(), details: z.unknown().optional() })

/** What a thread says: how far it is, what came out, or how it ended otherwise. */
const heardMessage = z.union([
  z.object({ progress: z.number() }),
  z.object({ failure: told }),
  z.object({ cancelled: z.literal(true) }),
  z.object({ value: z.unknown() }),
])

/** The failure as a thread tells it: an error of its own class would not come through. */
export function toldFailure(error: unknown): unknown {
  if (error instanceof Cancelled) return { cancelled: true }
  if (!(error instanceof ExpectedFailure)) throw error
  const { code, message, details } = error
  return { failure: { code, message, ...(details === undefined ? {} : { details }) } }
}

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
        const heard = heardMessage.parse(said)
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

function toFailure({ code, message, details }: z.infer<typeof told>): ExpectedFailure {
  return new ExpectedFailure(code, message, details === undefined ? {} : { details })
}

/**
 * Has a thread of its own do the work.
 * @param workerFile the built worker.js
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
  const ended = new Promise((resolve) => {
    worker.once('exit', resolve)
  })
  try {
    return await answerOf(worker, listening)
  } finally {
    // A thread that has a file open closes it and ends by itself: to cut it off there could take the program along.
    if (listening.askToEnd === undefined) await worker.terminate()
    await ended
  }
}
