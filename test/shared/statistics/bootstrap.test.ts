import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { centralRange, resampledWeights } from '../../../shared/statistics/bootstrap.ts'
import { seededRandom } from '../../../shared/statistics/random.ts'

const upTo = (last: number): readonly number[] => Array.from({ length: last }, (_, index) => index + 1)

describe('resampledWeights', () => {
  it('is the same for the same seed, above 0, one for each kind', () => {
    const weights = resampledWeights([1, 5, 1000, 1_000_000], seededRandom(3))
    expect(weights).toHaveLength(4)
    expect(weights.every((weight) => weight > 0)).toBe(true)
    expect(resampledWeights([1, 5, 1000, 1_000_000], seededRandom(3))).toEqual(weights)
    expect(resampledWeights([1, 5, 1000, 1_000_000], seededRandom(4))).not.toEqual(weights)
  })

  it.each([1, 4, 50])('a kind of %i cases weighs as much on average, with that variance', (count) => {
    const random = seededRandom(11)
    const draws = Array.from({ length: 20_000 }, () => resampledWeights([count], random)[0] ?? 0)
    const mean = draws.reduce((sum, each) => sum + each, 0) / draws.length
    const variance = draws.reduce((sum, each) => sum + (each - mean) ** 2, 0) / draws.length
    // A gamma of shape c: mean c, variance c, fourth central moment 3c² + 6c.
    expect(Math.abs(mean - count)).toBeLessThan(4 * Math.sqrt(count / draws.length))
    expect(Math.abs(variance - count)).toBeLessThan(
      4 * Math.sqrt((2 * count ** 2 + 6 * count) / draws.length),
    )
  })

  it('a share of two kinds is spread as a beta: counts 3 and 5', () => {
    const random = seededRandom(5)
    const shares = Array.from({ length: 20_000 }, () => {
      const [first = 0, second = 0] = resampledWeights([3, 5], random)
      return first / (first + second)
    })
    const mean = shares.reduce((sum, each) => sum + each, 0) / shares.length
    const variance = shares.reduce((sum, each) => sum + (each - mean) ** 2, 0) / shares.length
    // Beta(3, 5): mean 3/8, variance 15/(64·9).
    expect(Math.abs(mean - 3 / 8)).toBeLessThan(4 * Math.sqrt(15 / 576 / shares.length))
    expect(Math.abs(variance / (15 / 576) - 1)).toBeLessThan(0.05)
  })
})

describe('centralRange', () => {
  it.each([
    // 5% of 100 values on either side are left out, also where 1 − 0.9 is a little less than 0.1.
    [0.9, 100, 6, 95],
    [0.95, 1000, 26, 975],
    [0.5, 8, 3, 6],
    // Too few to leave any out.
    [0.95, 20, 1, 20],
    [0.95, 1, 1, 1],
    // Nearly nothing is asked for: the middle.
    [1e-12, 20, 10, 11],
    [1e-12, 21, 11, 11],
    [1, 20, 1, 20],
  ])('of %d of 1 to %i is %i to %i', (share, last, lower, upper) => {
    expect(centralRange(upTo(last).toReversed(), share)).toEqual({ lower, upper })
  })

  it('holds at least the share of the values', () => {
    const values = fc.array(fc.double({ min: -5, max: 5, noNaN: true }), { minLength: 1, maxLength: 60 })
    fc.assert(
      fc.property(values, fc.double({ min: 0.001, max: 0.999, noNaN: true }), (given, share) => {
        const { lower, upper } = centralRange(given, share)
        const inside = given.filter((value) => value >= lower && value <= upper).length
        expect(lower).toBeLessThanOrEqual(upper)
        expect(inside).toBeGreaterThanOrEqual(share * given.length - 1e-6)
      }),
    )
  })

  it('needs a value', () => {
    expect(() => centralRange([], 0.9)).toThrow(RangeError)
  })
})
