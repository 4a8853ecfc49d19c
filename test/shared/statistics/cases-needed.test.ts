import { describe, expect, it } from 'vitest'
import { casesNeeded, scoresNeeded } from '../../../shared/statistics/cases-needed.ts'
import { logEvidence } from '../../../shared/statistics/evidence.ts'

describe('cases needed', () => {
  it('by hand: after 10 passes against 0.5 the best bettor grows by log(1 + 63.5/64) a case', () => {
    const scores = [{ score: 1, count: 10 }]
    const growth = Math.log(1 + 63.5 / 64)
    const missing = Math.log(1e6) - logEvidence(scores, 0.5)
    expect(scoresNeeded(scores, 0.5, 1e-6, 'above')).toBe(Math.ceil(missing / growth))
    expect(casesNeeded(scores, 0.5, 1e-6)).toBe(Math.ceil(missing / growth))
  })

  it('by hand: 60 passes against 0.95 need 22 more', () => {
    // E ≈ ∫ (1 + c/19)^60 dc = 19/61 · ((20/19)^61 − 1) = 6.8; growth log(1 + 0.992/19) = 0.0509;
    // (log 20 − log 6.8) / 0.0509 = 21.2. In the end 28 are: the average trails the best bettor.
    expect(casesNeeded([{ score: 1, count: 60 }], 0.95, 0.05)).toBe(22)
  })

  it('works towards either side', () => {
    const failing = [
      { score: 1, count: 17 },
      { score: 0, count: 3 },
    ]
    expect(scoresNeeded(failing, 0.95, 0.05, 'above')).toEqual({ notMeasured: 'not-reachable' })
    const below = scoresNeeded(failing, 0.95, 0.05, 'below')
    expect(below).toBeGreaterThan(0)
    expect(casesNeeded(failing, 0.95, 0.05)).toEqual(below)
  })

  it('is 0 once decided', () => {
    expect(scoresNeeded([{ score: 1, count: 88 }], 0.95, 0.05, 'above')).toBe(0)
  })

  it('is not reachable when the mean is exactly what is required', () => {
    const even = [
      { score: 1, count: 5 },
      { score: 0, count: 5 },
    ]
    expect(casesNeeded(even, 0.5, 0.05)).toEqual({ notMeasured: 'not-reachable' })
  })

  it('is not measured without cases', () => {
    expect(casesNeeded([], 0.5, 0.05)).toEqual({ notMeasured: 'no-complete-cases' })
  })
})
