import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isotonicFit, type WeightedValue } from '../../../shared/statistics/isotonic.ts'
import { largestDifference } from './lists.ts'

function averageOf(values: readonly WeightedValue[]): number {
  const weight = values.reduce((sum, each) => sum + each.weight, 0)
  return values.reduce((sum, each) => sum + each.value * each.weight, 0) / weight
}

/** The min-max formula of isotonic regression: another road to the same fit. */
function minMax(values: readonly WeightedValue[]): readonly number[] {
  return values.map((_, at) => {
    const starts = Array.from({ length: at + 1 }, (_each, start) => start)
    const ends = Array.from({ length: values.length - at }, (_each, step) => at + step)
    return Math.max(
      ...starts.map((start) => Math.min(...ends.map((end) => averageOf(values.slice(start, end + 1))))),
    )
  })
}

function of(value: number, weight = 1): WeightedValue {
  return { value, weight }
}

const weighted = fc.record({
  value: fc.double({ min: 0, max: 1, noNaN: true }),
  weight: fc.integer({ min: 1, max: 50 }),
})

describe('isotonicFit', () => {
  it('leaves what rises already, and pools what falls', () => {
    expect(isotonicFit([of(0.1), of(0.2), of(0.4)])).toEqual([0.1, 0.2, 0.4])
    // 0.6 (weight 1) and 0.3 (weight 2) pool at 0.4.
    expect(isotonicFit([of(0.1), of(0.6), of(0.3, 2)]).map((each) => Math.round(each * 1e12) / 1e12)).toEqual(
      [0.1, 0.4, 0.4],
    )
    expect(isotonicFit([])).toEqual([])
  })

  it('is the min-max fit, and never falls', () => {
    fc.assert(
      fc.property(fc.array(weighted, { maxLength: 12 }), (values) => {
        const fit = isotonicFit(values)
        for (const [index, expected] of minMax(values).entries()) expect(fit[index]).toBeCloseTo(expected, 9)
        for (let index = 1; index < fit.length; index += 1) {
          expect(fit[index] ?? 0).toBeGreaterThanOrEqual((fit[index - 1] ?? 0) - 1e-12)
        }
      }),
    )
  })
})

/** The item as often as the weight says. */
function repeat<Item>({ weight }: WeightedValue, item: Item): readonly Item[] {
  return Array.from({ length: weight }, () => item)
}

describe('laws of the isotonic fit', () => {
  const lists = fc.array(weighted, { minLength: 1, maxLength: 20 })
  it('a fit fits itself, keeps the mean, and stays between the smallest and the largest value', () => {
    fc.assert(
      fc.property(lists, (values) => {
        const fit = isotonicFit(values)
        const again = values.map(({ weight }, index) => of(fit[index] ?? Number.NaN, weight))
        expect(largestDifference(isotonicFit(again), fit)).toBeLessThan(1e-9)
        expect(averageOf(again)).toBeCloseTo(averageOf(values), 9)
        const raw = values.map((each) => each.value)
        expect(Math.min(...fit)).toBeGreaterThanOrEqual(Math.min(...raw) - 1e-12)
        expect(Math.max(...fit)).toBeLessThanOrEqual(Math.max(...raw) + 1e-12)
      }),
    )
  })

  it('turns around with the values, and depends on how weights compare alone', () => {
    fc.assert(
      fc.property(lists, fc.integer({ min: 2, max: 9 }), (values, times) => {
        const fit = isotonicFit(values)
        const mirrored = values.toReversed().map(({ value, weight }) => of(1 - value, weight))
        expect(
          largestDifference(
            isotonicFit(mirrored),
            fit.toReversed().map((each) => 1 - each),
          ),
        ).toBeLessThan(1e-9)
        expect(
          largestDifference(isotonicFit(values.map(({ value, weight }) => of(value, weight * times))), fit),
        ).toBeLessThan(1e-9)
      }),
    )
  })

  it('a weight is as many equal values side by side', () => {
    fc.assert(
      fc.property(fc.array(weighted, { minLength: 1, maxLength: 6 }), (values) => {
        const fit = isotonicFit(values)
        expect(
          largestDifference(
            isotonicFit(values.flatMap((each) => repeat(each, of(each.value)))),
            values.flatMap((each, index) => repeat(each, fit[index] ?? Number.NaN)),
          ),
        ).toBeLessThan(1e-9)
      }),
    )
  })
})
