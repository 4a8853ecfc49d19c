import { sql } from 'kysely'
import { z } from 'zod'
import type {
  AnswerClass,
  CaseClass,
  ConfigurationRecord,
  LatencyRecord,
  SegmentRecord,
} from '../../shared/domain/record.ts'
import { expectedSlowest } from '../../shared/statistics/expected-slowest.ts'
import { nearestRank } from '../../shared/statistics/quantile.ts'
import { fingerprint } from './fingerprint.ts'
import { build, type Queries } from './queries.ts'
import type { StoredConfiguration } from './configurations.ts'
import { countCases } from './tasks.ts'

const classColumns = [
  'passes',
  'errors',
  'accepted_passes as acceptedPasses',
  'accepted_failures as acceptedFailures',
  'verdicts',
] as const

const classKeys = ['passes', 'errors', 'accepted_passes', 'accepted_failures', 'verdicts'] as const

const talliesColumn = z.array(z.tuple([z.string(), z.number()]))
const latenciesColumn = z.array(z.array(z.number()))

function rollUpsOf(configurationId: number) {
  return build.selectFrom('roll_up').where('configuration_id', '=', configurationId)
}

function complete(configurationId: number) {
  return rollUpsOf(configurationId).where('complete', '=', 1)
}

function readClasses(queries: Queries, configurationId: number): readonly CaseClass[] {
  return queries.all(
    complete(configurationId)
      .select(classColumns)
      .select((expression) => expression.fn.countAll<number>().as('cases'))
      .groupBy(classKeys)
      .orderBy('passes'),
  )
}

const answersColumn = z.array(z.tuple([z.number(), z.number()]))

function readAnswers(
  queries: Queries,
  configurationId: number,
  plannedRepeats: number,
): readonly AnswerClass[] | null {
  const rows = queries.all(
    complete(configurationId)
      .select('answers')
      .select((expression) => expression.fn.countAll<number>().as('cases'))
      .groupBy('answers')
      .orderBy('answers'),
  )
  const classes: AnswerClass[] = []
  for (const { answers, cases } of rows) {
    if (answers === null) return null
    const groups = answersColumn.parse(JSON.parse(answers)).map(([count, passes]) => ({ count, passes }))
    const votes = groups.reduce((sum, each) => sum + each.count, 0)
    classes.push({ groups, blanks: plannedRepeats - votes, cases })
  }
  return classes
}

function readSegments(queries: Queries, configurationId: number): readonly SegmentRecord[] {
  const rows = queries.all(
    complete(configurationId)
      .innerJoin('task_case as c', 'c.id', 'roll_up.case_id')
      .where('c.segment', 'is not', null)
      .select('c.segment')
      .select(classColumns)
      .select((expression) => expression.fn.countAll<number>().as('cases'))
      .groupBy(['c.segment', ...classKeys])
      .orderBy('c.segment'),
  )
  const segments = new Map<string, CaseClass[]>()
  for (const { segment, ...caseClass } of rows) {
    if (segment === null) continue
    const classes = segments.get(segment) ?? []
    classes.push(caseClass)
    segments.set(segment, classes)
  }
  return [...segments].map(([segment, classes]) => ({ segment, classes }))
}

interface Sums {
  readonly cases: number
  readonly completeCases: number
  readonly repeats: number
  readonly voids: number
  readonly ofIncompleteCases: number
  readonly passes: number
  readonly errors: number
  readonly costValues: number
  readonly costSum: number
  readonly firstLoggedAt: string | null
  readonly lastLoggedAt: string | null
}

const noSums: Sums = {
  cases: 0,
  completeCases: 0,
  repeats: 0,
  voids: 0,
  ofIncompleteCases: 0,
  passes: 0,
  errors: 0,
  costValues: 0,
  costSum: 0,
  firstLoggedAt: null,
  lastLoggedAt: null,
}

function readSums(queries: Queries, configurationId: number): Sums {
  const all = queries.first(
    rollUpsOf(configurationId).select((expression) => [
      expression.fn.countAll<number>().as('cases'),
      expression.fn.sum<number>('complete').as('completeCases'),
      expression.fn.sum<number>('repeats').as('repeats'),
      expression.fn.sum<number>('voids').as('voids'),
      sql<number>`sum(CASE WHEN complete = 0 THEN repeats ELSE 0 END)`.as('ofIncompleteCases'),
    ]),
  )
  if (all === undefined || all.cases === 0) return noSums
  const counted = queries.first(
    complete(configurationId).select((expression) => [
      expression.fn.coalesce(expression.fn.sum<number>('passes'), expression.val(0)).as('passes'),
      expression.fn.coalesce(expression.fn.sum<number>('errors'), expression.val(0)).as('errors'),
      expression.fn.coalesce(expression.fn.sum<number>('cost_values'), expression.val(0)).as('costValues'),
      expression.fn.coalesce(expression.fn.sum<number>('cost_sum'), expression.val(0)).as('costSum'),
      expression.fn.min('first_logged_at').as('firstLoggedAt'),
      expression.fn.max('last_logged_at').as('lastLoggedAt'),
    ]),
  )
  return { ...noSums, ...all, ...counted }
}

/**
 * Adds up a column of tallies, most first, '' under null. They are grouped before: the same few stand in
 * thousands of rows.
 */
function readTallies(
  queries: Queries,
  rollUps: ReturnType<typeof rollUpsOf>,
  column: 'causes' | 'loggers',
): readonly (readonly [string | null, number])[] {
  const rows = queries.all(
    rollUps
      .select(column)
      .select((expression) => expression.fn.countAll<number>().as('rows'))
      .groupBy(column),
  )
  const totals = new Map<string, number>()
  for (const row of rows) {
    for (const [name, count] of talliesColumn.parse(JSON.parse(row[column]))) {
      totals.set(name, (totals.get(name) ?? 0) + count * row.rows)
    }
  }
  return [...totals]
    .toSorted(([nameA, a], [nameB, b]) => b - a || (nameA < nameB ? -1 : 1))
    .map(([name, count]) => [name === '' ? null : name, count])
}

function readLatency(queries: Queries, configurationId: number, plannedRepeats: number): LatencyRecord {
  const rows = queries.all(complete(configurationId).select('latencies'))
  const cases = latenciesColumn.parse(JSON.parse(`[${rows.map((row) => row.latencies).join()}]`))
  const all = [...Float64Array.from(cases.flat()).toSorted()]
  if (all.length === 0) return { values: 0, sum: 0, p50: null, p95: null, slowestOf: [] }
  const everyTrial = cases.every((latencies) => latencies.length === plannedRepeats)
  return {
    values: all.length,
    sum: all.reduce((sum, latency) => sum + latency, 0),
    p50: nearestRank(all, 0.5),
    p95: nearestRank(all, 0.95),
    slowestOf: everyTrial ? meanSlowest(cases, plannedRepeats) : [],
  }
}

function meanSlowest(cases: readonly (readonly number[])[], plannedRepeats: number): readonly number[] {
  return Array.from({ length: plannedRepeats }, (_, index) => {
    const total = cases.reduce((sum, latencies) => sum + expectedSlowest(latencies, index + 1), 0)
    return total / cases.length
  })
}

function readCompleteRounds(
  queries: Queries,
  taskId: number,
  configurationId: number,
): ConfigurationRecord['completeRounds'] {
  const cases = countCases(queries, taskId)
  const rows = queries.all(
    rollUpsOf(configurationId)
      .select('outcomes')
      .select((expression) => expression.fn.countAll<number>().as('cases'))
      .groupBy('outcomes'),
  )
  const tried = rows.reduce((sum, row) => sum + row.cases, 0)
  if (cases === 0 || tried < cases) return { rounds: 0, cases, passes: 0 }
  const rounds = Math.min(...rows.map((row) => row.outcomes.length))
  const passes = rows.reduce((sum, row) => sum + row.cases * countPasses(row.outcomes.slice(0, rounds)), 0)
  return { rounds, cases, passes }
}

function countPasses(outcomes: string): number {
  return outcomes.replaceAll(/[^P]/g, '').length
}

function readFingerprint(queries: Queries, configurationId: number, plannedRepeats: number): string {
  const rows = queries.all(complete(configurationId).select('digest').orderBy('digest'))
  return fingerprint(
    plannedRepeats,
    rows.map((row) => row.digest),
  )
}

/** What an assessment needs of one configuration, read from the roll-ups alone and of one moment. */
export function readRecord(
  queries: Queries,
  taskId: number,
  configuration: StoredConfiguration,
  plannedRepeats: number,
): ConfigurationRecord {
  return queries.snapshot(() => readAll(queries, taskId, configuration, plannedRepeats))
}

function readAll(
  queries: Queries,
  taskId: number,
  { id, name, moreComputeThan, compute }: StoredConfiguration,
  plannedRepeats: number,
): ConfigurationRecord {
  const sums = readSums(queries, id)
  const counted = sums.completeCases * plannedRepeats
  return {
    name,
    moreComputeThan,
    compute,
    plannedRepeats,
    counts: {
      cases: sums.cases,
      completeCases: sums.completeCases,
      trials: sums.repeats + sums.voids,
      passes: sums.passes,
      failures: counted - sums.passes - sums.errors,
      errors: sums.errors,
      voids: sums.voids,
      notCounted: sums.repeats - counted,
      ofIncompleteCases: sums.ofIncompleteCases,
      extraRepeats: sums.repeats - counted - sums.ofIncompleteCases,
    },
    classes: readClasses(queries, id),
    answers: readAnswers(queries, id, plannedRepeats),
    completeRounds: readCompleteRounds(queries, taskId, id),
    cost: { values: sums.costValues, sum: sums.costSum },
    latency: readLatency(queries, id, plannedRepeats),
    causes: readTallies(queries, complete(id), 'causes').map(([cause, failures]) => ({ cause, failures })),
    segments: readSegments(queries, id),
    fingerprint: readFingerprint(queries, id, plannedRepeats),
    firstLoggedAt: sums.firstLoggedAt,
    lastLoggedAt: sums.lastLoggedAt,
    loggers: readTallies(queries, rollUpsOf(id), 'loggers').map(([logger, trials]) => ({
      name: logger,
      trials,
    })),
  }
}
