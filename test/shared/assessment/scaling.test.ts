import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { assess } from '../../../shared/assessment/index.ts'
import type { Assessment } from '../../../shared/domain/assessment.ts'
import type { NotMeasuredReason } from '../../../shared/domain/measured.ts'
import { configurationRecord, oneLevelTask } from './records.ts'
import { cases, type Point, recordOf, seriesInput } from './series.ts'

type Scaling = Exclude<Assessment['scaling'], { readonly notMeasured: NotMeasuredReason }>

/** The scaling of the first point's series at R = 0.9 and α = 0.05, one repeat a case. */
function scalingOf(points: readonly Point[], plannedRepeats = 1): Scaling {
  const { scaling } = assess({ task: oneLevelTask(), ...seriesInput(points, plannedRepeats) })
  if ('notMeasured' in scaling) throw new Error(scaling.notMeasured)
  return scaling
}

const near = (value: number): unknown => expect.closeTo(value, 12)

const point = (name: string, amount: number, ...groups: readonly (readonly [number, number | null])[]) => ({
  name,
  amount,
  passes: cases(...groups),
})

describe('what a compute series says', () => {
  it('reaches: the least amount that meets the level', () => {
    const found = scalingOf([
      point('much', 16, [100, 1]),
      point('little', 1, [50, 1], [50, 0]),
      point('some', 4, [100, 1]),
    ])
    expect(found).toMatchObject({
      unit: 'samples',
      level: 'Ready',
      required: 0.9,
      statement: 'reaches',
      reachedAt: 4,
    })
    expect(found.points.map((each) => [each.configuration, each.amount, each.verdict])).toEqual([
      ['little', 1, 'short'],
      ['some', 4, 'meets'],
      ['much', 16, 'meets'],
    ])
  })

  it('one of several points meets the level at α over their number', () => {
    // 43 passes in a row decide 0.9 at α = 0.05, where one point is judged; of two one needs twice the evidence.
    const some = point('some', 4, [43, 1])
    const alone = assess({ task: oneLevelTask(), configuration: recordOf(some, 1), others: [] })
    expect(alone.levels[0]?.verdict).toBe('meets')
    const found = scalingOf([point('little', 1, [22, 1], [21, 0]), some])
    expect(found.points.map((each) => each.verdict)).toEqual(['short', 'more-evidence'])
    expect(found).toMatchObject({ statement: 'open', reachedAt: null })
  })

  it('saturating: the last step gained next to nothing, and another like it leaves the level out of reach', () => {
    const half = [
      [200, 1],
      [200, 0],
    ] as const
    const found = scalingOf([point('little', 1, ...half), point('much', 4, ...half)])
    expect(found.lastStep).toMatchObject({ from: 1, to: 4, sharedCases: 400, gain: { estimate: 0 } })
    const last = found.points.at(-1)
    expect(found.lastStep.gain.upper + (last?.upper ?? 1)).toBeLessThan(0.9)
    expect(found.lastStep.repeatFallsShort).toBe(true)
    expect(found.statement).toBe('saturating')
  })

  it('rising: short, and the last step gained', () => {
    const found = scalingOf([point('little', 1, [200, 0]), point('much', 4, [100, 1], [100, 0])])
    expect(found.lastStep).toMatchObject({ gain: { estimate: 0.5 } })
    expect(found.lastStep.gain.lower).toBeGreaterThan(0)
    expect(found.points.at(-1)?.verdict).toBe('short')
    expect(found.statement).toBe('rising')
  })

  it('open: short, and the step may have gained or not', () => {
    const found = scalingOf([point('little', 1, [9, 1], [11, 0]), point('much', 4, [10, 1], [10, 0])])
    expect(found.points.at(-1)?.verdict).toBe('short')
    expect(found.lastStep.gain.lower).toBeLessThan(0)
    expect(found.statement).toBe('open')
  })

  it('open: whether the largest amount meets the level is not decided', () => {
    const found = scalingOf([point('little', 1, [200, 0]), point('much', 4, [19, 1], [1, 0])])
    expect(found.lastStep.gain.lower).toBeGreaterThan(0)
    expect(found.points.at(-1)?.verdict).toBe('more-evidence')
    expect(found.statement).toBe('open')
  })

  it('the line through the points never falls', () => {
    // 0.6 on 10 cases, then 0.3 on 20: together 12 of 30.
    const found = scalingOf([
      point('a', 1, [6, 1], [4, 0]),
      point('b', 2, [6, 1], [14, 0]),
      point('c', 8, [9, 1], [1, 0]),
    ])
    expect(found.fit).toEqual([
      { amount: 1, reliability: near(0.4) },
      { amount: 2, reliability: near(0.4) },
      { amount: 8, reliability: near(0.9) },
    ])
  })
})

describe('the last step', () => {
  it('is between the two largest amounts, on the cases both completed', () => {
    const found = scalingOf(
      [
        point('a', 1, [8, 4]),
        // Cases 1 to 6 and 3 to 8: of the four shared ones two gain 2 of 4 passes, one loses 1.
        point('b', 4, [2, 4], [2, 1], [1, 3], [1, 2], [2, null]),
        point('c', 16, [2, null], [2, 3], [2, 2], [2, 0]),
      ],
      4,
    )
    expect(found.lastStep).toMatchObject({
      from: 4,
      to: 16,
      sharedCases: 4,
      gain: { estimate: near((0.5 + 0.5 - 0.25 + 0) / 4) },
    })
    expect(found.points.map((each) => each.cases)).toEqual([8, 6, 6])
  })

  it('without a shared case has no gain', () => {
    const found = scalingOf([point('a', 1, [5, 1], [5, null]), point('b', 4, [5, null], [5, 0])])
    expect(found.lastStep).toEqual({
      from: 1,
      to: 4,
      sharedCases: 0,
      gain: { estimate: { notMeasured: 'no-shared-cases' }, lower: -1, upper: 1 },
      repeatFallsShort: false,
    })
  })

  it('passes over a configuration without a complete case', () => {
    const measured = [point('a', 1, [200, 0]), point('b', 4, [100, 1], [100, 0])]
    const found = scalingOf([...measured, point('planned', 16, [200, null])])
    expect(found.points.at(-1)).toMatchObject({
      configuration: 'planned',
      estimate: { notMeasured: 'no-complete-cases' },
      cases: 0,
      verdict: 'more-evidence',
    })
    expect(found.fit.map((each) => each.amount)).toEqual([1, 4])
    expect(found.lastStep).toEqual(scalingOf(measured).lastStep)
    expect(found.statement).toBe('rising')
  })

  it.each([
    ['the larger amount', [point('a', 1, [9, 0]), point('b', 4, [9, null])]],
    ['the smaller amount', [point('a', 1, [9, null]), point('b', 4, [9, 0])]],
    ['either amount', [point('a', 1, [9, null]), point('b', 4, [9, null])]],
  ])('as long as %s is not measured leaves everything open', (_, points) => {
    const found = scalingOf(points)
    expect(found.lastStep).toMatchObject({ from: 1, to: 4, sharedCases: 0 })
    expect(found.statement).toBe('open')
  })
})

describe('configurations of the same amount', () => {
  const tree = point('tree', 4, [90, 1], [110, 0])
  const chain = point('chain', 4, [100, 1], [100, 0])

  it('are one point of the line, whatever their names', () => {
    const little = point('little', 1, [200, 0])
    const line = [
      { amount: 1, reliability: 0 },
      { amount: 4, reliability: near(190 / 400) },
    ]
    expect(scalingOf([little, tree, chain]).fit).toEqual(line)
    expect(scalingOf([little, { ...tree, name: 'a' }, { ...chain, name: 'b' }]).fit).toEqual(line)
    expect(scalingOf([little, { ...tree, name: 'b' }, { ...chain, name: 'a' }]).fit).toEqual(line)
  })

  it('are no step of compute: it is from the amount before, to the one with most complete cases', () => {
    const little = point('little', 1, [200, 0])
    const fewer = { ...chain, passes: chain.passes.slice(0, 150) }
    const found = scalingOf([little, tree, fewer])
    expect(found.lastStep).toMatchObject({ from: 1, to: 4, sharedCases: 200, gain: { estimate: near(0.45) } })
    expect(found.statement).toBe('rising')
  })

  it('must all be short before more compute is spoken of', () => {
    const good = { ...chain, passes: cases([19, 1], [1, 0]) }
    const found = scalingOf([point('little', 1, [200, 0]), tree, good])
    expect(found.points.map((each) => each.verdict)).toEqual(['short', 'more-evidence', 'short'])
    expect(found.statement).toBe('open')
  })

  it('alone are no series', () => {
    const { scaling } = assess({ task: oneLevelTask(), ...seriesInput([tree, chain]) })
    expect(scaling).toEqual({ notMeasured: 'no-compute-series' })
  })
})

describe('who is in a series', () => {
  it.each([
    ['nobody said how much it spends', [{ ...point('a', 1, [9, 1]), amount: null }, point('b', 4, [9, 1])]],
    ['nobody else is there', [point('a', 1, [9, 1])]],
    [
      'nobody else said how much it spends',
      [point('a', 1, [9, 1]), { ...point('b', 4, [9, 1]), amount: null }],
    ],
  ])('none when %s', (_, points) => {
    expect(assess({ task: oneLevelTask(), ...seriesInput(points) }).scaling).toEqual({
      notMeasured: 'no-compute-series',
    })
  })

  it('only those that count in the same unit', () => {
    const { configuration, others } = seriesInput([point('a', 1, [9, 1]), point('b', 4, [9, 1])])
    const tokens = others.map((each) => ({ ...each, compute: { amount: 4000, unit: 'tokens' } }))
    const { scaling } = assess({ task: oneLevelTask(), configuration, others: tokens })
    expect(scaling).toEqual({ notMeasured: 'no-compute-series' })
  })

  it('a ring of "more compute than" makes each a strategy of the others, once, and no series', () => {
    const record = configurationRecord({ plannedRepeats: 1, classes: [] })
    const [a, b, c] = [
      { ...record, name: 'a', moreComputeThan: 'b' },
      { ...record, name: 'b', moreComputeThan: 'c' },
      { ...record, name: 'c', moreComputeThan: 'a' },
    ]
    const { scaling, bottleneck } = assess({ task: oneLevelTask(), configuration: a, others: [b, c] })
    expect(scaling).toEqual({ notMeasured: 'no-compute-series' })
    expect(bottleneck.strategies.map((each) => each.configuration)).toEqual(['b', 'c'])
  })
})

describe('any compute series', () => {
  const anyPoints = fc.integer({ min: 1, max: 3 }).chain((plannedRepeats) =>
    fc.record({
      plannedRepeats: fc.constant(plannedRepeats),
      points: fc
        .array(
          fc.record({
            amount: fc.constantFrom(1, 2, 4, 8),
            passes: fc.array(fc.option(fc.integer({ min: 0, max: plannedRepeats })), { maxLength: 40 }),
          }),
          { minLength: 2, maxLength: 5 },
        )
        .map((all) => all.map((each, index) => ({ ...each, name: `c${index}` }))),
    }),
  )

  it('has a line that never falls, and says of the last step what the shared cases say', () => {
    fc.assert(
      fc.property(anyPoints, ({ points, plannedRepeats }) => {
        fc.pre(new Set(points.map((each) => each.amount)).size > 1)
        const { fit, lastStep, statement, reachedAt, points: found } = scalingOf(points, plannedRepeats)
        const fitted = fit.map((each) => each.reliability)
        for (const [index, each] of fitted.entries()) {
          expect(each).toBeGreaterThanOrEqual((fitted[index - 1] ?? 0) - 1e-12)
        }
        const amounts = found.filter((each) => each.cases > 0).map((each) => each.amount)
        expect(fit.map((each) => each.amount)).toEqual([...new Set(amounts)])
        expect(lastStep.from).toBeLessThan(lastStep.to)
        expect(lastStep.sharedCases === 0).toBe(typeof lastStep.gain.estimate !== 'number')
        expect(statement === 'reaches').toBe(reachedAt !== null)
      }),
      { numRuns: 60 },
    )
  })

  it('says the same whichever of its members is assessed', () => {
    fc.assert(
      fc.property(anyPoints, ({ points, plannedRepeats }) => {
        fc.pre(new Set(points.map((each) => each.amount)).size > 1)
        expect(scalingOf(points.toReversed(), plannedRepeats)).toEqual(scalingOf(points, plannedRepeats))
      }),
      { numRuns: 30 },
    )
  })
})
