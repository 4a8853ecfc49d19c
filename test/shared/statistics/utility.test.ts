import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { histogram } from '../../../shared/statistics/evidence.ts'
import {
  type Delivered,
  servesBetter,
  utility,
  utilityDifferenceScore,
  utilityInterval,
  utilityScore,
} from '../../../shared/statistics/utility.ts'

describe('utility', () => {
  it.each([
    // Half right, a quarter wrong: 0.5 − w/4.
    [{ right: 0.5, wrong: 0.25 }, 0, 0.5],
    [{ right: 0.5, wrong: 0.25 }, 1, 0.25],
    [{ right: 0.5, wrong: 0.25 }, 10, -2],
    [{ right: 0, wrong: 1 }, 7, -7],
    [{ right: 1, wrong: 0 }, 1e300, 1],
    [{ right: 0, wrong: 0 }, 5, 0],
  ])('of %j at w = %d is %d', (delivered, wrongCost, expected) => {
    expect(utility(delivered, wrongCost)).toBe(expected)
  })

  it('as a score is its place between −w and 1', () => {
    // w = 3: −3 → 0, 1 → 1, a task handed to a person (0) → 3/4.
    expect(utilityScore({ right: 0, wrong: 1 }, 3)).toBe(0)
    expect(utilityScore({ right: 1, wrong: 0 }, 3)).toBe(1)
    expect(utilityScore({ right: 0, wrong: 0 }, 3)).toBe(0.75)
  })

  it('a difference is a half between equals, and its score half the difference of the scores beyond it', () => {
    const [good, bad] = [
      { right: 1, wrong: 0 },
      { right: 0, wrong: 1 },
    ]
    expect(utilityDifferenceScore(good, good, 4)).toBe(0.5)
    expect(utilityDifferenceScore(good, bad, 4)).toBe(1)
    expect(utilityDifferenceScore(bad, good, 4)).toBe(0)
    // w = 4: 1 against 0 is a fifth of the way from −4 to 1, half of which is added to a half.
    expect(utilityDifferenceScore(good, { right: 0, wrong: 0 }, 4)).toBeCloseTo(0.6, 14)
  })
})

describe('servesBetter', () => {
  it('is strict, and takes rounding for equality', () => {
    const sum = { right: 0.1 + 0.2, wrong: 0 }
    expect(sum.right).toBeGreaterThan(0.3)
    expect(servesBetter(sum, { right: 0.3, wrong: 0 }, 1)).toBe(false)
    expect(servesBetter({ right: 0.3001, wrong: 0 }, sum, 1)).toBe(true)
    expect(servesBetter(sum, { right: 0.3001, wrong: 0 }, 1)).toBe(false)
  })

  it('sees who has more right answers beside any w, as long as none is wrong', () => {
    expect(servesBetter({ right: 0.6, wrong: 0 }, { right: 0.5, wrong: 0 }, 1e300)).toBe(true)
    expect(servesBetter({ right: 0.6, wrong: 0.1 }, { right: 0.5, wrong: 0 }, 1e300)).toBe(false)
  })
})

describe('utilityInterval', () => {
  it('without cases is not measured, from −w to 1', () => {
    expect(utilityInterval([], { right: Number.NaN, wrong: Number.NaN }, 3, 0.05)).toEqual({
      estimate: { notMeasured: 'no-complete-cases' },
      lower: -3,
      upper: 1,
    })
  })

  it('keeps the digits of the right answers beside a large w', () => {
    const delivered = { right: 0.625, wrong: 0 }
    const scores = [{ score: utilityScore(delivered, 1e15), count: 8 }]
    expect(utilityInterval(scores, delivered, 1e15, 0.05).estimate).toBe(0.625)
  })
})

const anyDelivered = fc
  .tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.double({ min: 0, max: 1, noNaN: true }))
  .map(([share, done]): Delivered => ({ right: share * done, wrong: (1 - share) * done }))
const anyCost = fc.oneof(fc.constantFrom(0, 0.5, 1, 1000), fc.double({ min: 0, max: 1e6, noNaN: true }))

describe('laws of utilities', () => {
  it('scores lie in [0, 1] and map back to the utility, in [−w, 1]', () => {
    fc.assert(
      fc.property(anyDelivered, anyDelivered, anyCost, (first, second, wrongCost) => {
        const score = utilityScore(first, wrongCost)
        expect(score).toBeGreaterThanOrEqual(-1e-15)
        expect(score).toBeLessThanOrEqual(1 + 1e-15)
        const back = score * (1 + wrongCost) - wrongCost
        expect(Math.abs(back - utility(first, wrongCost))).toBeLessThan(1e-12 * (1 + wrongCost))
        const difference = utilityDifferenceScore(first, second, wrongCost)
        expect(difference).toBeGreaterThanOrEqual(-1e-15)
        expect(difference).toBeLessThanOrEqual(1 + 1e-15)
        expect(difference + utilityDifferenceScore(second, first, wrongCost)).toBeCloseTo(1, 12)
      }),
    )
  })

  it('the mean utility lies in its interval, and that in [−w, 1]', () => {
    const cases = fc.array(fc.record({ delivered: anyDelivered, count: fc.integer({ min: 1, max: 300 }) }), {
      minLength: 1,
      maxLength: 5,
    })
    fc.assert(
      fc.property(cases, anyCost, (given, wrongCost) => {
        const total = given.reduce((sum, each) => sum + each.count, 0)
        const meanOf = (part: keyof Delivered): number =>
          given.reduce((sum, each) => sum + each.delivered[part] * each.count, 0) / total
        const delivered = { right: meanOf('right'), wrong: meanOf('wrong') }
        const scores = histogram(
          given,
          (each) => utilityScore(each.delivered, wrongCost),
          (each) => each.count,
        )
        const { estimate, lower, upper } = utilityInterval(scores, delivered, wrongCost, 0.05)
        const noise = 1e-9 * (1 + wrongCost)
        expect(lower).toBeGreaterThanOrEqual(-wrongCost)
        expect(Number(estimate)).toBeGreaterThanOrEqual(lower - noise)
        expect(Number(estimate)).toBeLessThanOrEqual(upper + noise)
        expect(upper).toBeLessThanOrEqual(1 + noise)
      }),
    )
  })
})
