import type { ExportFormat } from '../../../shared/domain/export.ts'
import { ExpectedFailure } from '../../../shared/domain/failure.ts'
import type { TaskSetup } from '../../../shared/domain/task-setup.ts'
import { largestFileBytes, longestLineBytes } from '../../importers/index.ts'
import { listConfigurations, type StoredConfiguration } from '../../store/configurations.ts'
import { exportedRows } from '../../store/exported-trials.ts'
import { listPlanChanges } from '../../store/plan-changes.ts'
import type { StoredTask } from '../../store/tasks.ts'
import type { OnProgress } from '../../workers/thread.ts'
import type { StoreContext } from '../context.ts'
import { requireConfiguration, requireTask } from '../tasks/index.ts'
import { csv } from './csv.ts'
import { jsonl } from './jsonl.ts'
import type { ExportedRow, Writer } from './writer.ts'

export const writers: Readonly<Record<ExportFormat, Writer>> = { csv, jsonl }

export interface ExportRequest {
  readonly task: string
  /** Undefined: trials of all of them. */
  readonly configuration?: string | undefined
  readonly format: ExportFormat
}

export interface ExportedFile {
  readonly content: Uint8Array
  readonly trials: number
}

/** Texts this long are turned into bytes at once. */
const pieceLength = 1 << 20

function megabytes(bytes: number): string {
  return `${Math.floor(bytes / (1024 * 1024))} MB`
}

function tooLong({ configuration = '', case: label, repeat = 1 }: ExportedRow): ExpectedFailure {
  return new ExpectedFailure(
    'too-large',
    `Repeat ${repeat} of case "${label.slice(0, 100)}" with "${configuration.slice(0, 100)}" takes more than ${megabytes(longestLineBytes)} in a row, more than an import reads. Nothing was written. Shorten its texts, or copy the whole workspace with a backup.`,
  )
}

function tooLarge(): ExpectedFailure {
  return new ExpectedFailure(
    'too-large',
    `These trials take more than ${megabytes(largestFileBytes)} in one file, more than an import reads. Nothing was written. Export one configuration at a time (nines export --configuration NAME), or copy the whole workspace with a backup.`,
  )
}

/** Collects text as bytes, up to the size of a file that an import reads. */
function createFile() {
  const pieces: Buffer[] = []
  let open = ''
  let bytes = 0
  const close = (): void => {
    const piece = Buffer.from(open)
    open = ''
    bytes += piece.length
    if (bytes > largestFileBytes) throw tooLarge()
    pieces.push(piece)
  }
  return {
    add(text: string): void {
      open += text
      if (open.length >= pieceLength) close()
    },
    content(): Uint8Array {
      close()
      return Buffer.concat(pieces)
    },
  }
}

interface Meant {
  readonly taskId: number
  /** Null: all of them. */
  readonly configurationId: number | null
  readonly trials: number
  readonly setup: TaskSetup
}

function setupOf(
  { workspace }: StoreContext,
  { id, task }: StoredTask,
  configurations: readonly StoredConfiguration[],
): TaskSetup {
  const { name: _name, ...rest } = task
  return {
    task: rest,
    configurations: configurations.map((each) => ({
      name: each.name,
      model: each.model,
      version: each.version,
      strategy: each.strategy,
      promptVersion: each.promptVersion,
      compute: each.compute,
      moreComputeThan: each.moreComputeThan,
      parameters: each.parameters,
    })),
    planChanges: listPlanChanges(workspace.queries, id),
  }
}

function meantBy(context: StoreContext, { task, configuration }: ExportRequest): Meant {
  const stored = requireTask(context, task)
  const chosen = configuration === undefined ? null : requireConfiguration(context, stored, configuration)
  const meant = chosen === null ? listConfigurations(context.workspace.queries, stored.id) : [chosen]
  const trials = meant.reduce((sum, each) => sum + each.trials, 0)
  const setup = setupOf(context, stored, meant)
  if (trials > 0) return { taskId: stored.id, configurationId: chosen?.id ?? null, trials, setup }
  throw new ExpectedFailure(
    'no-trials',
    `There are no trials of "${task}" to export yet. Nothing was written. Import a file or log the first trial.`,
  )
}

/**
 * All trials of a task, or of one configuration, with the cases that were not tried, as a file that an import takes
 * back without loss; of one moment, whatever is logged meanwhile.
 * @param onProgress may throw to give the export up
 * @throws ExpectedFailure when there is no such task or configuration, nothing is logged, or the file would be too large
 */
export function exportTrials(
  context: StoreContext,
  request: ExportRequest,
  onProgress: OnProgress,
): ExportedFile {
  const { queries } = context.workspace
  const { head, row } = writers[request.format]
  return queries.snapshot(() => {
    const { taskId, configurationId, trials, setup } = meantBy(context, request)
    const file = createFile()
    file.add(head)
    let written = 0
    let isFirst = true
    for (const each of exportedRows(queries, taskId, configurationId)) {
      onProgress(written / trials)
      const text = row(each, isFirst ? setup : undefined)
      // No text has more bytes than three for each of its letters: most need not be counted.
      if (text.length * 3 > longestLineBytes && Buffer.byteLength(text) > longestLineBytes)
        throw tooLong(each)
      file.add(text)
      isFirst = false
      if ('outcome' in each) written += 1
    }
    return { content: file.content(), trials: written }
  })
}
