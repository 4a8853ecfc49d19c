import { z } from 'zod'
import { measured, notMeasured } from './measured.ts'

const count = z.number().int().min(0)
const onCurve = z
  .object({ amount: z.number(), reliability: z.number(), lower: z.number(), upper: z.number() })
  .readonly()

/** Passes of the cases of a compute series, with the amounts of compute: all that a band is computed from. */
export const scalingBandInput = z
  .object({
    amounts: z.array(z.number().gt(0)).min(2).readonly(),
    plannedRepeats: count,
    joint: z
      .array(z.object({ passes: z.array(count.nullable()).readonly(), cases: count }).readonly())
      .readonly(),
    /** The band holds this share of the resampled curves, pointwise. */
    share: z.number().gt(0).lt(1),
    replicates: z.number().int().min(20).max(20_000),
    seed: z.number().int(),
  })
  .readonly()
export type ScalingBandInput = z.infer<typeof scalingBandInput>

/** The fitted curve of a compute series with a bootstrap band over cases. A picture, not a claim. */
export const scalingBand = z
  .object({
    /** The non-decreasing fit at the measured amounts. */
    fit: z.array(onCurve).readonly(),
    /** A power law beyond the largest measured amount; drawn dashed, it never decides. */
    extrapolation: z.union([z.array(onCurve).readonly(), notMeasured]),
    share: z.number(),
    replicates: count,
    seed: z.number().int(),
  })
  .readonly()
export type ScalingBand = z.infer<typeof scalingBand>

/** Not measured without a series; see the assessment for its points and statement. */
export const scalingAnswer = z.object({
  formatVersion: z.literal(1),
  methodVersion: z.literal(3),
  task: z.string(),
  configuration: z.string(),
  unit: z.string().nullable(),
  band: z.union([scalingBand, notMeasured]),
  /** The reliability that the level requires. */
  required: measured,
})
export type ScalingAnswer = z.infer<typeof scalingAnswer>
