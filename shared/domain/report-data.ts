import { z } from 'zod'
import { assessment } from './assessment.ts'
import { caseGrid } from './case-grid.ts'
import { comparison, pairComparison } from './comparison.ts'
import { configurationSummary } from './configuration.ts'
import { evidenceHistory } from './evidence-history.ts'
import { notMeasured } from './measured.ts'
import { scalingBand } from './scaling-band.ts'
import { task } from './task.ts'
import { outcome, severity } from './trial.ts'

const count = z.number().int().min(0)

/** More of a note, an answer or an input than this is not printed. */
export const longestShownText = 300

/** A case that stands for others; of its input no more than the beginning. */
const shownCase = z
  .object({ case: z.string(), segment: z.string().nullable(), input: z.string().nullable() })
  .readonly()
export type ShownCase = z.infer<typeof shownCase>

/** A counted attempt that failed. */
export const failureExample = shownCase
  .unwrap()
  .extend({
    /** Key of its cause; null: nobody labelled it. */
    cause: z.string().nullable(),
    repeat: z.number().int(),
    outcome: outcome.extract(['fail', 'error']),
    severity: severity.nullable(),
    note: z.string().nullable(),
    answer: z.string().nullable(),
    /** Of the case, among its planned repeats. */
    passes: count,
  })
  .readonly()
export type FailureExample = z.infer<typeof failureExample>

/** A stored attempt that was graded again or taken back. */
const gradeEdit = z
  .object({
    case: z.string(),
    repeat: z.number().int(),
    changedAt: z.string(),
    before: outcome,
    /** Null: it was taken back. */
    after: outcome.nullable(),
  })
  .readonly()
export type GradeEdit = z.infer<typeof gradeEdit>

const edits = z
  .object({
    /** Attempts stored anew over what was there, and attempts taken back. */
    replaced: count,
    withdrawn: count,
    firstAt: z.string().nullable(),
    lastAt: z.string().nullable(),
    /** How many changed the outcome itself, by what it was and became; the most frequent first. */
    outcomes: z.array(z.object({ before: outcome, after: outcome, edits: count }).readonly()).readonly(),
    /** Those that changed the outcome or took an attempt back, the newest first; the first few of them. */
    newest: z.array(gradeEdit).readonly(),
  })
  .readonly()
/** The first and the last day, as they were written, on which counted attempts say that they were made. */
const attemptDays = z
  .object({
    first: z.iso.date(),
    last: z.iso.date(),
    /** How many of the attempts say it. */
    told: count,
    attempts: count,
  })
  .readonly()
export type AttemptDays = z.infer<typeof attemptDays>

export type ReportEdits = z.infer<typeof edits>

/** Everything a report is drawn from, of one moment. */
export const reportData = z
  .object({
    assessment,
    task,
    /** Cases of the task, tried or not. */
    cases: count,
    configurations: z.array(configurationSummary).readonly(),
    /** How the evidence about the level of the bottleneck grew. */
    history: evidenceHistory,
    /** Every attempt at every case that was tried. */
    caseGrid,
    /** Around the compute series the configuration belongs to. */
    band: z.union([scalingBand, notMeasured]),
    /** Null as long as the task has one configuration. */
    comparison: comparison.nullable(),
    /** The configuration beside the most reliable other one, on the cases both completed. */
    pair: pairComparison.nullable(),
    /** Of each cause the first few, those with a note before the others. */
    examples: z.array(failureExample).readonly(),
    /** The first cases that never passed. */
    neverSolved: z.array(shownCase).readonly(),
    /** Why attempts are void, the most frequent reason first; null: no reason was noted. */
    voids: z.array(z.object({ reason: z.string().nullable(), trials: count }).readonly()).readonly(),
    /** Null when no counted attempt says when it was made. */
    made: attemptDays.nullable(),
    edits,
  })
  .readonly()
export type ReportData = z.infer<typeof reportData>
