import type { Interval } from '../domain/assessment.ts'
import { isMeasured, measuredOr } from '../domain/measured.ts'
import { logEvidence, mean, type Scores } from './evidence.ts'

export interface Bounds {
  readonly lower: number
  readonly upper: number
}

const precision = 1e-6

/** The largest R with E(R) ≥ 1/α, from below: evidence decreases in R, and is never above 1 at the mean. */
function lowerBound(scores: Scores, alpha: number): number {
  const threshold = -Math.log(alpha)
  let low = 0
  let high = mean(scores)
  while (high - low > precision) {
    const middle = (low + high) / 2
    if (logEvidence(scores, middle) >= threshold) low = middle
    else high = middle
  }
  return low
}

/**
 * Two-sided 1 − α interval of the true mean: the R that neither side has evidence 2/α against. Valid however
 * often one looks. Exact to 1e-6, rounded outwards; without scores 0 to 1.
 * Source: the confidence sequence dual to the test in evidence.ts (Waudby-Smith & Ramdas 2023).
 * @param alpha in (0, 1)
 */
export function bounds(scores: Scores, alpha: number): Bounds {
  if (scores.length === 0) return { lower: 0, upper: 1 }
  const mirrored = scores.map((each) => ({ score: 1 - each.score, count: each.count }))
  return { lower: lowerBound(scores, alpha / 2), upper: 1 - lowerBound(mirrored, alpha / 2) }
}

/** The mean with its {@link bounds}; without scores not measured, 0 to 1. */
export function interval(scores: Scores, alpha: number): Interval {
  return { estimate: measuredOr(mean(scores), 'no-complete-cases'), ...bounds(scores, alpha) }
}

/** Brings an estimate of scores with its interval from [0, 1] to [low, high]. */
export function rescaled({ estimate, lower, upper }: Interval, low: number, high: number): Interval {
  const place = (score: number): number => low + score * (high - low)
  return {
    estimate: isMeasured(estimate) ? place(estimate) : estimate,
    lower: place(lower),
    upper: place(upper),
  }
}
