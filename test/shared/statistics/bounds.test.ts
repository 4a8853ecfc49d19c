import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bounds, interval } from '../../../shared/statistics/bounds.ts'
import { logEvidence, logEvidenceBelow, mean } from '../../../shared/statistics/evidence.ts'
import { anyScores } from './arbitraries.ts'
import { golden, scoresOf } from './golden.ts'

describe('bounds', () => {
  it('agree with 50-digit arithmetic to 2e-6', () => {
    expect(golden.bounds).toHaveLength(46)
    for (const row of golden.bounds) {
      const { lower, upper } = bounds(scoresOf(row.scores), row.alpha)
      expect(Math.abs(lower - row.lower)).toBeLessThan(2e-6)
      expect(Math.abs(upper - row.upper)).toBeLessThan(2e-6)
    }
  })

  it('by hand: one pass, α = 0.05: (1 + 1/R) / 2 = 40 at R = 1/79', () => {
    const { lower, upper } = bounds([{ score: 1, count: 1 }], 0.05)
    expect(lower).toBeCloseTo(1 / 79, 5)
    expect(upper).toBe(1)
  })

  it('are 0 to 1 without scores, and the estimate has a named reason', () => {
    expect(interval([], 0.05)).toEqual({
      estimate: { notMeasured: 'no-complete-cases' },
      lower: 0,
      upper: 1,
    })
  })

  it('enclose the mean, and the evidence at them is at the threshold', () => {
    fc.assert(
      fc.property(anyScores, fc.constantFrom(0.01, 0.05, 0.2), (scores, alpha) => {
        const { lower, upper } = bounds(scores, alpha)
        const threshold = Math.log(2 / alpha)
        expect(lower).toBeGreaterThanOrEqual(0)
        expect(upper).toBeLessThanOrEqual(1)
        expect(mean(scores)).toBeGreaterThanOrEqual(lower - 1e-12)
        expect(mean(scores)).toBeLessThanOrEqual(upper + 1e-12)
        // At 0 and 1 the claim is empty and there is nothing to cross.
        const atLower = lower > 0 ? logEvidence(scores, lower) : Number.POSITIVE_INFINITY
        const atUpper = upper < 1 ? logEvidenceBelow(scores, upper) : Number.POSITIVE_INFINITY
        expect(atLower).toBeGreaterThanOrEqual(threshold - 1e-9)
        expect(atUpper).toBeGreaterThanOrEqual(threshold - 1e-6)
        expect(logEvidence(scores, lower + 2e-6)).toBeLessThan(threshold)
        expect(logEvidenceBelow(scores, upper - 2e-6)).toBeLessThan(threshold)
      }),
    )
  })

  it('a smaller α widens the interval', () => {
    fc.assert(
      fc.property(anyScores, (scores) => {
        const strict = bounds(scores, 0.01)
        const loose = bounds(scores, 0.1)
        expect(strict.lower).toBeLessThanOrEqual(loose.lower)
        expect(strict.upper).toBeGreaterThanOrEqual(loose.upper)
      }),
    )
  })
})
