import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { AttemptCurve, AttemptPoint, AttemptUse } from '../../../shared/assessment/index.ts'
import {
  attemptAxes,
  type AttemptsCurvesInput,
  type AttemptsCurvesLayout,
  knownAxes,
  layOutAttemptsCurves,
} from '../../../shared/charts/attempts-curves-layout.ts'
import { attemptsCurvesReading } from '../../../shared/charts/index.ts'
import { plotLabelSize } from '../../../shared/charts/plot-parts.tsx'
import { textWidth } from '../../../shared/charts/text-width.ts'
import { translatorFor } from '../../../shared/text/translator.ts'
import { curvesInput, worlds } from './scaling-sample.ts'

const unknown = {
  costUsd: { notMeasured: 'no-cost-logged' },
  latencyMs: { notMeasured: 'no-latency-logged' },
} as const

function point(k: number, estimate: number, given: Partial<AttemptPoint> = {}): AttemptPoint {
  return { k, estimate, lower: estimate - 0.1, upper: estimate + 0.1, ...unknown, isPaidFor: true, ...given }
}

/** A perfect verifier 0.4, 0.6, 0.7 at $0.10, $0.16, $0.20; a majority 0.4, 0.3 at $0.10, $0.30; $0.20 is paid for. */
const curves: readonly AttemptCurve[] = [
  {
    use: 'perfect',
    points: [
      point(1, 0.4, { costUsd: 0.1 }),
      point(2, 0.6, { costUsd: 0.16 }),
      point(3, 0.7, { costUsd: 0.2 }),
    ],
  },
  {
    use: 'majority',
    points: [point(1, 0.4, { costUsd: 0.1 }), point(3, 0.3, { costUsd: 0.3, isPaidFor: false })],
  },
]
const input: AttemptsCurvesInput = {
  curves,
  axis: 'attempts',
  focus: 'perfect',
  level: { name: 'Ready', required: 0.9 },
  budget: { maxCostUsd: 0.2, maxLatencyMs: null },
  translator: translatorFor('en'),
}

/** 700 × 270: the plot is 200 high, from 28 to 228, and begins at 44. */
function layOut(given: Partial<AttemptsCurvesInput> = {}, width = 700): AttemptsCurvesLayout {
  const found = layOutAttemptsCurves({ ...input, ...given }, width, 270)
  if (found === null) throw new Error('no layout')
  return found
}

const near = (value: number): unknown => expect.closeTo(value, 9)

function placed(
  layout: AttemptsCurvesLayout,
  use: AttemptUse,
): AttemptsCurvesLayout['curves'][number] | undefined {
  return layout.curves.find((each) => each.use === use)
}

describe('against attempts', () => {
  const layout = layOut()
  const { right } = layout.box
  const middle = (44 + right) / 2

  it('leaves room for the widest label', () => {
    expect(layout.box).toEqual({
      left: 44,
      right: near(700 - 16 - textWidth('a perfect verifier 70%', plotLabelSize)),
      top: 28,
      bottom: 228,
    })
  })

  it('places the points by attempts and by what they reach: 0.4 of 200 px stands at 148', () => {
    expect(placed(layout, 'perfect')?.points.map(({ x, y }) => [x, y])).toEqual([
      [44, near(148)],
      [near(middle), near(108)],
      [near(right), near(88)],
    ])
    expect(placed(layout, 'majority')?.points.map(({ x, y }) => [x, y])).toEqual([
      [44, near(148)],
      [near(right), near(168)],
    ])
  })

  it('draws the interval of the curve in focus alone, and that curve over the others', () => {
    expect(layout.curves.map((each) => [each.use, each.band !== null])).toEqual([
      ['majority', false],
      ['perfect', true],
    ])
    // Forth along 0.1 above and back along 0.1 below.
    const [first, second, last] = [44, middle, right].map((each) => Math.round(each * 100) / 100)
    expect(placed(layout, 'perfect')?.band).toBe(
      `M${first},128L${second},88L${last},68L${last},108L${second},128L${first},168Z`,
    )
    expect(layOut({ focus: 'majority' }).curves.at(-1)?.use).toBe('majority')
    expect(layOut({ focus: 'retry' }).curves.at(-1)?.use).toBe('perfect')
  })

  it('names attempts, ends of curves and the level', () => {
    expect(layout.ticks.map((each) => each.text)).toEqual(['1', '2', '3'])
    expect(layout.labels.map(({ text, y }) => [text, y])).toEqual([
      ['Ready 90%', near(48)],
      ['a perfect verifier 70%', near(88)],
      ['majority 30%', near(168)],
    ])
  })

  it('shades what the budget does not pay for of the curve in focus', () => {
    expect(layout.overBudget).toBeNull()
    expect(layOut({ focus: 'majority' }).overBudget).toEqual({
      from: near(middle),
      to: near(right),
      text: 'majority: over the budget of $0.20',
    })
    const unpaid = curves.map((curve) => ({
      ...curve,
      points: curve.points.map((each) => ({ ...each, isPaidFor: false })),
    }))
    expect(layOut({ curves: unpaid }).overBudget?.from).toBe(44)
  })
})

function limited(maxCostUsd: number): AttemptsCurvesLayout {
  return layOut({ axis: 'cost', budget: { maxCostUsd, maxLatencyMs: null } })
}

describe('against cost', () => {
  const layout = layOut({ axis: 'cost' })
  const { right } = layout.box
  const at = (usd: number): number => 44 + ((right - 44) * usd) / 0.3

  it('begins at nothing and ends with the dearest point', () => {
    expect(placed(layout, 'perfect')?.points.map(({ x }) => x)).toEqual(
      [0.1, 0.16, 0.2].map((usd) => near(at(usd))),
    )
    expect(placed(layout, 'majority')?.points.map(({ x }) => x)).toEqual([near(at(0.1)), near(right)])
    expect(layout.ticks.map((each) => each.text)).toEqual([
      '$0.00',
      '$0.05',
      '$0.10',
      '$0.15',
      '$0.20',
      '$0.25',
      '$0.30',
    ])
  })

  it('shades beyond the budget, for all curves alike', () => {
    expect(layout.overBudget).toEqual({
      from: near(at(0.2)),
      to: near(right),
      text: 'over the budget of $0.20',
    })
    expect(layOut({ axis: 'cost', budget: { maxCostUsd: null, maxLatencyMs: 1 } }).overBudget).toBeNull()
  })

  it('shows a limit a little beyond the points, and not one far beyond them', () => {
    expect(limited(0.36).overBudget?.from).toBeLessThan(limited(0.36).box.right)
    expect(limited(3).overBudget).toBeNull()
    expect(
      limited(3)
        .curves.flatMap((each) => each.points.map(({ x }) => x))
        .toSorted((a, b) => b - a)[0],
    ).toBe(right)
  })

  it('is logarithmic where prices are more than eight times apart, and says so', () => {
    const dear = (costUsd: number): readonly AttemptCurve[] => [
      { use: 'all', points: [point(1, 0.4, { costUsd: 0.1 }), point(2, 0.1, { costUsd })] },
    ]
    expect(layOut({ axis: 'cost', curves: dear(0.8) }).isLogarithmic).toBe(false)
    const apart = layOut({ axis: 'cost', curves: dear(1.6) })
    expect(apart.isLogarithmic).toBe(true)
    expect(apart.curves[0]?.points.map(({ x }) => x)).toEqual([44, near(apart.box.right)])
    // 0.2 is the second of sixteen times: a quarter of the way.
    expect(apart.overBudget?.from).toBeCloseTo(44 + (apart.box.right - 44) / 4, 9)
    const free = [
      { use: 'all', points: [point(1, 0.4, { costUsd: 0 }), point(2, 0.1, { costUsd: 9 })] },
    ] as const
    expect(layOut({ axis: 'cost', curves: free }).isLogarithmic).toBe(false)
  })

  it('shades everything where the budget pays for nothing', () => {
    const zone = layOut({ axis: 'cost', budget: { maxCostUsd: 0.01, maxLatencyMs: null } }).overBudget
    expect(zone?.from).toBeCloseTo(at(0.01), 9)
    const many = [
      ...curves,
      { use: 'all', points: [point(1, 0.4, { costUsd: 0.1 }), point(2, 0, { costUsd: 9 })] },
    ] as const
    expect(
      layOut({ axis: 'cost', curves: many, budget: { maxCostUsd: 0.01, maxLatencyMs: null } }).overBudget
        ?.from,
    ).toBe(44)
  })

  it('leaves out curves without a cost, and there is no axis of what nobody logged', () => {
    const half = [...curves, { use: 'all', points: [point(1, 0.4), point(2, 0.1)] } as const]
    expect(layOut({ axis: 'cost', curves: half }).curves.map((each) => each.use)).toEqual([
      'majority',
      'perfect',
    ])
    expect(layOutAttemptsCurves({ ...input, axis: 'latency' }, 700, 270)).toBeNull()
    expect(knownAxes(curves)).toEqual(['attempts', 'cost'])
    expect(knownAxes([{ use: 'all', points: [point(1, 0.4, { costUsd: 0 })] }])).toEqual(['attempts'])
    expect(knownAxes([])).toEqual([])
  })
})

describe('many attempts', () => {
  it('are all in the line, some of them marked, among these the last', () => {
    const layout = layOutAttemptsCurves(curvesInput('fifty attempts'), 700, 270)
    const perfect = layout?.curves.find((each) => each.use === 'perfect')
    expect(perfect?.points).toHaveLength(50)
    const marks = (perfect?.points ?? []).filter((each) => each.isMarked)
    expect([marks[0]?.k, marks.at(-1)?.k]).toEqual([1, 50])
    expect(marks.length).toBeGreaterThan(10)
    const width = (layout?.box.right ?? 0) - 44
    const apart = marks
      .slice(1)
      .map(({ x, y }, index) => Math.hypot(x - (marks[index]?.x ?? 0), y - (marks[index]?.y ?? 0)))
    expect(Math.min(...apart)).toBeGreaterThanOrEqual(width / 14)
  })

  it('without two, there is nothing to draw', () => {
    expect(layOutAttemptsCurves(curvesInput('one attempt'), 700, 270)).toBeNull()
    expect(layOutAttemptsCurves(curvesInput('no case'), 700, 270)).toBeNull()
  })
})

describe('any world', () => {
  it('has its labels apart and inside, and every point inside its plot', () => {
    const any = fc.record({
      name: fc.constantFrom(...Object.keys(worlds)),
      axis: fc.constantFrom(...attemptAxes),
      width: fc.integer({ min: 260, max: 2400 }),
      language: fc.constantFrom('en', 'ko'),
    })
    fc.assert(
      fc.property(any, ({ name, axis, width, language }) => {
        const layout = layOutAttemptsCurves(curvesInput(name, axis, language), width, 270)
        if (layout === null) return
        const { box, labels } = layout
        const heights = labels.map((each) => each.y)
        expect(labels.slice(1).filter((each, index) => each.y - (heights[index] ?? 0) < 14.9)).toEqual([])
        expect(
          labels.filter((each) => box.right + 14 + textWidth(each.text, plotLabelSize) > width + 0.5),
        ).toEqual([])
        const points = layout.curves.flatMap((each) => each.points)
        expect(points.filter(({ x }) => x < box.left - 0.01 || x > box.right + 0.01)).toEqual([])
        expect(points.filter(({ y }) => y < box.top - 0.01 || y > box.bottom + 0.01)).toEqual([])
        const { from, to } = layout.overBudget ?? { from: box.left, to: box.right }
        expect(box.left <= from && from <= to && to <= box.right).toBe(true)
      }),
    )
  })
})

describe('the reading', () => {
  const reading = attemptsCurvesReading({ ...input, width: 700, height: 270 })

  it('has a mark at every point, curve by curve, where it is drawn', () => {
    expect(reading.marks.map((each) => each.id)).toEqual([
      'perfect-1',
      'perfect-2',
      'perfect-3',
      'majority-1',
      'majority-3',
    ])
    expect(reading.marks[2]).toEqual({
      id: 'perfect-3',
      x: near(layOut().box.right),
      y: near(88),
      text: 'a perfect verifier, 3 attempts: 70% (60–80%), $0.20',
    })
    expect(reading.marks[4]?.text).toBe('majority, 3 attempts: 30% (20–40%), $0.30, over budget')
  })

  it('has every value in its table, with the columns that were logged', () => {
    expect(reading.table.columns.map((each) => each.title)).toEqual([
      'Used for',
      'Attempts k',
      'Reaches',
      'Interval',
      'cost per task',
      'Budget',
    ])
    expect(reading.table.rows).toHaveLength(5)
    expect(reading.table.rows[4]).toEqual(['majority', '3', '30%', '20–40%', '$0.30', 'over'])
  })

  it('has nothing to point at where nothing is drawn', () => {
    expect(attemptsCurvesReading({ ...curvesInput('no case'), width: 700, height: 270 })).toMatchObject({
      marks: [],
      table: { rows: [] },
    })
  })
})
