import { describe, expect, it } from 'vitest'
import { nearestRank } from '../../../shared/statistics/quantile.ts'

const upTo = (n: number): readonly number[] => Array.from({ length: n }, (_, index) => index + 1)

describe('quantile by nearest rank', () => {
  it.each([
    [1, 0.5, 1],
    [1, 0.95, 1],
    [4, 0.5, 2],
    [5, 0.5, 3],
    [20, 0.95, 19],
    [21, 0.95, 20],
    [100, 0.07, 7],
    [100, 0.55, 55],
    [100, 1, 100],
    [3, 0.0001, 1],
  ])('of 1 to %i at %f is %i', (n, share, expected) => {
    expect(nearestRank(upTo(n), share)).toBe(expected)
  })

  it('refuses what has no quantile', () => {
    expect(() => nearestRank([], 0.5)).toThrow(RangeError)
    expect(() => nearestRank([1], 0)).toThrow(RangeError)
    expect(() => nearestRank([1], 1.01)).toThrow(RangeError)
    expect(() => nearestRank([1], Number.NaN)).toThrow(RangeError)
  })
})
