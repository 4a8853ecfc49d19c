import { isUtf8 } from 'node:buffer'
import { ExpectedFailure } from '../../shared/domain/failure.ts'
import type { OnProgress, Source } from './importer.ts'
import { createLineCounter, eachLine } from './lines.ts'
import { unreadable } from './problems.ts'

const mebibyte = 1024 * 1024

/** Larger files are not read, nor written by an export. */
export const largestFileBytes = 256 * mebibyte
export const longestLineBytes = 8 * mebibyte

export interface SizeLimits {
  /** Default 256 MB. */
  readonly maximumBytes?: number
  /** Default 8 MB: a trial with the longest texts in JSON, escaped. */
  readonly maximumLineBytes?: number
}

const magicNumbers: readonly { readonly hex: string; readonly kind: string }[] = [
  { hex: '504b0304', kind: 'a zip archive or an Excel workbook' },
  { hex: 'd0cf11e0', kind: 'an old Excel workbook' },
  { hex: '89504e47', kind: 'a PNG image' },
  { hex: 'ffd8ff', kind: 'a JPEG image' },
  { hex: '1f8b', kind: 'a gzip archive' },
  { hex: '28b52ffd', kind: 'a zstd archive' },
  { hex: '255044462d', kind: 'a PDF' },
  { hex: '53514c69746520666f726d6174203300', kind: 'a SQLite database' },
]

const saveAsText = 'Save it as text in UTF-8 (in Excel: "CSV UTF-8") and import that'

/**
 * Turns the bytes of a file into text that importers can rely on. UTF-16 with a byte order mark (what
 * spreadsheets call "Unicode text") is decoded; any other encoding than UTF-8 is refused, never guessed.
 *
 * @throws ExpectedFailure `too-large`; `import-unreadable` for empty, binary, wrongly encoded content and for
 *   lines beyond the limit
 */
export function openSource(
  fileName: string,
  content: Uint8Array,
  limits: SizeLimits = {},
  onProgress: OnProgress = () => undefined,
): Source {
  const maximumBytes = limits.maximumBytes ?? largestFileBytes
  if (content.length > maximumBytes) {
    throw new ExpectedFailure(
      'too-large',
      `${fileName} is ${inMegabytes(content.length)}; files up to ${inMegabytes(maximumBytes)} can be read. Split it and import the parts. Nothing was imported.`,
    )
  }
  const raw = Buffer.from(content.buffer, content.byteOffset, content.byteLength)
  refuseBinary(fileName, raw)
  const bytes = decode(fileName, raw)
  const nul = bytes.indexOf(0)
  if (nul !== -1) {
    const line = createLineCounter(bytes)(nul)
    throw unreadable(fileName, `line ${line} holds a NUL byte, which no text has`, saveAsText)
  }
  refuseEmpty(fileName, bytes)
  refuseLongLines(fileName, bytes, limits.maximumLineBytes ?? longestLineBytes)
  return { fileName, bytes, onProgress }
}

function inMegabytes(bytes: number): string {
  return `${(bytes / mebibyte).toLocaleString('en-US', { maximumFractionDigits: 1 })} MB`
}

function refuseBinary(fileName: string, raw: Buffer): void {
  const head = raw.toString('hex', 0, 16)
  const found = magicNumbers.find((each) => head.startsWith(each.hex))
  if (found !== undefined) throw unreadable(fileName, `this is ${found.kind}, not text`, saveAsText)
}

function decode(fileName: string, raw: Buffer): Buffer {
  const mark = raw.toString('hex', 0, 3)
  if (mark.startsWith('fffe')) return fromUtf16(fileName, raw, 'utf-16le')
  if (mark.startsWith('feff')) return fromUtf16(fileName, raw, 'utf-16be')
  const bytes = mark === 'efbbbf' ? raw.subarray(3) : raw
  if (isUtf8(bytes)) return bytes
  throw unreadable(fileName, `line ${firstLineNotUtf8(bytes)} is not UTF-8`, saveAsText)
}

function fromUtf16(fileName: string, raw: Buffer, encoding: 'utf-16le' | 'utf-16be'): Buffer {
  try {
    return Buffer.from(new TextDecoder(encoding, { fatal: true }).decode(raw))
  } catch (error) {
    if (!(error instanceof TypeError)) throw error
    throw unreadable(fileName, 'this is damaged UTF-16 text', saveAsText)
  }
}

function firstLineNotUtf8(bytes: Buffer): number {
  for (const { line, start, end } of eachLine(bytes)) if (!isUtf8(bytes.subarray(start, end))) return line
  return 1
}

function refuseEmpty(fileName: string, bytes: Buffer): void {
  const isBlank = bytes.every((byte) => byte === 32 || (byte >= 9 && byte <= 13))
  if (isBlank) throw unreadable(fileName, 'the file is empty', 'Choose a file with a row per trial')
}

function refuseLongLines(fileName: string, bytes: Buffer, maximumLineBytes: number): void {
  for (const { line, start, end } of eachLine(bytes)) {
    if (end - start <= maximumLineBytes) continue
    throw unreadable(
      fileName,
      `line ${line} is ${inMegabytes(end - start)} long; lines up to ${inMegabytes(maximumLineBytes)} can be read`,
      'Shorten its texts, or check that the file has line breaks',
    )
  }
}
