import type { Strategy } from '../domain/assessment.ts'
import { isMeasured, type Measured } from '../domain/measured.ts'
import type { ConfigurationRecord } from '../domain/record.ts'
import type { Scope, Task } from '../domain/task.ts'
import {
  type Claim,
  claimInterval,
  judgeClaim,
  majorityClaim,
  pluralityClaim,
  reliabilityClaim,
  retryClaim,
} from './claim.ts'
import { depths, oddDepths } from './depths.ts'
import { attemptPrice, type Price, sequentialPrice, times, withinBudget } from './economy.ts'
import { spendsMoreCompute } from './compute-series.ts'
import type { JudgedLevel } from './levels.ts'
import { acceptedTrials, meanAttempts } from './repeats.ts'
import { verdictsLogged } from './scores.ts'
import type { Votes } from './votes.ts'

export interface StrategyInput {
  readonly task: Task
  readonly record: ConfigurationRecord
  readonly others: readonly ConfigurationRecord[]
  readonly level: JudgedLevel
  readonly scope: Scope
  /** A vote on the logged answers; null when they are not all there. */
  readonly votes: Votes | null
}

/** A strategy as it is reported, with what it was judged by. */
export interface TriedStrategy {
  readonly strategy: Strategy
  readonly claim: Claim
}

interface Candidate extends Pick<Strategy, 'strategy' | 'k' | 'configuration' | 'expectedAttempts'>, Price {
  readonly claim: Claim
}

function retry(record: ConfigurationRecord, k: number): Candidate {
  const attempts = meanAttempts(record, k, acceptedTrials)
  return {
    strategy: 'retry-until-accepted',
    k,
    configuration: record.name,
    claim: retryClaim(record, k, 'right'),
    expectedAttempts: attempts,
    ...sequentialPrice(attemptPrice(record), attempts),
  }
}

/** All k attempts run at once: the task waits for the slowest, and pays for all. */
function majority(record: ConfigurationRecord, k: number): Candidate {
  const slowest: Measured = record.latency.slowestOf[k - 1] ?? { notMeasured: 'no-latency-logged' }
  return {
    strategy: 'majority',
    k,
    configuration: record.name,
    claim: majorityClaim(record, k),
    expectedAttempts: k,
    costUsd: times(attemptPrice(record).costUsd, k),
    latencyMs: slowest,
  }
}

/** A vote on the answers themselves, at the price of a majority. */
function plurality(record: ConfigurationRecord, votes: Votes, k: number): Candidate {
  return { ...majority(record, k), strategy: 'plurality', claim: pluralityClaim(record, votes, k) }
}

/** Whether following "more compute than" from one configuration leads to another. A ring leads nowhere new. */
function spendsMoreThan(
  from: ConfigurationRecord,
  name: string,
  byName: ReadonlyMap<string, ConfigurationRecord>,
): boolean {
  const seen = new Set<string>()
  let next = from.moreComputeThan
  while (next !== null && !seen.has(next)) {
    if (next === name) return true
    seen.add(next)
    next = byName.get(next)?.moreComputeThan ?? null
  }
  return false
}

/** One attempt of another configuration instead. */
function otherConfiguration(other: ConfigurationRecord, scope: Scope): Candidate {
  return {
    strategy: 'configuration',
    k: 1,
    configuration: other.name,
    claim: reliabilityClaim(other, scope),
    expectedAttempts: 1,
    ...attemptPrice(other),
  }
}

function configurations({ record, others, scope }: StrategyInput): readonly Candidate[] {
  const byName = new Map(others.map((each) => [each.name, each]))
  return others
    .filter((each) => each.name !== record.name)
    .filter((each) => spendsMoreThan(each, record.name, byName) || spendsMoreCompute(each, record))
    .map((each) => otherConfiguration(each, scope))
}

/** The ways of spending more compute that the logged trials can be replayed for. */
function candidates(input: StrategyInput): readonly Candidate[] {
  const { record, votes } = input
  const n = record.plannedRepeats
  const replayable = record.classes.length > 0
  const retries = replayable && verdictsLogged(record) === 'all' ? depths(n).filter((k) => k >= 2) : []
  const majorities = replayable ? oddDepths(n).filter((k) => k >= 3) : []
  return [
    ...retries.map((k) => retry(record, k)),
    ...majorities.map((k) => majority(record, k)),
    ...(votes === null ? [] : majorities.map((k) => plurality(record, votes, k))),
    ...configurations(input),
  ]
}

function judged(candidate: Candidate, { task, level }: StrategyInput, choices: number): TriedStrategy {
  const { claim, ...each } = candidate
  const { verdict } = judgeClaim(claim, level.required, level.alpha / choices, level.alpha)
  const feasible = withinBudget(each, task.budget)
  return { strategy: { ...each, ...claimInterval(claim, level.alpha), verdict, feasible }, claim }
}

/**
 * Tries every strategy on what was logged. N is their number, whatever the budget: the cheapest is named inside the
 * budget or outside, and which ones are inside may be decided after looking. Claiming that one of them meets the level
 * takes evidence N/α, ruling one out takes 1/α.
 */
export function tryStrategies(input: StrategyInput): readonly TriedStrategy[] {
  const found = candidates(input)
  return found.map((each) => judged(each, input, found.length))
}

function orLast(quantity: Measured): number {
  return isMeasured(quantity) ? quantity : Number.MAX_VALUE
}

/**
 * Cheapest first. Where costs are not measured, the same configuration comes before one that spends more
 * compute, then the fewer expected attempts and the shorter latency.
 */
function byPrice(a: Strategy, b: Strategy): number {
  return (
    orLast(a.costUsd) - orLast(b.costUsd) ||
    Number(a.strategy === 'configuration') - Number(b.strategy === 'configuration') ||
    orLast(a.expectedAttempts) - orLast(b.expectedAttempts) ||
    orLast(a.latencyMs) - orLast(b.latencyMs)
  )
}

/** The cheapest strategy that meets the level, inside or outside the budget; null when none does. */
export function cheapestMeeting(tried: readonly TriedStrategy[], feasible: boolean): Strategy | null {
  const meeting = tried
    .map((each) => each.strategy)
    .filter((each) => each.verdict === 'meets' && each.feasible === feasible)
  return meeting.toSorted(byPrice)[0] ?? null
}
