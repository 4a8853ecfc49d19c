import { isUtf8 } from 'node:buffer'
import { ExpectedFailure } from '../../shared/domain/failure.ts'
import type { BinaryKind, ProblemWords } from '../../shared/text/import-problems.ts'
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

const magicNumbers: readonly { readonly hex: string; readonly kind: BinaryKind }[] = [
  { hex: '504b0304', kind: 'zip' },
  { hex: 'd0cf11e0', kind: 'old-workbook' },
  { hex: '89504e47', kind: 'png' },
  { hex: 'ffd8ff', kind: 'jpeg' },
  { hex: '1f8b', kind: 'gzip' },
  { hex: '28b52ffd', kind: 'zstd' },
  { hex: '255044462d', kind: 'pdf' },
  { hex: '53514c69746520666f726d6174203300', kind: 'sqlite' },
]

/** A file that is not yet known to be text. */
type Named = Pick<Source, 'fileName' | 'words'>

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
  words: ProblemWords,
  limits: SizeLimits = {},
  onProgress: OnProgress = () => undefined,
): Source {
  const maximumBytes = limits.maximumBytes ?? largestFileBytes
  if (content.length > maximumBytes) {
    throw new ExpectedFailure(
      'too-large',
      `${fileName} is ${inMegabytes(content.length)} MB; files up to ${inMegabytes(maximumBytes)} MB can be read. Split it and import the parts. Nothing was imported.`,
    )
  }
  const raw = Buffer.from(content.buffer, content.byteOffset, content.byteLength)
  const file = { fileName, words }
  refuseBinary(file, raw)
  const bytes = decode(file, raw)
  const nul = bytes.indexOf(0)
  if (nul !== -1) {
    const line = createLineCounter(bytes)(nul)
    throw unreadable(file, words.nulByte(line), words.saveAsText())
  }
  refuseEmpty(file, bytes)
  refuseLongLines(file, bytes, limits.maximumLineBytes ?? longestLineBytes)
  return { fileName, bytes, onProgress, words }
}

function inMegabytes(bytes: number): string {
  return (bytes / mebibyte).toLocaleString('en-US', { maximumFractionDigits: 1 })
}

function refuseBinary(file: Named, raw: Buffer): void {
  const head = raw.toString('hex', 0, 16)
  const found = magicNumbers.find((each) => head.startsWith(each.hex))
  if (found !== undefined) throw unreadable(file, file.words.binary(found.kind), file.words.saveAsText())
}

function decode(file: Named, raw: Buffer): Buffer {
  const mark = raw.toString('hex', 0, 3)
  if (mark.startsWith('fffe')) return fromUtf16(file, raw, 'utf-16le')
  if (mark.startsWith('feff')) return fromUtf16(file, raw, 'utf-16be')
  const bytes = mark === 'efbbbf' ? raw.subarray(3) : raw
  if (isUtf8(bytes)) return bytes
  throw unreadable(file, file.words.notUtf8(firstLineNotUtf8(bytes)), file.words.saveAsText())
}

function fromUtf16(file: Named, raw: Buffer, encoding: 'utf-16le' | 'utf-16be'): Buffer {
  try {
    return Buffer.from(new TextDecoder(encoding, { fatal: true }).decode(raw))
  } catch (error) {
    if (!(error instanceof TypeError)) throw error
    throw unreadable(file, file.words.damagedUtf16(), file.words.saveAsText())
  }
}

function firstLineNotUtf8(bytes: Buffer): number {
  for (const { line, start, end } of eachLine(bytes)) if (!isUtf8(bytes.subarray(start, end))) return line
  return 1
}

function refuseEmpty(file: Named, bytes: Buffer): void {
  const isBlank = bytes.every((byte) => byte === 32 || (byte >= 9 && byte <= 13))
  if (isBlank) throw unreadable(file, file.words.emptyFile(), file.words.chooseRows())
}

function refuseLongLines(file: Named, bytes: Buffer, maximumLineBytes: number): void {
  for (const { line, start, end } of eachLine(bytes)) {
    if (end - start <= maximumLineBytes) continue
    const what = file.words.longLine(line, inMegabytes(end - start), inMegabytes(maximumLineBytes))
    throw unreadable(file, what, file.words.shortenTexts())
  }
}
