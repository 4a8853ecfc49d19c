import { type Compilable, type InferResult, sql } from 'kysely'
import { z } from 'zod'
import {
  type CaseGroupCounts,
  type CaseList,
  type CaseMap,
  type CaseRow,
  type CaseSort,
  longestShownInput,
  mostMappedCases,
} from '../../shared/domain/case.ts'
import type { CaseFilter } from '../../shared/domain/case-filter.ts'
import { measuredOr } from '../../shared/domain/measured.ts'
import { countOfGroup, hasBeyondPlan, matchingCases, orderOf } from './case-filter.ts'
import { build, type Queries } from './queries.ts'

/** Which cases of which configuration are meant. */
export interface CaseQuestion {
  readonly taskId: number
  /** Undefined: nobody has used the configuration. */
  readonly configurationId: number | undefined
  readonly plannedRepeats: number
  readonly filter: CaseFilter
}

export interface CasePage {
  readonly sort: CaseSort
  readonly offset: number
  readonly limit: number
}

const talliesColumn = z.array(z.tuple([z.string(), z.number()]))
const latenciesColumn = z.array(z.number())

/** How many matching cases there are in each group; together they are all that match. */
export function countGroups(
  queries: Queries,
  { taskId, configurationId, filter }: CaseQuestion,
): CaseGroupCounts {
  const counts = queries.first(
    matchingCases(taskId, configurationId, filter).select([
      countOfGroup('always').as('always'),
      countOfGroup('sometimes').as('sometimes'),
      countOfGroup('never').as('never'),
      countOfGroup('incomplete').as('incomplete'),
    ]),
  )
  return counts ?? { always: 0, sometimes: 0, never: 0, incomplete: 0 }
}

export function readSegments(queries: Queries, taskId: number): NonNullable<CaseList['facets']>['segments'] {
  const rows = queries.all(
    build
      .selectFrom('task_case')
      .select('segment')
      .select((expression) => expression.fn.countAll<number>().as('cases'))
      .where('task_id', '=', taskId)
      .where('segment', 'is not', null)
      .groupBy('segment')
      .orderBy('segment'),
  )
  return rows.flatMap(({ segment, cases }) => (segment === null ? [] : [{ segment, cases }]))
}

/** Whether any case of the task has an input, and any trial that counts a cost or a latency. */
export function readTold(
  queries: Queries,
  taskId: number,
  configurationId: number | undefined,
): NonNullable<CaseList['facets']>['told'] {
  const input = build.selectFrom('task_case').select('id').where('task_id', '=', taskId)
  const rolled = build
    .selectFrom('roll_up')
    .select('case_id')
    .where('configuration_id', '=', configurationId ?? 0)
  const isThere = (query: Compilable): boolean => queries.first(query) !== undefined
  return {
    input: isThere(input.where('input', 'is not', null).limit(1)),
    cost: isThere(rolled.where('cost_values', '>', 0).limit(1)),
    latency: isThere(rolled.where('latencies', '<>', '[]').limit(1)),
  }
}

/**
 * Causes of all failed trials of the cases with some beyond the plan: of those the roll-up holds only what counts.
 * @param caseIds null: all of them
 */
function causesBeyond(queries: Queries, configurationId: number, caseIds: readonly number[] | null) {
  const failed = build
    .selectFrom('roll_up as r')
    // Not an inner join: SQLite would read every trial to find the few cases.
    .crossJoin('trial as t')
    .whereRef('t.configuration_id', '=', 'r.configuration_id')
    .whereRef('t.case_id', '=', 'r.case_id')
    .select(['r.case_id as caseId', 't.cause'])
    .select((expression) => expression.fn.countAll<number>().as('failures'))
    .where('r.configuration_id', '=', configurationId)
    .where(hasBeyondPlan)
    .where('t.outcome', 'in', ['fail', 'error'])
    .groupBy(['r.case_id', 't.cause'])
  return queries.all(caseIds === null ? failed : failed.where('r.case_id', 'in', [...caseIds]))
}

function byName(a: string | null, b: string | null): number {
  return (a ?? '') < (b ?? '') ? -1 : 1
}

/** In how many cases each cause occurs, the most frequent first. */
export function readCauses(
  queries: Queries,
  configurationId: number | undefined,
): NonNullable<CaseList['facets']>['causes'] {
  if (configurationId === undefined) return []
  const counted = queries.all(
    build
      .selectFrom('roll_up as r')
      .crossJoin(sql<{ value: string }>`json_each(r.causes)`.as('each'))
      .select(sql<string>`each.value ->> 0`.as('name'))
      .select((expression) => expression.fn.countAll<number>().as('cases'))
      .where('r.configuration_id', '=', configurationId)
      .where(sql<boolean>`NOT ${hasBeyondPlan}`)
      .groupBy('name'),
  )
  const totals = new Map(counted.map(({ name, cases }) => [name, cases]))
  for (const { cause } of causesBeyond(queries, configurationId, null)) {
    totals.set(cause ?? '', (totals.get(cause ?? '') ?? 0) + 1)
  }
  return [...totals]
    .map(([key, cases]) => ({ cause: key === '' ? null : key, cases }))
    .toSorted((a, b) => b.cases - a.cases || byName(a.cause, b.cause))
}

const rollUpColumns = [
  'r.outcomes',
  'r.complete',
  'r.repeats',
  'r.voids',
  'r.passes',
  'r.causes',
  'r.cost_values as costValues',
  'r.cost_sum as costSum',
  'r.latencies',
] as const

function selectPage({ taskId, configurationId, filter }: CaseQuestion, { sort, offset, limit }: CasePage) {
  return matchingCases(taskId, configurationId, filter)
    .select(['c.id', 'c.label', 'c.segment', ...rollUpColumns])
    .select(sql<string | null>`substr(c.input, 1, ${longestShownInput})`.as('input'))
    .orderBy(orderOf(sort))
    .offset(offset)
    .limit(limit)
}

type PageRow = InferResult<ReturnType<typeof selectPage>>[number]

function planned(outcomes: string, plannedRepeats: number): string {
  return outcomes.padEnd(plannedRepeats, '.')
}

function toCaseRow(row: PageRow, plannedRepeats: number, causes: CaseRow['causes']): CaseRow {
  const outcomes = row.outcomes ?? ''
  const latencies = latenciesColumn.parse(JSON.parse(row.latencies ?? '[]'))
  const latencySum = latencies.reduce((sum, each) => sum + each, 0)
  return {
    case: row.label,
    input: row.input,
    segment: row.segment,
    outcomes: planned(outcomes, plannedRepeats),
    complete: row.complete === 1,
    passes: row.passes ?? 0,
    counted: outcomes.length,
    voids: row.voids ?? 0,
    beyondPlan: (row.repeats ?? 0) - outcomes.length,
    causes: causes.toSorted((a, b) => b.failures - a.failures || byName(a.cause, b.cause)),
    costUsd: measuredOr((row.costSum ?? 0) / (row.costValues ?? 0), 'no-cost-logged'),
    latencyMs: measuredOr(latencySum / latencies.length, 'no-latency-logged'),
  }
}

/** Some of the matching cases in their order, read from the roll-ups. */
export function readCasePage(queries: Queries, question: CaseQuestion, page: CasePage): readonly CaseRow[] {
  const rows = queries.all(selectPage(question, page))
  const beyond = rows.filter(({ repeats, outcomes }) => (repeats ?? 0) > (outcomes ?? '').length)
  const failures =
    beyond.length === 0 || question.configurationId === undefined
      ? new Map<number, CaseRow['causes']>()
      : Map.groupBy(
          causesBeyond(
            queries,
            question.configurationId,
            beyond.map(({ id }) => id),
          ),
          ({ caseId }) => caseId,
        )
  const isBeyond = new Set(beyond.map(({ id }) => id))
  return rows.map((row) => {
    const causes = isBeyond.has(row.id)
      ? (failures.get(row.id) ?? []).map(({ cause, failures: count }) => ({ cause, failures: count }))
      : talliesColumn
          .parse(JSON.parse(row.causes ?? '[]'))
          .map(([key, count]) => ({ cause: key === '' ? null : key, failures: count }))
    return toCaseRow(row, question.plannedRepeats, causes)
  })
}

/** All matching cases in their order, up to `mostMappedCases`. */
export function readCaseMap(
  queries: Queries,
  { taskId, configurationId, filter, plannedRepeats }: CaseQuestion,
  sort: CaseSort,
): Pick<CaseMap, 'labels' | 'outcomes'> {
  const rows = queries.all(
    matchingCases(taskId, configurationId, filter)
      .select(['c.label', 'r.outcomes', 'r.voids'])
      .orderBy(orderOf(sort))
      .limit(mostMappedCases),
  )
  return {
    labels: rows.map(({ label }) => label),
    outcomes: rows.map(
      ({ outcomes, voids }) => planned(outcomes ?? '', plannedRepeats) + 'V'.repeat(voids ?? 0),
    ),
  }
}
