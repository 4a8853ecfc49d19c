import { describe, expect, it } from 'vitest'
import { assess } from '../../../shared/assessment/index.ts'
import type { Assessment } from '../../../shared/domain/assessment.ts'
import type { NotMeasuredReason } from '../../../shared/domain/measured.ts'
import { oneLevelTask } from './records.ts'
import { cases, type Point, seriesInput } from './series.ts'
import { casesFor, wealth } from './wealth.ts'

const near = (value: number): unknown => expect.closeTo(value, 12)

type Scaling = Exclude<Assessment['scaling'], { readonly notMeasured: NotMeasuredReason }>

/** The scaling of the first point's series at R = 0.9 and α = 0.05. */
function scalingOf(points: readonly Point[], plannedRepeats = 1): Scaling {
  const { scaling } = assess({ task: oneLevelTask(), ...seriesInput(points, plannedRepeats) })
  if ('notMeasured' in scaling) throw new Error(scaling.notMeasured)
  return scaling
}

/** An amount at which the first so many of the cases pass, by all of their repeats. */
function point(amount: number, passed: number, of: number, repeats = 1): Point {
  return { name: `${amount}`, amount, passes: cases([passed, repeats], [of - passed, 0]) }
}

function planned(amount: number): Point {
  return { name: `${amount}`, amount, passes: cases([200, null]) }
}

describe('gains that go on', () => {
  it('a steady gain a doubling does not saturate, though another such step is not enough', () => {
    const found = scalingOf([point(1000, 40, 400), point(2000, 120, 400), point(4000, 200, 400)])
    expect(found.lastStep).toMatchObject({
      from: 2000,
      to: 4000,
      gain: { estimate: near(0.2) },
    })
    expect(found.statement).toBe('rising')
    expect(found.lastStep.repeatFallsShort).toBe(true)
  })

  it('of a step after which another one might do are not said to fall short', () => {
    // 50 points up to 50%: another 50 would be enough.
    const found = scalingOf([point(1, 0, 200), point(4, 100, 200)])
    expect(found).toMatchObject({ statement: 'rising', lastStep: { repeatFallsShort: false } })
  })
})

describe('gains that halve', () => {
  it.each([
    // Of a gain of 50 points, 5 are less than half: whatever half as much each time adds up to is out of reach.
    ['saturating', [100, 600, 650]],
    // 30 points, then 20: less, but more than half.
    ['rising', [100, 400, 600]],
    // Half as much exactly.
    ['rising', [100, 400, 550]],
  ] as const)(
    '%s: passes of 1,000 at three amounts, each double the one before, are %j',
    (statement, passes) => {
      const found = scalingOf(passes.map((passed, index) => point(2 ** index, passed, 1000)))
      expect(found.lastStep.gain.lower).toBeGreaterThan(0)
      expect(found.lastStep.repeatFallsShort).toBe(true)
      expect(found.statement).toBe(statement)
    },
  )

  it.each([
    // 50 points over one doubling, then 10 over one: a fifth.
    ['saturating', [1, 2, 4]],
    // Over eight doublings, 6.25 each, then 10 over one.
    ['rising', [1, 256, 512]],
  ] as const)('are compared per doubling: %s at %j', (statement, [a, b, c]) => {
    const found = scalingOf([point(a, 100, 1000), point(b, 600, 1000), point(c, 700, 1000)])
    expect(found.statement).toBe(statement)
  })

  it('are shown at half of α, like a bound', () => {
    // Of two attempts none passes, then one, then one: (2 · 0 − ½) / 3 a case, a score of 5/12, 7/12 against a half.
    const enough = casesFor(40, 1 / 6)
    expect(wealth(enough - 1, 1 / 6)).toBeGreaterThan(20)
    const [before, after] = [enough - 1, enough].map((count) => {
      const half = cases([count, 1])
      const points = [0, 1, 2].map((place) => ({ ...point(2 ** place, 0, count), passes: half }))
      return scalingOf([point(1, 0, count), ...points.slice(1)], 2).statement
    })
    expect([before, after]).toEqual(['open', 'saturating'])
  })

  it('are shown by the cases that all three amounts completed', () => {
    const [first, ...rest] = [point(1, 100, 1000), point(2, 600, 1000), point(4, 650, 1000)]
    const apart = { ...point(1, 0, 0), passes: [...cases([1000, null]), ...(first?.passes ?? [])] }
    expect(scalingOf([apart, ...rest]).statement).toBe('rising')
  })
})

describe('a gain next to nothing', () => {
  it('is one of at most 2 points a doubling', () => {
    const statement = [0.01, -0.01].map((beyond) => {
      // Without a difference in 400 cases a step may gain 1.3 points, little or much by how far it went.
      const { upper } = scalingOf([point(1, 200, 400), point(2, 200, 400)]).lastStep.gain
      return scalingOf([point(1, 200, 400), point(2 ** (upper / 0.02 + beyond), 200, 400)]).statement
    })
    expect(statement).toEqual(['saturating', 'open'])
  })
})

describe('the amount to measure next', () => {
  // Each case passes all of four attempts or none, 10% of them and then half: a bottleneck can be named.
  it.each([
    ['another step of the same size', [1000, 3000], [], 9000],
    ['at most four times the largest', [1000, 64_000], [], 256_000],
    ['not one that is set up below', [1000, 2000], [1500], 4000],
  ] as const)('is %s', (_, [little, much], setUp, amount) => {
    const points = [point(little, 20, 200, 4), point(much, 100, 200, 4), ...setUp.map(planned)]
    const { bottleneck } = assess({ task: oneLevelTask(), ...seriesInput(points, 4) })
    expect(bottleneck.nextSteps).toContainEqual({ step: 'measure-more-compute', amount, unit: 'samples' })
  })

  it('is one that is set up already', () => {
    const points = [point(1000, 20, 200, 4), point(2000, 100, 200, 4), planned(90_000)]
    const { bottleneck } = assess({ task: oneLevelTask(), ...seriesInput(points, 4) })
    const steps = bottleneck.nextSteps.map(({ step }) => step)
    expect(steps).toContain('measure-configuration')
    expect(steps).not.toContain('measure-more-compute')
  })
})
