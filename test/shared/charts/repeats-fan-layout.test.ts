import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  fanLabelSize,
  fanTickSize,
  layOutRepeatsFan,
  type RepeatsFanInput,
  type RepeatsFanLayout,
} from '../../../shared/charts/repeats-fan-layout.ts'
import { textWidth } from '../../../shared/charts/text-width.ts'
import type { AtK } from '../../../shared/domain/assessment.ts'
import { languages } from '../../../shared/domain/settings.ts'
import { translatorFor } from '../../../shared/text/translator.ts'
import { assessmentOf } from './sample.ts'

const translator = translatorFor('en')

function fanInput(name: string): RepeatsFanInput {
  const { passAt, passAll } = assessmentOf(name).repeats
  return { passAt, passAll, level: { name: 'Unattended', required: 0.99 }, translator }
}

/** The layout of a plot 200 px high, from 12 to 212. */
function layOut(input: RepeatsFanInput, width = 632): RepeatsFanLayout {
  const found = layOutRepeatsFan(input, width, 12, 212)
  if (found === null) throw new Error('no layout')
  return found
}

/** Four figures of the public table, with an interval of ±0.1. */
function row(k: number, estimate: number): AtK {
  return { k, estimate, lower: estimate - 0.1, upper: estimate + 0.1, cases: 50 }
}

const tauBench: RepeatsFanInput = {
  passAt: [row(1, 0.42), row(2, 0.57), row(3, 0.66), row(4, 0.72)],
  passAll: [row(1, 0.42), row(2, 0.27), row(3, 0.22), row(4, 0.2)],
  level: { name: 'Unattended', required: 0.99 },
  translator,
}

/** The same up to rounding. */
function near(value: number): unknown {
  return expect.closeTo(value, 9)
}

describe('gpt-4o on τ-bench', () => {
  const layout = layOut(tauBench)
  const width = layout.plotWidth

  it('leaves room for the widest label at its end', () => {
    expect(width).toBeCloseTo(632 - 10 - textWidth('any 72%', fanLabelSize), 9)
  })

  it('has its attempts a third of the width apart, and 0 to 100% from bottom to top', () => {
    expect([1, 2, 3, 4].map((k) => layout.x(k))).toEqual([0, near(width / 3), near((2 * width) / 3), width])
    expect([0, 0.5, 1].map((share) => layout.y(share))).toEqual([212, 112, 12])
    expect(layout.ticks).toEqual([1, 2, 3, 4])
  })

  it('draws both curves with their bands: 0.42 of 200 px stands at 128', () => {
    const [any, all] = layout.curves
    const x = [0, width / 3, (2 * width) / 3, width].map((each) => Math.round(each * 100) / 100)
    // 212 − 200 × 0.42, 0.57, 0.66 and 0.72.
    expect(any?.line).toBe(`M${x[0]},128L${x[1]},98L${x[2]},80L${x[3]},68`)
    expect(all?.line).toBe(`M${x[0]},128L${x[1]},158L${x[2]},168L${x[3]},172`)
    // Forth along 0.1 above and back along 0.1 below.
    expect(any?.band).toBe(
      `M${x[0]},108L${x[1]},78L${x[2]},60L${x[3]},48L${x[3]},88L${x[2]},100L${x[1]},118L${x[0]},148Z`,
    )
  })

  it('names the ends of the curves and the level, from top to bottom, where they are', () => {
    expect(layout.labels).toEqual([
      { kind: 'level', text: '99%', at: near(14), y: near(14) },
      { kind: 'any', text: 'any 72%', at: near(68), y: near(68) },
      { kind: 'all', text: 'all 20%', at: near(172), y: near(172) },
    ])
  })
})

describe('few and many attempts', () => {
  it.each(['one case, one repeat', 'no case'])('%s: nothing to draw', (name) => {
    expect(layOutRepeatsFan(fanInput(name), 632, 12, 212)).toBeNull()
  })

  it('50 repeats are all drawn, round ones named', () => {
    const layout = layOut(fanInput('fifty repeats'))
    expect(layout.curves.map((each) => each.points.length)).toEqual([50, 50])
    expect(layout.ticks).toEqual([1, 5, 10, 15, 20, 25, 30, 35, 40, 45, 50])
  })

  it('a thousand are drawn at the depths that were replayed, to the last', () => {
    const layout = layOut(fanInput('a thousand repeats'))
    const [any] = layout.curves
    expect(any?.points.slice(0, 20).map((each) => each.k)).toEqual(
      Array.from({ length: 20 }, (_, index) => index + 1),
    )
    expect(any?.points.at(-1)?.k).toBe(1000)
    expect(layout.x(1000)).toBe(layout.plotWidth)
    expect(layout.ticks).toEqual([1, 100, 200, 300, 400, 500, 600, 700, 800, 900, 1000])
  })
})

const anyFan = fc
  .record({
    last: fc.integer({ min: 2, max: 1000 }),
    // Thousandths.
    ends: fc.tuple(fc.integer({ min: 0, max: 1000 }), fc.integer({ min: 0, max: 1000 })),
    required: fc.double({ min: 0.001, max: 0.9999, noNaN: true }),
    width: fc.integer({ min: 200, max: 1360 }),
    language: fc.constantFrom(...languages),
  })
  .map(({ last, ends, required, width, language }) => {
    const points = (end: number): readonly AtK[] =>
      [1, last].map((k) => ({ k, estimate: end, lower: end / 2, upper: (1 + end) / 2, cases: 9 }))
    const level = { name: 'Ready', required: Math.round(required * 1000) / 1000 }
    const input = {
      passAt: points(Math.max(...ends) / 1000),
      passAll: points(Math.min(...ends) / 1000),
      level,
      translator: translatorFor(language),
    }
    return { input, width }
  })

describe('any curves', () => {
  it('end in labels that do not cover each other, inside the drawing', () => {
    fc.assert(
      fc.property(anyFan, ({ input, width }) => {
        const { labels, plotWidth } = layOut(input, width)
        expect(labels).toHaveLength(3)
        const heights = labels.map((each) => each.y)
        expect(heights).toEqual(heights.toSorted((a, b) => a - b))
        expect(labels.slice(1).filter((each, index) => each.y - (heights[index] ?? 0) < 14)).toEqual([])
        expect(Math.min(...heights)).toBeGreaterThanOrEqual(12)
        expect(Math.max(...heights)).toBeLessThanOrEqual(212)
        expect(labels.filter((each) => plotWidth + 9 + textWidth(each.text, fanLabelSize) > width)).toEqual(
          [],
        )
      }),
    )
  })

  it('have ticks that rise from the first attempt to the last without touching', () => {
    fc.assert(
      fc.property(anyFan, ({ input, width }) => {
        const { ticks, x } = layOut(input, width)
        expect([ticks[0], ticks.at(-1)]).toEqual([1, input.passAt[1]?.k])
        expect(ticks.every((tick) => Number.isInteger(tick))).toBe(true)
        const ends = ticks.map((tick) => {
          const half = textWidth(tick.toLocaleString('en'), fanTickSize) / 2
          return { from: x(tick) - half, to: x(tick) + half }
        })
        expect(ends.slice(1).filter((each, index) => each.from <= (ends[index]?.to ?? 0))).toEqual([])
      }),
    )
  })
})
