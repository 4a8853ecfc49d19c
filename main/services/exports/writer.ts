import type { TrialRow } from '../../../shared/domain/trial.ts'

/** One file format. Pure: the same trials give the same text. */
export interface Writer {
  readonly mimeType: string
  /** What comes before the first row. */
  readonly head: string
  /** One trial, with the end of its line. */
  readonly row: (trial: TrialRow) => string
}
