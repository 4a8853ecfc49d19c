/**
 * Where an axis of pass rates begins, so that high rates can be told apart: at the last tenth below the smallest value
 * shown, with a little room; it always ends at 1. Only for points and intervals: bars begin at 0.
 */
export function rateAxisStart(values: readonly number[]): number {
  const smallest = Math.min(1, ...values)
  // In tenths: 0.3 × 10 is a little more than 3.
  return Math.max(0, Math.min(9, Math.floor(Math.round((smallest - 0.015) * 1e6) / 1e5)) / 10)
}
