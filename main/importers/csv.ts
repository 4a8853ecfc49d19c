import { unguardText } from '../../shared/domain/cell-text.ts'
import type { ImportOptions } from '../../shared/domain/import.ts'
import type { ProblemWords } from '../../shared/text/import-problems.ts'
import type { Appearances } from './appearances.ts'
import { type ColumnPlan, columnLimit, planColumns } from './columns.ts'
import { type QuoteFault, readCsvRecords } from './csv-records.ts'
import type { Importer, Reading, Source } from './importer.ts'
import { skipLineEnds } from './lines.ts'
import { looksLikeMarkup } from './other-formats.ts'
import { createProblemList, type ProblemList, unreadable } from './problems.ts'
import { createTrialCollector, type TrialCollector } from './trials.ts'

/** Separated values with a header line, one row per trial: comma, semicolon or tab. */
export const csv: Importer = {
  format: 'csv',
  detect: (source) => !looksLikeMarkup(source),
  read: readCsv,
}

const separators = [',', ';', '\t'] as const
const quoteMark = 34

/** The separator that the header line uses most, outside quotes; a comma when it has none. */
function detectSeparator(bytes: Buffer): string {
  const counts = separators.map(() => 0)
  let quoted = false
  for (let at = skipLineEnds(bytes, 0); at < bytes.length; at += 1) {
    const byte = bytes[at]
    if (byte === quoteMark) quoted = !quoted
    if (quoted) continue
    if (byte === 10 || byte === 13) break
    const which = separators.findIndex((separator) => separator.charCodeAt(0) === byte)
    if (which !== -1) counts[which] = (counts[which] ?? 0) + 1
  }
  return separators[counts.indexOf(Math.max(...counts))] ?? ','
}

/** Excel's `sep=;` above the header, which `detectSeparator` has obeyed by counting. */
function isSeparatorHint(fields: readonly string[]): boolean {
  return fields.length === 2 && fields[0]?.toLowerCase() === 'sep=' && fields[1] === ''
}

/** What of the file is known once its header was read. */
interface Table {
  readonly headLine: number
  readonly width: number
  readonly plan: ColumnPlan
  readonly collector: TrialCollector
  /** Positions of columns without a name that the user did not map or leave out. */
  readonly unnamed: Set<number>
  readonly words: ProblemWords
  rows: number
}

function readCsv(source: Source, options: ImportOptions, appearances: Appearances): Reading {
  const { words } = source
  const fileFaults = createProblemList()
  let table: Table | undefined
  const onFault = ({ line, reason, fatal }: QuoteFault): void => {
    if (table === undefined) {
      throw unreadable(source, words.onLine(line, reason), words.mendHeader())
    }
    if (fatal) fileFaults.add(line, null, reason)
    else unusable(table, line, reason)
  }
  readCsvRecords(
    source.bytes,
    detectSeparator(source.bytes),
    words,
    ({ line, offset, fields }) => {
      source.onProgress(offset / source.bytes.length)
      if (fields.every((field) => field.trim() === '') || (line === 1 && isSeparatorHint(fields))) return
      if (table === undefined) table = openTable(source, line, fields, options, appearances)
      else readRecord(table, line, fields, fileFaults)
    },
    onFault,
  )
  if (table === undefined) throw unreadable(source, words.noHeader(), words.addHeader())
  return closeTable(table, fileFaults)
}

function openTable(
  source: Source,
  line: number,
  header: readonly string[],
  options: ImportOptions,
  appearances: Appearances,
): Table {
  const { words } = source
  // Separators at the end of every line, as spreadsheets write them, are no columns.
  const width = header.findLastIndex((name) => name.trim() !== '') + 1
  if (width > columnLimit) {
    throw unreadable(source, words.tooManyColumns(line, width, columnLimit), words.chooseRows())
  }
  const named = header.slice(0, width).map((name) => ({ name: name.trim(), line }))
  // A column without a name is a problem only once it holds something.
  const plan = planColumns(named, line, { ...options, ignoreColumns: [...options.ignoreColumns, ''] }, words)
  const leftOut = options.ignoreColumns.some((name) => name.trim() === '')
  const unnamed = plan.columns.flatMap(({ name, field }, index) =>
    name === '' && field === null && !leftOut ? [index] : [],
  )
  const collector = createTrialCollector(plan, options, appearances, words)
  return { headLine: line, plan, width, collector, unnamed: new Set(unnamed), words, rows: 0 }
}

function unusable(table: Table, line: number, reason: string): void {
  table.rows += 1
  table.collector.unusable(line, reason)
}

function readRecord(table: Table, line: number, fields: readonly string[], faults: ProblemList): void {
  const { width, words } = table
  const surplus = fields.length > width && fields.slice(width).some((field) => field.trim() !== '')
  if (surplus || fields.length < width) {
    return unusable(table, line, words.fieldCount(fields.length, width))
  }
  for (const index of table.unnamed) {
    if (fields[index]?.trim() === '') continue
    table.unnamed.delete(index)
    faults.add(table.headLine, null, words.unnamedColumn(index + 1, line))
  }
  table.rows += 1
  // An empty field says nothing; a lone apostrophe says that the text is empty.
  table.collector.row(
    line,
    fields.map((field) => (field === '' ? undefined : unguardText(field))),
  )
}

function closeTable(table: Table, faults: ProblemList): Reading {
  if (table.rows === 0 && faults.count() === 0) {
    faults.add(table.headLine, null, table.words.noRows())
  }
  return table.collector.finish(faults)
}
