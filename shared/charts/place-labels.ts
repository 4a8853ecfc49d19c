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
  /** Where its interval ends, below and above it. */
  readonly from: number
  readonly to: number
  /** Ways of writing it, the best first; of each, the widths of its lines. */
  readonly ways: readonly (readonly number[])[]
}

export interface PlacedPointLabel {
  /** Which of its ways has room. */
  readonly way: number
  /** Where the lines begin or end, and the baseline of the first. */
  readonly x: number
  readonly baseline: number
  readonly anchor: 'start' | 'end' | 'middle'
}

export const pointLineHeight = 14
const beside = 9
const above = 9
/** Between a label and the end of the interval over or under which it stands. */
const overInterval = 3
/** So much nearer is a label to its own point than to any other: else it would be read as the other's. */
const nearer = 2

export function overlaps(a: Box, b: Box): boolean {
  return a.left < b.right && a.right > b.left && a.top < b.bottom && a.bottom > b.top
}

/** How far it is from one box to another; 0 where they touch. */
function distance(a: Box, b: Box): number {
  const across = Math.max(0, a.left - b.right, b.left - a.right)
  const down = Math.max(0, a.top - b.bottom, b.top - a.bottom)
  return Math.hypot(across, down)
}

/** A point with its interval, as they are drawn. */
export function markBox({ x, y, from, to }: Pick<PointLabel, 'x' | 'y' | 'from' | 'to'>): Box {
  return { left: x - 6, right: x + 6, top: Math.min(to - 1, y - 6), bottom: Math.max(from + 1, y + 6) }
}

interface Candidate extends PlacedPointLabel {
  readonly box: Box
}

type Place = Pick<PlacedPointLabel, 'anchor' | 'x'> & { readonly top: number }

/** Beside a point, the most readable first. */
function placesBeside({ x, y }: PointLabel, height: number): readonly Place[] {
  const tops = [y - height / 2, y - height - 2, y + 2, y - height - above, y + above]
  return [
    ...tops.map((top) => ({ anchor: 'start', x: x + beside, top }) as const),
    ...tops.map((top) => ({ anchor: 'end', x: x - beside, top }) as const),
  ]
}

/** Over and under its interval. */
function placesOver({ x, y, from, to }: PointLabel, height: number): readonly Place[] {
  const [over, under] = [Math.min(to, y - 6) - overInterval - height, Math.max(from, y + 6) + overInterval]
  return [
    { anchor: 'middle', x, top: over },
    { anchor: 'middle', x, top: under },
    { anchor: 'end', x: x - 3, top: over },
    { anchor: 'start', x: x + 3, top: under },
    { anchor: 'start', x: x + 3, top: over },
    { anchor: 'end', x: x - 3, top: under },
  ]
}

function candidates(point: PointLabel, way: number, isOverFirst: boolean): readonly Candidate[] {
  const lines = point.ways[way] ?? []
  const [width, height] = [Math.max(...lines), lines.length * pointLineHeight]
  const [around, over] = [placesBeside(point, height), placesOver(point, height)]
  return (isOverFirst ? [...over, ...around] : [...around, ...over]).map(({ anchor, x, top }) => {
    const left = anchor === 'start' ? x : anchor === 'end' ? x - width : x - width / 2
    const box = { left, right: left + width, top, bottom: top + height }
    return { way, x, baseline: top + 11, anchor, box }
  })
}

interface Obstacles {
  /** Never covered: points with their intervals, other labels. */
  readonly solid: readonly Box[]
  /** Covered only where there is no other place: lines, which can be followed behind a word. */
  readonly thin: readonly Box[]
}

/** The places to try, the best first: a shorter way is taken before a thin line is covered. */
function attempts(
  point: PointLabel,
  isOverFirst: boolean,
): readonly { readonly found: Candidate; readonly overThin: boolean }[] {
  return [false, true].flatMap((overThin) =>
    point.ways.flatMap((_, way) => candidates(point, way, isOverFirst).map((found) => ({ found, overThin }))),
  )
}

/**
 * Places a label by each point, in their order: inside the frame, clear of the obstacles and of the labels placed before,
 * and nearer to its own point than to any other. One that has no room is written in its shorter ways, then covers thin
 * lines, then is left out.
 * @param isOverFirst over or under its interval rather than beside the point
 * @returns null for a label without room
 */
export function placePointLabels(
  points: readonly PointLabel[],
  { solid, thin }: Obstacles,
  frame: Box,
  isOverFirst = false,
): readonly (PlacedPointLabel | null)[] {
  const marks = points.map(markBox)
  const taken = [...solid]
  const isInside = (box: Box): boolean =>
    box.left >= frame.left && box.right <= frame.right && box.top >= frame.top && box.bottom <= frame.bottom
  return points.map((point, index) => {
    const own = markBox(point)
    const isItsOwn = (box: Box): boolean => {
      const least = distance(box, own) + nearer
      return marks.every((other, at) => at === index || distance(box, other) >= least)
    }
    const free = attempts(point, isOverFirst).find(
      ({ found: { box }, overThin }) =>
        isInside(box) &&
        !taken.some((each) => overlaps(box, each)) &&
        (overThin || !thin.some((each) => overlaps(box, each))) &&
        isItsOwn(box),
    )
    if (free === undefined) return null
    const { way, x, baseline, anchor, box } = free.found
    taken.push(box)
    return { way, x, baseline, anchor }
  })
}
