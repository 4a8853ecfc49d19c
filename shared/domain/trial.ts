import { z } from 'zod'

export const outcomes = ['pass', 'fail', 'error', 'void'] as const
/**
 * `error`: the system did not finish, counts as not passed. `void`: not a fair attempt, excluded from every
 * claim and always counted on screen.
 */
export const outcome = z.enum(outcomes)
export type Outcome = z.infer<typeof outcome>

export const verifierVerdict = z.enum(['accept', 'reject'])
export type VerifierVerdict = z.infer<typeof verifierVerdict>

export const severity = z.enum(['low', 'medium', 'high', 'critical'])
export const grader = z.enum(['human', 'check', 'judge'])

/**
 * Half of a surrogate pair cannot be stored as UTF-8, and a NUL stands in no text file: each becomes the replacement
 * character here, not later.
 */
function wellFormed(text: string): string {
  return text.toWellFormed().replaceAll('\u0000', '\uFFFD')
}

export function label(longest: number) {
  return z.string().overwrite(wellFormed).trim().min(1).max(longest)
}

/** Names are trimmed and never empty; long ones are cut by the screens, not by the data. */
export const name = label(500)

/** Any text, also an empty one, up to so many characters. */
export function prose(longest: number) {
  return z.string().max(longest).overwrite(wellFormed)
}

const text = prose(100_000)
const optionalText = text.optional()
const optionalCount = z.number().int().min(0).max(Number.MAX_SAFE_INTEGER).optional()

/** What one attempt left behind, apart from which case, configuration and repeat it belongs to. */
export const trialFields = z.object({
  outcome,
  score: z.number().optional(),
  cause: label(60).optional(),
  severity: severity.optional(),
  verifier: verifierVerdict.optional(),
  answer: optionalText,
  confidence: z.number().min(0).max(1).optional(),
  /** Bounded, so that no sum over a workspace can overflow. */
  latencyMs: z.number().min(0).max(1e12).optional(),
  costUsd: z.number().min(0).max(1e9).optional(),
  inputTokens: optionalCount,
  outputTokens: optionalCount,
  actions: z.array(text).readonly().optional(),
  grader: grader.optional(),
  loggedBy: label(200).optional(),
  /** ISO 8601 with a time zone; files often leave the seconds out. */
  startedAt: z
    .union([z.iso.datetime({ offset: true }), z.iso.datetime({ offset: true, precision: -1 })])
    .optional(),
  note: optionalText,
})
export type TrialFields = z.infer<typeof trialFields>

/** The natural key of a trial inside a task. `repeat` starts at 1. */
export const trialKey = z.object({
  configuration: name,
  case: name,
  repeat: z.number().int().min(1).max(100_000),
})
export type TrialKey = z.infer<typeof trialKey>

/** A trial as it comes from a file or is stored. */
export const trial = trialKey.extend(trialFields.shape)
export type Trial = z.infer<typeof trial>

/** What is known of a case besides its label; the first non-empty value stays. */
export const caseFields = z.object({
  segment: label(200).optional(),
  input: optionalText,
})
export type CaseFields = z.infer<typeof caseFields>

/** One row of a file: a trial, what the row says of its case, and when it was logged if not just now. */
export const trialRow = trial.extend({ ...caseFields.shape, loggedAt: z.iso.datetime().optional() })
export type TrialRow = z.infer<typeof trialRow>
