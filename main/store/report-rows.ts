import { sql } from 'kysely'
import {
  type AttemptDays,
  type FailureExample,
  failureExample,
  type GradeEdit,
  longestShownText,
  type ReportData,
  type ShownCase,
} from '../../shared/domain/report-data.ts'
import type { Outcome } from '../../shared/domain/trial.ts'
import { build, type Queries } from './queries.ts'

function beginning(column: string) {
  return sql<string | null>`nullif(trim(substr(${sql.ref(column)}, 1, ${longestShownText + 1})), '')`
}

/** Failed attempts among the first planned ones of complete cases, each case's best told one of each cause first. */
function failedTrials(configurationId: number, plannedRepeats: number) {
  const fair = build
    .selectFrom('trial')
    .where('configuration_id', '=', configurationId)
    .where('outcome', '<>', 'void')
    .select(['configuration_id', 'case_id', 'repeat', 'outcome', 'cause', 'severity', 'note', 'answer'])
    .select(sql<number>`row_number() OVER (PARTITION BY case_id ORDER BY repeat)`.as('place'))
  const isUntold = sql<boolean>`coalesce(trim(t.note), '') = ''`
  return build
    .selectFrom(fair.as('t'))
    .innerJoin('roll_up as r', (join) =>
      join.onRef('r.configuration_id', '=', 't.configuration_id').onRef('r.case_id', '=', 't.case_id'),
    )
    .where('r.complete', '=', 1)
    .where('t.place', '<=', plannedRepeats)
    .where('t.outcome', 'in', ['fail', 'error'])
    .select(['t.case_id', 't.repeat', 't.outcome', 't.cause', 't.severity', 't.note', 't.answer', 'r.passes'])
    .select([
      isUntold.as('is_untold'),
      sql<number>`row_number() OVER (PARTITION BY t.cause, t.case_id ORDER BY ${isUntold}, t.repeat)`.as(
        'of_case',
      ),
    ])
}

/** Examples of failures: of each cause `most` cases, those with a note first, then those that passed least. */
export function readFailureExamples(
  queries: Queries,
  configurationId: number,
  plannedRepeats: number,
  most: number,
): readonly FailureExample[] {
  const ranked = build
    .selectFrom(failedTrials(configurationId, plannedRepeats).as('f'))
    .where('f.of_case', '=', 1)
    .selectAll('f')
    .select(
      sql<number>`row_number() OVER (PARTITION BY f.cause ORDER BY f.is_untold, f.passes, f.case_id)`.as(
        'rank',
      ),
    )
  const rows = queries.all(
    build
      .selectFrom(ranked.as('x'))
      .innerJoin('task_case as c', 'c.id', 'x.case_id')
      .where('x.rank', '<=', most)
      .select(['c.label as case', 'c.segment', 'x.cause', 'x.repeat', 'x.outcome', 'x.severity', 'x.passes'])
      .select([
        beginning('c.input').as('input'),
        beginning('x.note').as('note'),
        beginning('x.answer').as('answer'),
      ])
      .orderBy('x.cause')
      .orderBy('x.rank'),
  )
  return rows.map((row) => failureExample.parse(row))
}

/** The first cases that never passed, as they were first seen. */
export function readNeverSolved(
  queries: Queries,
  configurationId: number,
  most: number,
): readonly ShownCase[] {
  return queries.all(
    build
      .selectFrom('roll_up as r')
      .innerJoin('task_case as c', 'c.id', 'r.case_id')
      .where('r.configuration_id', '=', configurationId)
      .where('r.complete', '=', 1)
      .where('r.passes', '=', 0)
      .select(['c.label as case', 'c.segment'])
      .select(beginning('c.input').as('input'))
      .orderBy('c.id')
      .limit(most),
  )
}

/** The outcomes that count of every case that was tried, a letter for each, in the order the cases were first seen. */
export function readOutcomes(queries: Queries, configurationId: number): readonly string[] {
  const rows = queries.all(
    build
      .selectFrom('roll_up')
      .select('outcomes')
      .where('configuration_id', '=', configurationId)
      .where('outcomes', '<>', '')
      .orderBy('case_id'),
  )
  return rows.map(({ outcomes }) => outcomes)
}

/** On which days the counted attempts of complete cases were made, as far as they say it. */
export function readAttemptDays(
  queries: Queries,
  configurationId: number,
  plannedRepeats: number,
): AttemptDays | null {
  const fair = build
    .selectFrom('trial')
    .where('configuration_id', '=', configurationId)
    .where('outcome', '<>', 'void')
    .select(['case_id', 'started_at'])
    .select(sql<number>`row_number() OVER (PARTITION BY case_id ORDER BY repeat)`.as('place'))
  const day = sql<string | null>`substr(t.started_at, 1, 10)`
  const row = queries.first(
    build
      .selectFrom(fair.as('t'))
      .innerJoin('roll_up as r', 'r.case_id', 't.case_id')
      .where('r.configuration_id', '=', configurationId)
      .where('r.complete', '=', 1)
      .where('t.place', '<=', plannedRepeats)
      .select((expression) => [
        expression.fn.min<string | null>(day).as('first'),
        expression.fn.max<string | null>(day).as('last'),
        expression.fn.count<number>('t.started_at').as('told'),
        expression.fn.countAll<number>().as('attempts'),
      ]),
  )
  if (row === undefined || row.first === null || row.last === null) return null
  return { ...row, first: row.first, last: row.last }
}

/** Reasons of void attempts, the most frequent first. */
export function readVoidReasons(
  queries: Queries,
  configurationId: number,
  most: number,
): ReportData['voids'] {
  const reason = beginning('note')
  return queries.all(
    build
      .selectFrom('trial')
      .where('configuration_id', '=', configurationId)
      .where('outcome', '=', 'void')
      .select(reason.as('reason'))
      .select((expression) => expression.fn.countAll<number>().as('trials'))
      .groupBy(reason)
      .orderBy('trials', 'desc')
      .orderBy('reason')
      .limit(most),
  )
}

interface FormerGrade {
  readonly case: string
  readonly caseId: number
  readonly repeat: number
  readonly change: 'replaced' | 'withdrawn'
  readonly changedAt: string
  readonly before: Outcome
  /** What is stored in its place now. */
  readonly present: Outcome | null
}

/** What attempts of a configuration were before, the newest first. */
function readFormer(queries: Queries, configurationId: number): readonly FormerGrade[] {
  return queries.all(
    build
      .selectFrom('trial_history as h')
      .innerJoin('task_case as c', 'c.id', 'h.case_id')
      .leftJoin('trial as t', (join) =>
        join
          .onRef('t.configuration_id', '=', 'h.configuration_id')
          .onRef('t.case_id', '=', 'h.case_id')
          .onRef('t.repeat', '=', 'h.repeat'),
      )
      .where('h.configuration_id', '=', configurationId)
      .select(['c.label as case', 'h.case_id as caseId', 'h.repeat', 'h.change', 'h.changed_at as changedAt'])
      .select([sql<Outcome>`h.content ->> 'outcome'`.as('before'), 't.outcome as present'])
      .orderBy('h.id', 'desc'),
  )
}

export interface GradeChange extends GradeEdit {
  readonly change: FormerGrade['change']
}

/** What became of each former state of the attempts of a configuration: the next one, or what is stored now. */
export function readGradeChanges(queries: Queries, configurationId: number): readonly GradeChange[] {
  const next = new Map<string, Outcome>()
  return readFormer(queries, configurationId).map(({ caseId, present, ...each }) => {
    const key = `${caseId} ${each.repeat}`
    const later = next.get(key) ?? present
    next.set(key, each.before)
    return { ...each, after: each.change === 'withdrawn' ? null : later }
  })
}
