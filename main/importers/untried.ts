import type { ImportField, ImportOptions } from '../../shared/domain/import.ts'
import type { ColumnPlan } from './columns.ts'
import type { Cell } from './trials.ts'

/** What a row may say of its case alone. */
const caseFields: ReadonlySet<ImportField> = new Set(['case', 'segment', 'input'])

/** Without these an attempt is not told from a case: a row that leaves its result out was never graded then. */
const attemptFields: readonly ImportField[] = ['configuration', 'repeat', 'outcome']

function isSilent(cell: Cell, field: ImportField): boolean {
  // An empty answer is an answer.
  return cell === undefined || (cell === '' && field !== 'answer')
}

/**
 * Tells rows that may name a case nobody has tried: a case and nothing of an attempt, in a file that has columns for
 * the configuration, the repeat and the outcome, while no configuration was named for rows that leave it out.
 */
export function untriedRows(
  plan: ColumnPlan,
  { configuration }: Pick<ImportOptions, 'configuration'>,
): (cells: readonly Cell[]) => boolean {
  const has = (field: ImportField): boolean => plan.fields.some((each) => each.field === field)
  if (configuration !== undefined || !attemptFields.every(has)) return () => false
  const own = plan.fields.filter(({ field }) => !caseFields.has(field))
  const label = plan.fields.find(({ field }) => field === 'case')
  return (cells) => {
    const named = label === undefined ? undefined : cells[label.index]
    if (typeof named !== 'string' || named.trim() === '') return false
    return own.every(({ index, field }) => isSilent(cells[index], field))
  }
}
