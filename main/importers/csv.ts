import { unguardText } from '../../shared/domain/cell-text.ts'
import type { ImportOptions } from '../../shared/domain/import.ts'
import { setupColumn, type TaskSetup, taskSetup } from '../../shared/domain/task-setup.ts'
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

/** The line with the names of the columns. */
interface Head {
  readonly line: number
  readonly fields: readonly string[]
}

/** What of the file is known once its header and first row were read. */
interface Table {
  readonly headLine: number
  readonly width: number
  readonly plan: ColumnPlan
  readonly collector: TrialCollector
  /** Positions of columns without a name that the user did not map or leave out. */
  readonly unnamed: Set<number>
  /** How the task was set up, and the column that says so, which is none of the plan's. */
  readonly setup: { readonly at: number; readonly setup: TaskSetup } | undefined
  readonly words: ProblemWords
  rows: number
}

function readCsv(source: Source, options: ImportOptions, appearances: Appearances): Reading {
  const { words } = source
  const fileFaults = createProblemList()
  let head: Head | undefined
  let table: Table | undefined
  const open = (first: readonly string[]): Table => {
    if (head === undefined) throw unreadable(source, words.noHeader(), words.addHeader())
    table ??= openTable(source, head, first, options, appearances)
    return table
  }
  const onFault = ({ line, reason, fatal }: QuoteFault): void => {
    if (head === undefined) {
      throw unreadable(source, words.onLine(line, reason), words.mendHeader())
    }
    if (fatal) fileFaults.add(line, null, reason)
    else unusable(open([]), line, reason)
  }
  readCsvRecords(
    source.bytes,
    detectSeparator(source.bytes),
    words,
    ({ line, offset, fields }) => {
      source.onProgress(offset / source.bytes.length)
      if (fields.every((field) => field.trim() === '') || (line === 1 && isSeparatorHint(fields))) return
      if (head === undefined) head = { line, fields }
      else readRecord(open(fields), line, fields, fileFaults)
    },
    onFault,
  )
  return closeTable(open([]), fileFaults)
}

/** Where the first row says how the task was set up, and what. A column of that name with anything else is one of the rest. */
function findSetup(
  header: readonly string[],
  first: readonly string[],
): { readonly at: number; readonly setup: TaskSetup } | null {
  const at = header.findIndex((name) => name.trim() === setupColumn)
  const text = first[at] ?? ''
  if (!text.startsWith('{')) return null
  try {
    const { data } = taskSetup.safeParse(JSON.parse(text))
    return data === undefined ? null : { at, setup: data }
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error
    return null
  }
}

function without(fields: readonly string[], at: number | undefined): readonly string[] {
  return at === undefined ? fields : fields.toSpliced(at, 1)
}

function openTable(
  source: Source,
  { line, fields }: Head,
  first: readonly string[],
  options: ImportOptions,
  appearances: Appearances,
): Table {
  const { words } = source
  const found = findSetup(fields, first)
  const header = without(fields, found?.at)
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
  const setup = found ?? undefined
  return { headLine: line, plan, width, collector, unnamed: new Set(unnamed), setup, words, rows: 0 }
}

function unusable(table: Table, line: number, reason: string): void {
  table.rows += 1
  table.collector.unusable(line, reason)
}

function readRecord(table: Table, line: number, record: readonly string[], faults: ProblemList): void {
  const { width, words } = table
  const fields = without(record, table.setup?.at)
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
  const { setup } = table.setup ?? {}
  return { ...table.collector.finish(faults), ...(setup === undefined ? {} : { setup }) }
}
