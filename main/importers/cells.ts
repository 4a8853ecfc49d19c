import { namesInCell } from '../../shared/domain/cell-text.ts'
import type { ImportField } from '../../shared/domain/import.ts'
import type { Outcome, TrialRow, VerifierVerdict } from '../../shared/domain/trial.ts'
import type { ProblemWords } from '../../shared/text/import-problems.ts'
import { instantFrom } from './instants.ts'
import { quote } from './problems.ts'

/** A row while it is read. */
export type RowDraft = { -readonly [K in keyof TrialRow]?: TrialRow[K] }

/**
 * Puts the text of a cell into the row. Returns why it cannot, in the words given, which name the value,
 * or undefined. Blank texts set nothing except where blanks are content (input, answer, note).
 */
type Convert = (text: string, row: RowDraft, factor: number, words: ProblemWords) => string | undefined

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
  return (text, row, _factor, words) => {
    const value = valueBySpelling.get(text) ?? valueBySpelling.get(text.trim().toLowerCase())
    if (value !== undefined) set(row, value)
    else if (text.trim() !== '') return words.notOneOf(quote(text), choice)
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
function numberFrom(text: string, words: ProblemWords): number | string {
  const trimmed = text.trim()
  if (!numberForm.test(trimmed)) {
    const comma = /^[+-]?[\d.\s]*,[\d.,\s]*$/u.test(trimmed)
    return comma ? words.commaInNumber(quote(text)) : words.notNumber(quote(text))
  }
  return Number(trimmed)
}

interface NumberRule {
  readonly integer?: boolean
  readonly minimum?: number
  readonly maximum?: number
}

function breachOf(rule: NumberRule, number: number, text: string, words: ProblemWords): string | undefined {
  const { integer, minimum, maximum } = rule
  if (integer === true && !Number.isInteger(number)) return words.notWhole(quote(text))
  if (minimum !== undefined && number < minimum) return words.below(quote(text), minimum)
  if (maximum !== undefined && number > maximum) return words.above(quote(text), maximum)
  return undefined
}

function numeric(rule: NumberRule, set: (row: RowDraft, value: number) => void): Convert {
  return (text, row, factor, words) => {
    if (text.trim() === '') return undefined
    const number = numberFrom(text, words)
    if (typeof number === 'string') return number
    // The product of a decimal fraction and 1,000 has noise in its last digits: 1.005 s is 1005 ms.
    const product = factor === 1 ? number : Number((number * factor).toPrecision(15))
    if (!Number.isFinite(product)) return words.tooLargeNumber(quote(text))
    // Minus zero is zero: it must not differ from the zero that the store gives back.
    const value = product + 0
    const breach = breachOf(rule, value, text, words)
    if (breach !== undefined) return breach
    set(row, value)
  }
}

/** A text without the blanks around it, up to `maximum` UTF-16 units long. */
function label(maximum: number, set: (row: RowDraft, value: string) => void): Convert {
  return (text, row, _factor, words) => {
    const trimmed = text.trim()
    if (trimmed.length > maximum) return tooLong(trimmed, maximum, words)
    if (trimmed !== '') set(row, trimmed)
  }
}

/** A text as it stands. An empty input or note is none. */
function prose(set: (row: RowDraft, value: string) => void): Convert {
  return (text, row, _factor, words) => {
    if (text.length > 100_000) return tooLong(text, 100_000, words)
    if (text !== '') set(row, text)
  }
}

/** The model may have answered nothing at all, which is not the same as that nobody knows what it answered. */
const answer: Convert = (text, row, _factor, words) => {
  if (text.length > 100_000) return tooLong(text, 100_000, words)
  row.answer = text
}

function tooLong(text: string, maximum: number, words: ProblemWords): string {
  return words.tooLongText(quote(text), text.length, maximum)
}

const startedAt: Convert = (text, row, _factor, words) => {
  if (text.trim() === '') return undefined
  const instant = instantFrom(text)
  if (instant === undefined) return words.notInstant(quote(text))
  row.startedAt = instant
}

/** In UTC, as the store has it: there times are compared as texts, so no year may have more than four digits. */
const loggedAt: Convert = (text, row, _factor, words) => {
  if (text.trim() === '') return undefined
  const instant = instantFrom(text)
  const stored = instant === undefined ? '' : new Date(instant).toISOString()
  if (!/^\d{4}-/u.test(stored)) return words.notInstant(quote(text))
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
