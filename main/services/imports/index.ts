import type { ImportOptions, ImportProblem, ImportSummary } from '../../../shared/domain/import.ts'
import { ExpectedFailure } from '../../../shared/domain/failure.ts'
import { completeTask } from '../../../shared/domain/task.ts'
import type { Trial, TrialRow } from '../../../shared/domain/trial.ts'
import { type ReadFile, readImport } from '../../importers/index.ts'
import { type Names, readNames } from '../../store/names.ts'
import { renewTaskRollUps } from '../../store/roll-ups.ts'
import { findTask, fixPlannedRepeats, insertTask, type StoredTask } from '../../store/tasks.ts'
import { trialInserter, trialsOf } from '../../store/trials.ts'
import type { Context } from '../context.ts'
import { requireTask } from '../tasks/index.ts'
import { plannedRepeatsOf } from '../trials/index.ts'
import { commonestRepeats, problemLimit, sameTrial, tallyRows, trialKeyText } from './rows.ts'

export interface ImportRequest extends ImportOptions {
  readonly task: string
  readonly createTask: boolean
  readonly fileName: string
  readonly content: Uint8Array
}

interface Sorted {
  readonly fresh: readonly TrialRow[]
  readonly alreadyThere: number
  readonly problems: readonly ImportProblem[]
}

/** What of a file is new to the task, what is stored already, and what contradicts a stored trial. */
function sortRows(context: Context, read: ReadFile, names: Names | undefined): Sorted {
  const stored = new Map<string, Trial>()
  for (const configuration of names === undefined ? [] : configurationsIn(read)) {
    const id = names?.knownConfigurationId(configuration)
    if (id === undefined) continue
    for (const trial of trialsOf(context.workspace.queries, id, configuration))
      stored.set(trialKeyText(trial), trial)
  }
  const fresh: TrialRow[] = []
  const problems: ImportProblem[] = []
  let alreadyThere = 0
  for (const { line, row } of read.trials) {
    const known = stored.get(trialKeyText(row))
    if (known === undefined) fresh.push(row)
    else if (sameTrial(known, row)) alreadyThere += 1
    else {
      problems.push({
        line,
        column: null,
        reason: `repeat ${row.repeat} of case "${row.case}" with "${row.configuration}" is stored already and differs (outcome "${known.outcome}" there, "${row.outcome}" here); the stored one stays`,
      })
    }
  }
  return { fresh, alreadyThere, problems }
}

function configurationsIn(read: ReadFile): readonly string[] {
  return [...new Set(read.trials.map((each) => each.row.configuration))]
}

function describe(
  request: ImportRequest,
  read: ReadFile,
  sorted: Sorted,
  plannedRepeats: number | null,
  committed: boolean,
): ImportSummary {
  const problems = [...read.problems, ...sorted.problems].toSorted((a, b) => a.line - b.line)
  return {
    fileName: request.fileName,
    format: read.format,
    columns: [...read.columns],
    rows: read.rows,
    added: sorted.fresh.length,
    alreadyThere: sorted.alreadyThere,
    problems: problems.slice(0, problemLimit),
    problemCount: read.problemCount + sorted.problems.length,
    ...tallyRows(read.trials.map((each) => each.row)),
    plannedRepeats,
    preview: read.trials.slice(0, 50).map((each) => each.row),
    committed,
  }
}

function plannedAfter(stored: StoredTask | undefined, read: ReadFile): number | null {
  return stored?.task.plannedRepeats ?? commonestRepeats(read.trials.map((each) => each.row))
}

/** What the import would do; nothing is written. */
export function previewImport(context: Context, request: ImportRequest): ImportSummary {
  const stored = request.createTask
    ? findTask(context.workspace.queries, request.task)
    : requireTask(context, request.task)
  const read = readImport(request.fileName, request.content, request)
  const names = stored === undefined ? undefined : readNames(context.workspace.queries, stored.id)
  return describe(request, read, sortRows(context, read, names), plannedAfter(stored, read), false)
}

function refuseProblems(request: ImportRequest, summary: ImportSummary, blocking: boolean): void {
  if (summary.problemCount === 0 || (request.skipBadRows && !blocking)) return
  const rows = summary.problemCount === 1 ? 'one problem' : `${summary.problemCount} problems`
  throw new ExpectedFailure(
    'import-refused',
    `${request.fileName} has ${rows}. Nothing was imported. Mend the file, or choose how to go on.`,
    { details: summary },
  )
}

function store(
  context: Context,
  stored: StoredTask,
  fresh: readonly TrialRow[],
  plannedRepeats: number | null,
): void {
  const { queries } = context.workspace
  const at = context.clock().toISOString()
  if (plannedRepeats !== null && stored.task.plannedRepeats === null) {
    fixPlannedRepeats(queries, stored.id, plannedRepeats)
  }
  const names = readNames(queries, stored.id)
  const insert = trialInserter(queries)
  for (const { segment, input, ...trial } of fresh) {
    const fields = {
      ...(segment === undefined ? {} : { segment }),
      ...(input === undefined ? {} : { input }),
    }
    const address = {
      taskId: stored.id,
      configurationId: names.configurationId(trial.configuration),
      caseId: names.caseId(trial.case, fields),
      repeat: trial.repeat,
    }
    insert(address, trial, at)
  }
  renewTaskRollUps(queries, stored.id, plannedRepeats ?? plannedRepeatsOf(stored))
}

/**
 * Imports a whole file or nothing of it.
 * @throws ExpectedFailure `import-unreadable`, or `import-refused` with an ImportSummary as details
 */
export function commitImport(context: Context, request: ImportRequest): ImportSummary {
  const { queries } = context.workspace
  const read = readImport(request.fileName, request.content, request)
  if (!request.createTask) requireTask(context, request.task)
  return queries.transaction(() => {
    if (request.createTask) {
      insertTask(queries, completeTask({ name: request.task }), context.clock().toISOString())
    }
    const stored = requireTask(context, request.task)
    const sorted = sortRows(context, read, readNames(queries, stored.id))
    const plannedRepeats = plannedAfter(stored, read)
    const summary = describe(request, read, sorted, plannedRepeats, true)
    refuseProblems(request, summary, read.blocking)
    if (sorted.fresh.length > 0) store(context, stored, sorted.fresh, plannedRepeats)
    return summary
  })
}
