import { cellOfNames, guardText } from '../../../shared/domain/cell-text.ts'
import { importFields } from '../../../shared/domain/import.ts'
import { setupColumn, type TaskSetup } from '../../../shared/domain/task-setup.ts'
import { type Value, valueOf } from './cells.ts'
import type { Writer } from './writer.ts'

const lineEnd = '\r\n'

function textOf(value: Value): string {
  if (value === undefined) return ''
  // A number is a number: a negative one is no formula.
  if (typeof value === 'number') return String(value)
  return guardText(typeof value === 'string' ? value : cellOfNames(value))
}

function quoted(text: string): string {
  return `"${text.replaceAll('"', '""')}"`
}

function cellOf(value: Value): string {
  const text = textOf(value)
  return /[",\r\n]/u.test(text) ? quoted(text) : text
}

/** A text of JSON begins with a brace: no spreadsheet computes it. */
function setupCell(setup: TaskSetup | undefined): string {
  return setup === undefined ? '' : quoted(JSON.stringify(setup))
}

/**
 * A header and a row per trial or untried case, separated by commas. The byte order mark tells spreadsheets that it is
 * UTF-8.
 */
export const csv: Writer = {
  mimeType: 'text/csv; charset=utf-8',
  head: `\uFEFF${importFields.join(',')},${setupColumn}${lineEnd}`,
  row: (row, setup) => {
    const cells = importFields.map((field) => cellOf(valueOf[field](row)))
    return `${cells.join(',')},${setupCell(setup)}${lineEnd}`
  },
}
