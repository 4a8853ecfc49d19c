import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { comparePairs } from '../../../shared/statistics/paired.ts'
import { anyPairs } from './arbitraries.ts'

/** The bettors' average wealth against "the mean is at most ½", multiplied out. */
function wealth(scores: readonly number[]): number {
  let sum = 0
  for (let j = 1; j <= 64; j += 1) {
    const stake = (j - 0.5) / 64
    sum += scores.reduce((product, score) => product * (1 - stake + (stake * score) / 0.5), 1)
  }
  return sum / 64
}

describe('comparePairs', () => {
  it('is the evidence on (x − y + 1)/2 against a half', () => {
    const pairs = [
      { first: 1, second: 0.5, count: 3 },
      { first: 0.25, second: 0.5, count: 1 },
    ]
    const { difference, judgement } = comparePairs(pairs, 0.05, 1)
    // (3 × 0.5 − 0.25) / 4
    expect(difference.estimate).toBeCloseTo(0.3125, 14)
    expect(judgement.logEvidenceMeets).toBeCloseTo(Math.log(wealth([0.75, 0.75, 0.75, 0.375])), 12)
    expect(judgement.logEvidenceShort).toBeCloseTo(Math.log(wealth([0.25, 0.25, 0.25, 0.625])), 12)
    expect(judgement.verdict).toBe('more-evidence')
  })

  it('turns around when the two change places', () => {
    const pairs = [
      { first: 1, second: 0.5, count: 40 },
      { first: 0, second: 0.25, count: 10 },
    ]
    const there = comparePairs(pairs, 0.05, 1)
    const back = comparePairs(
      pairs.map(({ first, second, count }) => ({ first: second, second: first, count })),
      0.05,
      1,
    )
    expect(there.judgement.verdict).toBe('meets')
    expect(back.judgement.verdict).toBe('short')
    expect(back.difference.lower).toBeCloseTo(-there.difference.upper, 5)
    expect(back.difference.upper).toBeCloseTo(-there.difference.lower, 5)
  })

  it('asks for more where several comparisons are looked at together', () => {
    const pairs = [{ first: 1, second: 0.5, count: 11 }]
    const alone = comparePairs(pairs, 0.05, 1)
    const log = alone.judgement.logEvidenceMeets
    // Between 1/α and 10/α.
    expect(log).toBeGreaterThan(Math.log(20))
    expect(log).toBeLessThan(Math.log(200))
    expect(alone.judgement.verdict).toBe('meets')
    expect(comparePairs(pairs, 0.05, 10).judgement.verdict).toBe('more-evidence')
  })

  it('knows nothing without a shared case', () => {
    expect(comparePairs([], 0.05, 1)).toMatchObject({
      difference: { estimate: { notMeasured: 'no-complete-cases' }, lower: -1, upper: 1 },
      judgement: { verdict: 'more-evidence' },
    })
  })
})

describe('laws of paired comparisons', () => {
  const mirrored = { meets: 'short', short: 'meets', 'more-evidence': 'more-evidence' } as const

  it('swapping the configurations flips the sign and the verdict', () => {
    fc.assert(
      fc.property(anyPairs, fc.constantFrom(1, 3, 15), (pairs, comparisons) => {
        const there = comparePairs(pairs, 0.05, comparisons)
        const back = comparePairs(
          pairs.map(({ first, second, count }) => ({ first: second, second: first, count })),
          0.05,
          comparisons,
        )
        expect(Number(back.difference.estimate)).toBeCloseTo(-Number(there.difference.estimate), 12)
        expect(Math.abs(back.difference.lower + there.difference.upper)).toBeLessThan(2.2e-6)
        expect(Math.abs(back.difference.upper + there.difference.lower)).toBeLessThan(2.2e-6)
        expect(back.judgement.logEvidenceMeets).toBeCloseTo(there.judgement.logEvidenceShort, 9)
        expect(back.judgement.logEvidenceShort).toBeCloseTo(there.judgement.logEvidenceMeets, 9)
        expect(back.judgement.verdict).toBe(mirrored[there.judgement.verdict])
      }),
    )
  })

  it('depends on the differences alone: where both are better by as much, nothing changes', () => {
    fc.assert(
      fc.property(anyPairs, (pairs) => {
        const lifted = pairs.map(({ first, second, count }) => {
          const by = 1 - Math.max(first, second)
          return { first: first + by, second: second + by, count }
        })
        expect(comparePairs(lifted, 0.05, 1)).toEqual(comparePairs(pairs, 0.05, 1))
      }),
    )
  })

  it('the interval holds the difference, lies in [−1, 1], and one verdict agrees with its sign', () => {
    fc.assert(
      fc.property(anyPairs, (pairs) => {
        const { difference, judgement } = comparePairs(pairs, 0.05, 1)
        const estimate = Number(difference.estimate)
        expect(difference.lower).toBeGreaterThanOrEqual(-1)
        expect(difference.upper).toBeLessThanOrEqual(1)
        expect(estimate).toBeGreaterThanOrEqual(difference.lower - 1e-12)
        expect(estimate).toBeLessThanOrEqual(difference.upper + 1e-12)
        const agrees = { meets: estimate > 0, short: estimate < 0, 'more-evidence': true }
        expect(agrees[judgement.verdict]).toBe(true)
      }),
    )
  })

  it('shows nothing between equals, and more comparisons never decide what fewer do not', () => {
    fc.assert(
      fc.property(anyPairs, fc.integer({ min: 1, max: 20 }), (pairs, comparisons) => {
        const equals = comparePairs(
          pairs.map((each) => ({ ...each, second: each.first })),
          0.05,
          1,
        )
        expect(equals.difference.estimate).toBe(0)
        expect(equals.judgement).toEqual({
          logEvidenceMeets: 0,
          logEvidenceShort: 0,
          verdict: 'more-evidence',
        })
        const few = comparePairs(pairs, 0.05, comparisons)
        const many = comparePairs(pairs, 0.05, comparisons + 1)
        expect(many.difference).toEqual(few.difference)
        expect([few.judgement.verdict, 'more-evidence']).toContain(many.judgement.verdict)
      }),
    )
  })
})
