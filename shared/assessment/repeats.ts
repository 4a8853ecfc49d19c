import type { Assessment, AtK, Interval, RetryAtK } from '../domain/assessment.ts'
import { type Measured, measuredOr } from '../domain/measured.ts'
import type { CaseClass, ConfigurationRecord } from '../domain/record.ts'
import { size } from '../statistics/evidence.ts'
import { expectedAttempts } from '../statistics/replays.ts'
import {
  allPassClaim,
  capabilityClaim,
  type Claim,
  claimInterval,
  majorityClaim,
  retryClaim,
} from './claim.ts'
import { depths, oddDepths } from './depths.ts'
import { attemptPrice, sequentialPrice } from './economy.ts'
import { caseScores, verdictsLogged } from './scores.ts'
import { assessVotes, type Votes } from './votes.ts'

type Repeats = Assessment['repeats']

/** Mean expected attempts of retrying until accepted; `accepted` tells which trials the verifier takes. */
export function meanAttempts(
  record: ConfigurationRecord,
  k: number,
  accepted: (each: CaseClass) => number,
): Measured {
  const attempts = caseScores(record.classes, (each) =>
    expectedAttempts(record.plannedRepeats, accepted(each), k),
  )
  const cases = size(attempts)
  const total = attempts.reduce((sum, each) => sum + each.score * each.count, 0)
  return measuredOr(total / cases, 'no-complete-cases')
}

/** How many of a case's trials the logged verifier accepts, right or wrong. */
export function acceptedTrials(each: CaseClass): number {
  return each.acceptedPasses + each.acceptedFailures
}

function rows(
  record: ConfigurationRecord,
  alpha: number,
  ks: readonly number[],
  claimAt: (record: ConfigurationRecord, k: number) => Claim,
): readonly AtK[] {
  return ks.map((k) => {
    const claim = claimAt(record, k)
    return { k, ...claimInterval(claim, alpha), cases: size(claim.complete) }
  })
}

function retryRow(record: ConfigurationRecord, alpha: number, k: number): RetryAtK {
  const of = (end: 'right' | 'wrong' | 'handedOff'): Interval =>
    claimInterval(retryClaim(record, k, end), alpha)
  const attempts = meanAttempts(record, k, acceptedTrials)
  return {
    k,
    right: of('right'),
    wrong: of('wrong'),
    handedOff: of('handedOff'),
    expectedAttempts: attempts,
    ...sequentialPrice(attemptPrice(record), attempts),
  }
}

function retryRows(record: ConfigurationRecord, alpha: number): Repeats['retry'] {
  if (record.classes.length === 0) return { notMeasured: 'no-complete-cases' }
  if (verdictsLogged(record) !== 'all') return { notMeasured: 'no-verifier-verdicts' }
  return depths(record.plannedRepeats).map((k) => retryRow(record, alpha, k))
}

/**
 * What repeated attempts deliver, replayed per case in both scopes, for every depth in depths.ts. Retries need
 * the verdict of every counted trial.
 */
export function assessRepeats(record: ConfigurationRecord, votes: Votes | null, alpha: number): Repeats {
  const all = depths(record.plannedRepeats)
  return {
    passAt: rows(record, alpha, all, capabilityClaim),
    passAll: rows(record, alpha, all, allPassClaim),
    majority: rows(record, alpha, oddDepths(record.plannedRepeats), majorityClaim),
    plurality: assessVotes(record, votes, alpha),
    retry: retryRows(record, alpha),
  }
}
