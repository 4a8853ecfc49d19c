import { z } from 'zod'
import { measured } from './measured.ts'
import { name, type Outcome, trialFields } from './trial.ts'

const count = z.number().int().min(0)

export const caseOrders = [
  /** As the cases were first seen. */
  'order',
  'case',
  'segment',
  /** Of complete cases. */
  'passes',
  'failures',
  'errors',
  'cost',
  'latency',
] as const

/** How cases are sorted. Those that a value was not measured for come last, either way. */
export const caseSort = z.object({ by: z.enum(caseOrders), descending: z.boolean() }).readonly()
export type CaseSort = z.infer<typeof caseSort>

export const firstSeen: CaseSort = { by: 'order', descending: false }

/** More of an input than this is read where the case is opened. */
export const longestShownInput = 300

/** `cause`: null for failures that nobody labelled. */
const caseCause = z.object({ cause: z.string().nullable(), failures: count }).readonly()

/** One case of a list: what a row of it shows, for one configuration. */
export const caseRow = z
  .object({
    case: z.string(),
    /** Its beginning, when it is long. */
    input: z.string().nullable(),
    segment: z.string().nullable(),
    /**
     * A letter for each planned repeat: P, F or E for the trials that count (the first that are not void, by
     * repeat), then a full stop for each that is not logged.
     */
    outcomes: z.string(),
    complete: z.boolean(),
    /** Among the trials that count. */
    passes: count,
    counted: count,
    /** Trials that are no repeats. */
    voids: count,
    /** Trials that are not void, yet beyond the planned repeats. */
    beyondPlan: count,
    /** Of all its trials that failed or ended in an error, most first. */
    causes: z.array(caseCause).readonly(),
    /** Means over the trials that count and tell. */
    costUsd: measured,
    latencyMs: measured,
  })
  .readonly()
export type CaseRow = z.infer<typeof caseRow>

/** How many cases belong to each group. */
export const caseGroupCounts = z
  .object({ always: count, sometimes: count, never: count, incomplete: count })
  .readonly()
export type CaseGroupCounts = z.infer<typeof caseGroupCounts>

/** Some of a task's cases, with what there is to filter them by. */
export const caseList = z
  .object({
    configuration: z.string().nullable(),
    /** What "complete" and "passes" are about; one as long as nobody has planned otherwise. */
    plannedRepeats: count,
    /** Cases of the task. */
    total: count,
    /** Those that fit the filter, and the groups they belong to. */
    matching: count,
    groups: caseGroupCounts,
    /** Of the whole task, whatever the filter; null when they were not asked for. */
    facets: z
      .object({
        segments: z.array(z.object({ segment: z.string(), cases: count }).readonly()).readonly(),
        causes: z.array(z.object({ cause: z.string().nullable(), cases: count }).readonly()).readonly(),
        /** What at least one case tells. */
        told: z.object({ input: z.boolean(), cost: z.boolean(), latency: z.boolean() }).readonly(),
      })
      .readonly()
      .nullable(),
    cases: z.array(caseRow).readonly(),
  })
  .readonly()
export type CaseList = z.infer<typeof caseList>

/** More cases than these are not drawn in one picture. */
export const mostMappedCases = 20_000

/** Every case that fits a filter with its outcomes, for a picture of all of them; the two lists go together. */
export const caseMap = z
  .object({
    plannedRepeats: count,
    matching: count,
    /** Of the first `mostMappedCases`. */
    labels: z.array(z.string()).readonly(),
    /** As in a row, and after them a V for each void trial. */
    outcomes: z.array(z.string()).readonly(),
  })
  .readonly()
export type CaseMap = z.infer<typeof caseMap>

/** A trial of a case with everything that is known of it. */
export const caseTrial = trialFields
  .extend({
    repeat: z.number().int(),
    loggedAt: z.string(),
    /** Claims use it: it is among the planned repeats and not void. */
    counts: z.boolean(),
  })
  .readonly()
export type CaseTrial = z.infer<typeof caseTrial>

/** What happened to a stored trial. */
export const caseEdit = z
  .object({
    configuration: z.string(),
    repeat: z.number().int(),
    change: z.enum(['replaced', 'withdrawn']),
    changedAt: z.string(),
    before: trialFields.readonly(),
    /** Null: nothing stood in its place then. */
    after: trialFields.readonly().nullable(),
  })
  .readonly()
export type CaseEdit = z.infer<typeof caseEdit>

/** Everything about one case. */
export const caseDetail = z
  .object({
    case: z.string(),
    input: z.string().nullable(),
    segment: z.string().nullable(),
    plannedRepeats: count,
    /** Those that tried it, in the order they were first seen. */
    configurations: z
      .array(
        z
          .object({
            configuration: name,
            complete: z.boolean(),
            passes: count,
            counted: count,
            trials: z.array(caseTrial).readonly(),
          })
          .readonly(),
      )
      .readonly(),
    /** The newest change first. */
    edits: z.array(caseEdit).readonly(),
  })
  .readonly()
export type CaseDetail = z.infer<typeof caseDetail>

/** The letters of outcomes in a row and a map. */
export const outcomeLetters: Readonly<Record<string, Outcome>> = {
  P: 'pass',
  F: 'fail',
  E: 'error',
  V: 'void',
}
