/** The largest |found − expected| of two lists; infinite when their lengths differ or a number is NaN. */
export function largestDifference(found: readonly number[], expected: readonly number[]): number {
  if (found.length !== expected.length) return Number.POSITIVE_INFINITY
  let largest = 0
  for (const [index, value] of expected.entries()) {
    const difference = Math.abs((found[index] ?? Number.NaN) - value)
    if (!(difference <= largest)) largest = Number.isNaN(difference) ? Number.POSITIVE_INFINITY : difference
  }
  return largest
}
