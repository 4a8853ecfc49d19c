import { describe, expect, it } from 'vitest'
import { type Cell, firstOpenCell } from '../../../../renderer/features/trials/grading.ts'

/** The known rows as they are drawn: a line per case, `x` for what is logged, `.` for what is not. */
function openIn(...lines: readonly string[]): Cell {
  return firstOpenCell(
    0,
    lines.length,
    lines[0]?.length ?? 0,
    ({ row, repeat }) => lines[row]?.[repeat - 1] === 'x',
  )
}

describe('grading begins', () => {
  it.each<[string, readonly string[], Cell]>([
    ['at the first attempt of all in an empty grid', ['..', '..'], { row: 0, repeat: 1 }],
    ['inside a case that is begun', ['x..', '...'], { row: 0, repeat: 2 }],
    ['in a gap, though later ones are logged', ['xx', 'x.', 'xx'], { row: 1, repeat: 2 }],
    ['at the next case after full ones', ['xx', 'xx', '..'], { row: 2, repeat: 1 }],
    ['at the first of all when everything known is logged', ['xx', 'xx'], { row: 0, repeat: 1 }],
    ['at the first of all when no row is known', [], { row: 0, repeat: 1 }],
  ])('%s', (_where, lines, cell) => {
    expect(openIn(...lines)).toEqual(cell)
  })

  it('not before the row it is told to begin at', () => {
    expect(firstOpenCell(7, 10, 2, ({ row }) => row === 7)).toEqual({ row: 8, repeat: 1 })
  })
})
