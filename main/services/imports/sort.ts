import type { ImportProblem } from '../../../shared/domain/import.ts'
import type { Trial, TrialRow } from '../../../shared/domain/trial.ts'
import type { ProblemWords } from '../../../shared/text/import-problems.ts'
import { type OnProgress, quote, type ReadFile } from '../../importers/index.ts'
import type { Names } from '../../store/names.ts'
import { trialsOf } from '../../store/trials.ts'
import type { StoreContext } from '../context.ts'
import { differences, trialKeyText } from './rows.ts'
import { inSteps } from './steps.ts'
import { countUntried, type UntriedCases } from './untried.ts'

/** What of a file is new, what is there already, and what contradicts a trial that is there. */
export interface SortedFile {
  readonly read: ReadFile
  readonly fresh: readonly TrialRow[]
  readonly known: readonly TrialRow[]
  readonly contradictions: readonly ImportProblem[]
  readonly cases: UntriedCases
}

interface KnownTrial {
  readonly trial: Trial
  /** Where it is: in the workspace, or in a file of the same import. */
  readonly place: 'stored' | { readonly fileName: string; readonly line: number }
}

function knownTrials(
  context: StoreContext,
  reads: readonly ReadFile[],
  names: Names | undefined,
): Map<string, KnownTrial> {
  const known = new Map<string, KnownTrial>()
  const configurations = new Set(reads.flatMap((read) => read.trials.map((each) => each.row.configuration)))
  for (const configuration of configurations) {
    const id = names?.knownConfigurationId(configuration)
    if (id === undefined) continue
    for (const trial of trialsOf(context.workspace.queries, id, configuration)) {
      known.set(trialKeyText(trial), { trial, place: 'stored' })
    }
  }
  return known
}

function contradiction(
  { trial, place }: KnownTrial,
  row: TrialRow,
  columns: readonly string[],
  words: ProblemWords,
): string {
  const what = columns.map((column) =>
    column === 'outcome' ? words.differingOutcome(trial.outcome, row.outcome) : column,
  )
  const attempt = { repeat: row.repeat, case: quote(row.case), configuration: quote(row.configuration) }
  return place === 'stored'
    ? words.differsFromStored(attempt, what)
    : words.differsFromFile(attempt, what, place.fileName, place.line)
}

function sortFile(
  read: ReadFile,
  cases: UntriedCases,
  known: Map<string, KnownTrial>,
  words: ProblemWords,
  onProgress: OnProgress,
): SortedFile {
  const fresh: TrialRow[] = []
  const there: TrialRow[] = []
  const contradictions: ImportProblem[] = []
  for (const [index, { line, row }] of read.trials.entries()) {
    onProgress(index / read.trials.length)
    const key = trialKeyText(row)
    const found = known.get(key)
    if (found === undefined) {
      fresh.push(row)
      known.set(key, { trial: row, place: { fileName: read.fileName, line } })
      continue
    }
    const columns = differences(found.trial, row)
    if (columns.length === 0) there.push(row)
    else contradictions.push({ line, column: null, reason: contradiction(found, row, columns, words) })
  }
  return { read, fresh, known: there, contradictions, cases }
}

/**
 * Compares files with what is stored and with those before them in the same import.
 * @param names of the task; absent while there is no such task
 * @param words what contradicts is told in
 */
export function sortFiles(
  context: StoreContext,
  reads: readonly ReadFile[],
  names: Names | undefined,
  words: ProblemWords,
  onProgress: OnProgress,
): readonly SortedFile[] {
  const known = knownTrials(context, reads, names)
  const steps = inSteps(
    onProgress,
    reads.map((read) => read.trials.length),
  )
  const seen = new Set<string>()
  return reads.map((read, index) =>
    sortFile(read, countUntried(read, names, seen), known, words, steps[index] ?? onProgress),
  )
}
