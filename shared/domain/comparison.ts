import { z } from 'zod'
import { interval } from './assessment.ts'
import { verdict } from './level.ts'
import { measured, notMeasured } from './measured.ts'

const count = z.number().int().min(0)

/** Cases that only one of the two completed: they say nothing about the difference. */
const unpaired = z.object({ count, cases: z.array(z.string()).readonly() }).readonly()

/** Two configurations on the cases that both completed. */
export const pairComparison = z
  .object({
    first: z.string(),
    second: z.string(),
    sharedCases: count,
    /** Mean difference of their pass rates, first minus second, in [−1, 1]; at α. */
    difference: interval,
    /** At α divided by the number of comparisons. */
    verdict: z.enum(['first-better', 'second-better', 'more-evidence']),
    logEvidenceFirst: z.number(),
    logEvidenceSecond: z.number(),
    /** Shared cases likely still needed; null once it is decided. */
    casesNeeded: z.union([count, notMeasured]).nullable(),
    onlyFirst: unpaired,
    onlySecond: unpaired,
  })
  .readonly()
export type PairComparison = z.infer<typeof pairComparison>

const compared = z
  .object({
    configuration: z.string(),
    completeCases: count,
    /** Over all its complete cases; at α. */
    reliability: interval,
    /** `meets` is told at the level's α over the number of configurations, because one of them is picked. */
    levels: z.array(z.object({ name: z.string(), required: z.number(), verdict }).readonly()).readonly(),
    /** Of one attempt. */
    costUsd: measured,
    latencyMs: measured,
    /** No other configuration is at least as reliable at no higher cost, by the estimates. Null: not measured. */
    onFrontier: z.boolean().nullable(),
    /** The most reliable of those that leave it off the frontier. */
    dominatedBy: z.string().nullable(),
  })
  .readonly()
export type ComparedConfiguration = z.infer<typeof compared>

/** One configuration held against each other one, on the cases they share. */
const leader = z
  .object({
    configuration: z.string(),
    against: z
      .array(
        z
          .object({
            configuration: z.string(),
            /** At α divided by the number of comparisons, like that of any pair. */
            verdict: z.enum(['better', 'worse', 'more-evidence']),
            sharedCases: count,
            casesNeeded: z.union([count, notMeasured]).nullable(),
          })
          .readonly(),
      )
      .readonly(),
  })
  .readonly()

/** The configurations of a task side by side. */
export const comparison = z
  .object({
    formatVersion: z.literal(1),
    methodVersion: z.literal(3),
    task: z.string(),
    alpha: z.number(),
    /** Pairs there are to look at; each verdict is at α divided by it, whichever of them is shown. */
    comparisons: count,
    pairs: z.array(pairComparison).readonly(),
    configurations: z.array(compared).readonly(),
    /** The one that passes most often. Null: fewer than two are measured, or a pair was asked for. */
    leader: leader.nullable(),
  })
  .readonly()
export type Comparison = z.infer<typeof comparison>
