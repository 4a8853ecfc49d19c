import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { markAfter, nearestMark, placeTip, ringAround } from '../../../renderer/components/chart-marks.ts'
import type { Box, ChartMark } from '../../../shared/charts/index.ts'

function point(id: string, x: number, y: number): ChartMark {
  return { id, x, y, text: id }
}

function bar(id: string, box: Box): ChartMark {
  return { id, x: box.x + box.width / 2, y: box.y + box.height / 2, box, text: id }
}

describe('the mark one points at', () => {
  const marks = [point('a', 0, 0), point('b', 100, 0), bar('c', { x: 0, y: 50, width: 200, height: 20 })]

  it.each([
    [20, 10, 'a'],
    [80, 10, 'b'],
    // 29 px under b, 21 above the bar.
    [100, 29, 'c'],
    // In the bar, far from its middle.
    [2, 51, 'c'],
    [900, 900, 'c'],
  ])('at %d, %d is %s', (x, y, id) => expect(nearestMark(marks, { x, y })?.id).toBe(id))

  it('is none where there is none', () => expect(nearestMark([], { x: 0, y: 0 })).toBeNull())
})

describe('keys', () => {
  it.each([
    ['ArrowRight', -1, 0],
    ['ArrowDown', 0, 1],
    ['ArrowRight', 3, 3],
    ['ArrowLeft', -1, 3],
    ['ArrowUp', 1, 0],
    ['ArrowLeft', 0, 0],
    ['Home', 2, 0],
    ['End', -1, 3],
    ['Enter', 1, null],
    ['Tab', 1, null],
  ])('%s from %d of four leads to %s', (key, index, expected) =>
    expect(markAfter(key, index, 4)).toBe(expected),
  )
})

describe('the words about a mark', () => {
  const tip = { width: 100, height: 20 }
  const frame = { width: 300, height: 200 }

  it('stand in the middle above it: 7 px of ring and 4 px of air', () => {
    expect(placeTip(point('a', 150, 100), tip, frame)).toEqual({ x: 100, y: 69 })
  })

  it('stay inside at the left and the right', () => {
    expect(placeTip(point('a', 10, 100), tip, frame).x).toBe(0)
    expect(placeTip(point('a', 290, 100), tip, frame).x).toBe(200)
  })

  it('stand below where there is no room above', () => {
    expect(placeTip(point('a', 150, 30), tip, frame)).toEqual({ x: 100, y: 41 })
  })

  it('stand beside what is as high as the frame', () => {
    // 2 px of ring and 4 px of air right of 80, or left of 220.
    expect(placeTip(bar('a', { x: 60, y: 0, width: 20, height: 200 }), tip, frame)).toEqual({ x: 86, y: 90 })
    expect(placeTip(bar('a', { x: 220, y: 0, width: 20, height: 200 }), tip, frame)).toEqual({
      x: 114,
      y: 90,
    })
  })

  it('keep to the edge under a bar that leaves less than their height more', () => {
    // The bar ends at 160: from 166 to 200 there are 34 px, for 20.
    expect(placeTip(bar('a', { x: 60, y: 0, width: 20, height: 160 }), tip, frame).y).toBe(180)
  })

  it('leave the middle free of a mark that fills everything', () => {
    const { y } = placeTip(bar('a', { x: 0, y: 0, width: 300, height: 200 }), tip, frame)
    expect(y + tip.height).toBeLessThan(100)
  })

  const places = fc
    .record({
      width: fc.integer({ min: 150, max: 900 }),
      height: fc.integer({ min: 70, max: 400 }),
      across: fc.double({ min: 0, max: 1, noNaN: true }),
      down: fc.double({ min: 0, max: 1, noNaN: true }),
      tip: fc.record({ width: fc.integer({ min: 20, max: 150 }), height: fc.integer({ min: 16, max: 24 }) }),
    })
    .map(({ across, down, ...rest }) => ({
      ...rest,
      mark: point('a', across * rest.width, down * rest.height),
    }))

  it('never leave the frame and never cover the ring around a point', () => {
    fc.assert(
      fc.property(places, ({ width, height, mark, tip: size }) => {
        const { x, y } = placeTip(mark, size, { width, height })
        expect(x).toBeGreaterThanOrEqual(0)
        expect(y).toBeGreaterThanOrEqual(0)
        expect(x + size.width).toBeLessThanOrEqual(width)
        expect(y + size.height).toBeLessThanOrEqual(height)
        const ring = ringAround(mark)
        const across = Math.min(x + size.width, ring.x + ring.width) - Math.max(x, ring.x)
        const down = Math.min(y + size.height, ring.y + ring.height) - Math.max(y, ring.y)
        expect(Math.min(across, down)).toBeLessThanOrEqual(0)
      }),
    )
  })
})
