import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { expectedSlowest } from '../../../shared/statistics/expected-slowest.ts'

const latencies = fc
  .array(fc.integer({ min: 0, max: 100_000 }), { minLength: 1, maxLength: 9 })
  .map((values) => values.toSorted((a, b) => a - b))

/** The slowest of each way to draw k, listed one by one. */
function slowestOfAll(values: readonly number[], k: number): readonly number[] {
  const found: number[] = []
  for (let mask = 0; mask < 2 ** values.length; mask += 1) {
    const drawn = values.filter((_, index) => Math.floor(mask / 2 ** index) % 2 === 1)
    if (drawn.length === k) found.push(Math.max(...drawn))
  }
  return found
}

describe('expected slowest of k', () => {
  it('by hand: of 1, 2, 4 the slower of two is 2, 4 or 4', () => {
    expect(expectedSlowest([1, 2, 4], 2)).toBeCloseTo(10 / 3, 14)
  })

  it('is the mean for one and the largest for all', () => {
    expect(expectedSlowest([1, 2, 4], 1)).toBeCloseTo(7 / 3, 14)
    expect(expectedSlowest([1, 2, 4], 3)).toBe(4)
    expect(expectedSlowest([7], 1)).toBe(7)
  })

  it('is the average over every way to draw k', () => {
    fc.assert(
      fc.property(latencies, fc.nat(), (values, seed) => {
        const k = (seed % values.length) + 1
        const all = slowestOfAll(values, k)
        const average = all.reduce((sum, value) => sum + value, 0) / all.length
        expect(expectedSlowest(values, k)).toBeCloseTo(average, 6)
      }),
    )
  })

  it('refuses to draw more than there are', () => {
    expect(() => expectedSlowest([1, 2], 3)).toThrow(RangeError)
    expect(() => expectedSlowest([1, 2], 0)).toThrow(RangeError)
    expect(() => expectedSlowest([], 1)).toThrow(RangeError)
  })
})
