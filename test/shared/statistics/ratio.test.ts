import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bounds } from '../../../shared/statistics/bounds.ts'
import { ratio, ratioBounds, type RatioCount } from '../../../shared/statistics/ratio.ts'
import { seededRandom } from '../../../shared/statistics/random.ts'
import { anyRatioCases } from './arbitraries.ts'

describe('a ratio of two sums', () => {
  it('is the sum of the parts over the sum of the wholes', () => {
    // 3 of 4 and 1 of 2 trials: 4 of 6.
    expect(
      ratio([
        { part: 0.75, whole: 1, count: 1 },
        { part: 0.25, whole: 0.5, count: 1 },
      ]),
    ).toBeCloseTo(4 / 6, 14)
    expect(ratio([])).toBeNaN()
  })

  it('with whole 1 everywhere has the interval of the mean', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.constantFrom(0, 0.25, 0.5, 1), fc.integer({ min: 1, max: 40 })), {
          minLength: 1,
          maxLength: 4,
        }),
        (scores) => {
          const found = ratioBounds(
            scores.map(([part, count]) => ({ part, whole: 1, count })),
            0.05,
          )
          const expected = bounds(
            scores.map(([score, count]) => ({ score, count })),
            0.05,
          )
          expect(found.lower).toBeCloseTo(expected.lower, 5)
          expect(found.upper).toBeCloseTo(expected.upper, 5)
        },
      ),
      { numRuns: 50 },
    )
  })

  it('says nothing from cases of whole 0, and turns around with the complement', () => {
    const cases: RatioCount[] = [
      { part: 0.5, whole: 0.75, count: 20 },
      { part: 0.25, whole: 0.25, count: 10 },
    ]
    expect(ratioBounds([{ part: 0, whole: 0, count: 99 }], 0.05)).toEqual({ lower: 0, upper: 1 })
    const found = ratioBounds(cases, 0.05)
    const mirrored = ratioBounds(
      cases.map((each) => ({ ...each, part: each.whole - each.part })),
      0.05,
    )
    expect(mirrored.lower).toBeCloseTo(1 - found.upper, 5)
    expect(mirrored.upper).toBeCloseTo(1 - found.lower, 5)
  })

  it('holds the true ratio, in at least 95 of 100 simulated records looked at once', () => {
    const random = seededRandom(11)
    let covered = 0
    const records = 200
    for (let record = 0; record < records; record += 1) {
      const cases: RatioCount[] = []
      for (let index = 0; index < 80; index += 1) {
        // Four trials; hard cases pass less and are accepted less: part and whole hang together.
        const pass = random() < 0.5 ? 0.9 : 0.3
        const accept = pass === 0.9 ? 0.95 : 0.6
        let [part, whole] = [0, 0]
        for (let trial = 0; trial < 4; trial += 1) {
          if (random() >= pass) continue
          whole += 0.25
          if (random() < accept) part += 0.25
        }
        cases.push({ part, whole, count: 1 })
      }
      const truth = (0.9 * 0.95 + 0.3 * 0.6) / (0.9 + 0.3)
      const { lower, upper } = ratioBounds(cases, 0.05)
      if (lower <= truth && truth <= upper) covered += 1
    }
    expect(covered / records).toBeGreaterThanOrEqual(0.95)
  })
})

describe('laws of ratio bounds', () => {
  it('enclose the ratio', () => {
    fc.assert(
      fc.property(anyRatioCases, fc.constantFrom(0.01, 0.05, 0.2), (cases, alpha) => {
        const { lower, upper } = ratioBounds(cases, alpha)
        expect(lower).toBeGreaterThanOrEqual(0)
        expect(upper).toBeLessThanOrEqual(1)
        expect(ratio(cases)).toBeGreaterThanOrEqual(lower - 1e-12)
        expect(ratio(cases)).toBeLessThanOrEqual(upper + 1e-12)
      }),
    )
  })

  it('turn around when the rest is taken for the part', () => {
    fc.assert(
      fc.property(anyRatioCases, (cases) => {
        const rest = cases.map((each) => ({ ...each, part: each.whole - each.part }))
        expect(ratio(rest)).toBeCloseTo(1 - ratio(cases), 12)
        const there = ratioBounds(cases, 0.05)
        const back = ratioBounds(rest, 0.05)
        expect(Math.abs(back.lower - (1 - there.upper))).toBeLessThan(1e-12)
        expect(Math.abs(back.upper - (1 - there.lower))).toBeLessThan(1e-12)
      }),
    )
  })

  it('depend on the counts alone: order, splitting and cases of whole 0 change nothing', () => {
    fc.assert(
      fc.property(anyRatioCases, (cases) => {
        const split = cases.flatMap((each) => [
          { ...each, count: 1 },
          { ...each, count: each.count - 1 },
        ])
        const other = [{ part: 0, whole: 0, count: 50 }, ...split.toReversed()]
        expect(ratio(other)).toBeCloseTo(ratio(cases), 12)
        const [one, two] = [ratioBounds(cases, 0.05), ratioBounds(other, 0.05)]
        // The bisection may start from a ratio that is off in its last digit.
        expect(Math.abs(two.lower - one.lower)).toBeLessThan(1.1e-6)
        expect(Math.abs(two.upper - one.upper)).toBeLessThan(1.1e-6)
      }),
    )
  })

  it('more of the same cases leave the ratio and never widen its interval; nor does a larger α', () => {
    fc.assert(
      fc.property(anyRatioCases, fc.integer({ min: 2, max: 20 }), (cases, times) => {
        const more = cases.map((each) => ({ ...each, count: each.count * times }))
        expect(ratio(more)).toBeCloseTo(ratio(cases), 12)
        const wide = ratioBounds(cases, 0.05)
        for (const narrow of [ratioBounds(more, 0.05), ratioBounds(cases, 0.2)]) {
          expect(narrow.lower).toBeGreaterThan(wide.lower - 1.1e-6)
          expect(narrow.upper).toBeLessThan(wide.upper + 1.1e-6)
        }
      }),
    )
  })
})
