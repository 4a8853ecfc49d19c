import { type RawBuilder, sql } from 'kysely'
import type { CaseSort } from '../../shared/domain/case.ts'
import type { CaseFilter, CaseGroup } from '../../shared/domain/case-filter.ts'
import type { Outcome } from '../../shared/domain/trial.ts'
import { build } from './queries.ts'
import { containsText, nameKey } from './text-functions.ts'

type Condition = RawBuilder<boolean>

const label = sql.ref('c.label')
const input = sql.ref('c.input')
const segment = sql.ref('c.segment')
const accepted = sql<number>`(r.accepted_passes + r.accepted_failures)`
const failures = sql<number>`(length(r.outcomes) - r.passes - r.errors)`

/** Cases with trials that claims do not use: what those are, the roll-up does not hold. */
export const hasBeyondPlan = sql<boolean>`(r.repeats > length(r.outcomes))`
const hasUncounted = sql<boolean>`(r.voids > 0 OR ${hasBeyondPlan})`

/** A look at the trials of one case, which their primary key finds. */
function someTrial(condition: Condition): Condition {
  return sql<boolean>`EXISTS (
    SELECT 1 FROM trial AS t
    WHERE t.configuration_id = r.configuration_id AND t.case_id = r.case_id AND ${condition}
  )`
}

const groups: Readonly<Record<CaseGroup, Condition>> = {
  always: sql<boolean>`(r.complete = 1 AND r.passes = length(r.outcomes))`,
  sometimes: sql<boolean>`(r.complete = 1 AND r.passes > 0 AND r.passes < length(r.outcomes))`,
  never: sql<boolean>`(r.complete = 1 AND r.passes = 0)`,
  incomplete: sql<boolean>`(coalesce(r.complete, 0) = 0)`,
}

const amongCounted: Readonly<Record<Exclude<Outcome, 'void'>, Condition>> = {
  pass: sql<boolean>`r.passes > 0`,
  fail: sql<boolean>`${failures} > 0`,
  error: sql<boolean>`r.errors > 0`,
}

function withOutcome(outcome: Outcome): Condition {
  if (outcome === 'void') return sql<boolean>`r.voids > 0`
  const beyond = someTrial(sql<boolean>`t.outcome = ${outcome}`)
  return sql<boolean>`(${amongCounted[outcome]} OR (${hasBeyondPlan} AND ${beyond}))`
}

function withCause(key: string): Condition {
  const counted = sql<boolean>`EXISTS (SELECT 1 FROM json_each(r.causes) WHERE value ->> 0 = ${key})`
  const beyond = someTrial(sql<boolean>`t.outcome IN ('fail', 'error') AND coalesce(t.cause, '') = ${key}`)
  return sql<boolean>`(${counted} OR (${hasBeyondPlan} AND ${beyond}))`
}

/** The roll-up holds an error without a verdict as rejected: only more rejections than errors are sure to be one. */
function withVerdict(verdict: 'accept' | 'reject'): Condition {
  const logged = someTrial(sql<boolean>`t.verifier = ${verdict}`)
  return verdict === 'accept'
    ? sql<boolean>`(${accepted} > 0 OR (${hasUncounted} AND ${logged}))`
    : sql<boolean>`(r.verdicts - ${accepted} > r.errors
        OR ((r.verdicts > ${accepted} OR ${hasUncounted}) AND ${logged}))`
}

function conditionsOf(filter: CaseFilter): readonly Condition[] {
  const { group, passes, outcome, cause, verifier, search } = filter
  const part = search?.trim() ?? ''
  return [
    ...(group === null ? [] : [groups[group]]),
    ...(passes === null ? [] : [sql<boolean>`(r.complete = 1 AND r.passes = ${passes})`]),
    ...(outcome === null ? [] : [withOutcome(outcome)]),
    ...(cause === null ? [] : [withCause(cause)]),
    ...(verifier === null ? [] : [withVerdict(verifier)]),
    ...(filter.segment === null ? [] : [sql<boolean>`c.segment = ${filter.segment}`]),
    ...(part === '' ? [] : [sql<boolean>`(${containsText(label, part)} OR ${containsText(input, part)})`]),
  ]
}

/**
 * The cases of a task that fit the filter, each with its roll-up, or none for a case that was not tried.
 * @param configurationId undefined: a configuration that nobody has used
 */
export function matchingCases(taskId: number, configurationId: number | undefined, filter: CaseFilter) {
  const all = build
    .selectFrom('task_case as c')
    .leftJoin('roll_up as r', (join) =>
      join.onRef('r.case_id', '=', 'c.id').on('r.configuration_id', '=', configurationId ?? 0),
    )
    .where('c.task_id', '=', taskId)
  return conditionsOf(filter).reduce((query, condition) => query.where(condition), all)
}

/** How many of the matching cases belong to a group. */
export function countOfGroup(group: CaseGroup): RawBuilder<number> {
  return sql<number>`coalesce(sum(${groups[group]}), 0)`
}

const isTried = sql<boolean>`length(r.outcomes) > 0`

/** What cases are sorted by; null where it was not measured. */
const keys: Readonly<Record<Exclude<CaseSort['by'], 'order'>, RawBuilder<string | number | null>>> = {
  case: nameKey(label),
  segment: nameKey(segment),
  // Of complete cases: those of another number of attempts do not compare.
  passes: sql<number | null>`CASE WHEN r.complete = 1 THEN r.passes END`,
  failures: sql<number | null>`CASE WHEN ${isTried} THEN ${failures} END`,
  errors: sql<number | null>`CASE WHEN ${isTried} THEN r.errors END`,
  cost: sql<number | null>`CASE WHEN r.cost_values > 0 THEN r.cost_sum / r.cost_values END`,
  latency: sql<number | null>`(SELECT avg(value) FROM json_each(r.latencies))`,
}

/** The terms of an ORDER BY; cases that are equal in it stay as they were first seen. */
export function orderOf({ by, descending }: CaseSort): RawBuilder<unknown> {
  const direction = descending ? sql`DESC` : sql`ASC`
  if (by === 'order') return sql`c.id ${direction}`
  return sql`${keys[by]} ${direction} NULLS LAST, c.id`
}
