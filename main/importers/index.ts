import type { ImportFormat, ImportOptions } from '../../shared/domain/import.ts'
import { problemWords } from '../../shared/text/import-problems.ts'
import { type Appearances, createAppearances } from './appearances.ts'
import { csv } from './csv.ts'
import type { Importer, OnProgress, Reading } from './importer.ts'
import { jsonl } from './jsonl.ts'
import { markupFailure } from './other-formats.ts'
import { openSource, type SizeLimits } from './source.ts'

export { createAppearances } from './appearances.ts'
export type { OnProgress, ReadCase, ReadTrial } from './importer.ts'
export { quote } from './problems.ts'
export { largestFileBytes, longestLineBytes } from './source.ts'

/** A file as it was understood; nothing of it is stored yet. */
export interface ReadFile extends Reading {
  readonly fileName: string
  readonly format: ImportFormat
}

export interface ReadSettings {
  /** For tests and small machines; 256 MB a file and 8 MB a line by default. */
  readonly limits?: SizeLimits
  /** Shared by the files of one import: rows without a repeat count on from file to file. */
  readonly appearances?: Appearances
  readonly onProgress?: OnProgress
}

/** In order of detection: CSV accepts nearly any text, so it comes last. */
const importers: readonly Importer[] = [jsonl, csv]

/**
 * Reads the trials of a file. The same bytes and options, after the same files, give the same result; nothing is
 * written.
 *
 * Every row that cannot be used, and every column that is not understood, is a problem with its line; see
 * `Reading.blocking` for those that skipping rows does not cure. `options.language` is what they are told in.
 *
 * @param fileName for messages only: the format is told by the content or forced by `options.format`
 * @throws ExpectedFailure `too-large`; `import-unreadable` when nothing can be read at all
 */
export function readImport(
  fileName: string,
  content: Uint8Array,
  options: ImportOptions,
  { limits, appearances = createAppearances(), onProgress }: ReadSettings = {},
): ReadFile {
  const source = openSource(fileName, content, problemWords(options.language), limits, onProgress)
  const importer = importers.find((each) =>
    options.format === 'auto' ? each.detect(source) : each.format === options.format,
  )
  if (importer === undefined) throw markupFailure(source)
  return { fileName, format: importer.format, ...importer.read(source, options, appearances) }
}
