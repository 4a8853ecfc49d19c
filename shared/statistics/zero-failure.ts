import { logEvidence } from './evidence.ts'
import { leastCount } from './least-count.ts'
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
  // Evidence grows with every pass.
  return leastCount((count) => decides(logEvidence([{ score: 1, count }], required), alpha))
}
