import type { Bounds } from './bounds.ts'
import { logEvidence, type Scores } from './evidence.ts'

/**
 * What cases contribute to a ratio of two sums, for example accepted passes of all passes: `part` of `whole`, both
 * shares of the case's trials, 0 ≤ part ≤ whole ≤ 1.
 */
export interface RatioCount {
  readonly part: number
  readonly whole: number
  readonly count: number
}

const precision = 1e-6

/** Σ part / Σ whole; NaN when nothing counts, which callers turn into a named reason. */
export function ratio(cases: readonly RatioCount[]): number {
  const sum = (of: (each: RatioCount) => number): number =>
    cases.reduce((total, each) => total + of(each) * each.count, 0)
  return sum((each) => each.part) / sum((each) => each.whole)
}

/**
 * Scores whose true mean exceeds r exactly when the true ratio does: part − r·whole + r, in [0, 1]. So a ratio
 * needs no test of its own.
 */
function scoresAt(cases: readonly RatioCount[], r: number): Scores {
  return cases.map(({ part, whole, count }) => ({ score: part - r * whole + r, count }))
}

/** The largest r that the evidence rules out from below: each bettor's factor 1 − c·whole + c·part/r falls in r. */
function lowerBound(cases: readonly RatioCount[], alpha: number): number {
  const threshold = -Math.log(alpha)
  let low = 0
  let high = ratio(cases)
  while (high - low > precision) {
    const middle = (low + high) / 2
    if (logEvidence(scoresAt(cases, middle), middle) >= threshold) low = middle
    else high = middle
  }
  return low
}

/**
 * Two-sided 1 − α interval of E[part]/E[whole] over cases, valid however often one looks; exact to 1e-6, rounded
 * outwards. Cases of whole 0 say nothing. 0 to 1 when all are so.
 * Source: the reduction above, evidence as in evidence.ts.
 * @param alpha in (0, 1)
 */
export function ratioBounds(cases: readonly RatioCount[], alpha: number): Bounds {
  if (!cases.some((each) => each.whole > 0 && each.count > 0)) return { lower: 0, upper: 1 }
  const rest = cases.map((each) => ({ ...each, part: each.whole - each.part }))
  return { lower: lowerBound(cases, alpha / 2), upper: 1 - lowerBound(rest, alpha / 2) }
}
