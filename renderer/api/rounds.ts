import { useLogging } from '../state/logging.ts'
import { wait } from './changes.ts'

/** Keys come in bursts: what is on screen is read anew once they have stopped for so long, ms. */
const quietMs = 400
/** Who grades without a stop sees the rest of the window follow this often, ms. */
const longestHoldMs = 1500
/** An answer that takes longer keeps the others waiting no further, ms. */
const longestRoundMs = 5000

async function untilQuiet(signal: AbortSignal): Promise<void> {
  const end = performance.now() + longestHoldMs
  for (;;) {
    const now = performance.now()
    const until = Math.min(useLogging.getState().changedAt + quietMs, end)
    if (signal.aborted || until <= now) return
    await wait(until - now, signal)
  }
}

/**
 * One round of reading what is on screen anew: not in between keys that grade, and never two at once. After it comes
 * a rest as long as it took, so that a window that only looks on leaves the host half of its time for those who log.
 */
export async function readRound(read: () => Promise<void>, signal: AbortSignal): Promise<void> {
  await untilQuiet(signal)
  const start = performance.now()
  await Promise.race([read(), wait(longestRoundMs, signal)])
  await wait(performance.now() - start, signal)
}
