import { useLogging } from '../state/logging.ts'
import { wait } from './changes.ts'

/** Keys come in bursts: what is on screen is read anew once they have stopped for so long, ms. */
const quietMs = 400
/** Who grades without a stop sees the rest of the window follow this often, ms. */
const longestHoldMs = 1500
/** An answer that takes longer keeps the others waiting no further, ms. */
const longestRoundMs = 5000
/** A window that only looks on leaves the host and the other windows this much time between its rounds, ms. */
const leastRestMs = 500

/** Waits for the keys to stop. @returns whether they did */
async function untilQuiet(signal: AbortSignal): Promise<boolean> {
  const end = performance.now() + longestHoldMs
  for (;;) {
    const now = performance.now()
    const quietAt = useLogging.getState().changedAt + quietMs
    if (signal.aborted || quietAt <= now) return true
    if (end <= now) return false
    await wait(Math.min(quietAt, end) - now, signal)
  }
}

/**
 * Reads what is on screen anew, in rounds: not in between keys that grade, and never two at once. Keys that do not stop
 * get a round of what costs little every now and then, and a whole one once they have stopped. After a round comes a
 * rest of at least as long as it took.
 * @param read told whether the keys have stopped, so that everything may be read
 */
export async function readRounds(
  read: (isQuiet: boolean) => Promise<void>,
  signal: AbortSignal,
): Promise<void> {
  for (let isQuiet = false; !isQuiet; ) {
    isQuiet = await untilQuiet(signal)
    if (signal.aborted) return
    const start = performance.now()
    await Promise.race([read(isQuiet), wait(longestRoundMs, signal)])
    await wait(Math.max(leastRestMs, performance.now() - start), signal)
  }
}
