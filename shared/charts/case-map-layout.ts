import type { CaseMap } from '../domain/case.ts'

/** Where each attempt of each case goes: cases from left to right in as many bands as it takes, attempts down. */
export interface CaseMapLayout {
  /** Of one attempt, in whole pixels, with the hairline to the next one where there is room for it. */
  readonly cellWidth: number
  readonly cellHeight: number
  readonly hairline: number
  readonly cases: number
  /** Cells of a column: the planned repeats, and one for each void trial of the case with most of them. */
  readonly rows: number
  readonly perBand: number
  readonly bands: number
  /** From the top of one band to the top of the next. */
  readonly bandHeight: number
  /** Of everything, in pixels. */
  readonly width: number
  readonly height: number
}

/** A cell: place of the case from 0, and of the attempt from 0. */
export interface CaseMapCell {
  readonly index: number
  readonly row: number
}

/** Wider cells do not say more. */
const widest = 22
const highest = 14
/** From this size on a cell has a hairline around it, and signs inside it can be told apart. */
const roomy = 5

function most(outcomes: readonly string[], plannedRepeats: number): number {
  return outcomes.reduce((rows, each) => Math.max(rows, each.length), plannedRepeats)
}

function layOut(
  cases: number,
  rows: number,
  width: number,
  cell: { readonly width: number; readonly height: number },
): CaseMapLayout {
  const perBand = Math.max(1, Math.floor(width / cell.width))
  const bands = Math.max(1, Math.ceil(cases / perBand))
  const apart = cell.height < roomy ? 3 : 8
  const bandHeight = rows * cell.height + apart
  return {
    cellWidth: cell.width,
    cellHeight: cell.height,
    hairline: Math.min(cell.width, cell.height) < roomy ? 0 : 1,
    cases,
    rows,
    perBand,
    bands,
    bandHeight,
    width: Math.min(cases, perBand) * cell.width,
    height: bands * bandHeight - apart,
  }
}

/**
 * Lays the cases out on a width, not higher than `height` if that can be: in one band while a column keeps a few
 * pixels, else in several, of cells as large as there is room for. Two pixels where there is room for none.
 */
export function layOutCaseMap(
  { outcomes, plannedRepeats }: Pick<CaseMap, 'outcomes' | 'plannedRepeats'>,
  width: number,
  height: number,
): CaseMapLayout {
  const cases = outcomes.length
  const rows = most(outcomes, plannedRepeats)
  const columnWidth = Math.min(widest, Math.floor(width / Math.max(1, cases)))
  if (columnWidth >= roomy) {
    const cellHeight = Math.max(3, Math.min(highest, Math.floor(height / rows)))
    return layOut(cases, rows, width, { width: columnWidth, height: cellHeight })
  }
  for (let size = roomy + 3; size >= 1; size -= 1) {
    const layout = layOut(cases, rows, width, { width: size, height: size })
    if (layout.height <= height) return layout
  }
  return layOut(cases, rows, width, { width: 2, height: 2 })
}

/** On paper columns may be narrower: there is no zoom, but ten times as many dots. */
const highestOnPaper = 24
const paperHeight = 140

/** Height of a row on paper, with the hairline to the next one. */
export function rowHeightOnPaper(rows: number): number {
  return Math.max(roomy, Math.min(highestOnPaper, Math.floor(paperHeight / Math.max(1, rows))))
}

/** Lays the cases out in one band on paper, whose columns are as wide as there is room for, to a sixteenth of a pixel. */
export function layOutCaseMapOnPaper(cases: number, rows: number, width: number): CaseMapLayout {
  const cellWidth = Math.min(widest, Math.floor((16 * width) / Math.max(1, cases)) / 16)
  const cell = { width: cellWidth, height: rowHeightOnPaper(rows) }
  const layout = layOut(cases, rows, width, cell)
  return { ...layout, hairline: cellWidth < roomy ? 0.5 : 1 }
}

/** The top left corner of a cell. */
export function cornerOf(layout: CaseMapLayout, { index, row }: CaseMapCell): { x: number; y: number } {
  const band = Math.floor(index / layout.perBand)
  return {
    x: (index % layout.perBand) * layout.cellWidth,
    y: band * layout.bandHeight + row * layout.cellHeight,
  }
}

/** The cell at a place; null beside all of them. Between two bands it is the last row of the upper one. */
export function cellAt(layout: CaseMapLayout, x: number, y: number): CaseMapCell | null {
  const column = Math.floor(x / layout.cellWidth)
  const band = Math.floor(y / layout.bandHeight)
  if (x < 0 || y < 0 || column >= layout.perBand || band >= layout.bands) return null
  const index = band * layout.perBand + column
  if (index >= layout.cases) return null
  const row = Math.floor((y - band * layout.bandHeight) / layout.cellHeight)
  return { index, row: Math.min(row, layout.rows - 1) }
}

/** Cases side by side that passed equally often, or that are not complete. */
export interface CaseMapGroup {
  /** Null: not complete. */
  readonly passes: number | null
  readonly first: number
  readonly cases: number
}

function passesOf(outcomes: string): number | null {
  if (outcomes.includes('.')) return null
  return outcomes.split('P').length - 1
}

export function groupsOf(outcomes: readonly string[]): readonly CaseMapGroup[] {
  const groups: CaseMapGroup[] = []
  for (const [index, each] of outcomes.entries()) {
    const passes = passesOf(each)
    const last = groups.at(-1)
    if (last !== undefined && last.passes === passes)
      groups[groups.length - 1] = { ...last, cases: last.cases + 1 }
    else groups.push({ passes, first: index, cases: 1 })
  }
  return groups
}
