import { describe, expect, it } from 'vitest'
import { type Scores, histogram } from '../../../shared/statistics/evidence.ts'
import { gap, nines } from '../../../shared/statistics/gap.ts'
import { passAt } from '../../../shared/statistics/replays.ts'

/** gpt-4o on τ-bench airline: cases by passes of 4. */
const casesByPasses = [14, 12, 10, 4, 10].map((cases, passes) => ({ cases, passes }))

function passAtScores(k: number): Scores {
  return histogram(
    casesByPasses,
    (each) => passAt(4, each.passes, k),
    (each) => each.cases,
  )
}

describe('gap', () => {
  it('splits the τ-bench table into 0.42 + 0.30 + 0.28', () => {
    const { reliable, flaky, neverSolved } = gap(passAtScores(1), passAtScores(4))
    expect(reliable).toBeCloseTo(0.42, 14)
    expect(flaky).toBeCloseTo(0.3, 14)
    expect(neverSolved).toBeCloseTo(0.28, 14)
  })

  it('names the reason without cases', () => {
    const reason = { notMeasured: 'no-complete-cases' }
    expect(gap([], [])).toEqual({ reliable: reason, flaky: reason, neverSolved: reason })
  })
})

describe('nines', () => {
  it.each([
    [0, 0],
    [0.9, 1],
    [0.99, 2],
    [0.42, 0.2366],
  ])('of %f is %f', (reliability, expected) => {
    expect(nines(reliability)).toBeCloseTo(expected, 4)
  })

  it('does not exist at exactly 1', () => {
    expect(nines(1)).toEqual({ notMeasured: 'exactly-one' })
  })

  it('passes the reason on', () => {
    expect(nines({ notMeasured: 'no-complete-cases' })).toEqual({ notMeasured: 'no-complete-cases' })
  })
})
