import { z } from 'zod'
import { compute } from './configuration.ts'

/**
 * What the store keeps rolled up for each configuration, so that an assessment never scans trials.
 * Counted trials are the first `plannedRepeats` non-void trials, by repeat, of each complete case.
 */

const count = z.number().int().min(0)

/** Complete cases whose counted trials add up to the same numbers. An error without verdict counts as rejected. */
const caseClass = z
  .object({
    passes: count,
    errors: count,
    /** Accepted by the verifier and passed. */
    acceptedPasses: count,
    /** Accepted by the verifier and not passed. */
    acceptedFailures: count,
    /** Counted trials whose verdict is known: logged, or an error. Equals the planned repeats when all are. */
    verdicts: count,
    /** How many complete cases look like this. */
    cases: count,
  })
  .readonly()
export type CaseClass = z.infer<typeof caseClass>

/** Cases that were begun before the last complete one was, and are not complete; none without a fair trial. */
const leftIncomplete = z
  .object({
    /** Non-void trials: 1 to the planned repeats less 1. */
    tried: count,
    /** Passes among them. */
    passes: count,
    cases: count,
  })
  .readonly()
export type LeftIncomplete = z.infer<typeof leftIncomplete>

/** Trials of a case that gave the same answer. */
const answerGroup = z
  .object({
    /** How many trials gave it, at least 1. */
    count,
    /** How many of them passed, 0 to `count`; between the two where graders disagreed. */
    passes: count,
  })
  .readonly()
export type AnswerGroup = z.infer<typeof answerGroup>

/** Complete cases whose counted trials gave answers in groups of the same sizes. */
const answerClass = z
  .object({
    groups: z.array(answerGroup).readonly(),
    /** Counted trials without an answer: errors. They do not vote. */
    blanks: count,
    cases: count,
  })
  .readonly()
export type AnswerClass = z.infer<typeof answerClass>

/** Complete cases of several configurations with the same passes in each; null where a case is not complete. */
export interface JointClass {
  readonly passes: readonly (number | null)[]
  readonly cases: number
}

const segmentRecord = z.object({ segment: z.string(), classes: z.array(caseClass).readonly() }).readonly()
export type SegmentRecord = z.infer<typeof segmentRecord>

/** Sums over counted trials that carry the quantity; `values` is how many do. */
const quantityRecord = z.object({ values: count, sum: z.number() })
export type QuantityRecord = Readonly<z.infer<typeof quantityRecord>>

const latencyRecord = quantityRecord
  .extend({
    /** Milliseconds; null when no counted trial carries a latency. */
    p50: z.number().nullable(),
    p95: z.number().nullable(),
    /**
     * Mean over complete cases of the expected latency of the slowest of k of a case's counted trials, drawn
     * without replacement; index k − 1; ms. Empty unless every counted trial carries a latency.
     */
    slowestOf: z.array(z.number()).readonly(),
  })
  .readonly()
export type LatencyRecord = z.infer<typeof latencyRecord>

/** The data that a claim rests on: `sha256:` and 64 hexadecimal digits, and when its trials were logged. */
const claimedData = z.object({
  fingerprint: z.string(),
  /** ISO 8601; null without trials. */
  firstLoggedAt: z.string().nullable(),
  lastLoggedAt: z.string().nullable(),
})

/**
 * For claims about this fixed list: round r is the r-th non-void trial of every case of the task. The data are the
 * trials of every case up to the planned repeats.
 */
const roundsRecord = claimedData
  .extend({
    /** Complete rounds, at most the planned repeats. */
    rounds: count,
    /** How many cases the list has. */
    cases: count,
    /** Outcomes inside the complete rounds. */
    passes: count,
    errors: count,
  })
  .readonly()
export type RoundsRecord = z.infer<typeof roundsRecord>

export const configurationRecord = claimedData
  .extend({
    name: z.string(),
    /** Name of the configuration this one spends more compute than. */
    moreComputeThan: z.string().nullable(),
    compute: compute.nullable(),
    plannedRepeats: count,
    counts: z
      .object({
        /** Cases with at least one trial of this configuration. */
        cases: count,
        completeCases: count,
        /** All trials logged: passes + failures + errors + voids + notCounted. */
        trials: count,
        passes: count,
        failures: count,
        errors: count,
        voids: count,
        /** Non-void trials that no claim uses: of incomplete cases, and repeats beyond the planned ones. */
        notCounted: count,
        ofIncompleteCases: count,
        extraRepeats: count,
      })
      .readonly(),
    classes: z.array(caseClass).readonly(),
    leftIncomplete: z.array(leftIncomplete).readonly(),
    /** By answers; null unless every counted trial that finished has one. */
    answers: z.array(answerClass).readonly().nullable(),
    completeRounds: roundsRecord,
    cost: quantityRecord.readonly(),
    latency: latencyRecord,
    /** Counted failures and errors by cause key; those without a cause under null. */
    causes: z.array(z.object({ cause: z.string().nullable(), failures: count }).readonly()).readonly(),
    segments: z.array(segmentRecord).readonly(),
    /** Trials by who logged them, most first; null for trials without a name. */
    loggers: z.array(z.object({ name: z.string().nullable(), trials: count }).readonly()).readonly(),
  })
  .readonly()
export type ConfigurationRecord = z.infer<typeof configurationRecord>
