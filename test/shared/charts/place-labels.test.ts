import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  type Box,
  markBox,
  overlaps,
  type PlacedPointLabel,
  placePointLabels,
  type PointLabel,
  pointLineHeight,
} from '../../../shared/charts/place-labels.ts'

const frame = { left: 0, right: 400, top: 0, bottom: 200 }
const none = { solid: [], thin: [] }

function boxOf(label: PlacedPointLabel, { ways }: PointLabel): Box {
  const lines = ways[label.way] ?? []
  const width = Math.max(...lines)
  const left = label.x - { start: 0, middle: width / 2, end: width }[label.anchor]
  const top = label.baseline - 11
  return { left, right: left + width, top, bottom: top + lines.length * pointLineHeight }
}

/** Without an interval to speak of. */
function dot(x: number, y: number, ...ways: readonly (readonly number[])[]): PointLabel {
  return { x, y, from: y, to: y, ways }
}

function apart(a: Box, b: Box): number {
  return Math.hypot(
    Math.max(0, a.left - b.right, b.left - a.right),
    Math.max(0, a.top - b.bottom, b.top - a.bottom),
  )
}

describe('labels of points', () => {
  it('stand right of their point, or left of it at the right edge', () => {
    const points = [100, 380].map((x) => dot(x, 100, [60]))
    expect(placePointLabels(points, none, frame)).toEqual([
      { way: 0, x: 109, baseline: 104, anchor: 'start' },
      { way: 0, x: 371, baseline: 104, anchor: 'end' },
    ])
  })

  it('stand over or under an interval when nothing beside it is free, or when that is asked for', () => {
    const point = { ...dot(200, 100, [60]), from: 120, to: 60 }
    const sides = [
      { left: 0, right: 192, top: 58, bottom: 122 },
      { left: 208, right: 400, top: 58, bottom: 122 },
    ]
    // The line of text is 14 px high, and its baseline 11 px under its top: 60 − 3 − 14 + 11.
    const over = { way: 0, x: 200, baseline: 54, anchor: 'middle' }
    expect(placePointLabels([point], { solid: sides, thin: [] }, frame)).toEqual([over])
    expect(placePointLabels([point], none, frame, true)).toEqual([over])
  })

  it('are written in a shorter way before they cover a thin line, cover one before they are left out', () => {
    const point = dot(200, 100, [60, 60], [60], [20])
    const walls = { left: 0, right: 189, top: 0, bottom: 200 }
    const below = { left: 189, right: 400, top: 110, bottom: 200 }
    const over = { left: 189, right: 400, top: 0, bottom: 90 }
    const line = { left: 240, right: 241, top: 0, bottom: 200 }
    const dense = { left: 189, right: 400, top: 0, bottom: 200 }
    const way = (solid: readonly Box[], thin: readonly Box[]): number | null =>
      placePointLabels([point], { solid, thin }, frame)[0]?.way ?? null
    expect(way([walls], [])).toBe(0)
    expect(way([walls, below, over], [])).toBe(1)
    expect(way([walls, below, over], [line])).toBe(2)
    expect(way([walls, below, over], [dense])).toBe(1)
    expect(way([walls, dense], [])).toBeNull()
  })

  it('never leave the frame, nor cover each other or what is solid, and are nearest to their own point', () => {
    const point = fc
      .record({
        x: fc.integer({ min: 0, max: 400 }),
        y: fc.integer({ min: 0, max: 200 }),
        reach: fc.integer({ min: 0, max: 40 }),
        width: fc.integer({ min: 5, max: 150 }),
      })
      .map(({ x, y, reach, width }) => ({
        ...dot(x, y, [width, width], [width], [width / 3]),
        from: y + reach,
        to: y - reach,
      }))
    fc.assert(
      fc.property(fc.array(point, { maxLength: 14 }), (points: readonly PointLabel[]) => {
        const solid = points.map(markBox)
        const labels = placePointLabels(points, { solid, thin: [] }, frame)
        const boxes = points.flatMap((each, index) => {
          const label = labels[index] ?? null
          return label === null ? [] : [{ index, box: boxOf(label, each) }]
        })
        for (const [place, { index, box }] of boxes.entries()) {
          expect(box.left >= 0 && box.right <= 400 && box.top >= 0 && box.bottom <= 200).toBe(true)
          const others = boxes.slice(place + 1).map((each) => each.box)
          expect([...solid, ...others].some((each) => overlaps(box, each))).toBe(false)
          const toOwn = apart(box, solid[index] ?? box)
          expect(solid.filter((each, at) => at !== index && apart(box, each) <= toOwn)).toEqual([])
        }
      }),
    )
  })
})
