export interface Span {
  /** Where the middle should be. */
  readonly middle: number
  readonly size: number
}

/**
 * Middles for labels in a row (or a column), as near as they can be to where they should be: none overlaps the
 * next, all stay between `from` and `to`. When they cannot all fit, they start at `from` and run over.
 * @param spans in ascending order of `middle`
 */
export function spread(spans: readonly Span[], from: number, to: number, gap: number): readonly number[] {
  const placed: number[] = []
  let edge = from
  for (const { middle, size } of spans) {
    const start = Math.max(edge, middle - size / 2)
    placed.push(start + size / 2)
    edge = start + size + gap
  }
  return pushBack(spans, placed, from, to, gap)
}

function pushBack(
  spans: readonly Span[],
  middles: readonly number[],
  from: number,
  to: number,
  gap: number,
): readonly number[] {
  const total = spans.reduce((sum, each) => sum + each.size + gap, -gap)
  let edge = Math.max(to, from + total)
  return spans
    .toReversed()
    .map(({ size }, index) => {
      const middle = Math.min(middles[spans.length - 1 - index] ?? 0, edge - size / 2)
      edge = middle - size / 2 - gap
      return middle
    })
    .toReversed()
}
