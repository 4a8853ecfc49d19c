import type { ImportColumn, ImportFormat, ImportOptions, ImportProblem } from '../../shared/domain/import.ts'
import type { TaskSetup } from '../../shared/domain/task-setup.ts'
import type { TrialRow } from '../../shared/domain/trial.ts'
import type { ProblemWords } from '../../shared/text/import-problems.ts'
import type { Appearances } from './appearances.ts'

/** A file that is text: UTF-8 without a byte order mark, whatever it was on disk, no NUL, no endless line. */
export interface Source {
  readonly fileName: string
  readonly bytes: Buffer
  /** Told now and then how much of the file has been dealt with, in [0, 1]. */
  readonly onProgress: OnProgress
  /** What is said of the file, in the language asked for. */
  readonly words: ProblemWords
}

/** Told the share of the work that is done, in [0, 1], often; it may throw to end the work. */
export type OnProgress = (share: number) => void

/** A row that became a trial; `repeat` is filled in. */
export interface ReadTrial {
  /** Physical line the row starts on; the first line of the file is 1. */
  readonly line: number
  readonly row: TrialRow
}

/** A row that names a case and nothing of an attempt: nobody has tried it. */
export interface ReadCase extends Pick<TrialRow, 'case' | 'segment' | 'input'> {
  readonly line: number
}

/** What an importer understood of a file. */
export interface Reading {
  readonly columns: readonly ImportColumn[]
  /** Rows of data, usable or not; blank lines are none. */
  readonly rows: number
  readonly trials: readonly ReadTrial[]
  readonly untried: readonly ReadCase[]
  /** In order of line, at most 1,000. */
  readonly problems: readonly ImportProblem[]
  /** All problems, those beyond the 1,000 included. */
  readonly problemCount: number
  /** How the task of the trials was set up, where the file says so. */
  readonly setup?: TaskSetup
  /**
   * True when a problem concerns the whole file (a missing or unknown column, broken quoting): leaving rows
   * out does not cure it, so it must not be imported even with `skipBadRows`.
   */
  readonly blocking: boolean
}

/** One file format. Pure: no file system, no database. */
export interface Importer {
  readonly format: ImportFormat
  /** Whether the content, whatever its name, is of this format. Cheap: looks at the beginning only. */
  readonly detect: (source: Source) => boolean
  /** @throws ExpectedFailure `import-unreadable` when no row can be made out at all */
  readonly read: (source: Source, options: ImportOptions, appearances: Appearances) => Reading
}
