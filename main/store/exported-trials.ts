import { trialRow, type TrialRow } from '../../shared/domain/trial.ts'
import { build, type Queries } from './queries.ts'
import { toFields } from './trials.ts'

/**
 * Every trial of a task with all that is known of it: case by case in the order they were first seen, in each by
 * configuration, then by repeat. So a new workspace that reads them sees the cases in the same order.
 * @param configurationId null: of all configurations
 */
export function* exportedTrials(
  queries: Queries,
  taskId: number,
  configurationId: number | null,
): Generator<TrialRow> {
  const rows = build
    .selectFrom('task_case as c')
    // Not inner joins: in this order the rows come sorted, and none waits for the last one.
    .crossJoin('configuration as g')
    .crossJoin('trial as t')
    .selectAll('t')
    .select(['c.label', 'c.segment', 'c.input', 'g.name as configuration'])
    .whereRef('t.configuration_id', '=', 'g.id')
    .whereRef('t.case_id', '=', 'c.id')
    .where('c.task_id', '=', taskId)
    .where('g.task_id', '=', taskId)
    .orderBy('c.id')
    .orderBy('g.id')
    .orderBy('t.repeat')
  const wanted = configurationId === null ? rows : rows.where('g.id', '=', configurationId)
  for (const { configuration, label, segment, input, ...row } of queries.each(wanted)) {
    yield trialRow.parse({
      configuration,
      case: label,
      repeat: row.repeat,
      ...toFields(row),
      ...(segment === null ? {} : { segment }),
      ...(input === null ? {} : { input }),
      loggedAt: row.logged_at,
    })
  }
}
