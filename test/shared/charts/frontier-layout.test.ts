import { describe, expect, it } from 'vitest'
import { frontierTickSize, layOutFrontier, readFrontier } from '../../../shared/charts/frontier-layout.ts'
import { textWidth } from '../../../shared/charts/text-width.ts'
import { few, frontierInput, sketches, twelve } from './comparison-sample.ts'

const near = (value: number): unknown => expect.closeTo(value, 1)

function layOut(rows = few, limit: number | null = 0.1, width = 500) {
  const found = layOutFrontier(frontierInput(rows, 'en', limit), width, 300)
  if (found === null) throw new Error('no layout')
  return found
}

describe('the frontier', () => {
  it('rises in steps through what nothing beats, and goes on to the right edge', () => {
    const { line, x, y, plot } = layOut()
    // "old" costs more than "large" and passes less often: it is no step.
    const numbers = line.match(/[\d.]+/g)?.map(Number)
    expect(numbers).toEqual([
      near(x(0.004)),
      near(y(0.7)),
      near(x(0.02)),
      near(y(0.9)),
      near(x(0.2)),
      near(y(0.95)),
      near(plot.right),
    ])
    expect(line.replaceAll(/[\d.]+/g, '#')).toBe('M#,#H#V#H#V#H#')
  })

  it('is on a logarithmic axis where prices lie far apart, else on one from 0', () => {
    expect(layOut().isLogarithmic).toBe(true)
    const close = few.map((each) => ({ ...each, price: 1 + each.price }))
    const layout = layOut(close, null)
    expect(layout.isLogarithmic).toBe(false)
    expect(layout.x(0)).toBe(layout.plot.left)
    expect(layout.ticks[0]).toEqual({ x: layout.plot.left, text: '$0.00' })
  })

  it('shades what lies over the budget, unless all of it is inside', () => {
    const { over, x } = layOut()
    expect(over).toMatchObject({ x: x(0.1), text: 'over budget ($0.10)' })
    expect(layOut(few, null).over).toBeNull()
    expect(layOut(few, 50).over).toBeNull()
    // Everything is over a budget below the cheapest.
    const strict = layOut(few, 0.001)
    expect(strict.over?.x).toBeLessThan(strict.x(0.004))
  })

  it('names every point, and what beats those behind it', () => {
    const texts = layOut().points.map((each) => each.label?.texts)
    expect(texts).toEqual([['large, 8 votes'], ['large'], ['small'], ['old', 'behind large']])
    const many = layOut(twelve, null, 520).points
    expect(many.filter((each) => each.label !== null).length).toBeGreaterThanOrEqual(10)
    expect(many.every((each) => (each.label?.texts.length ?? 1) === 1)).toBe(true)
  })

  it('has nothing to draw without a price', () => {
    expect(layOutFrontier(frontierInput([]), 500, 300)).toBeNull()
    expect(readFrontier(frontierInput([]), 500, 300)).toMatchObject({ marks: [], table: { rows: [] } })
  })

  it('is read from the cheapest to the dearest', () => {
    const { marks, table } = readFrontier(frontierInput(few), 500, 300)
    expect(marks.map((each) => each.text)).toEqual([
      'small: 70% (60–80%), $0.004 per attempt, on the frontier',
      'large: 90% (80–100%), $0.02 per attempt, on the frontier',
      'old: 80% (70–90%), $0.04 per attempt, behind large',
      'large, 8 votes: 95% (85–100%), $0.20 per attempt, on the frontier',
    ])
    expect(table.rows[2]).toEqual(['old', '$0.04', '80% (70–90%)', 'behind large'])
  })

  it('writes every price under its axis whole', () => {
    // From a fifth of a cent to 13 cents, the axis ends just beyond $0.20.
    const rows = few.map((each, index) => ({ ...each, price: 0.002 * 4 ** index }))
    for (const width of [400, 500, 560, 620, 1300]) {
      for (const { x, text } of layOut(rows, null, width).ticks) {
        expect(x + textWidth(text, frontierTickSize) / 2, `${text} at ${width}`).toBeLessThanOrEqual(width)
      }
    }
  })

  it('has only finite places, whatever is drawn', () => {
    for (const rows of Object.values(sketches)) {
      for (const width of [240, 500, 1300]) {
        const { points, ticks, level } = layOut(rows, 0.1, width)
        const places = [...points.flatMap((each) => [each.x, each.y, each.from, each.to]), level.y]
        expect(places.every(Number.isFinite)).toBe(true)
        expect(ticks.length).toBeGreaterThan(0)
      }
    }
  })
})
