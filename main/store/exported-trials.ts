import { trialRow, type TrialRow } from '../../shared/domain/trial.ts'
import { build, type Queries } from './queries.ts'
import { toFields } from './trials.ts'

/** A case that nobody has tried, with what is known of it. */
export type UntriedCase = Pick<TrialRow, 'case' | 'segment' | 'input'>

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
  for (const { trial } of numberedTrials(queries, taskId, configurationId)) yield trial
}

/** The same with the cases that have no such trial, each where it stands among the others. */
export function* exportedRows(
  queries: Queries,
  taskId: number,
  configurationId: number | null,
): Generator<TrialRow | UntriedCase> {
  const untried = untriedCases(queries, taskId, configurationId)
  let next = 0
  for (const { caseId, trial } of numberedTrials(queries, taskId, configurationId)) {
    for (let each = untried[next]; each !== undefined && each.id < caseId; each = untried[next]) {
      yield caseOf(each)
      next += 1
    }
    yield trial
  }
  for (const each of untried.slice(next)) yield caseOf(each)
}

interface CaseRow {
  readonly id: number
  readonly label: string
  readonly segment: string | null
  readonly input: string | null
}

function caseOf({ label, segment, input }: CaseRow): UntriedCase {
  return {
    case: label,
    ...(segment === null ? {} : { segment }),
    ...(input === null ? {} : { input }),
  }
}

function untriedCases(queries: Queries, taskId: number, configurationId: number | null): readonly CaseRow[] {
  return queries.all(
    build
      .selectFrom('task_case as c')
      .select(['c.id', 'c.label', 'c.segment', 'c.input'])
      .where('c.task_id', '=', taskId)
      .where((the) => {
        const tries = the
          .selectFrom('configuration as g')
          .innerJoin('trial as t', 't.configuration_id', 'g.id')
          .select('t.repeat')
          .where('g.task_id', '=', taskId)
          .whereRef('t.case_id', '=', 'c.id')
        return the.not(
          the.exists(configurationId === null ? tries : tries.where('g.id', '=', configurationId)),
        )
      })
      .orderBy('c.id'),
  )
}

function* numberedTrials(
  queries: Queries,
  taskId: number,
  configurationId: number | null,
): Generator<{ readonly caseId: number; readonly trial: TrialRow }> {
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
    const trial = trialRow.parse({
      configuration,
      case: label,
      repeat: row.repeat,
      ...toFields(row),
      ...(segment === null ? {} : { segment }),
      ...(input === null ? {} : { input }),
      loggedAt: row.logged_at,
    })
    yield { caseId: row.case_id, trial }
  }
}
