import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Span, spread } from '../../../shared/charts/spread.ts'

describe('labels in a row', () => {
  it('stay where they should be while they have room', () => {
    const spans = [
      { middle: 20, size: 20 },
      { middle: 60, size: 20 },
    ]
    expect(spread(spans, 0, 100, 10)).toEqual([20, 60])
    expect(spread([], 0, 100, 10)).toEqual([])
  })

  it('move apart: the later one gives way', () => {
    const spans = [
      { middle: 50, size: 20 },
      { middle: 55, size: 30 },
    ]
    // 40 to 60, a gap of 10, then 70 to 100.
    expect(spread(spans, 0, 200, 10)).toEqual([50, 85])
  })

  it('are pushed back from the end, and from the start', () => {
    const spans = [
      { middle: 90, size: 20 },
      { middle: 95, size: 30 },
    ]
    // The second ends at 100, so it starts at 70; the first ends 10 before.
    expect(spread(spans, 0, 100, 10)).toEqual([50, 85])
    expect(spread([{ middle: 3, size: 20 }], 0, 100, 10)).toEqual([10])
    expect(spread([{ middle: 99, size: 20 }], 0, 100, 10)).toEqual([90])
  })

  it('that cannot all fit start at the beginning and run over', () => {
    const spans = [
      { middle: 10, size: 60 },
      { middle: 90, size: 60 },
    ]
    expect(spread(spans, 0, 100, 10)).toEqual([30, 100])
  })
})

const anySpans = fc
  .array(fc.record({ middle: fc.integer({ min: -50, max: 650 }), size: fc.integer({ min: 1, max: 120 }) }), {
    maxLength: 8,
  })
  .map((spans): readonly Span[] => spans.toSorted((a, b) => a.middle - b.middle))

interface Placed {
  readonly from: number
  readonly to: number
}

function placedIn(spans: readonly Span[], width: number, gap: number): readonly Placed[] {
  const middles = spread(spans, 0, width, gap)
  expect(middles).toHaveLength(spans.length)
  return spans.map(({ size }, index) => {
    const middle = middles[index] ?? Number.NaN
    return { from: middle - size / 2, to: middle + size / 2 }
  })
}

describe('any labels', () => {
  it('never overlap and keep their order and gap', () => {
    fc.assert(
      fc.property(anySpans, fc.integer({ min: 0, max: 20 }), (spans, gap) => {
        const placed = placedIn(spans, 600, gap)
        for (const [index, each] of placed.slice(1).entries()) {
          expect(each.from).toBeGreaterThanOrEqual((placed[index]?.to ?? Number.NaN) + gap - 1e-9)
        }
      }),
    )
  })

  it('stay inside whenever they can all fit', () => {
    fc.assert(
      fc.property(anySpans, (spans) => {
        const total = spans.reduce((sum, each) => sum + each.size + 5, -5)
        for (const each of placedIn(spans, Math.max(total, 100), 5)) {
          expect(each.from).toBeGreaterThanOrEqual(-1e-9)
          expect(each.to).toBeLessThanOrEqual(Math.max(total, 100) + 1e-9)
        }
      }),
    )
  })
})
