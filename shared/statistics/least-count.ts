/**
 * The least count from 1 on that is enough, where every larger one is enough too. Doubles, then bisects: asks about
 * 2 log2 of the answer times.
 * @returns infinity when no power of 2 is enough that is a safe integer
 */
export function leastCount(enough: (count: number) => boolean): number {
  let high = 1
  while (!enough(high)) {
    high *= 2
    if (!Number.isSafeInteger(high)) return Number.POSITIVE_INFINITY
  }
  let low = Math.floor(high / 2)
  // Enough at `high`, not yet at `low`.
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2)
    if (enough(middle)) high = middle
    else low = middle
  }
  return high
}
