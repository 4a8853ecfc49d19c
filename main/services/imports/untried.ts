import type { ReadFile } from '../../importers/index.ts'
import type { Names } from '../../store/names.ts'

/** Cases of a file that no row of it tries. */
export interface UntriedCases {
  readonly untriedCases: number
  /** Those of them that are new to the workspace. */
  readonly addedCases: number
}

/**
 * Counts the cases that a file names without an attempt.
 * @param seen labels in files before it; those of this one are added
 * @param names of the task; absent while there is no such task
 */
export function countUntried(
  { trials, untried }: Pick<ReadFile, 'trials' | 'untried'>,
  names: Names | undefined,
  seen: Set<string>,
): UntriedCases {
  const tried = new Set(trials.map(({ row }) => row.case))
  const labels = [...new Set(untried.map((each) => each.case))].filter((label) => !tried.has(label))
  const added = labels.filter((label) => !seen.has(label) && names?.knownCaseId(label) === undefined)
  for (const label of [...tried, ...labels]) seen.add(label)
  return { untriedCases: labels.length, addedCases: added.length }
}

/** Adds the cases of a file in its order, where it has some that nobody has tried: they stand where it names them. */
export function addCasesInOrder(
  names: Names,
  { trials, untried }: Pick<ReadFile, 'trials' | 'untried'>,
): void {
  if (untried.length === 0) return
  const rows = [...trials.map(({ line, row }) => ({ line, ...row })), ...untried]
  for (const { case: label, segment, input } of rows.toSorted((a, b) => a.line - b.line)) {
    names.caseId(label, {
      ...(segment === undefined ? {} : { segment }),
      ...(input === undefined ? {} : { input }),
    })
  }
}
