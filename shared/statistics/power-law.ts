/** A measured reliability at an amount of compute, from so many cases. */
export interface MeasuredAmount {
  /** Above 0. */
  readonly amount: number
  /** In [0, 1]. */
  readonly reliability: number
  /** Cases, above 0; need not be whole. */
  readonly weight: number
}

/** One point for each amount, the mean over all cases that were measured at it; smallest amount first. */
export function poolAmounts(points: readonly MeasuredAmount[]): readonly MeasuredAmount[] {
  return [...Map.groupBy(points, (each) => each.amount)]
    .map(([amount, same]) => {
      const weight = same.reduce((sum, each) => sum + each.weight, 0)
      const passed = same.reduce((sum, each) => sum + each.weight * each.reliability, 0)
      return { amount, reliability: passed / weight, weight }
    })
    .toSorted((a, b) => a.amount - b.amount)
}

/**
 * A failure rate that falls as a power of compute, 1 − p = a · amount^b with b ≤ 0: the usual shape of scaling curves,
 * fitted by weighted least squares of log(1 − p) on log(amount). Half a failure is added to each point, so that a point
 * without failures has a logarithm. For drawing beyond the measured range only; no claim rests on it.
 * Source: Kaplan et al. 2020 (power laws in compute); Anscombe 1956 (the added half).
 * @param points two at least, of different amounts
 * @returns the curve: amount above 0 → reliability in [0, 1]
 */
export function powerLawFit(points: readonly MeasuredAmount[]): (amount: number) => number {
  const logs = points.map(({ amount, reliability, weight }) => ({
    x: Math.log(amount),
    y: Math.log(((1 - reliability) * weight + 0.5) / (weight + 1)),
    weight,
  }))
  const total = logs.reduce((sum, each) => sum + each.weight, 0)
  const meanX = logs.reduce((sum, each) => sum + each.weight * each.x, 0) / total
  const meanY = logs.reduce((sum, each) => sum + each.weight * each.y, 0) / total
  const xx = logs.reduce((sum, each) => sum + each.weight * (each.x - meanX) ** 2, 0)
  const xy = logs.reduce((sum, each) => sum + each.weight * (each.x - meanX) * (each.y - meanY), 0)
  // Amounts that differ in their last digits have the same logarithm.
  const slope = xx > 0 ? Math.min(0, xy / xx) : 0
  return (amount) => {
    const failing = Math.exp(meanY + slope * (Math.log(amount) - meanX))
    return Math.min(1, Math.max(0, 1 - failing))
  }
}
