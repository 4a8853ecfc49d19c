import { describe, expect, it } from 'vitest'
import {
  type DeliveryInput,
  type DeliveryLayout,
  layOutDelivery,
} from '../../../shared/charts/delivery-layout.ts'
import { deliveryReading } from '../../../shared/charts/index.ts'
import type { Interval, RetryAtK } from '../../../shared/domain/assessment.ts'
import { translatorFor } from '../../../shared/text/translator.ts'
import { deliveryInput } from './scaling-sample.ts'

const around = (estimate: number): Interval => ({
  estimate,
  lower: Math.max(0, estimate - 0.1),
  upper: Math.min(1, estimate + 0.1),
})

function row(k: number, right: number, wrong: number, handedOff: number): RetryAtK {
  return {
    k,
    right: around(right),
    wrong: around(wrong),
    handedOff: around(handedOff),
    expectedAttempts: (k + 1) / 2,
    costUsd: { notMeasured: 'no-cost-logged' },
    latencyMs: { notMeasured: 'no-latency-logged' },
  }
}

const rows = [row(1, 0.5, 0.1, 0.4), row(2, 0.7, 0.2, 0.1), row(3, 0.8, 0.2, 0), row(4, 0.75, 0.25, 0)]
/** Right minus twice the wrong. */
const utility: NonNullable<DeliveryInput['utility']> = {
  wrongCost: 2,
  byAttempts: [0.3, 0.3, 0.4, 0.25].map((estimate, index) => ({
    k: index + 1,
    estimate,
    lower: 0,
    upper: 1,
  })),
  bestK: 3,
  hurtsFrom: 4,
  hurtsShownFrom: null,
  handingOverServesBetter: false,
}
const input: DeliveryInput = {
  rows,
  utility: null,
  level: { name: 'Ready', required: 0.9 },
  translator: translatorFor('en'),
}

/** 500 × 254 without flags: the plot is 200 high, from 12 to 212. */
function layOut(given: Partial<DeliveryInput> = {}, width = 500, height = 254): DeliveryLayout {
  const found = layOutDelivery({ ...input, ...given }, width, height)
  if (found === null) throw new Error('no layout')
  return found
}

const near = (value: number): unknown => expect.closeTo(value, 9)

describe('columns', () => {
  const layout = layOut()

  it('are one a depth, in order, between the axis and the labels', () => {
    expect(layout.columns.map((each) => each.k)).toEqual([1, 2, 3, 4])
    expect(layout.columns[0]?.x).toBe(44)
    const last = layout.columns[3]
    expect((last?.x ?? 0) + (last?.width ?? 0)).toBeCloseTo(layout.box.right, 9)
    expect(layout.ticks.map((each) => each.text)).toEqual(['1', '2', '3', '4'])
  })

  it('have right at the bottom, wrong at the top, and handed off between', () => {
    // Of 200 px: right 140 from 212 up, handed off 20, wrong 40.
    expect(layout.columns[1]?.parts).toEqual([
      { part: 'right', y: near(72), height: near(140) },
      { part: 'handedOff', y: near(52), height: near(20) },
      { part: 'wrong', y: near(12), height: near(40) },
    ])
  })

  it('show the interval of right from below and of wrong from above', () => {
    // 0.6 to 0.8 of 200 px below 212; 0.1 to 0.3 of them under 12.
    expect(layout.columns[1]?.whiskers.map(({ part, from, to, at }) => ({ part, from, to, at }))).toEqual([
      { part: 'right', from: near(92), to: near(52), at: near(72) },
      { part: 'wrong', from: near(32), to: near(72), at: near(52) },
    ])
  })

  it('that are narrow show it of the last one alone, beside it', () => {
    const many = Array.from({ length: 40 }, (_, index) => row(index + 1, 0.5, 0.1, 0.4))
    const shown = layOut({ rows: many }).columns.filter((each) => each.whiskers.length > 0)
    expect(shown.map((each) => each.k)).toEqual([40])
    const [last] = shown
    const end = (last?.x ?? 0) + (last?.width ?? 0)
    expect(last?.whiskers.every(({ x }) => x > end && x < layout.box.right)).toBe(true)
  })

  it('that have more room than they need stand in the middle of it', () => {
    const { columns, box } = layOut({ rows: [row(1, 0.5, 0.1, 0.4)] })
    expect(columns[0]?.width).toBe(96)
    expect((columns[0]?.x ?? 0) + 48).toBeCloseTo((box.left + box.right) / 2, 6)
  })

  it('name their last parts at the end, apart from each other', () => {
    const { labels } = layOut()
    expect(labels.map((each) => each.text).toSorted()).toEqual([
      'Ready 90%',
      'handed off 0%',
      'right 75%',
      'wrong 25%',
    ])
    const heights = labels.map((each) => each.y)
    expect(heights.slice(1).filter((each, index) => each - (heights[index] ?? 0) < 14.9)).toEqual([])
  })

  it('there are none without a row', () => {
    expect(layOutDelivery({ ...input, rows: [] }, 500, 254)).toBeNull()
  })
})

describe('where more attempts hurt', () => {
  const layout = layOut({ utility })
  const [, , third, fourth] = layout.columns

  it('is told from the column on, and the best number over its own', () => {
    const [best, hurts] = layout.flags
    const middle = (third?.x ?? 0) + (third?.width ?? 0) / 2
    expect(best).toEqual({
      kind: 'best',
      x: near(middle),
      text: 'k* = 3 serves best',
      textX: near(middle),
      anchor: 'middle',
    })
    expect(hurts).toMatchObject({ kind: 'hurts', text: 'from 4 on more seem to hurt' })
    // In the gap before the fourth column.
    expect(hurts?.x).toBeGreaterThan((third?.x ?? 0) + (third?.width ?? 0))
    expect(hurts?.x).toBeLessThan(fourth?.x ?? 0)
  })

  it('is said plainly once it is shown, and not where nothing hurts', () => {
    expect(layOut({ utility: { ...utility, hurtsShownFrom: 4 } }).flags[1]?.text).toBe(
      'from 4 on more attempts hurt',
    )
    const later = layOut({ utility: { ...utility, bestK: 1, hurtsFrom: 2, hurtsShownFrom: 3 } })
    expect(later.flags.map((each) => each.text)).toEqual([
      'k* = 1 serves best',
      'from 3 on more attempts hurt',
    ])
    const never = layOut({ utility: { ...utility, bestK: 4, hurtsFrom: null } })
    expect(never.flags.map((each) => each.kind)).toEqual(['best'])
    expect(layOut().flags).toEqual([])
  })

  it('calls no number of attempts best where handing over serves better', () => {
    const [best] = layOut({ utility: { ...utility, handingOverServesBetter: true } }).flags
    expect(best?.text).toBe('k* = 3 loses least')
  })

  it('has no word outside of the drawing', () => {
    const first = layOut({ utility: { ...utility, bestK: 1, hurtsFrom: 2 } }, 260)
    expect(first.flags.filter((each) => each.textX < 0 || each.textX > 260)).toEqual([])
    expect(layOut({ utility }, 260).flags[1]).toMatchObject({ textX: 260, anchor: 'end' })
  })
})

describe('the reading', () => {
  it('says each column with its intervals and its worth', () => {
    const { marks, table } = deliveryReading({ ...input, utility, width: 500, height: 286 })
    expect(marks.map((each) => each.id)).toEqual(['1', '2', '3', '4'])
    expect(marks[2]?.text).toBe(
      'k = 3: right 80% (70–90%), handed off 0% (0–10%), wrong 20% (10–30%). Right minus the cost of wrong: 0.4.',
    )
    expect(table.columns.map((each) => each.title)).toEqual([
      'Attempts k',
      'Right',
      'Wrong',
      'Handed off',
      'Attempts expected',
      'Right minus the cost of wrong',
    ])
    expect(table.rows[1]).toEqual(['2', '70% (60–80%)', '20% (10–30%)', '10% (0–20%)', '1.5', '0.3'])
  })

  it('has no worth as long as a wrong answer has no cost', () => {
    const { marks, table } = deliveryReading({ ...input, width: 500, height: 254 })
    expect(marks[1]?.text).toBe('k = 2: right 70% (60–80%), handed off 10% (0–20%), wrong 20% (10–30%).')
    expect(table.columns).toHaveLength(5)
  })

  it('of six real attempts adds up to all tasks', () => {
    const real = deliveryInput('six attempts with everything')
    if (real === null) throw new Error('no verdicts')
    const { columns, box } = layOut(real)
    for (const { parts } of columns) {
      const total = parts.reduce((sum, each) => sum + each.height, 0)
      expect(total).toBeCloseTo(box.bottom - box.top, 6)
    }
  })
})
