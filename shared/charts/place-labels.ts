/** A box of the drawing, in pixels. */
export interface Box {
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
}

export interface PointLabel {
  readonly x: number
  readonly y: number
  /** Widths of its lines: it is written in all of them, or in the first alone. */
  readonly lines: readonly number[]
}

export interface PlacedPointLabel {
  /** How many of its lines have room. */
  readonly lines: number
  /** Where the lines begin or end, and the baseline of the first. */
  readonly x: number
  readonly baseline: number
  readonly anchor: 'start' | 'end' | 'middle'
}

export const pointLineHeight = 14
const beside = 9
const above = 9

export function overlaps(a: Box, b: Box): boolean {
  return a.left < b.right && a.right > b.left && a.top < b.bottom && a.bottom > b.top
}

interface Candidate extends PlacedPointLabel {
  readonly box: Box
}

function candidate(
  point: PointLabel,
  lines: number,
  anchor: PlacedPointLabel['anchor'],
  x: number,
  top: number,
): Candidate {
  const width = Math.max(...point.lines.slice(0, lines))
  const left = anchor === 'start' ? x : anchor === 'end' ? x - width : x - width / 2
  const box = { left, right: left + width, top, bottom: top + lines * pointLineHeight }
  return { lines, x, baseline: top + 11, anchor, box }
}

/** Places around a point, the most readable first. */
function candidates(point: PointLabel, lines: number): readonly Candidate[] {
  const { x, y } = point
  const height = lines * pointLineHeight
  const [right, left] = [x + beside, x - beside]
  const tops = [y - height / 2, y - height - 2, y + 2, y - height - above, y + above]
  return [
    ...tops.map((top) => candidate(point, lines, 'start', right, top)),
    ...tops.map((top) => candidate(point, lines, 'end', left, top)),
  ]
}

interface Obstacles {
  /** Never covered: points, other labels. */
  readonly solid: readonly Box[]
  /** Covered only where there is no other place: lines, which can be followed behind a word. */
  readonly thin: readonly Box[]
}

/** The places to try, the best first: a later line is given up before a thin line is covered. */
function attempts(point: PointLabel): readonly { readonly found: Candidate; readonly overThin: boolean }[] {
  const counts = point.lines.map((_, index) => point.lines.length - index)
  return [false, true].flatMap((overThin) =>
    counts.flatMap((lines) => candidates(point, lines).map((found) => ({ found, overThin }))),
  )
}

/**
 * Places a label beside each point, in their order: inside the frame, clear of the obstacles and of the labels placed
 * before. One that has no room loses its later lines, then covers thin lines, then is left out.
 * @returns null for a label without room
 */
export function placePointLabels(
  points: readonly PointLabel[],
  { solid, thin }: Obstacles,
  frame: Box,
): readonly (PlacedPointLabel | null)[] {
  const taken = [...solid]
  const isInside = (box: Box): boolean =>
    box.left >= frame.left && box.right <= frame.right && box.top >= frame.top && box.bottom <= frame.bottom
  return points.map((point) => {
    const free = attempts(point).find(
      ({ found: { box }, overThin }) =>
        isInside(box) &&
        !taken.some((each) => overlaps(box, each)) &&
        (overThin || !thin.some((each) => overlaps(box, each))),
    )
    if (free === undefined) return null
    const { lines, x, baseline, anchor, box } = free.found
    taken.push(box)
    return { lines, x, baseline, anchor }
  })
}
