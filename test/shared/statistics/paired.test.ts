import { describe, expect, it } from 'vitest'
import { comparePairs } from '../../../shared/statistics/paired.ts'

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
