import type { ImportField } from '../../../shared/domain/import.ts'
import type { ExportedRow } from './writer.ts'

/** What a row says in a column; undefined: nothing. */
export type Value = string | number | readonly string[] | undefined

/** The same as imports read, in their order: see docs/exports.md. */
export const valueOf: Readonly<Record<ImportField, (row: ExportedRow) => Value>> = {
  case: (row) => row.case,
  configuration: (row) => row.configuration,
  repeat: (row) => row.repeat,
  outcome: (row) => row.outcome,
  score: (row) => row.score,
  verifier: (row) => row.verifier,
  confidence: (row) => row.confidence,
  latency_ms: (row) => row.latencyMs,
  cost_usd: (row) => row.costUsd,
  input_tokens: (row) => row.inputTokens,
  output_tokens: (row) => row.outputTokens,
  cause: (row) => row.cause,
  severity: (row) => row.severity,
  segment: (row) => row.segment,
  // An empty input or note is none, in a file as on screen.
  input: (row) => (row.input === '' ? undefined : row.input),
  answer: (row) => row.answer,
  actions: (row) => row.actions,
  grader: (row) => row.grader,
  logged_by: (row) => row.loggedBy,
  started_at: (row) => row.startedAt,
  logged_at: (row) => row.loggedAt,
  note: (row) => (row.note === '' ? undefined : row.note),
}
