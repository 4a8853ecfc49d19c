import type { TaskSetup } from '../../../shared/domain/task-setup.ts'
import type { TrialRow } from '../../../shared/domain/trial.ts'
import type { UntriedCase } from '../../store/exported-trials.ts'

/** A trial, or a case that nobody has tried: all that would tell of an attempt is absent then. */
export type ExportedRow = TrialRow | (UntriedCase & Partial<Omit<TrialRow, keyof UntriedCase>>)

/** One file format. Pure: the same trials give the same text. */
export interface Writer {
  readonly mimeType: string
  /** What comes before the first row. */
  readonly head: string
  /** One row, with the end of its line; the first also with how its task was set up. */
  readonly row: (row: ExportedRow, setup: TaskSetup | undefined) => string
}
