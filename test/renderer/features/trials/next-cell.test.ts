import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  type Cell,
  type GridSize,
  moveFor,
  nextCell,
  within,
} from '../../../../renderer/features/trials/grading.ts'

/** A grid as it is drawn: a line per case, `x` for what is logged, `.` for what is not. */
interface Drawn {
  readonly size: GridSize
  readonly isLogged: (cell: Cell) => boolean
}

function drawn(...lines: readonly string[]): Drawn {
  return {
    size: { rows: lines.length, repeats: lines[0]?.length ?? 0 },
    isLogged: ({ row, repeat }) => lines[row]?.[repeat - 1] === 'x',
  }
}

/** Where grading goes on after an attempt that was not logged before. */
function next({ size, isLogged }: Drawn, row: number, repeat: number): Cell {
  return nextCell({ row, repeat }, size, false, isLogged)
}

describe('after a new grade', () => {
  it('comes the next attempt of the case, then the first of the next case', () => {
    const grid = drawn('..', '..')
    expect(next(grid, 0, 1)).toEqual({ row: 0, repeat: 2 })
    expect(next(grid, 0, 2)).toEqual({ row: 1, repeat: 1 })
  })

  it('come the gaps: what is logged is skipped, over any number of cases', () => {
    const grid = drawn('..xx', 'xxxx', 'xxxx', 'x.x.')
    expect(next(grid, 0, 2)).toEqual({ row: 3, repeat: 2 })
    expect(next(grid, 3, 2)).toEqual({ row: 3, repeat: 4 })
  })

  it('never comes an earlier gap: grading does not jump back', () => {
    expect(next(drawn('..', 'x.', 'xx'), 1, 2)).toEqual({ row: 2, repeat: 1 })
  })

  it('comes the next cell when nothing is open behind it', () => {
    expect(next(drawn('.x', 'xx'), 0, 1)).toEqual({ row: 0, repeat: 2 })
  })

  it('comes nothing after the last: it stays', () => {
    expect(next(drawn('xx', 'x.'), 1, 2)).toEqual({ row: 1, repeat: 2 })
    expect(next(drawn('.'), 0, 1)).toEqual({ row: 0, repeat: 1 })
  })
})

describe('after a grade that was changed', () => {
  it('comes simply the next cell, so that a case can be gone through again', () => {
    const { size, isLogged } = drawn('xxx', 'x..')
    expect(nextCell({ row: 0, repeat: 1 }, size, true, isLogged)).toEqual({ row: 0, repeat: 2 })
    expect(nextCell({ row: 0, repeat: 3 }, size, true, isLogged)).toEqual({ row: 1, repeat: 1 })
    expect(nextCell({ row: 1, repeat: 3 }, size, true, isLogged)).toEqual({ row: 1, repeat: 3 })
  })
})

/** A grid of any size, any of its cells logged, and one of its cells. */
const situation = fc
  .record({ rows: fc.integer({ min: 1, max: 12 }), repeats: fc.integer({ min: 1, max: 8 }) })
  .chain(({ rows, repeats }) =>
    fc.record({
      size: fc.constant({ rows, repeats }),
      logged: fc.array(fc.boolean(), { minLength: rows * repeats, maxLength: rows * repeats }),
      cell: fc.record({
        row: fc.integer({ min: 0, max: rows - 1 }),
        repeat: fc.integer({ min: 1, max: repeats }),
      }),
    }),
  )

const isInside = ({ row, repeat }: Cell, { rows, repeats }: GridSize): boolean =>
  row >= 0 && row < rows && repeat >= 1 && repeat <= repeats

/** Where a key may lead unless it stays: signs of the step in rows and in repeats. */
const senses: Readonly<Record<string, readonly [down: number, across: number]>> = {
  ArrowUp: [-1, 0],
  PageUp: [-1, 0],
  ArrowDown: [1, 0],
  PageDown: [1, 0],
  ArrowLeft: [0, -1],
  Home: [0, -1],
  ArrowRight: [0, 1],
  End: [0, 1],
}

describe('in any grid', () => {
  it('the next cell is the first open one in reading order, if one follows', () => {
    fc.assert(
      fc.property(situation, ({ size, logged, cell }) => {
        const placeOf = ({ row, repeat }: Cell): number => row * size.repeats + repeat - 1
        const isLogged = (each: Cell): boolean => logged[placeOf(each)] ?? false
        const open = logged.indexOf(false, placeOf(cell) + 1)
        const following = Math.min(placeOf(cell) + 1, logged.length - 1)
        const found = nextCell(cell, size, false, isLogged)
        expect(isInside(found, size)).toBe(true)
        expect(placeOf(found)).toBe(open < 0 ? following : open)
      }),
      { numRuns: 500 },
    )
  })

  it('no key leads out of it or the wrong way', () => {
    const pageRows = fc.integer({ min: -2, max: 20 })
    const anyKey = fc.constantFrom(...Object.keys(senses))
    fc.assert(
      fc.property(situation, anyKey, pageRows, ({ size, cell }, key, page) => {
        const moved = moveFor(key, cell, size, page)
        if (moved === undefined) throw new Error(`${key} does not move`)
        expect(isInside(moved, size)).toBe(true)
        const step = [moved.row - cell.row, moved.repeat - cell.repeat].map(Math.sign)
        expect([senses[key], [0, 0]]).toContainEqual(step)
      }),
    )
  })

  it('a cell of it is its own nearest one', () => {
    fc.assert(
      fc.property(situation, ({ size, cell }) => {
        expect(within(cell, size)).toEqual(cell)
      }),
    )
  })
})
