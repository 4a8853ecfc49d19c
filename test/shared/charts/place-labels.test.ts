import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  type Box,
  overlaps,
  type PlacedPointLabel,
  placePointLabels,
  type PointLabel,
  pointLineHeight,
} from '../../../shared/charts/place-labels.ts'

const frame = { left: 0, right: 400, top: 0, bottom: 200 }
const none = { solid: [], thin: [] }

function boxOf(label: PlacedPointLabel, lines: readonly number[]): Box {
  const width = Math.max(...lines.slice(0, label.lines))
  const left = label.anchor === 'end' ? label.x - width : label.x
  const top = label.baseline - 11
  return { left, right: left + width, top, bottom: top + label.lines * pointLineHeight }
}

describe('labels of points', () => {
  it('stand right of their point, or left of it at the right edge', () => {
    const points = [100, 380].map((x) => ({ x, y: 100, lines: [60] }))
    expect(placePointLabels(points, none, frame)).toEqual([
      { lines: 1, x: 109, baseline: 104, anchor: 'start' },
      { lines: 1, x: 371, baseline: 104, anchor: 'end' },
    ])
  })

  it('lose a line before they cover a thin line, cover one before they are left out, and never a solid thing', () => {
    const point = { x: 200, y: 100, lines: [60, 60] }
    // A strip right of the point with room for one line of text between two thin lines.
    const walls = { left: 0, right: 191, top: 0, bottom: 200 }
    const thin = [92, 108].map((y) => ({ left: 200, right: 400, top: y, bottom: y + 0.5 }))
    const dense = Array.from({ length: 40 }, (_, index) => ({
      left: 200,
      right: 400,
      top: index * 5,
      bottom: index * 5 + 1,
    }))
    const placed = (solid: readonly Box[], lines: readonly Box[]): number | null =>
      placePointLabels([point], { solid, thin: lines }, frame)[0]?.lines ?? null
    expect(placed([walls], [])).toBe(2)
    expect(placed([walls], thin)).toBeLessThanOrEqual(2)
    expect(placed([walls], dense)).toBe(2)
    expect(placed([walls, { left: 200, right: 400, top: 0, bottom: 200 }], [])).toBeNull()
  })

  it('never leave the frame, nor cover each other or what is solid', () => {
    const point = fc.record({
      x: fc.integer({ min: 0, max: 400 }),
      y: fc.integer({ min: 0, max: 200 }),
      lines: fc.array(fc.integer({ min: 5, max: 150 }), { minLength: 1, maxLength: 2 }),
    })
    fc.assert(
      fc.property(fc.array(point, { maxLength: 14 }), (points: readonly PointLabel[]) => {
        const solid = points.map(({ x, y }) => ({ left: x - 6, right: x + 6, top: y - 6, bottom: y + 6 }))
        const boxes = placePointLabels(points, { solid, thin: [] }, frame).flatMap((label, index) =>
          label === null ? [] : [boxOf(label, points[index]?.lines ?? [])],
        )
        for (const [index, box] of boxes.entries()) {
          expect(box.left >= 0 && box.right <= 400 && box.top >= 0 && box.bottom <= 200).toBe(true)
          expect([...solid, ...boxes.slice(index + 1)].some((each) => overlaps(box, each))).toBe(false)
        }
      }),
    )
  })
})
