import { gamma, type Random } from './random.ts'

/**
 * One draw of the Bayesian bootstrap: a weight for each kind of case, in place of its count. A kind of count c gets a
 * gamma deviate of shape c, which is what c cases of weight Exp(1) add up to; so its cost depends on the kinds of cases
 * alone, not on how many cases there are. Weights are above 0 and not normalised.
 * Source: Rubin 1981, The Bayesian bootstrap.
 * @param counts at least 1 each
 */
export function resampledWeights(counts: readonly number[], random: Random): readonly number[] {
  return counts.map((count) => gamma(count, random))
}

/**
 * The equal-tailed range that holds at least a share of the values: nearest ranks on both sides.
 * @param share in (0, 1]
 * @throws RangeError without values
 */
export function centralRange(
  values: readonly number[],
  share: number,
): { readonly lower: number; readonly upper: number } {
  const sorted = [...Float64Array.from(values).toSorted()]
  // A half of 1 − 0.9 is a little less than 0.05.
  const cut = Math.min(
    Math.floor(((1 - share) / 2) * sorted.length + 1e-9),
    Math.floor((sorted.length - 1) / 2),
  )
  const lower = sorted[cut]
  const upper = sorted[sorted.length - 1 - cut]
  if (lower === undefined || upper === undefined) throw new RangeError('a range needs at least one value')
  return { lower, upper }
}
