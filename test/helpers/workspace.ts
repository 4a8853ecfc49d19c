import { createHash } from 'node:crypto'
import { mkdtempSync, readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { readNames } from '../../main/store/names.ts'
import { build, type Queries } from '../../main/store/queries.ts'
import { readRecord } from '../../main/store/records.ts'
import { renewTaskRollUps } from '../../main/store/roll-ups.ts'
import { listConfigurations } from '../../main/store/configurations.ts'
import { findTask, insertTask, type StoredTask } from '../../main/store/tasks.ts'
import { type TrialAddress, trialInserter } from '../../main/store/trials.ts'
import { openWorkspace, type OpenOptions, type Workspace } from '../../main/store/workspace.ts'
import { ExpectedFailure, type FailureCode } from '../../shared/domain/failure.ts'
import type { ConfigurationRecord } from '../../shared/domain/record.ts'
import { completeTask, type NewTask } from '../../shared/domain/task.ts'
import type { TrialRow } from '../../shared/domain/trial.ts'

/** When trials were logged that do not say so themselves. */
export const loggedAt = '2026-03-01T09:00:00.000Z'

/** A row as a builder takes it: with a time of its own if the test is about times. */
export type GivenTrial = TrialRow & { readonly loggedAt?: string }

/** A file name nobody has used yet, in a folder that holds nothing else. */
export function freshFile(folder: string): string {
  return join(mkdtempSync(join(folder, 'place-')), 'team.nines')
}

/** Runs `work` on the workspace in `file` and closes it, whatever happens. */
export function withWorkspace<Result>(
  file: string,
  work: (workspace: Workspace) => Result,
  options: OpenOptions = {},
): Result {
  const workspace = openWorkspace(file, options)
  try {
    return work(workspace)
  } finally {
    workspace.close()
  }
}

export interface Failure {
  /** The code of an expected failure; `bug` for any other error, `none` when nothing failed. */
  readonly code: FailureCode | 'bug' | 'none'
  readonly message: string
}

/** How `work` fails. */
export function failureOf(work: () => unknown): Failure {
  try {
    work()
  } catch (error) {
    if (error instanceof ExpectedFailure) return { code: error.code, message: error.message }
    return { code: 'bug', message: String(error) }
  }
  return { code: 'none', message: '' }
}

export function sha256(file: string): string {
  return createHash('sha256').update(readFileSync(file)).digest('hex')
}

/** Every file of a folder with its content's hash: equal before and after when nothing was touched. */
export function contentsOf(folder: string): Readonly<Record<string, string>> {
  const names = readdirSync(folder).toSorted()
  return Object.fromEntries(names.map((name) => [name, sha256(join(folder, name))]))
}

export function addTask(queries: Queries, given: NewTask): StoredTask {
  insertTask(queries, completeTask(given), loggedAt)
  return taskNamed(queries, given.name)
}

export function taskNamed(queries: Queries, name: string): StoredTask {
  const stored = findTask(queries, name)
  if (stored === undefined) throw new Error(`no task ${name}`)
  return stored
}

/** A trial of the configuration "base": `trial('case', 1, 'fail', { cause: 'limit' })`. */
export function trial(
  label: string,
  repeat: number,
  outcome: TrialRow['outcome'] = 'pass',
  more: Partial<GivenTrial> = {},
): GivenTrial {
  return { configuration: 'base', case: label, repeat, outcome, ...more }
}

/** Stores trials in the order given, without rolling them up. @returns where each of them is */
export function insertTrials(
  queries: Queries,
  task: StoredTask,
  rows: readonly GivenTrial[],
): readonly TrialAddress[] {
  return queries.transaction(() => {
    const names = readNames(queries, task.id)
    const insert = trialInserter(queries)
    return rows.map(({ segment, input, loggedAt: at = loggedAt, ...fields }) => {
      const address = {
        taskId: task.id,
        configurationId: names.configurationId(fields.configuration),
        caseId: names.caseId(fields.case, { segment, input }),
        repeat: fields.repeat,
      }
      insert(address, fields, at)
      return address
    })
  })
}

/** Stores trials and rolls the whole task up. */
export function logTrials(
  queries: Queries,
  task: StoredTask,
  rows: readonly GivenTrial[],
): readonly TrialAddress[] {
  return queries.transaction(() => {
    const addresses = insertTrials(queries, task, rows)
    renewTaskRollUps(queries, task.id, task.task.plannedRepeats ?? 1)
    return addresses
  })
}

/** The record of one configuration, by name. */
export function recordOf(queries: Queries, task: StoredTask, configuration = 'base'): ConfigurationRecord {
  const found = listConfigurations(queries, task.id).find((each) => each.name === configuration)
  if (found === undefined) throw new Error(`no configuration ${configuration}`)
  return readRecord(queries, task.id, found, task.task.plannedRepeats ?? 1)
}

/** The roll-ups as they are stored, in the order of their key. */
export function rollUpRows(queries: Queries, task: StoredTask) {
  return queries.all(
    build
      .selectFrom('roll_up')
      .selectAll()
      .where('task_id', '=', task.id)
      .orderBy('configuration_id')
      .orderBy('case_id'),
  )
}

/** Makes a small closed workspace: one task, three cases with two trials each. */
export function makeWorkspace(file: string, options: OpenOptions = {}): void {
  withWorkspace(
    file,
    ({ queries }) => {
      const task = addTask(queries, { name: 'refunds', plannedRepeats: 2 })
      const rows = ['first', 'second', 'third'].flatMap((label) => [
        trial(label, 1),
        trial(label, 2, 'fail', { cause: 'limit', note: 'too slow' }),
      ])
      logTrials(queries, task, rows)
    },
    options,
  )
}
