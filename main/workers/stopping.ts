import { z } from 'zod'
import { Cancelled } from '../../shared/domain/failure.ts'
import { type OnProgress, runThread } from './thread.ts'

/** One number that two threads see: 1 once nobody wants the work any more. */
export const stopFlag = z.instanceof(SharedArrayBuffer)
type StopFlag = z.infer<typeof stopFlag>

export interface Following {
  readonly onProgress: OnProgress
  readonly signal: AbortSignal | undefined
}

/**
 * Has a thread do work that holds a file open: when the signal fires, the thread is asked to end, closes the file and
 * ends by itself.
 * @param workerFile the built worker.js
 * @param job what the thread is told, given the flag that stops it
 * @returns what the thread answered, not parsed yet
 * @throws ExpectedFailure that the thread told of; Cancelled when the signal came in time
 */
export async function runStoppable(
  workerFile: string,
  job: (stop: StopFlag) => unknown,
  { onProgress, signal }: Following,
): Promise<unknown> {
  const stop = new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT)
  const askToEnd = (): void => void Atomics.store(new Int32Array(stop), 0, 1)
  return await runThread(workerFile, job(stop), { onProgress, signal, askToEnd })
}

/** In the thread: tells how far the work is. What it returns throws Cancelled once nobody wants it any more. */
export function unlessStopped(stop: StopFlag, onProgress: OnProgress): OnProgress {
  const flag = new Int32Array(stop)
  return (share) => {
    if (Atomics.load(flag, 0) === 1) throw new Cancelled()
    onProgress(share)
  }
}
