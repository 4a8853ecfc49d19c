import { namesInCell } from '../../shared/domain/cell-text.ts'
import type { ImportField } from '../../shared/domain/import.ts'
import type { Outcome, TrialRow, VerifierVerdict } from '../../shared/domain/trial.ts'
import { instantFrom } from './instants.ts'
import { quote } from './problems.ts'

/** A row while it is read. */
export type RowDraft = { -readonly [K in keyof TrialRow]?: TrialRow[K] }

/**
 * Puts the text of a cell into the row. Returns why it cannot, in words that name the value,
 * or undefined. Blank texts set nothing except where blanks are content (input, answer, note).
 */
type Convert = (text: string, row: RowDraft, factor: number) => string | undefined

const accepted = ['1', '1.0', 'true', 't', 'yes', 'y']
const denied = ['0', '0.0', 'false', 'no', 'n']

/** A converter for a few values, each with its other spellings, in any case. */
function oneOf<Value extends string>(
  values: readonly (readonly [Value, ...string[]])[],
  set: (row: RowDraft, value: Value) => void,
): Convert {
  const valueBySpelling = new Map(
    values.flatMap((spellings) => spellings.map((spelling): [string, Value] => [spelling, spellings[0]])),
  )
  const choice = values.map(([value]) => value).join(', ')
  return (text, row) => {
    const value = valueBySpelling.get(text) ?? valueBySpelling.get(text.trim().toLowerCase())
    if (value !== undefined) set(row, value)
    else if (text.trim() !== '') return `${quote(text)} is not one of ${choice}`
  }
}

const outcome = oneOf<Outcome>(
  [
    ['pass', 'passed', 'p', 'success', 'succeeded', 'correct', ...accepted],
    ['fail', 'failed', 'f', 'failure', 'incorrect', ...denied],
    ['error', 'errored', 'e'],
    ['void', 'voided', 'v'],
  ],
  (row, value) => (row.outcome = value),
)
const verifier = oneOf<VerifierVerdict>(
  [
    ['accept', 'accepted', ...accepted],
    ['reject', 'rejected', 'f', ...denied],
  ],
  (row, value) => (row.verifier = value),
)
const severity = oneOf<NonNullable<TrialRow['severity']>>(
  [['low'], ['medium'], ['high'], ['critical']],
  (row, value) => (row.severity = value),
)
const grader = oneOf<NonNullable<TrialRow['grader']>>(
  [['human'], ['check'], ['judge']],
  (row, value) => (row.grader = value),
)

/** Unambiguous, so that a long value costs no more than its length. */
const numberForm = /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:e[+-]?\d+)?$/iu

/** The number a text says, infinite when it is too large, or a sentence about why it says none. */
function numberFrom(text: string): number | string {
  const trimmed = text.trim()
  if (!numberForm.test(trimmed)) {
    const comma = /^[+-]?[\d.\s]*,[\d.,\s]*$/u.test(trimmed)
    return `${quote(text)} is not a number${comma ? ': write it with a decimal point and without thousands separators, a comma is not guessed' : ''}`
  }
  return Number(trimmed)
}

interface NumberRule {
  readonly integer?: boolean
  readonly minimum?: number
  readonly maximum?: number
}

function breachOf(rule: NumberRule, number: number, text: string): string | undefined {
  if (rule.integer === true && !Number.isInteger(number)) return `${quote(text)} is not a whole number`
  if (rule.minimum !== undefined && number < rule.minimum) return `${quote(text)} is below ${rule.minimum}`
  if (rule.maximum !== undefined && number > rule.maximum) return `${quote(text)} is above ${rule.maximum}`
  return undefined
}

function numeric(rule: NumberRule, set: (row: RowDraft, value: number) => void): Convert {
  return (text, row, factor) => {
    if (text.trim() === '') return undefined
    const number = numberFrom(text)
    if (typeof number === 'string') return number
    // The product of a decimal fraction and 1,000 has noise in its last digits: 1.005 s is 1005 ms.
    const product = factor === 1 ? number : Number((number * factor).toPrecision(15))
    if (!Number.isFinite(product)) return `${quote(text)} is too large for a number`
    // Minus zero is zero: it must not differ from the zero that the store gives back.
    const value = product + 0
    const breach = breachOf(rule, value, text)
    if (breach !== undefined) return breach
    set(row, value)
  }
}

/** A text without the blanks around it, up to `maximum` UTF-16 units long. */
function label(maximum: number, set: (row: RowDraft, value: string) => void): Convert {
  return (text, row) => {
    const trimmed = text.trim()
    if (trimmed.length > maximum) return tooLong(trimmed, maximum)
    if (trimmed !== '') set(row, trimmed)
  }
}

/** A text as it stands. An empty input or note is none. */
function prose(set: (row: RowDraft, value: string) => void): Convert {
  return (text, row) => {
    if (text.length > 100_000) return tooLong(text, 100_000)
    if (text !== '') set(row, text)
  }
}

/** The model may have answered nothing at all, which is not the same as that nobody knows what it answered. */
function answer(text: string, row: RowDraft): string | undefined {
  if (text.length > 100_000) return tooLong(text, 100_000)
  row.answer = text
}

function tooLong(text: string, maximum: number): string {
  return `${quote(text)} is ${text.length.toLocaleString('en-US')} characters long; at most ${maximum.toLocaleString('en-US')} can be stored`
}

function noInstant(text: string): string {
  return `${quote(text)} is not a date and time such as 2025-03-01T10:00:00Z or 2025-03-01T10:00:00+09:00`
}

function startedAt(text: string, row: RowDraft): string | undefined {
  if (text.trim() === '') return undefined
  const instant = instantFrom(text)
  if (instant === undefined) return noInstant(text)
  row.startedAt = instant
}

/** In UTC, as the store has it: there times are compared as texts, so no year may have more than four digits. */
function loggedAt(text: string, row: RowDraft): string | undefined {
  if (text.trim() === '') return undefined
  const instant = instantFrom(text)
  const stored = instant === undefined ? '' : new Date(instant).toISOString()
  if (!/^\d{4}-/u.test(stored)) return noInstant(text)
  row.loggedAt = stored
}

function actions(text: string, row: RowDraft): undefined {
  if (text !== '') row.actions = namesInCell(text)
}

const count: NumberRule = { integer: true, minimum: 0, maximum: Number.MAX_SAFE_INTEGER }

/** How the text of a cell becomes a value, by field; the limits are those of `trialRow`. */
export const converters: Readonly<Record<ImportField, Convert>> = {
  case: label(500, (row, value) => (row.case = value)),
  configuration: label(500, (row, value) => (row.configuration = value)),
  repeat: numeric({ integer: true, minimum: 1, maximum: 100_000 }, (row, value) => (row.repeat = value)),
  outcome,
  score: numeric({}, (row, value) => (row.score = value)),
  verifier,
  confidence: numeric({ minimum: 0, maximum: 1 }, (row, value) => (row.confidence = value)),
  latency_ms: numeric({ minimum: 0, maximum: 1e12 }, (row, value) => (row.latencyMs = value)),
  cost_usd: numeric({ minimum: 0, maximum: 1e9 }, (row, value) => (row.costUsd = value)),
  input_tokens: numeric(count, (row, value) => (row.inputTokens = value)),
  output_tokens: numeric(count, (row, value) => (row.outputTokens = value)),
  cause: label(60, (row, value) => (row.cause = value)),
  severity,
  segment: label(200, (row, value) => (row.segment = value)),
  input: prose((row, value) => (row.input = value)),
  answer,
  actions,
  grader,
  logged_by: label(200, (row, value) => (row.loggedBy = value)),
  started_at: startedAt,
  logged_at: loggedAt,
  note: prose((row, value) => (row.note = value)),
}
