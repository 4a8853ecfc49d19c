import { ExpectedFailure } from '../../../shared/domain/failure.ts'
import { type ImportOptions, type ImportSummary, problemLimit } from '../../../shared/domain/import.ts'
import { completeTask } from '../../../shared/domain/task.ts'
import type { TaskSetup } from '../../../shared/domain/task-setup.ts'
import type { TrialRow } from '../../../shared/domain/trial.ts'
import { problemWords } from '../../../shared/text/import-problems.ts'
import { createAppearances, type OnProgress, type ReadFile, readImport } from '../../importers/index.ts'
import { claimConfigurations, insertImport, recordFile, recordFixedRepeats } from '../../store/imports.ts'
import { type Names, type Origin, readNames } from '../../store/names.ts'
import { renewTaskRollUps } from '../../store/roll-ups.ts'
import { findTask, insertTask, plannedRepeatsOf, type StoredTask } from '../../store/tasks.ts'
import { trialInserter } from '../../store/trials.ts'
import type { StoreContext } from '../context.ts'
import { writeTask } from '../tasks/change.ts'
import { requireTask } from '../tasks/index.ts'
import { commonestRepeats, tallyRows, trialKeyText } from './rows.ts'
import { setUp } from './set-up.ts'
import { type SortedFile, sortFiles } from './sort.ts'
import { inSteps } from './steps.ts'
import { addCasesInOrder } from './untried.ts'

interface ImportTarget extends ImportOptions {
  readonly task: string
  readonly createTask: boolean
  readonly importedBy?: string | undefined
}

interface ImportFile {
  readonly fileName: string
  readonly content: Uint8Array
}

export interface ImportRequest extends ImportTarget, ImportFile {}

/** The summary of an import of one file. */
export function only(summaries: readonly ImportSummary[]): ImportSummary {
  const [summary] = summaries
  if (summary === undefined) throw new Error('an import of one file has one summary')
  return summary
}

/**
 * Several files that come in together or not at all. Where a file names no repeats, its rows are the attempts after
 * those of the files before it; a file imported again by itself is the same attempts again.
 */
export interface FilesRequest extends ImportTarget {
  readonly files: readonly ImportFile[]
}

function problemCountOf({ read, contradictions }: SortedFile): number {
  return read.problemCount + contradictions.length
}

/** Nothing would come of leaving rows out: the fault is the whole file's, or every row's. */
function isBlocking(file: SortedFile): boolean {
  const { read, fresh, known } = file
  return problemCountOf(file) > 0 && (read.blocking || fresh.length + known.length === 0)
}

/** What of the plan the import goes by. */
interface Planned {
  readonly plannedRepeats: number | null
  /** How the task is made; undefined when it is there already, or no file says. */
  readonly setup: TaskSetup | undefined
}

/** Under which id an import is recorded; null when there was nothing to record. */
interface Committed {
  readonly importId: number | null
}

/** What the first file that says so says of the task; nothing of a task that is there. */
function setupIn(reads: readonly ReadFile[], isNew: boolean): TaskSetup | undefined {
  return isNew ? reads.find(({ setup }) => setup !== undefined)?.setup : undefined
}

/** All its cases, and those that it names without an attempt. */
function casesOf(
  { read, cases }: SortedFile,
  refused: boolean,
): Pick<ImportSummary, 'cases' | 'untriedCases' | 'addedCases'> {
  const labels = new Set([
    ...read.trials.map(({ row }) => row.case),
    ...read.untried.map((each) => each.case),
  ])
  return { cases: labels.size, ...cases, ...(refused ? { addedCases: 0 } : {}) }
}

function describe(
  request: ImportTarget,
  sorted: SortedFile,
  { plannedRepeats, setup }: Planned,
  committed: Committed | null,
): ImportSummary {
  const { read, fresh, known, contradictions } = sorted
  const blocking = isBlocking(sorted)
  const refused = request.skipBadRows && blocking
  const problems = [...read.problems, ...contradictions].toSorted((a, b) => a.line - b.line)
  return {
    fileName: read.fileName,
    format: read.format,
    columns: [...read.columns],
    rows: read.rows,
    added: refused ? 0 : fresh.length,
    alreadyThere: refused ? 0 : known.length,
    problems: problems.slice(0, problemLimit),
    problemCount: problemCountOf(sorted),
    blocking,
    ...tallyRows(read.trials.map((each) => each.row)),
    ...casesOf(sorted, refused),
    plannedRepeats,
    setsUp: setup !== undefined,
    preview: read.trials.slice(0, 50).map((each) => each.row),
    committed: committed !== null,
    importId: committed?.importId ?? null,
  }
}

/** Those of the plan; without one, the most common count in these files that a plan may have, each trial counted once. */
function plannedAfter(
  planned: number | null,
  setup: TaskSetup | undefined,
  files: readonly SortedFile[],
): number | null {
  // A task that was set up without a plan goes on without one.
  if (planned !== null || setup !== undefined) return planned
  const rows = new Map<string, TrialRow>()
  for (const { read } of files) for (const { row } of read.trials) rows.set(trialKeyText(row), row)
  return commonestRepeats(rows.values())
}

function readFiles(request: FilesRequest, onProgress: OnProgress) {
  const appearances = createAppearances()
  const steps = inSteps(
    onProgress,
    request.files.map(({ content }) => content.length),
  )
  return request.files.map(({ fileName, content }, index) =>
    readImport(fileName, content, request, { appearances, onProgress: steps[index] ?? onProgress }),
  )
}

const unheard: OnProgress = () => undefined

/** How long the steps of an import take beside each other: reading, comparing, storing, rolling up. */
const stepWeights = [45, 10, 25, 20] as const

/** What the import would do, a summary a file; nothing is written. */
export function previewImports(
  context: StoreContext,
  request: FilesRequest,
  onProgress: OnProgress = unheard,
): ImportSummary[] {
  const { queries } = context.workspace
  const [onRead = unheard, onSorted = unheard] = inSteps(onProgress, stepWeights.slice(0, 2))
  const stored = request.createTask ? findTask(queries, request.task) : requireTask(context, request.task)
  const names = stored === undefined ? undefined : readNames(queries, stored.id)
  const reads = readFiles(request, onRead)
  const setup = setupIn(reads, stored === undefined)
  const files = sortFiles(context, reads, names, problemWords(request.language), onSorted)
  const planned = stored?.task.plannedRepeats ?? setup?.task.plannedRepeats ?? null
  const plannedRepeats = plannedAfter(planned, setup, files)
  return files.map((file) => describe(request, file, { plannedRepeats, setup }, null))
}

function refusalOf(request: ImportTarget, file: SortedFile): string {
  const helpless = request.skipBadRows && isBlocking(file)
  const refusal = !helpless ? 'problems' : file.read.blocking ? 'whole-file' : 'no-row'
  return problemWords(request.language).refused(file.read.fileName, problemCountOf(file), refusal)
}

function refuseProblems(request: ImportTarget, file: SortedFile, planned: Planned): void {
  if (problemCountOf(file) === 0 || (request.skipBadRows && !isBlocking(file))) return
  throw new ExpectedFailure('import-refused', refusalOf(request, file), {
    details: describe(request, file, planned, null),
  })
}

/** The case's id, with what the row says of the case filled in where nothing was known. */
function caseIdOf(names: Names, { case: label, segment, input }: TrialRow): number {
  return names.caseId(label, {
    ...(segment === undefined ? {} : { segment }),
    ...(input === undefined ? {} : { input }),
  })
}

function storeFile(
  context: StoreContext,
  stored: StoredTask,
  names: Names,
  file: SortedFile,
  origin: Origin,
  onProgress: OnProgress,
): void {
  const at = context.clock().toISOString()
  const insert = trialInserter(context.workspace.queries)
  for (const [index, row] of file.fresh.entries()) {
    onProgress(index / file.fresh.length)
    const { segment: _segment, input: _input, loggedAt = at, ...trial } = row
    const address = {
      taskId: stored.id,
      configurationId: names.configurationId(trial.configuration),
      caseId: caseIdOf(names, row),
      repeat: trial.repeat,
    }
    insert(address, trial, loggedAt, origin())
  }
  for (const row of file.known) caseIdOf(names, row)
}

function store(
  context: StoreContext,
  stored: StoredTask,
  files: readonly SortedFile[],
  plannedRepeats: number | null,
  origin: Origin,
  [onStored, onRolledUp]: readonly [OnProgress, OnProgress],
): void {
  const { queries } = context.workspace
  const fixes = plannedRepeats !== null && stored.task.plannedRepeats === null
  if (fixes) {
    writeTask(context, stored, { ...stored.task, plannedRepeats }, origin())
    recordFixedRepeats(queries, origin(), plannedRepeats)
  }
  const names = readNames(queries, stored.id, origin)
  const steps = inSteps(
    onStored,
    files.map((file) => file.fresh.length),
  )
  for (const [index, file] of files.entries()) {
    addCasesInOrder(names, file.read)
    storeFile(context, stored, names, file, origin, steps[index] ?? onStored)
  }
  if (!fixes && files.every((file) => file.fresh.length === 0)) return
  renewTaskRollUps(queries, stored.id, plannedRepeats ?? plannedRepeatsOf(stored), onRolledUp)
}

interface Recording {
  /** Its id; recorded when that is first asked for. */
  readonly origin: Origin
  /** Null when nobody has asked: the import has brought nothing. */
  readonly id: () => number | null
  readonly finish: (summaries: readonly ImportSummary[]) => void
}

/** An import of what is there already leaves no record, for there would be nothing to take back. */
function recordWhenAsked(
  context: StoreContext,
  { importedBy }: ImportTarget,
  taskId: number,
  madeTask: boolean,
): Recording {
  const { queries } = context.workspace
  const importedAt = context.clock().toISOString()
  const given = { taskId, importedAt, importedBy: importedBy ?? null, madeTask }
  let id: number | null = null
  return {
    origin: () => (id ??= insertImport(queries, given)),
    id: () => id,
    finish(summaries) {
      if (id === null) return
      for (const [index, summary] of summaries.entries()) recordFile(queries, id, index + 1, summary)
    },
  }
}

/**
 * Imports all the files whole, or nothing of any.
 * @param onProgress may throw to give the import up: nothing is stored then
 * @returns a summary a file, in their order
 * @throws ExpectedFailure `import-unreadable`, or `import-refused` with the ImportSummary of the first file at
 * fault as details
 */
export function commitImports(
  context: StoreContext,
  request: FilesRequest,
  onProgress: OnProgress = unheard,
): ImportSummary[] {
  const { queries } = context.workspace
  if (!request.createTask) requireTask(context, request.task)
  const [onRead = unheard, onSorted = unheard, onStored = unheard, onRolledUp = unheard] = inSteps(
    onProgress,
    stepWeights,
  )
  const reads = readFiles(request, onRead)
  return queries.transaction(() => {
    const isNew = request.createTask && findTask(queries, request.task) === undefined
    const setup = setupIn(reads, isNew)
    if (isNew) {
      const made = completeTask({ ...setup?.task, name: request.task })
      insertTask(queries, made, context.clock().toISOString())
    }
    const stored = requireTask(context, request.task)
    const record = recordWhenAsked(context, request, stored.id, isNew)
    if (setup !== undefined) setUp(context, stored, setup)
    if (isNew) claimConfigurations(queries, record.origin(), stored.id)
    const words = problemWords(request.language)
    const files = sortFiles(context, reads, readNames(queries, stored.id), words, onSorted)
    const plannedRepeats = plannedAfter(stored.task.plannedRepeats, setup, files)
    for (const file of files) refuseProblems(request, file, { plannedRepeats, setup })
    store(context, stored, files, plannedRepeats, record.origin, [onStored, onRolledUp])
    const committed = { importId: record.id() }
    const summaries = files.map((file) => describe(request, file, { plannedRepeats, setup }, committed))
    record.finish(summaries)
    return summaries
  })
}

/** The same for one file that is at hand, in this thread. */
export function commitImport(context: StoreContext, request: ImportRequest): ImportSummary {
  return only(commitImports(context, { ...request, files: [request] }))
}
