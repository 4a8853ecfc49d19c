import { ExpectedFailure } from '../../../shared/domain/failure.ts'
import { importOptions } from '../../../shared/domain/import.ts'
import type { TrialRow } from '../../../shared/domain/trial.ts'
import type { z } from 'zod'
import { type ReadFile, readImport } from '../../../main/importers/index.ts'

type Content = string | Uint8Array
type Limits = NonNullable<Parameters<typeof readImport>[3]>['limits']
export type Options = z.input<typeof importOptions>

export function read(content: Content, options: Options = {}, limits: Limits = {}): ReadFile {
  const bytes = typeof content === 'string' ? Buffer.from(content) : content
  return readImport('trials.txt', bytes, importOptions.parse(options), { limits })
}

/** Lines of a file, joined with LF. */
export function lines(...texts: readonly string[]): string {
  return `${texts.join('\n')}\n`
}

export function rowsOf(content: Content, options: Options = {}): readonly TrialRow[] {
  return read(content, options).trials.map((trial) => trial.row)
}

/** Each problem as `line, column: reason`, or `line: reason` where no single column is to blame. */
export function problemsOf(content: Content, options: Options = {}): readonly string[] {
  return read(content, options).problems.map(({ line, column, reason }) =>
    column === null ? `${line}: ${reason}` : `${line}, ${column}: ${reason}`,
  )
}

/** Code and message of the failure that reading ends with. */
export function failureOf(content: Content, options: Options = {}, limits: Limits = {}): string {
  try {
    read(content, options, limits)
  } catch (error) {
    if (error instanceof ExpectedFailure) return `${error.code}: ${error.message}`
    throw error
  }
  throw new Error('the file was read')
}

/** The value of one cell after reading: a row with case, configuration and outcome, and this cell. */
export function cellOf(field: string, text: string): Partial<TrialRow> {
  const [row] = rowsOf(oneCell(field, text))
  if (row === undefined) throw new Error(`"${text}" was not read as ${field}`)
  const { case: _case, configuration: _configuration, outcome: _outcome, repeat: _repeat, ...rest } = row
  return rest
}

/** Why a cell cannot be used. */
export function faultOf(field: string, text: string): readonly string[] {
  return problemsOf(oneCell(field, text))
}

function oneCell(field: string, text: string): string {
  return lines(`case,configuration,outcome,${field}`, `a,m,pass,"${text.replaceAll('"', '""')}"`)
}
