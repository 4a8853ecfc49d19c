import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  histogram,
  logEvidence,
  logEvidenceBelow,
  mean,
  type Scores,
  size,
} from '../../../shared/statistics/evidence.ts'
import { anyScores, required } from './arbitraries.ts'
import { golden, relativeError, scoresOf } from './golden.ts'

/** Relative to the first, absolute when that is below 1. */
function distance(a: number, b: number): number {
  return Math.abs(a - b) / Math.max(1, Math.abs(a))
}

describe('golden values', () => {
  it('agrees with 50-digit arithmetic to 1e-9 relative', () => {
    expect(golden.evidence).toHaveLength(115)
    for (const row of golden.evidence) {
      const scores = scoresOf(row.scores)
      expect(relativeError(logEvidence(scores, row.required), Number(row.logMeets))).toBeLessThan(1e-9)
      expect(relativeError(logEvidenceBelow(scores, row.required), Number(row.logShort))).toBeLessThan(1e-9)
    }
  })
})

describe('values by hand', () => {
  it('gives one pass against 1/2 the average stake and its win: mean(1 + c) = 1.5', () => {
    expect(logEvidence([{ score: 1, count: 1 }], 0.5)).toBeCloseTo(Math.log(1.5), 14)
  })

  it('gives two scores the mean of the product: pass and fail at 1/2 is mean(1 − c²)', () => {
    // Σ (j − ½)² / 64² over j = 1..64, divided by 64, is 1/3 − 1/(12 · 64²).
    const expected = Math.log(1 - (1 / 3 - 1 / (12 * 64 ** 2)))
    const scores = [
      { score: 1, count: 1 },
      { score: 0, count: 1 },
    ]
    expect(logEvidence(scores, 0.5)).toBeCloseTo(expected, 14)
    expect(logEvidenceBelow(scores, 0.5)).toBeCloseTo(expected, 14)
  })

  it('is 1 without scores', () => {
    expect(logEvidence([], 0.9)).toBe(0)
    expect(logEvidenceBelow([], 0.9)).toBe(0)
  })

  it('stays finite for a million cases', () => {
    const failures = [{ score: 0, count: 1_000_000 }]
    expect(logEvidence(failures, 0.99)).toBeLessThan(-7000)
    expect(Number.isFinite(logEvidence(failures, 0.99))).toBe(true)
    // The best bettor stakes 63.5/64 and wins 99 times that at every failure.
    expect(logEvidenceBelow(failures, 0.99)).toBeCloseTo(1e6 * Math.log1p((63.5 / 64) * 99) - Math.log(64), 3)
  })
})

describe('laws', () => {
  it('decreases in what is required; evidence below increases', () => {
    fc.assert(
      fc.property(anyScores, required, required, (scores, one, other) => {
        const [low, high] = one < other ? [one, other] : [other, one]
        expect(logEvidence(scores, low)).toBeGreaterThanOrEqual(logEvidence(scores, high) - 1e-9)
        expect(logEvidenceBelow(scores, low)).toBeLessThanOrEqual(logEvidenceBelow(scores, high) + 1e-9)
      }),
    )
  })

  it('does not depend on the order of the cases', () => {
    fc.assert(
      fc.property(anyScores, required, (scores, at) => {
        expect(distance(logEvidence(scores, at), logEvidence(scores.toReversed(), at))).toBeLessThanOrEqual(
          1e-9,
        )
      }),
    )
  })

  it('mirrors: evidence below is evidence above of the complement', () => {
    fc.assert(
      fc.property(anyScores, required, (scores, at) => {
        const mirrored = scores.map((each) => ({ score: 1 - each.score, count: each.count }))
        expect(distance(logEvidenceBelow(scores, at), logEvidence(mirrored, 1 - at))).toBeLessThanOrEqual(
          1e-9,
        )
      }),
    )
  })

  it('depends on the histogram alone: splitting a count changes nothing', () => {
    fc.assert(
      fc.property(anyScores, required, (scores, at) => {
        const split = scores.flatMap((each) => [
          { score: each.score, count: 1 },
          { score: each.score, count: each.count - 1 },
        ])
        expect(distance(logEvidence(scores, at), logEvidence(split, at))).toBeLessThanOrEqual(1e-9)
      }),
    )
  })

  it('duplicating every case at least squares the evidence, up to which bettor is best', () => {
    // Mean of squares is between the square of the mean and 64 times it.
    fc.assert(
      fc.property(anyScores, required, (scores, at) => {
        const twice: Scores = scores.map((each) => ({ score: each.score, count: each.count * 2 }))
        const once = 2 * logEvidence(scores, at)
        expect(logEvidence(twice, at)).toBeGreaterThanOrEqual(once - 1e-9 * Math.abs(once) - 1e-12)
        expect(logEvidence(twice, at)).toBeLessThanOrEqual(once + Math.log(64) + 1e-9 * Math.abs(once))
      }),
    )
  })

  it('never has evidence on the side that the sample mean contradicts', () => {
    fc.assert(
      fc.property(anyScores, required, (scores, at) => {
        const contradicted = mean(scores) <= at ? logEvidence : logEvidenceBelow
        expect(contradicted(scores, at)).toBeLessThanOrEqual(1e-9)
      }),
    )
  })
})

describe('histogram', () => {
  it('merges equal scores and drops empty ones', () => {
    const items = [
      { passes: 1, cases: 2 },
      { passes: 2, cases: 3 },
      { passes: 1, cases: 4 },
      { passes: 0, cases: 0 },
    ]
    const scores = histogram(
      items,
      (item) => item.passes / 2,
      (item) => item.cases,
    )
    expect(scores).toEqual([
      { score: 0.5, count: 6 },
      { score: 1, count: 3 },
    ])
    expect(size(scores)).toBe(9)
    expect(mean(scores)).toBeCloseTo(6 / 9, 15)
  })
})
