import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { poolAmounts, powerLawFit } from '../../../shared/statistics/power-law.ts'

/** A point whose failures with half a failure added, of the cases with one added, are this share. */
function failing(amount: number, share: number, weight: number) {
  return { amount, weight, reliability: 1 - (share * (weight + 1) - 0.5) / weight }
}

describe('powerLawFit', () => {
  it('finds the law that points lie on: failures 0.4 · amount^−½', () => {
    const curve = powerLawFit([failing(1, 0.4, 99), failing(4, 0.2, 99), failing(16, 0.1, 99)])
    for (const [amount, share] of [
      [1, 0.4],
      [4, 0.2],
      [64, 0.05],
      [0.25, 0.8],
    ] as const) {
      expect(curve(amount)).toBeCloseTo(1 - share, 12)
    }
    // Below so little compute everything fails: never more than that.
    expect(curve(0.01)).toBe(0)
  })

  it('weighs points by their cases', () => {
    // Logs 0, 1, 2 with weights 1, 1, 2 and values 0, −1, −1: means 5/4 and −3/4, slope −1.25/2.75 by hand:
    // Σw(x−x̄)² = 25/16 + 1/16 + 18/16 = 44/16; Σw(x−x̄)(y−ȳ) = −15/16 + 1/16 − 6/16 = −20/16.
    const e = Math.E
    const scale = 0.5
    const points = [failing(1, scale, 10), failing(e, scale / e, 10), failing(e * e, scale / e, 20)]
    const slope = -20 / 44
    const at = (log: number): number => 1 - scale * Math.exp(-0.75 + slope * (log - 1.25))
    expect(powerLawFit(points)(e * e)).toBeCloseTo(at(2), 12)
    expect(powerLawFit(points)(e ** 4)).toBeCloseTo(at(4), 12)
  })

  it('stays level where more compute failed more often', () => {
    const curve = powerLawFit([failing(1, 0.2, 50), failing(4, 0.3, 50), failing(16, 0.4, 50)])
    // The geometric mean of the failures.
    expect(curve(16)).toBeCloseTo(1 - 0.024 ** (1 / 3), 12)
    expect(curve(1e9)).toBe(curve(1))
  })

  it('of points without a failure is their added half', () => {
    const curve = powerLawFit([1, 2, 4].map((amount) => ({ amount, reliability: 1, weight: 9 })))
    expect(curve(4)).toBeCloseTo(0.95, 14)
    expect(curve(4e6)).toBeCloseTo(0.95, 14)
  })

  it('is level where amounts differ in their last digits only', () => {
    const points = [0, 1, 2].map((more) => ({ amount: 1e15 + more, reliability: more / 4, weight: 8 }))
    expect(Number.isFinite(powerLawFit(points)(8e15))).toBe(true)
  })

  it('never falls with more compute, and stays in [0, 1]', () => {
    const point = fc.record({
      amount: fc.double({ min: 1e-3, max: 1e9, noNaN: true }),
      reliability: fc.double({ min: 0, max: 1, noNaN: true }),
      weight: fc.double({ min: 0.01, max: 1e6, noNaN: true }),
    })
    fc.assert(
      fc.property(fc.array(point, { minLength: 2, maxLength: 6 }), (points) => {
        const curve = powerLawFit(points)
        const values = [1e-6, 1, 10, 1e3, 1e6, 1e12].map(curve)
        expect(values).toEqual(values.toSorted((a, b) => a - b))
        expect(values.every((value) => value >= 0 && value <= 1)).toBe(true)
      }),
    )
  })
})

describe('poolAmounts', () => {
  it('takes the mean over the cases of the same amount, smallest amount first', () => {
    expect(
      poolAmounts([
        { amount: 4, reliability: 1, weight: 30 },
        { amount: 1, reliability: 0.25, weight: 8 },
        { amount: 4, reliability: 0, weight: 10 },
      ]),
    ).toEqual([
      { amount: 1, reliability: 0.25, weight: 8 },
      { amount: 4, reliability: 0.75, weight: 40 },
    ])
    expect(poolAmounts([])).toEqual([])
  })
})
