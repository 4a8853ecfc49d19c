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
  /** Rows count upwards from the bar; the line of a level ends under its label. */
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

function onSide(mark: LevelMark, side: 'left' | 'right', available: number): Side {
  const text = fitName(mark.name, mark.ending, available, labelSize)
  const width = textWidth(text, labelSize)
  return side === 'left'
    ? { ...mark, text, side, from: mark.x - besideLine - width, to: mark.x - besideLine }
    : { ...mark, text, side, from: mark.x + besideLine, to: mark.x + besideLine + width }
}

/**
 * Labels stand left of their lines where the name fits there, otherwise on the roomier side. A label on the
 * right stops before the next line whose label stands on the left: that keeps the rows free of circles.
 */
function chooseSides(marks: readonly LevelMark[], width: number): readonly Side[] {
  let nextLine = width + besideLine + apart
  const sides: Side[] = []
  for (const mark of marks.toSorted((a, b) => b.x - a.x)) {
    const needed = textWidth(`${mark.name}${mark.ending}`, labelSize)
    const onLeft = mark.x - besideLine
    const onRight = nextLine - apart - besideLine - mark.x
    if (needed <= onLeft || (needed > onRight && onLeft >= onRight)) {
      sides.push(onSide(mark, 'left', onLeft))
      nextLine = mark.x
    } else {
      sides.push(onSide(mark, 'right', onRight))
    }
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
 * Places the labels of level lines above a bar from 0 to `width`: no label leaves the chart, covers another or is
 * cut by a line. Labels left of their lines climb like a staircase from the leftmost level to the rightmost;
 * labels right of theirs climb the other way and come first.
 */
export function placeLevelLabels(marks: readonly LevelMark[], width: number): readonly PlacedLabel[] {
  const sides = chooseSides(marks, width)
  const rightwards = sides.filter((each) => each.side === 'right')
  const leftwards = sides.filter((each) => each.side === 'left').toReversed()
  const placed: PlacedLabel[] = []
  for (const label of [...rightwards, ...leftwards]) {
    placed.push({ ...label, row: freeRow(label, placed) })
  }
  return placed
}
