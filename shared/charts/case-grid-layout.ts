import type { CaseGrid, CellTally } from '../domain/case-grid.ts'
import { type CaseMapGroup, rowHeightOnPaper } from './case-map-layout.ts'

/** A part of a row that ended alike. */
export interface GridBar {
  readonly outcome: 'pass' | 'error' | 'fail'
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

export interface GridLayout {
  readonly bars: readonly GridBar[]
  /** Each case has the same width, whether or not it shares its column. */
  readonly caseWidth: number
  /** Of one row, with the hairline to the next one. */
  readonly rowHeight: number
  readonly rows: number
  readonly height: number
}

const hairline = 1

interface Cell {
  readonly x: number
  readonly width: number
  readonly tally: CellTally
  /** What there would be if everything were logged. */
  readonly attempts: number
}

/** Cells side by side that are filled alike are one. */
function merged(cells: readonly Cell[]): readonly Cell[] {
  const found: Cell[] = []
  for (const cell of cells) {
    const last = found.at(-1)
    const isAlike = last?.tally.every(
      (each, index) => each * cell.attempts === (cell.tally[index] ?? 0) * last.attempts,
    )
    if (last !== undefined && isAlike === true) {
      found[found.length - 1] = { ...last, width: cell.x + cell.width - last.x }
    } else found.push(cell)
  }
  return found
}

/** A cell is filled from below: as far as its attempts passed, then with errors, then with failures. */
function barsOf({ x, width, tally, attempts }: Cell, bottom: number, height: number): readonly GridBar[] {
  const [passes, failures, errors] = tally
  let y = bottom
  return (
    [
      ['pass', passes],
      ['error', errors],
      ['fail', failures],
    ] as const
  ).flatMap(([outcome, count]) => {
    if (count === 0) return []
    const filled = (count / attempts) * height
    y -= filled
    return [{ outcome, x, y, width, height: filled }]
  })
}

/** Attempts that a row stands for: the last one may stand for fewer. */
function attemptsIn(row: number, { attemptsPerRow }: CaseGrid, plannedRepeats: number): number {
  return Math.min(attemptsPerRow, plannedRepeats - row * attemptsPerRow)
}

/** Lays out columns that stand for several cases: areas are shares of all planned attempts, not one is rounded away. */
export function layOutCaseGrid(grid: CaseGrid, plannedRepeats: number, width: number): GridLayout {
  const total = grid.columns.reduce((sum, each) => sum + each.cases, 0)
  const caseWidth = width / Math.max(1, total)
  const rows = Math.ceil(plannedRepeats / grid.attemptsPerRow)
  const rowHeight = rowHeightOnPaper(rows)
  const bars = Array.from({ length: rows }, (_, row) => {
    let before = 0
    const cells = grid.columns.map(({ cases, cells: tallies }): Cell => {
      const x = before * caseWidth
      before += cases
      const attempts = cases * attemptsIn(row, grid, plannedRepeats)
      return { x, width: cases * caseWidth, tally: tallies[row] ?? [0, 0, 0], attempts }
    })
    return merged(cells).flatMap((cell) =>
      barsOf(cell, (row + 1) * rowHeight - hairline, rowHeight - hairline),
    )
  }).flat()
  return { bars, caseWidth, rowHeight, rows, height: rows * rowHeight }
}

function letterOf([passes, failures, errors]: CellTally): string {
  if (passes > 0) return 'P'
  if (failures > 0) return 'F'
  return errors > 0 ? 'E' : '.'
}

/** A letter for each attempt of each case, where none shares its cell; null where some do. */
export function outcomesIn({ casesPerColumn, attemptsPerRow, columns }: CaseGrid): readonly string[] | null {
  if (casesPerColumn > 1 || attemptsPerRow > 1) return null
  return columns.map(({ cells }) => cells.map(letterOf).join(''))
}

/** The groups of complete cases by passes, and what is not complete behind them. */
export function gridGroups(
  { columns }: CaseGrid,
  casesByPasses: readonly { readonly passes: number; readonly cases: number }[],
): readonly CaseMapGroup[] {
  let first = 0
  const complete = casesByPasses
    .toSorted((a, b) => b.passes - a.passes)
    .filter(({ cases }) => cases > 0)
    .map(({ passes, cases }) => {
      const group = { passes, cases, first }
      first += cases
      return group
    })
  const incomplete = columns
    .filter(({ isComplete }) => !isComplete)
    .reduce((sum, { cases }) => sum + cases, 0)
  return incomplete === 0 ? complete : [...complete, { passes: null, cases: incomplete, first }]
}
