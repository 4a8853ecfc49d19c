/**
 * Quantile by nearest rank: the smallest value that at least `share` of the values do not exceed. Always one
 * of the values, never between two.
 * @param sorted values in ascending order, at least one
 * @param share in (0, 1], for example 0.95
 * @throws RangeError without values, or when the share is outside (0, 1]
 */
export function nearestRank(sorted: readonly number[], share: number): number {
  if (!(share > 0 && share <= 1)) throw new RangeError(`no quantile at ${share}`)
  // A share such as 0.07 is stored a little too large; its rank among 100 is still 7, not 8.
  const rank = Math.ceil(share * sorted.length * (1 - 4 * Number.EPSILON))
  const value = sorted[Math.max(rank, 1) - 1]
  if (value === undefined) throw new RangeError('a quantile needs at least one value')
  return value
}
