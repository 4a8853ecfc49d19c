import type { ImportField } from '../../../shared/domain/import.ts'
import type { TrialRow } from '../../../shared/domain/trial.ts'

/** A CSV writer of its own, for round trips: knows nothing of the reader. */
export interface Style {
  readonly separator: string
  readonly lineEnd: string
  readonly quoteAll: boolean
  readonly columns: readonly ImportField[]
}

export interface Written {
  readonly text: string
  /** Physical line each row starts on. */
  readonly lines: readonly number[]
}

const valueOf: Readonly<Record<ImportField, (row: TrialRow) => string | number | undefined>> = {
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
  input: (row) => row.input,
  answer: (row) => row.answer,
  actions: (row) => (row.actions === undefined ? undefined : JSON.stringify(row.actions)),
  grader: (row) => row.grader,
  logged_by: (row) => row.loggedBy,
  started_at: (row) => row.startedAt,
  logged_at: (row) => row.loggedAt,
  note: (row) => row.note,
}

const computed = new Set('=+-@\t\r\n＝＋－＠')

/** A text that is empty, or that a spreadsheet would compute, gets an apostrophe, however many it has already. */
function withoutFormula(value: string | number): string {
  if (typeof value === 'number') return String(value)
  const [, first = ''] = /^'*(.?)/su.exec(value) ?? []
  return first === '' || computed.has(first) ? `'${value}` : value
}

function cellText(value: string | number | undefined, style: Style): string {
  const text = value === undefined ? '' : withoutFormula(value)
  const quoted = style.quoteAll || ['"', '\n', '\r', style.separator].some((each) => text.includes(each))
  return quoted ? `"${text.split('"').join('""')}"` : text
}

export function writeCsv(rows: readonly TrialRow[], style: Style): Written {
  const lines: number[] = []
  let text = style.columns.map((name) => cellText(name, style)).join(style.separator)
  for (const row of rows) {
    text += style.lineEnd
    lines.push(text.split(/\r\n|\n|\r/u).length)
    text += style.columns.map((column) => cellText(valueOf[column](row), style)).join(style.separator)
  }
  return { text, lines }
}

/** The row as an object for JSON, with its keys in the order of `columns`. */
export function asJsonObject(row: TrialRow, columns: readonly ImportField[]): object {
  return Object.fromEntries(
    columns.map((column) => [column, column === 'actions' ? row.actions : valueOf[column](row)]),
  )
}
