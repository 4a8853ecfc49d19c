import type { ScalingBand, ScalingBandInput } from '../domain/scaling-band.ts'
import { centralRange, resampledWeights } from '../statistics/bootstrap.ts'
import { isotonicFit } from '../statistics/isotonic.ts'
import { type MeasuredAmount, poolAmounts, powerLawFit } from '../statistics/power-law.ts'
import { seededRandom } from '../statistics/random.ts'

/** How far beyond the largest measured amount the dashed curve goes. */
const steps = [1, 2, 4, 8]
/** Fewer amounts fit a power law whatever was measured. */
const fewestPoints = 3

/** Mean pass rate of each configuration, over the weighted kinds of cases that completed it. */
function measure(
  { amounts, joint, plannedRepeats }: ScalingBandInput,
  weights: readonly number[],
): readonly MeasuredAmount[] {
  return amounts.map((amount, place) => {
    let sum = 0
    let weight = 0
    for (const [index, each] of joint.entries()) {
      const passes = each.passes[place] ?? null
      if (passes === null) continue
      const own = weights[index] ?? 0
      sum += (own * passes) / plannedRepeats
      weight += own
    }
    return { amount, reliability: weight === 0 ? 0 : sum / weight, weight }
  })
}

interface Curves {
  readonly fitted: readonly number[]
  readonly beyond: readonly number[]
}

function draw(points: readonly MeasuredAmount[]): Curves {
  const known = poolAmounts(points.filter((each) => each.weight > 0))
  const fitted = isotonicFit(known.map(({ reliability, weight }) => ({ value: reliability, weight })))
  if (known.length < fewestPoints) return { fitted, beyond: [] }
  const curve = powerLawFit(known)
  const last = known.at(-1)?.amount ?? 1
  return { fitted, beyond: steps.map((step) => curve(step * last)) }
}

/** The band holds the fitted curve itself also where most resampled ones lie on one side of it. */
function withRange(
  amounts: readonly number[],
  estimates: readonly number[],
  resampled: readonly (readonly number[])[],
  share: number,
): ScalingBand['fit'] {
  return amounts.map((amount, index) => {
    const reliability = estimates[index] ?? 0
    const range = centralRange(
      resampled.map((curve) => curve[index] ?? 0),
      share,
    )
    const [lower, upper] = [Math.min(range.lower, reliability), Math.max(range.upper, reliability)]
    return { amount, reliability, lower, upper }
  })
}

/** Amounts that some case completed, each once: the others are no points yet. */
function measuredAmounts({ amounts, joint }: ScalingBandInput): readonly number[] {
  const measured = amounts.filter((_, place) => joint.some((each) => (each.passes[place] ?? null) !== null))
  return [...new Set(measured)].toSorted((a, b) => a - b)
}

/**
 * The fit of a compute series with its band: cases are resampled whole, with what they did in every configuration, so
 * that the points of a curve stay related. The same seed gives the same band. Costs replicates × kinds of cases.
 * @param onProgress told the share that is done, now and then
 */
export function computeScalingBand(
  input: ScalingBandInput,
  onProgress: (share: number) => void,
): ScalingBand {
  const { joint, replicates, seed, share } = input
  const random = seededRandom(seed)
  const counts = joint.map((each) => each.cases)
  const estimate = draw(measure(input, counts))
  const resampled: Curves[] = []
  for (let replicate = 1; replicate <= replicates; replicate += 1) {
    resampled.push(draw(measure(input, resampledWeights(counts, random))))
    if (replicate % 50 === 0) onProgress(replicate / replicates)
  }
  const amounts = measuredAmounts(input)
  const last = amounts.at(-1) ?? 1
  return {
    fit: withRange(
      amounts,
      estimate.fitted,
      resampled.map((each) => each.fitted),
      share,
    ),
    extrapolation:
      estimate.beyond.length === 0
        ? { notMeasured: 'too-few-points' }
        : withRange(
            steps.map((step) => step * last),
            estimate.beyond,
            resampled.map((each) => each.beyond),
            share,
          ),
    share,
    replicates,
    seed,
  }
}
