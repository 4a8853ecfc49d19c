import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { casesNeeded, scoresNeeded } from '../../../shared/statistics/cases-needed.ts'
import type { Scores } from '../../../shared/statistics/evidence.ts'
import { anyTimeCases } from '../../../shared/statistics/zero-failure.ts'

const notReachable = { notMeasured: 'not-reachable' }
const stakes = Array.from({ length: 64 }, (_, j) => (j + 0.5) / 64)

function passed(passes: number, failures = 0): Scores {
  return [
    { score: 1, count: passes },
    { score: 0, count: failures },
  ]
}

/** Average wealth once so many more scores like those logged have come: every count grows by the same factor. */
function wealthAfter(more: number, scores: Scores, required: number): number {
  const logged = scores.reduce((sum, { count }) => sum + count, 0)
  const wealths = stakes.map((stake) => {
    const logs = scores.map(({ score, count }) => {
      const times = (count * (logged + more)) / logged
      return times * Math.log(1 - stake + (stake * score) / required)
    })
    return Math.exp(logs.reduce((sum, each) => sum + each, 0))
  })
  return wealths.reduce((sum, each) => sum + each, 0) / 64
}

/** The first count that brings 1/α, by trying one after another. */
function firstEnough(scores: Scores, required: number, alpha: number): number {
  let more = 0
  while (wealthAfter(more, scores, required) < 1 / alpha) more += 1
  return more
}

describe('cases needed', () => {
  it('by hand: after 1 pass against 0.5 another 6', () => {
    // The mean of (1 + c)^m over c is (2^(m+1) − 1)/(m + 1), a little less at 64 points: 18.1 at m = 6, 31.9 at 7.
    expect(casesNeeded(passed(1), 0.5, 0.05)).toBe(6)
  })

  it.each([
    [0.5, 0.05, [1, 3]],
    [0.95, 0.05, [1, 10, 20, 60, 87]],
    [0.99, 0.05, [1, 10, 100, 448]],
    [0.999, 0.01, [1, 250]],
  ])('against %d at α = %d every pass counts towards a perfect record', (required, alpha, logged) => {
    for (const passes of logged) {
      const more = casesNeeded(passed(passes), required, alpha)
      expect(more).toBe(anyTimeCases(required, alpha) - passes)
      expect(more).toBe(firstEnough(passed(passes), required, alpha))
    }
  })

  it.each([
    [20, 0.95, 68],
    [10, 0.99, 439],
    [100, 0.99, 349],
  ])('%d passes of as many against %d: %d more', (passes, required, more) => {
    expect(casesNeeded(passed(passes), required, 0.05)).toBe(more)
  })

  it.each([
    ['some failures', passed(97, 2), 0.95],
    ['scores between 0 and 1', [{ score: 0.75, count: 30 }, ...passed(25, 3)], 0.75],
    ['evidence that falls before it rises', passed(10, 9), 0.5],
    ['evidence below 1', passed(53, 47), 0.5],
  ])('with %s by trying one count after another', (_, scores, required) => {
    expect(casesNeeded(scores, required, 0.05)).toBe(firstEnough(scores, required, 0.05))
  })

  it('evidence falls before it rises where only small stakes gain', () => {
    expect(wealthAfter(20, passed(10, 9), 0.5)).toBeLessThan(wealthAfter(0, passed(10, 9), 0.5))
  })

  it('works towards either side', () => {
    const failing = passed(17, 3)
    expect(scoresNeeded(failing, 0.95, 0.05, 'above')).toEqual(notReachable)
    // Failures against 0.05 as passes against 0.95.
    const below = firstEnough(passed(3, 17), 0.05, 0.05)
    expect(below).toBeGreaterThan(0)
    expect(scoresNeeded(failing, 0.95, 0.05, 'below')).toBe(below)
    expect(casesNeeded(failing, 0.95, 0.05)).toBe(below)
  })

  it('is the least count that is enough, and all larger ones are', () => {
    const counts = fc.integer({ min: 0, max: 60 })
    const histograms = fc
      .tuple(counts, counts, counts)
      .filter(([passes, halves, failures]) => passes + halves + failures > 0)
      .map(([passes, halves, failures]) => [...passed(passes, failures), { score: 0.5, count: halves }])
    const levels = fc.constantFrom(0.5, 0.8, 0.95)
    fc.assert(
      fc.property(histograms, levels, fc.integer({ min: 1, max: 500 }), (scores, required, further) => {
        const more = scoresNeeded(scores, required, 0.05, 'above')
        fc.pre(typeof more === 'number')
        const wealth = (count: number): number => wealthAfter(count, scores, required)
        expect(wealth(more)).toBeGreaterThanOrEqual(20 * (1 - 1e-9))
        expect(wealth(more + further)).toBeGreaterThanOrEqual(20 * (1 - 1e-9))
        expect(more === 0 || wealth(more - 1) < 20 * (1 + 1e-9)).toBe(true)
      }),
    )
  })

  it('is 0 once decided', () => {
    expect(scoresNeeded(passed(88), 0.95, 0.05, 'above')).toBe(0)
  })

  it('is not reachable when the mean is exactly what is required', () => {
    expect(casesNeeded(passed(5, 5), 0.5, 0.05)).toEqual(notReachable)
  })

  it('is not reachable when the best bettor gains so little that no safe integer of scores is enough', () => {
    expect(casesNeeded([{ score: 0.5 + 2 ** -53, count: 1 }], 0.5, 0.05)).toEqual(notReachable)
  })

  it('is not measured without cases', () => {
    expect(casesNeeded([], 0.5, 0.05)).toEqual({ notMeasured: 'no-complete-cases' })
  })
})
