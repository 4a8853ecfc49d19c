import type { Interval } from '../domain/assessment.ts'
import { isMeasured, measuredOr } from '../domain/measured.ts'
import { logEvidence, logEvidenceSlope, mean, type Scores, size } from './evidence.ts'

export interface Bounds {
  readonly lower: number
  readonly upper: number
}

/** Bounds are at most this far outside the exact ones. */
const precision = 1e-6

/** Bounds of the same histogram, asked for by several parts of an assessment. */
const known = new WeakMap<Scores, Map<number, Bounds>>()

/** A place left of the bound: from the mean, steps that double from the width a normal distribution would give. */
function startLeftOf(scores: Scores, threshold: number): number {
  const center = mean(scores)
  const squares = scores.reduce((sum, { score, count }) => sum + count * (score - center) ** 2, 0)
  const width = Math.sqrt(2 * threshold * squares) / size(scores)
  let step = Math.min(center / 2, Math.max(center / 64, 1.3 * width))
  while (step < center) {
    const place = center - step
    if (logEvidence(scores, place) >= threshold) return place
    step *= 2
  }
  // So close to 0 that the evidence is without bound there, unless nothing ever passed.
  return center / 1e9
}

/**
 * The largest R with E(R) ≥ 1/α, from below. log E is convex in R: a sum of convex logarithms for each bettor, and
 * log-sum-exp keeps convexity. So Newton's steps from the left never pass the bound, and it is rounded outwards.
 */
function lowerBound(scores: Scores, alpha: number): number {
  const threshold = -Math.log(alpha)
  if (mean(scores) <= precision) return 0
  let place = startLeftOf(scores, threshold)
  for (;;) {
    const { value, slope } = logEvidenceSlope(scores, place)
    if (value < threshold) return Math.max(0, place - precision)
    const step = (threshold - value) / slope
    if (step > precision / 4) place += step
    else if (logEvidence(scores, place + precision) < threshold) return place
    else place += precision
  }
}

/**
 * Two-sided 1 − α interval of the true mean: the R that neither side has evidence 2/α against. Valid however
 * often one looks. Exact to 1e-6, rounded outwards; without scores 0 to 1.
 * Source: the confidence sequence dual to the test in evidence.ts (Waudby-Smith & Ramdas 2023).
 * @param alpha in (0, 1)
 */
export function bounds(scores: Scores, alpha: number): Bounds {
  const found = known.get(scores)?.get(alpha) ?? findBounds(scores, alpha)
  known.set(scores, (known.get(scores) ?? new Map<number, Bounds>()).set(alpha, found))
  return found
}

function findBounds(scores: Scores, alpha: number): Bounds {
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
