export interface ChangeFollower {
  /** Answers with the workspace's change number as soon as it differs from `after`. */
  readonly next: (after: number, signal: AbortSignal) => Promise<number>
  /** Called whenever the workspace may differ from what is on screen; the next question waits until it is done. */
  readonly changed: () => Promise<void>
  readonly wait: (milliseconds: number, signal: AbortSignal) => Promise<void>
}

/** How long to wait after the first, second … failure in a row; the last one repeats. */
const pausesMs = [500, 1000, 2000, 5000] as const

function pauseAfter(failures: number): number {
  return pausesMs[Math.min(failures, pausesMs.length) - 1] ?? 0
}

/**
 * Follows the workspace until `signal` aborts. The first answer, and the first after a failure, count as changes: what
 * is on screen may have been read before the number was taken.
 */
export async function followChanges(follower: ChangeFollower, signal: AbortSignal): Promise<void> {
  let after = -1
  let failures = 0
  while (!signal.aborted) {
    try {
      const change = await follower.next(after, signal)
      if (change !== after) await follower.changed()
      after = change
      failures = 0
    } catch {
      // Why it failed is shown through the connection state; here it only decides how long to wait.
      if (signal.aborted) return
      failures += 1
      after = -1
      await follower.wait(pauseAfter(failures), signal)
    }
  }
}

/** Resolves after the time, or at once when aborted. */
export async function wait(milliseconds: number, signal: AbortSignal): Promise<void> {
  if (signal.aborted) return
  const { promise, resolve } = Promise.withResolvers<void>()
  const stop = (): void => resolve()
  const timer = setTimeout(stop, milliseconds)
  signal.addEventListener('abort', stop)
  await promise
  clearTimeout(timer)
  signal.removeEventListener('abort', stop)
}
