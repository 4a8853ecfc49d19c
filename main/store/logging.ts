import { sql } from 'kysely'
import { z } from 'zod'
import { build, type Queries } from './queries.ts'
import { countCases } from './tasks.ts'

/**
 * The place, from 0, of the first case whose planned trials are not all there; null when there is none.
 * @param configurationId undefined: nothing is logged yet
 */
export function findFirstOpen(
  queries: Queries,
  taskId: number,
  configurationId: number | undefined,
): number | null {
  const first = queries.first(
    build
      .selectFrom('task_case as c')
      .leftJoin('roll_up as r', (join) =>
        join.onRef('r.case_id', '=', 'c.id').on('r.configuration_id', '=', configurationId ?? 0),
      )
      .select('c.id')
      .where('c.task_id', '=', taskId)
      .where((expression) => expression(expression.fn.coalesce('r.complete', expression.val(0)), '=', 0))
      .orderBy('c.id')
      .limit(1),
  )
  if (first === undefined) return null
  const before = queries.first(
    build
      .selectFrom('task_case')
      .select((expression) => expression.fn.countAll<number>().as('cases'))
      .where('task_id', '=', taskId)
      .where('id', '<', first.id),
  )
  return before?.cases ?? 0
}

/**
 * How many of the planned trials are not there yet; what a case has beyond them makes up for no other's.
 * @param configurationId undefined: nothing is logged yet
 */
export function countMissing(
  queries: Queries,
  taskId: number,
  configurationId: number | undefined,
  plannedRepeats: number,
): number {
  const there = queries.first(
    build
      .selectFrom('roll_up')
      .select(sql<number>`coalesce(sum(min(repeats, ${plannedRepeats})), 0)`.as('trials'))
      .where('configuration_id', '=', configurationId ?? 0),
  )
  return countCases(queries, taskId) * plannedRepeats - (there?.trials ?? 0)
}

/**
 * How many trials people have logged since then, of one person or of all. The roll-ups say in which cases that may
 * be: those touched since, and those with trials that no roll-up counts.
 * @param since in UTC, as times are stored
 */
export function countLoggedSince(
  queries: Queries,
  taskId: number,
  since: string,
  loggedBy: string | null,
): number {
  const configurations = build.selectFrom('configuration').select('id').where('task_id', '=', taskId)
  const trials = build
    .selectFrom('roll_up as r')
    .innerJoin('trial as t', (join) =>
      join.onRef('t.configuration_id', '=', 'r.configuration_id').onRef('t.case_id', '=', 'r.case_id'),
    )
    .select((expression) => expression.fn.countAll<number>().as('trials'))
    .where('r.configuration_id', 'in', configurations)
    .where((expression) =>
      expression.or([
        expression('r.last_logged_at', '>=', since),
        expression('r.voids', '>', 0),
        expression(sql<number>`r.repeats - length(r.outcomes)`, '>', 0),
      ]),
    )
    .where('t.logged_at', '>=', since)
    .where('t.grader', '=', 'human')
  const counted = queries.first(loggedBy === null ? trials : trials.where('t.logged_by', '=', loggedBy))
  return counted?.trials ?? 0
}

const talliesColumn = z.array(z.tuple([z.string(), z.number()]))

/** The names beside the trials of the workspace, who logged most first. */
export function listLoggers(queries: Queries): readonly string[] {
  const rows = queries.all(
    build
      .selectFrom('roll_up')
      .select('loggers')
      .select((expression) => expression.fn.countAll<number>().as('rows'))
      .groupBy('loggers'),
  )
  const totals = new Map<string, number>()
  for (const row of rows) {
    for (const [name, count] of talliesColumn.parse(JSON.parse(row.loggers))) {
      if (name !== '') totals.set(name, (totals.get(name) ?? 0) + count * row.rows)
    }
  }
  return [...totals]
    .toSorted(([nameA, a], [nameB, b]) => b - a || (nameA < nameB ? -1 : 1))
    .map(([name]) => name)
}
