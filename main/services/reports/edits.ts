import type { ReportEdits } from '../../../shared/domain/report-data.ts'
import type { GradeChange } from '../../store/report-rows.ts'

/** A report names so many edits one by one. */
const mostEdits = 12

function outcomesOf(changes: readonly GradeChange[]): ReportEdits['outcomes'] {
  const counts = new Map<string, ReportEdits['outcomes'][number]>()
  for (const { before, after } of changes) {
    if (after === null || after === before) continue
    const key = `${before} ${after}`
    counts.set(key, { before, after, edits: (counts.get(key)?.edits ?? 0) + 1 })
  }
  return [...counts.entries()]
    .toSorted(([a, one], [b, other]) => other.edits - one.edits || (a < b ? -1 : 1))
    .map(([, each]) => each)
}

/**
 * What was changed of attempts after they were stored.
 * @param changes the newest first
 */
export function summariseEdits(changes: readonly GradeChange[]): ReportEdits {
  const withdrawn = changes.filter((each) => each.change === 'withdrawn').length
  return {
    replaced: changes.length - withdrawn,
    withdrawn,
    firstAt: changes.at(-1)?.changedAt ?? null,
    lastAt: changes[0]?.changedAt ?? null,
    outcomes: outcomesOf(changes),
    newest: changes
      .filter((each) => each.after !== each.before)
      .slice(0, mostEdits)
      .map(({ change: _change, ...each }) => each),
  }
}
