import { sql } from 'kysely'
import { z } from 'zod'
import {
  type AnswerClass,
  type CaseClass,
  configurationRecord,
  type LatencyRecord,
  type LeftIncomplete,
  type SegmentRecord,
} from '../../shared/domain/record.ts'
import { expectedSlowest } from '../../shared/statistics/expected-slowest.ts'
import { nearestRank } from '../../shared/statistics/quantile.ts'
import { fingerprint } from './fingerprint.ts'
import { build, type Queries } from './queries.ts'

/** A record as far as it depends on the trials alone, not on names or the list of cases, and is worth keeping. */
export const summary = configurationRecord
  .unwrap()
  .omit({ name: true, moreComputeThan: true, compute: true, completeRounds: true, leftIncomplete: true })
  .extend({ tried: configurationRecord.unwrap().shape.completeRounds })
  .readonly()
export type Summary = z.infer<typeof summary>

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

/** The expected slowest is linear in the sorted latencies: that of their means, rank by rank, is its mean. */
function meanSlowest(cases: readonly (readonly number[])[], plannedRepeats: number): readonly number[] {
  const ranks = Array.from({ length: plannedRepeats }, (_, rank) => {
    const total = cases.reduce((sum, latencies) => sum + (latencies[rank] ?? 0), 0)
    return total / cases.length
  })
  return ranks.map((_, index) => expectedSlowest(ranks, index + 1))
}

/** The rounds that every tried case has completed; whether every case of the list was tried is not known here. */
function readRounds(queries: Queries, configurationId: number, plannedRepeats: number): Summary['tried'] {
  const rows = queries.all(
    rollUpsOf(configurationId)
      .select('outcomes')
      .select((expression) => expression.fn.countAll<number>().as('cases'))
      .groupBy('outcomes'),
  )
  const rounds = rows.length === 0 ? 0 : Math.min(...rows.map((row) => row.outcomes.length))
  const inside = (letter: string): number =>
    rows.reduce((sum, row) => sum + row.cases * countOf(letter, row.outcomes.slice(0, rounds)), 0)
  const times = queries.first(
    rollUpsOf(configurationId).select((expression) => [
      expression.fn.min('first_logged_at').as('firstLoggedAt'),
      expression.fn.max('last_logged_at').as('lastLoggedAt'),
    ]),
  )
  return {
    cases: rows.reduce((sum, row) => sum + row.cases, 0),
    rounds,
    passes: inside('P'),
    errors: inside('E'),
    fingerprint: readFingerprint(queries, rollUpsOf(configurationId), plannedRepeats),
    firstLoggedAt: times?.firstLoggedAt ?? null,
    lastLoggedAt: times?.lastLoggedAt ?? null,
  }
}

function countOf(letter: string, outcomes: string): number {
  return outcomes.split(letter).length - 1
}

function readFingerprint(
  queries: Queries,
  rollUps: ReturnType<typeof rollUpsOf>,
  plannedRepeats: number,
): string {
  const rows = queries.all(rollUps.select('digest').orderBy('digest'))
  return fingerprint(
    plannedRepeats,
    rows.map((row) => row.digest),
  )
}

function sumOf(rows: readonly { readonly cases: number }[]): number {
  return rows.reduce((sum, each) => sum + each.cases, 0)
}

/** The cases begun before the last complete one was, and not complete. */
function leftIncomplete(configurationId: number) {
  const lastComplete = complete(configurationId).select((expression) =>
    expression.fn.max('first_logged_at').as('at'),
  )
  return rollUpsOf(configurationId)
    .where('complete', '=', 0)
    .where('outcomes', '<>', '')
    .where('first_logged_at', '<=', lastComplete)
}

/** The fingerprint of the complete cases and of those left incomplete: a claim must hold with both. */
export function readClaimedFingerprint(
  queries: Queries,
  configurationId: number,
  plannedRepeats: number,
): string {
  const digests = [complete(configurationId), leftIncomplete(configurationId)].flatMap((rollUps) =>
    queries.all(rollUps.select('digest')).map((row) => row.digest),
  )
  return fingerprint(plannedRepeats, digests.toSorted())
}

/** The cases begun before the last complete one was, and not complete, by how far they came. */
export function readLeftIncomplete(queries: Queries, configurationId: number): readonly LeftIncomplete[] {
  const rows = queries.all(
    leftIncomplete(configurationId)
      .select('outcomes')
      .select((expression) => expression.fn.countAll<number>().as('cases'))
      .groupBy('outcomes'),
  )
  const seen = rows.map(({ outcomes, cases }) => ({
    tried: outcomes.length,
    passes: countOf('P', outcomes),
    cases,
  }))
  const alike = Map.groupBy(seen, ({ tried, passes }) => `${tried} ${passes}`)
  return [...alike.values()]
    .flatMap((each) => each.slice(0, 1).map((first) => ({ ...first, cases: sumOf(each) })))
    .toSorted((a, b) => a.tried - b.tried || a.passes - b.passes)
}

/** Everything that an assessment needs of one configuration's trials, counted from the roll-ups. */
export function summarise(queries: Queries, configurationId: number, plannedRepeats: number): Summary {
  const sums = readSums(queries, configurationId)
  const counted = sums.completeCases * plannedRepeats
  const tally = (rollUps: ReturnType<typeof rollUpsOf>, column: 'causes' | 'loggers') =>
    readTallies(queries, rollUps, column)
  return {
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
    classes: readClasses(queries, configurationId),
    answers: readAnswers(queries, configurationId, plannedRepeats),
    tried: readRounds(queries, configurationId, plannedRepeats),
    cost: { values: sums.costValues, sum: sums.costSum },
    latency: readLatency(queries, configurationId, plannedRepeats),
    causes: tally(complete(configurationId), 'causes').map(([cause, failures]) => ({ cause, failures })),
    segments: readSegments(queries, configurationId),
    fingerprint: readFingerprint(queries, complete(configurationId), plannedRepeats),
    firstLoggedAt: sums.firstLoggedAt,
    lastLoggedAt: sums.lastLoggedAt,
    loggers: tally(rollUpsOf(configurationId), 'loggers').map(([name, trials]) => ({ name, trials })),
  }
}
