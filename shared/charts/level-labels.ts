import { fitName, textWidth } from './text-width.ts'

export interface LevelMark {
  readonly name: string
  /** What follows the name and is never cut: " 99%". */
  readonly ending: string
  /** Where the level's line stands. */
  readonly x: number
  readonly bold: boolean
}

export interface PlacedLabel extends LevelMark {
  readonly text: string
  readonly from: number
  readonly to: number
  /** Rows count upwards from the bar; the line of a level ends under its label. −1: there is no room for one. */
  readonly row: number
}

export const labelSize = 12
/** Between a label and its own line. */
const besideLine = 5
/** Between two labels of one row, and between a label and another level's line. */
const apart = 6

interface Side extends LevelMark {
  readonly text: string
  readonly from: number
  readonly to: number
  readonly side: 'left' | 'right'
}

/** Null when not even the ending has room. */
function onSide(mark: LevelMark, side: 'left' | 'right', available: number): Side | null {
  const text = fitName(mark.name, mark.ending, available, labelSize)
  const width = textWidth(text, labelSize)
  if (width > available) return null
  return side === 'left'
    ? { ...mark, text, side, from: mark.x - besideLine - width, to: mark.x - besideLine }
    : { ...mark, text, side, from: mark.x + besideLine, to: mark.x + besideLine + width }
}

/**
 * Labels stand left of their lines where the name fits there, otherwise on the roomier side. A label on the
 * right stops before the next line whose label stands on the left: that keeps the rows free of circles. Those
 * without room are left out.
 */
function chooseSides(marks: readonly LevelMark[], width: number): readonly Side[] {
  let nextLine = width + apart
  const sides: Side[] = []
  for (const mark of marks.toSorted((a, b) => b.x - a.x)) {
    const needed = textWidth(`${mark.name}${mark.ending}`, labelSize)
    const onLeft = mark.x - besideLine
    const onRight = nextLine - apart - besideLine - mark.x
    const isLeft = needed <= onLeft || (needed > onRight && onLeft >= onRight)
    const placed = isLeft ? onSide(mark, 'left', onLeft) : onSide(mark, 'right', onRight)
    if (placed === null) continue
    sides.push(placed)
    if (isLeft) nextLine = mark.x
  }
  return sides
}

/** The lowest row above every placed line that the label would cut, where no label of the row is in the way. */
function freeRow(label: Side, placed: readonly PlacedLabel[]): number {
  const cut = placed.filter((each) => each.x > label.from - apart && each.x < label.to + apart)
  const inTheWay = placed.filter((each) => each.from < label.to + apart && each.to > label.from - apart)
  let row = cut.reduce((lowest, each) => Math.max(lowest, each.row + 1), 0)
  while (inTheWay.some((each) => each.row === row)) row += 1
  return row
}

/**
 * The labels that have room. On a narrow chart with crowded levels some have none; should the bold one be among
 * them, it stands alone.
 */
function labelsWithRoom(marks: readonly LevelMark[], width: number): readonly Side[] {
  const fitting = chooseSides(marks, width)
  const bold = marks.filter((each) => each.bold)
  if (bold.every((mark) => fitting.some((each) => each.name === mark.name))) return fitting
  return chooseSides(bold, width)
}

/**
 * Places the labels of level lines above a bar from 0 to `width`: no label leaves the chart, covers another or is
 * cut by a line. Labels left of their lines climb like a staircase from the leftmost level to the rightmost;
 * labels right of theirs climb the other way and come first. A level whose label has no room keeps its bare line.
 */
export function placeLevelLabels(marks: readonly LevelMark[], width: number): readonly PlacedLabel[] {
  const sides = labelsWithRoom(marks, width)
  const rightwards = sides.filter((each) => each.side === 'right')
  const leftwards = sides.filter((each) => each.side === 'left').toReversed()
  const placed: PlacedLabel[] = []
  for (const label of [...rightwards, ...leftwards]) {
    placed.push({ ...label, row: freeRow(label, placed) })
  }
  const bare = marks.filter((mark) => !placed.some((each) => each.name === mark.name))
  return [...placed, ...bare.map((mark) => ({ ...mark, text: '', from: mark.x, to: mark.x, row: -1 }))]
}
