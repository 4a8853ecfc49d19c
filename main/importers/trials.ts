import type { ImportField, ImportOptions } from '../../shared/domain/import.ts'
import type { ProblemWords } from '../../shared/text/import-problems.ts'
import type { Appearances } from './appearances.ts'
import { converters, type RowDraft } from './cells.ts'
import type { ColumnPlan, FieldColumn } from './columns.ts'
import { shortName } from './columns.ts'
import type { ReadCase, ReadTrial, Reading } from './importer.ts'
import { createProblemList, mergeProblems, type ProblemList, quote } from './problems.ts'
import { untriedRows } from './untried.ts'

/** What a row holds in a column; a list only where a format has lists (actions), a fault where it is unusable. */
export type Cell = string | readonly string[] | { readonly fault: string } | undefined

interface Pending {
  readonly line: number
  readonly row: RowDraft & Pick<ReadTrial['row'], 'case' | 'configuration' | 'outcome'>
  /** How many-th row of its configuration and case this is, unusable ones and those of files before counted. */
  readonly appearance: number
}

interface BareRow {
  readonly line: number
  readonly cells: readonly Cell[]
}

/** By configuration, case and repeat: the line that names it. */
type Seen = Map<string, Map<string, Map<number, number>>>

/** Turns rows of cells into trials: converts, checks, finds duplicates, fills in repeats. */
export interface TrialCollector {
  /** Cells by position of the column. */
  readonly row: (line: number, cells: readonly Cell[]) => void
  /** A row that is broken as a whole. */
  readonly unusable: (line: number, reason: string) => void
  /** Closes the file. `blocking` adds problems of the file's form that the format found. */
  readonly finish: (blocking: ProblemList) => Reading
}

export function createTrialCollector(
  plan: ColumnPlan,
  options: ImportOptions,
  appearances: Appearances,
  words: ProblemWords,
): TrialCollector {
  const problems = createProblemList()
  const pending: Pending[] = []
  const seen: Seen = new Map()
  const bare: BareRow[] = []
  const isBare = untriedRows(plan, options)
  let rows = 0
  let someRepeat = false
  return {
    row(line, cells) {
      rows += 1
      if (plan.fatal) return
      if (isBare(cells)) {
        bare.push({ line, cells })
        return
      }
      const checked = readRow(line, cells, plan, options, problems, words)
      someRepeat ||= checked.hasRepeat
      const appearance = appear(line, checked.row, appearances, seen, problems, words)
      if (checked.usable && appearance !== undefined && isComplete(checked.row)) {
        pending.push({ line, row: checked.row, appearance })
      }
    },
    unusable(line, reason) {
      rows += 1
      problems.add(line, null, reason)
    },
    finish(blocking) {
      const late = createProblemList()
      const trials = fillRepeats(pending, someRepeat, nameOf(plan, 'repeat'), late, words)
      // Where no row names its repeat, a row may well leave the rest of an attempt out, too: it is not graded.
      if (!someRepeat) for (const each of bare) readRow(each.line, each.cells, plan, options, late, words)
      return {
        columns: plan.columns,
        rows,
        trials,
        untried: someRepeat ? untriedOf(bare, plan, late, words) : [],
        ...mergeProblems([plan.problems, blocking, problems, late]),
        blocking: plan.problems.count() + blocking.count() > 0,
      }
    },
  }
}

function untriedOf(
  bare: readonly BareRow[],
  plan: ColumnPlan,
  problems: ProblemList,
  words: ProblemWords,
): readonly ReadCase[] {
  return bare.flatMap(({ line, cells }) => {
    const { row, faulty } = readCells(line, cells, plan, problems, words)
    const { case: label, segment, input } = row
    if (faulty.length > 0 || label === undefined) return []
    const known = { ...(segment === undefined ? {} : { segment }), ...(input === undefined ? {} : { input }) }
    return [{ line, case: label, ...known }]
  })
}

function nameOf(plan: ColumnPlan, field: ImportField): string | null {
  const column = plan.fields.find((each) => each.field === field)
  return column === undefined ? null : shortName(column.name)
}

function readCells(
  line: number,
  cells: readonly Cell[],
  plan: ColumnPlan,
  problems: ProblemList,
  words: ProblemWords,
): { readonly row: RowDraft; readonly faulty: ImportField[] } {
  const row: RowDraft = {}
  const faulty: ImportField[] = []
  for (const column of plan.fields) {
    const cell = cells[column.index]
    if (cell === undefined) continue
    const reason = readCell(cell, column, row, words)
    if (reason === undefined) continue
    problems.add(line, shortName(column.name), reason)
    faulty.push(column.field)
  }
  return { row, faulty }
}

function readRow(
  line: number,
  cells: readonly Cell[],
  plan: ColumnPlan,
  options: ImportOptions,
  problems: ProblemList,
  words: ProblemWords,
): { readonly row: RowDraft; readonly usable: boolean; readonly hasRepeat: boolean } {
  const { row, faulty } = readCells(line, cells, plan, problems, words)
  complete(row, options)
  const missing = (field: ImportField, reason: string): void => {
    if (faulty.includes(field)) return
    problems.add(line, nameOf(plan, field), reason)
    faulty.push(field)
  }
  if (row.case === undefined) missing('case', words.emptyCase())
  if (row.configuration === undefined) missing('configuration', words.emptyConfiguration())
  if (row.outcome === undefined && !faulty.includes('score'))
    missing('outcome', notGraded(row, options, words))
  const hasRepeat = row.repeat !== undefined || faulty.includes('repeat')
  return { row, usable: faulty.length === 0, hasRepeat }
}

function readCell(
  cell: Exclude<Cell, undefined>,
  column: FieldColumn,
  row: RowDraft,
  words: ProblemWords,
): string | undefined {
  if (typeof cell === 'string') return converters[column.field](cell, row, column.factor, words)
  if ('fault' in cell) return cell.fault
  if (column.field !== 'actions') return words.listValue()
  row.actions = cell
  return undefined
}

/** What the options say of a row that leaves it open. */
function complete(row: RowDraft, options: ImportOptions): void {
  if (row.configuration === undefined && options.configuration !== undefined) {
    row.configuration = options.configuration
  }
  if (row.outcome === undefined && row.score !== undefined && options.passMark !== undefined) {
    row.outcome = row.score >= options.passMark ? 'pass' : 'fail'
  }
}

function notGraded(row: RowDraft, options: ImportOptions, words: ProblemWords): string {
  const noMark = row.score !== undefined && options.passMark === undefined
  return noMark ? words.notGradedByScore() : words.notGraded()
}

function isComplete(row: RowDraft): row is Pending['row'] {
  return row.case !== undefined && row.configuration !== undefined && row.outcome !== undefined
}

/**
 * Notes that a row of this key was there, usable or not, so that mending a row later changes no other row's
 * repeat. Returns its order of appearance, or undefined for a duplicate.
 */
function appear(
  line: number,
  row: RowDraft,
  appearances: Appearances,
  seen: Seen,
  problems: ProblemList,
  words: ProblemWords,
): number | undefined {
  if (row.case === undefined || row.configuration === undefined) return undefined
  const appearance = appearances.next(row.configuration, row.case, row.repeat)
  if (row.repeat === undefined) return appearance
  const cases = getOrAdd(seen, row.configuration, () => new Map<string, Map<number, number>>())
  const lineByRepeat = getOrAdd(cases, row.case, () => new Map<number, number>())
  const earlier = lineByRepeat.get(row.repeat)
  if (earlier === undefined) {
    lineByRepeat.set(row.repeat, line)
    return appearance
  }
  const attempt = { repeat: row.repeat, case: quote(row.case), configuration: quote(row.configuration) }
  problems.add(line, null, words.sameAttempt(attempt, earlier))
  return undefined
}

function getOrAdd<Key, Value>(map: Map<Key, Value>, key: Key, create: () => Value): Value {
  const present = map.get(key)
  if (present !== undefined) return present
  const created = create()
  map.set(key, created)
  return created
}

/** Without any repeat in the file, rows count in order of appearance (see Appearances); with some, a row without one is a problem. */
function fillRepeats(
  pending: readonly Pending[],
  someRepeat: boolean,
  column: string | null,
  late: ProblemList,
  words: ProblemWords,
): ReadTrial[] {
  const trials: ReadTrial[] = []
  for (const { line, row, appearance } of pending) {
    const repeat = row.repeat ?? (someRepeat ? undefined : appearance)
    if (repeat === undefined) late.add(line, column, words.emptyRepeat())
    else if (repeat > 100_000) late.add(line, null, words.tooManyRepeats())
    else trials.push({ line, row: { ...row, repeat } })
  }
  return trials
}
