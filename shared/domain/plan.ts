import { z } from 'zod'
import { errorChance, requiredReliability } from './level.ts'
import { measured, notMeasured } from './measured.ts'

const count = z.number().int().min(0)

/** What is to be shown, and what is assumed before anything is logged. */
export const planInput = z.object({
  /** What the level requires. */
  required: requiredReliability,
  /** The reliability that is assumed. */
  assumed: z.number().min(0).max(1),
  alpha: errorChance.default(0.05),
  /** Correlation of two attempts at one case: 0 all cases are equally hard, near 1 a case passes always or never. */
  spread: z.number().min(0).lt(1).default(0),
  /** Attempts per case that are compared. */
  repeats: z.array(z.number().int().min(1).max(1000)).min(1).max(10).readonly().default([1, 2, 4]),
  /** Cost of one trial; null: not said. */
  costPerTrialUsd: z.number().min(0).max(1e9).nullable().default(null),
  /** How many teams are simulated, and after how many cases they give up. */
  runs: z.number().int().min(100).max(20_000).default(1000),
  mostCases: z.number().int().min(1).max(1_000_000).default(20_000),
  seed: z.number().int().default(1),
})
export type PlanInput = z.infer<typeof planInput>

const zeroFailure = z.object({
  required: z.number(),
  /** Cases without a failure that show it, when their number is fixed beforehand. */
  fixedSize: count,
  /** The same when the team may look after every case. */
  anyTime: count,
})

/** How many cases and trials bring which chance of `meets`. */
export const plan = z
  .object({
    formatVersion: z.literal(1),
    methodVersion: z.literal(3),
    ...planInput.shape,
    alpha: z.number(),
    spread: z.number(),
    repeats: z.array(count).readonly(),
    costPerTrialUsd: z.number().nullable(),
    runs: count,
    mostCases: count,
    seed: z.number().int(),
    plans: z
      .array(
        z
          .object({
            repeats: count,
            /** Chance that a team has reached `meets` by then. */
            chance: z.number(),
            cases: z.union([count, notMeasured]),
            trials: z.union([count, notMeasured]),
            costUsd: measured,
          })
          .readonly(),
      )
      .readonly(),
    /** Share of the simulated teams that reached `meets` at all, with its standard error. */
    reached: z
      .array(z.object({ repeats: count, share: z.number(), standardError: z.number() }).readonly())
      .readonly(),
    zeroFailure: zeroFailure.readonly(),
    /** The same for the usual levels. */
    zeroFailureTable: z.array(zeroFailure.readonly()).readonly(),
  })
  .readonly()
export type Plan = z.infer<typeof plan>
