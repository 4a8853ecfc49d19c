import { CsvError, parse } from 'csv-parse/sync'
import type { ProblemWords } from '../../shared/text/import-problems.ts'
import { createLineCounter, nextLine, skipLineEnds } from './lines.ts'

interface CsvRecord {
  /** Physical line the record starts on. */
  readonly line: number
  /** First byte of it. */
  readonly offset: number
  readonly fields: readonly string[]
}

/** A quote where none may stand, or one that is missing. */
export interface QuoteFault {
  readonly line: number
  readonly reason: string
  /** The rest of the file cannot be divided into rows with certainty and was not read. */
  readonly fatal: boolean
}

/** Files with more rows of stray quotes than this are not read further: each restarts the parser. */
const strayQuoteLimit = 100
/** Longest record, over all its lines: bounds what a quote left open can swallow. */
const maximumRecordBytes = 8 * 1024 * 1024

/**
 * Divides CSV into records. A row with a stray quote is reported and skipped; after a quoted field that does
 * not end properly nobody can tell rows from text, so reading ends there. Blank lines are skipped.
 */
export function readCsvRecords(
  bytes: Buffer,
  separator: string,
  words: ProblemWords,
  onRecord: (record: CsvRecord) => void,
  onFault: (fault: QuoteFault) => void,
): void {
  const lineAt = createLineCounter(bytes)
  let offset = 0
  for (let strayQuotes = 0; offset < bytes.length; strayQuotes += 1) {
    const stop = parseFrom(bytes, offset, separator, (fields, start) => {
      onRecord({ line: lineAt(start), offset: start, fields })
    })
    if (stop === undefined) return
    const line = lineAt(skipLineEnds(bytes, stop.offset))
    const reason = describeFault(stop.code, words)
    const fatal = stop.code !== 'INVALID_OPENING_QUOTE' || strayQuotes === strayQuoteLimit
    onFault({ line, reason: fatal ? words.nothingAfter(reason) : reason, fatal })
    if (fatal) return
    offset = nextLine(bytes, skipLineEnds(bytes, stop.offset))
  }
}

interface Stop {
  readonly code: string
  /** Just before the field that cannot be read: its separator, or the end of the record before. */
  readonly offset: number
}

function parseFrom(
  bytes: Buffer,
  offset: number,
  separator: string,
  onRecord: (fields: readonly string[], start: number) => void,
): Stop | undefined {
  let start = offset
  try {
    parse(bytes.subarray(offset), {
      delimiter: separator,
      record_delimiter: ['\r\n', '\n', '\r'],
      relax_column_count: true,
      skip_empty_lines: true,
      max_record_size: maximumRecordBytes,
      on_record(fields: string[], info) {
        onRecord(fields, skipLineEnds(bytes, start))
        start = offset + info.bytes
        // Nothing is kept inside the parser.
        return null
      },
    })
    return undefined
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    const at: unknown = error['bytes']
    return { code: error.code, offset: typeof at === 'number' ? offset + at : start }
  }
}

function describeFault(code: string, words: ProblemWords): string {
  switch (code) {
    case 'INVALID_OPENING_QUOTE':
      return words.strayQuote()
    case 'CSV_INVALID_CLOSING_QUOTE':
      return words.textAfterQuote()
    case 'CSV_MAX_RECORD_SIZE':
      return words.endlessRow()
    default:
      return words.openQuote()
  }
}
