import { logEvidence } from './evidence.ts'
import { decides } from './verdict.ts'

/**
 * How many cases, all of them passed, a test of a size fixed beforehand needs to show that the mean exceeds
 * `required`: the smallest m with required^m ≤ α. 299 for 0.99 at α = 0.05.
 * Source: the exact binomial test without failures (the "rule of three" is its approximation).
 * @param required in (0, 1)
 * @param alpha in (0, 1)
 */
export function fixedSizeCases(required: number, alpha: number): number {
  return Math.ceil(Math.log(alpha) / Math.log(required) - 1e-9)
}

/**
 * How many cases, all of them passed, decide `meets` when one may look after each of them: the smallest m at
 * which the evidence reaches 1/α.
 * @param required in (0, 1)
 * @param alpha in (0, 1)
 */
export function anyTimeCases(required: number, alpha: number): number {
  const enough = (count: number): boolean => decides(logEvidence([{ score: 1, count }], required), alpha)
  let high = 1
  while (!enough(high)) high *= 2
  let low = Math.floor(high / 2)
  // Evidence grows with every pass: enough at `high`, not yet at `low`.
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2)
    if (enough(middle)) high = middle
    else low = middle
  }
  return high
}
