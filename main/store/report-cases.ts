import { sql } from 'kysely'
import { longestShownNote, type ReportCase, type ReportCases } from '../../shared/domain/report-cases.ts'
import { build, type Queries } from './queries.ts'
import { countCases } from './tasks.ts'

type Trials = ReportCase['trials']

/** Attempts of one configuration on cases from one to another, by case and repeat. */
function readAttempts(queries: Queries, configurationId: number, first: number, last: number) {
  return queries.all(
    build
      .selectFrom('trial')
      .select(['case_id as caseId', 'repeat', 'outcome', 'cause'])
      // One character more tells that there is more of it.
      .select(sql<string | null>`substr(note, 1, ${longestShownNote + 1})`.as('note'))
      .where('configuration_id', '=', configurationId)
      .where('case_id', '>=', first)
      .where('case_id', '<=', last)
      .orderBy('case_id')
      .orderBy('repeat'),
  )
}

/**
 * The first cases of a task in the order they were first seen, each with its attempts of one configuration.
 * @param most of these many; their total is of all
 */
export function readReportCases(
  queries: Queries,
  taskId: number,
  configurationId: number,
  plannedRepeats: number,
  most: number,
): ReportCases {
  const cases = queries.all(
    build
      .selectFrom('task_case')
      .select(['id', 'label', 'segment'])
      .where('task_id', '=', taskId)
      .orderBy('id')
      .limit(most),
  )
  const [first] = cases
  const last = cases.at(-1)
  if (first === undefined || last === undefined) return { total: countCases(queries, taskId), told: [] }
  const byCase = Map.groupBy(readAttempts(queries, configurationId, first.id, last.id), (each) => each.caseId)
  const told = cases.map(({ id, label, segment }): ReportCase => {
    let fair = 0
    const trials: Trials = (byCase.get(id) ?? []).map(({ caseId: _case, ...trial }) => {
      if (trial.outcome !== 'void') fair += 1
      return { ...trial, counts: trial.outcome !== 'void' && fair <= plannedRepeats }
    })
    const passes = trials.filter(({ counts, outcome }) => counts && outcome === 'pass').length
    return { case: label, segment, passes: fair < plannedRepeats ? null : passes, trials }
  })
  return { total: countCases(queries, taskId), told }
}

/** Everybody whose name stands beside a trial of the task or once did, in the order of their first trial. */
export function readLoggersByFirst(queries: Queries, taskId: number): readonly string[] {
  const present = build
    .selectFrom('trial')
    .select((expression) => [
      'logged_by as name',
      expression.fn.min('logged_at').as('at'),
      expression.fn.min('case_id').as('caseId'),
    ])
    .where('task_id', '=', taskId)
    .where('logged_by', 'is not', null)
    .groupBy('logged_by')
  const former = build
    .selectFrom('trial_history')
    .select((expression) => [
      sql<string | null>`content ->> 'logged_by'`.as('name'),
      expression.fn.min('changed_at').as('at'),
      expression.fn.min('case_id').as('caseId'),
    ])
    .where('task_id', '=', taskId)
    .where(sql<boolean>`content ->> 'logged_by' IS NOT NULL`)
    .groupBy('name')
  const rows = [...queries.all(present), ...queries.all(former)]
  const byFirst = rows.toSorted(
    (a, b) =>
      (a.at < b.at ? -1 : a.at > b.at ? 1 : 0) ||
      a.caseId - b.caseId ||
      ((a.name ?? '') < (b.name ?? '') ? -1 : 1),
  )
  return [...new Set(byFirst.flatMap(({ name }) => name ?? []))]
}
