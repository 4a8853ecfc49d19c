import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { computeScalingBand } from '../../../shared/assessment/scaling-band.ts'
import { type ScalingBand, scalingBand, type ScalingBandInput } from '../../../shared/domain/scaling-band.ts'

const unheard = (): void => undefined

function bandOf(given: Partial<ScalingBandInput> & Pick<ScalingBandInput, 'amounts' | 'joint'>): ScalingBand {
  const input = { plannedRepeats: 4, share: 0.95, replicates: 200, seed: 1, ...given }
  return scalingBand.parse(computeScalingBand(input, unheard))
}

/** Three amounts, 60 cases, some of which the largest has not completed. */
const three = {
  amounts: [1, 4, 16],
  joint: [
    { passes: [0, 1, 2], cases: 20 },
    { passes: [1, 4, 4], cases: 30 },
    { passes: [4, 3, null], cases: 10 },
  ],
}

describe('the fitted curve', () => {
  it('by hand: means over the cases of each amount, never falling', () => {
    // (0·20 + 1·30 + 4·10)/240, (1·20 + 4·30 + 3·10)/240, (2·20 + 4·30)/200.
    expect(bandOf(three).fit.map(({ amount, reliability }) => [amount, reliability])).toEqual([
      [1, expect.closeTo(70 / 240, 12)],
      [4, expect.closeTo(170 / 240, 12)],
      [16, expect.closeTo(160 / 200, 12)],
    ])
    const falling = bandOf({ amounts: [1, 2], joint: [{ passes: [4, 2], cases: 5 }] })
    expect(falling.fit.map((each) => each.reliability)).toEqual([0.75, 0.75])
  })

  it('takes configurations of one amount together, and leaves out what nobody completed', () => {
    const found = bandOf({
      amounts: [1, 1, 4, 64],
      joint: [
        { passes: [4, 0, 4, null], cases: 10 },
        { passes: [null, 2, 3, null], cases: 10 },
      ],
    })
    // 40 + 0 + 20 of 120 passes at 1.
    expect(found.fit.map((each) => [each.amount, each.reliability])).toEqual([
      [1, expect.closeTo(0.5, 12)],
      [4, expect.closeTo(0.875, 12)],
    ])
  })

  it('of cases that are all alike has no width', () => {
    const { fit } = bandOf({ amounts: [1, 2, 4], joint: [{ passes: [1, 2, 4], cases: 50 }] })
    for (const [index, each] of fit.entries()) {
      for (const value of [each.reliability, each.lower, each.upper]) {
        expect(value).toBeCloseTo([0.25, 0.5, 1][index] ?? 0, 12)
      }
    }
  })

  it('has a band as wide as the resampled mean of two kinds of cases: Beta(30, 10)', () => {
    const found = bandOf({
      amounts: [1, 2],
      plannedRepeats: 1,
      joint: [
        { passes: [1, 1], cases: 30 },
        { passes: [0, 0], cases: 10 },
      ],
      replicates: 20_000,
    })
    // Quantiles of Beta(30, 10) at 2.5% and 97.5%, by SciPy: 0.6067, 0.8696.
    expect(Math.abs((found.fit[0]?.lower ?? 0) - 0.6067)).toBeLessThan(0.006)
    expect(Math.abs((found.fit[1]?.upper ?? 0) - 0.8696)).toBeLessThan(0.006)
  })
})

describe('the extrapolation', () => {
  it('goes on from the largest measured amount, and never falls', () => {
    const { extrapolation } = bandOf({
      amounts: [...three.amounts, 1024],
      joint: three.joint.map((each) => ({ ...each, passes: [...each.passes, null] })),
    })
    if ('notMeasured' in extrapolation) throw new Error(extrapolation.notMeasured)
    expect(extrapolation.map((each) => each.amount)).toEqual([16, 32, 64, 128])
    const rising = extrapolation.map((each) => each.reliability)
    expect(rising).toEqual(rising.toSorted((a, b) => a - b))
    expect(new Set(rising).size).toBe(4)
  })

  it.each([
    ['two amounts', [1, 4], [[1, 2]]],
    ['three configurations of two amounts', [1, 4, 4], [[1, 2, 3]]],
    ['three configurations of one amount', [4, 4, 4], [[1, 2, 3]]],
    ['three amounts, one of them not measured', [1, 4, 16], [[1, 2, null]]],
  ])('needs three measured amounts: %s', (_, amounts, passes) => {
    const joint = passes.map((each) => ({ passes: each, cases: 7 }))
    expect(bandOf({ amounts, joint }).extrapolation).toEqual({ notMeasured: 'too-few-points' })
  })
})

describe('the same seed', () => {
  it('gives the same band, another seed another one around the same curve', () => {
    expect(bandOf(three)).toEqual(bandOf(three))
    const other = bandOf({ ...three, seed: 2 })
    expect(other.fit).not.toEqual(bandOf(three).fit)
    expect(other.fit.map((each) => each.reliability)).toEqual(
      bandOf(three).fit.map((each) => each.reliability),
    )
  })

  it('says how far it is, up to the end', () => {
    const shares: number[] = []
    computeScalingBand({ ...three, plannedRepeats: 4, share: 0.9, replicates: 200, seed: 1 }, (share) =>
      shares.push(share),
    )
    expect(shares).toEqual([0.25, 0.5, 0.75, 1])
  })
})

const anyBand = fc.integer({ min: 1, max: 6 }).chain((length) => {
  const passes = fc.array(fc.option(fc.integer({ min: 0, max: 4 }), { freq: 3 }), {
    minLength: length + 1,
    maxLength: length + 1,
  })
  return fc.record({
    amounts: fc
      .array(fc.constantFrom(0.001, 1, 2, 3, 1e6, 1e15), { minLength: length + 1, maxLength: length + 1 })
      .map((amounts) => amounts.toSorted((a, b) => a - b)),
    joint: fc.array(
      fc.record({ passes, cases: fc.oneof(fc.constant(1_000_000), fc.integer({ min: 1, max: 30 })) }),
      { maxLength: 8 },
    ),
    share: fc.constantFrom(0.001, 0.5, 0.9, 0.95, 0.999),
    replicates: fc.constantFrom(20, 51),
    seed: fc.integer(),
  })
})

describe('any band', () => {
  it('holds its curve, never falls, and lies in [0, 1]', () => {
    fc.assert(
      fc.property(anyBand, (input) => {
        const { fit, extrapolation } = bandOf(input)
        for (const curve of [fit, 'notMeasured' in extrapolation ? [] : extrapolation]) {
          for (const [index, { reliability, lower, upper }] of curve.entries()) {
            expect(lower).toBeLessThanOrEqual(reliability)
            expect(reliability).toBeLessThanOrEqual(upper)
            expect(lower).toBeGreaterThanOrEqual(0)
            expect(upper).toBeLessThanOrEqual(1 + 1e-12)
            const before = curve[index - 1] ?? { reliability: 0, lower: 0, upper: 0 }
            expect(reliability).toBeGreaterThanOrEqual(before.reliability - 1e-12)
            expect(lower).toBeGreaterThanOrEqual(before.lower - 1e-12)
            expect(upper).toBeGreaterThanOrEqual(before.upper - 1e-12)
          }
        }
      }),
    )
  })
})
