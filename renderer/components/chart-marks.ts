import type { Box, ChartMark } from '../../shared/charts/index.ts'

interface Point {
  readonly x: number
  readonly y: number
}

interface Size {
  readonly width: number
  readonly height: number
}

/** From the point to the mark; 0 inside its box. */
function distance({ x, y }: Point, { box, ...mark }: ChartMark): number {
  if (box === undefined) return Math.hypot(mark.x - x, mark.y - y)
  const across = Math.max(box.x - x, 0, x - box.x - box.width)
  const down = Math.max(box.y - y, 0, y - box.y - box.height)
  return Math.hypot(across, down)
}

/** The mark one means by pointing at this place of the drawing; null when there is none at all. */
export function nearestMark(marks: readonly ChartMark[], point: Point): ChartMark | null {
  let nearest: ChartMark | null = null
  let least = Number.POSITIVE_INFINITY
  for (const mark of marks) {
    const away = distance(point, mark)
    if (away < least) {
      nearest = mark
      least = away
    }
  }
  return nearest
}

/** Which of `count` marks a key leads to from the one at `index`, −1 being none; null for a key that leads nowhere. */
export function markAfter(key: string, index: number, count: number): number | null {
  switch (key) {
    case 'ArrowRight':
    case 'ArrowDown':
      return Math.min(index + 1, count - 1)
    case 'ArrowLeft':
    case 'ArrowUp':
      return index < 0 ? count - 1 : Math.max(index - 1, 0)
    case 'Home':
      return 0
    case 'End':
      return count - 1
    default:
      return null
  }
}

/** How far the ring stands off the middle of a point, and off the edges of a box. */
const pointRing = 7
const boxRing = 2
/** Between the ring and the tip. */
const apart = 4

/** What is drawn around a mark that is being read. */
export function ringAround({ x, y, box }: ChartMark): Box {
  if (box === undefined)
    return { x: x - pointRing, y: y - pointRing, width: 2 * pointRing, height: 2 * pointRing }
  return {
    x: box.x - boxRing,
    y: box.y - boxRing,
    width: box.width + 2 * boxRing,
    height: box.height + 2 * boxRing,
  }
}

function within(start: number, size: number, room: number): number {
  return Math.max(0, Math.min(start, room - size))
}

/** Beside a rectangle, never on it: above, below, right or left, the first that stays in the frame. */
function besideRing(ring: Box, tip: Size, frame: Size): Point | null {
  const middleX = within(ring.x + ring.width / 2 - tip.width / 2, tip.width, frame.width)
  const middleY = within(ring.y + ring.height / 2 - tip.height / 2, tip.height, frame.height)
  const above = ring.y - apart - tip.height
  const below = ring.y + ring.height + apart
  const right = ring.x + ring.width + apart
  const left = ring.x - apart - tip.width
  if (above >= 0) return { x: middleX, y: above }
  const under = frame.height - tip.height
  // Where only a row or two of labels is left below, the tip keeps to the edge and leaves the first row to be read.
  if (below <= under) return { x: middleX, y: under - below < tip.height ? under : below }
  if (right + tip.width <= frame.width) return { x: right, y: middleY }
  return left >= 0 ? { x: left, y: middleY } : null
}

/**
 * Where the words about a mark stand, by their top left corner: inside the frame and beside the mark. A mark that
 * leaves no room beside it is covered in part, though not its middle as long as that is possible.
 */
export function placeTip(mark: ChartMark, tip: Size, frame: Size): Point {
  const { x, y } = mark
  const middle = { id: mark.id, x, y, text: mark.text }
  return (
    besideRing(ringAround(mark), tip, frame) ??
    besideRing(ringAround(middle), tip, frame) ?? {
      x: within(x < frame.width / 2 ? frame.width : 0, tip.width, frame.width),
      y: within(y < frame.height / 2 ? frame.height : 0, tip.height, frame.height),
    }
  )
}
