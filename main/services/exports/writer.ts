import type { TaskSetup } from '../../../shared/domain/task-setup.ts'
import type { TrialRow } from '../../../shared/domain/trial.ts'

/** One file format. Pure: the same trials give the same text. */
export interface Writer {
  readonly mimeType: string
  /** What comes before the first row. */
  readonly head: string
  /** One trial, with the end of its line; the first also with how its task was set up, where the format can hold that. */
  readonly row: (trial: TrialRow, setup: TaskSetup | undefined) => string
}
