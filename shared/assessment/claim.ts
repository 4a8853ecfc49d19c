import type { Interval } from '../domain/assessment.ts'
import type { NotMeasured } from '../domain/measured.ts'
import type { ConfigurationRecord, LeftIncomplete } from '../domain/record.ts'
import type { Scope } from '../domain/task.ts'
import { bounds, interval } from '../statistics/bounds.ts'
import { scoresNeeded } from '../statistics/cases-needed.ts'
import {
  type Direction,
  histogram,
  logEvidence,
  logEvidenceBelow,
  type Scores,
} from '../statistics/evidence.ts'
import { majorityOf, passAll, passAt, type RetryScores } from '../statistics/replays.ts'
import { judge, type Judgement, judgementOf } from '../statistics/verdict.ts'
import { allPassAt, capabilityAt, majorityAt, passRates, reliabilityScores, retryAt } from './scores.ts'
import type { Votes } from './votes.ts'

/**
 * Scores that a claim about their mean rests on. Which cases were left incomplete may depend on how they went: a team
 * that gives a case up at its first failure completes those that pass. So a claim must also hold with the cases that
 * were left incomplete: at the least they could have scored for a mean that is high, at the most for one that is low.
 * As both bound the scores that all attempts would have given, the chance of ever claiming wrongly stays at α however
 * it was decided which attempts to make.
 */
export interface Claim {
  /** Of the complete cases: what the estimate is of. */
  readonly complete: Scores
  /** Of the cases left incomplete alone: the least, and the most, that they could have scored. */
  readonly least: Scores
  readonly most: Scores
}

/** What a case left incomplete could have scored at least and at most, in [0, 1]. */
type Range = (each: LeftIncomplete) => readonly [number, number]

function claimOf(complete: Scores, { leftIncomplete }: ConfigurationRecord, range: Range): Claim {
  const leftAt = (end: 0 | 1): Scores =>
    histogram(
      leftIncomplete,
      (each) => range(each)[end],
      (each) => each.cases,
    )
  return { complete, least: leftAt(0), most: leftAt(1) }
}

/** A score that no further pass can lower: what is missing fails at the least, and passes at the most. */
function rising(
  record: ConfigurationRecord,
  complete: Scores,
  score: (plannedRepeats: number, passes: number) => number,
): Claim {
  const n = record.plannedRepeats
  return claimOf(complete, record, ({ tried, passes }) => [score(n, passes), score(n, passes + n - tried)])
}

const anything: Range = () => [0, 1]

/** See {@link passRates}. */
export function passRateClaim(record: ConfigurationRecord): Claim {
  return rising(record, passRates(record.classes, record.plannedRepeats), (n, passes) => passes / n)
}

/** See {@link reliabilityScores}. The complete rounds of a fixed list leave no case out. */
export function reliabilityClaim(record: ConfigurationRecord, scope: Scope): Claim {
  if (scope === 'new-cases') return passRateClaim(record)
  const complete = reliabilityScores(record, scope)
  return { complete, least: [], most: [] }
}

/** See {@link capabilityAt}. */
export function capabilityClaim(record: ConfigurationRecord, k: number): Claim {
  return rising(record, capabilityAt(record, k), (n, passes) => passAt(n, passes, k))
}

/** See {@link majorityAt}. */
export function majorityClaim(record: ConfigurationRecord, k: number): Claim {
  return rising(record, majorityAt(record, k), (n, passes) => majorityOf(n, passes, k))
}

/** See {@link allPassAt}. */
export function allPassClaim(record: ConfigurationRecord, k: number): Claim {
  return rising(record, allPassAt(record, k), (n, passes) => passAll(n, passes, k))
}

/** See {@link retryAt}: the verdicts that are missing could be any. */
export function retryClaim(record: ConfigurationRecord, k: number, end: keyof RetryScores): Claim {
  return claimOf(retryAt(record, k, end), record, anything)
}

/** Of a vote on the logged answers. */
export function pluralityClaim(record: ConfigurationRecord, votes: Votes, k: number): Claim {
  return claimOf(votes.scoresAt(k), record, anything)
}

/**
 * Whether the true mean meets `required`, with the cases left incomplete at their worst for either answer.
 * @param required in (0, 1)
 * @param alphaMeets chance of ever claiming `meets` wrongly
 * @param alphaShort the same for `short`
 */
export function judgeClaim(
  { complete, least, most }: Claim,
  required: number,
  alphaMeets: number,
  alphaShort: number = alphaMeets,
): Judgement {
  const own = judge(complete, required, alphaMeets, alphaShort)
  if (least.length === 0) return own
  const logs = {
    logEvidenceMeets: Math.min(own.logEvidenceMeets, logEvidence([...complete, ...least], required)),
    logEvidenceShort: Math.min(own.logEvidenceShort, logEvidenceBelow([...complete, ...most], required)),
  }
  return judgementOf(logs, alphaMeets, alphaShort)
}

/** The mean over the complete cases, and every mean that neither side of {@link judgeClaim} speaks against at α/2. */
export function claimInterval({ complete, least, most }: Claim, alpha: number): Interval {
  const own = interval(complete, alpha)
  if (least.length === 0) return own
  return {
    ...own,
    lower: Math.min(own.lower, bounds([...complete, ...least], alpha).lower),
    upper: Math.max(own.upper, bounds([...complete, ...most], alpha).upper),
  }
}

/**
 * How many more complete cases are likely to decide in one direction, see {@link scoresNeeded}, while the cases left
 * incomplete stay as they are.
 */
export function claimNeeds(
  { complete, least, most }: Claim,
  required: number,
  alpha: number,
  direction: Direction,
): number | NotMeasured {
  const own = scoresNeeded(complete, required, alpha, direction)
  const left = direction === 'above' ? least : most
  if (left.length === 0 || typeof own !== 'number') return own
  const atWorst = scoresNeeded(complete, required, alpha, direction, left)
  return typeof atWorst === 'number' ? Math.max(own, atWorst) : atWorst
}

/** {@link claimNeeds} for a verdict either way: a bettor gains only against a claim that the mean contradicts. */
export function claimCasesNeeded(claim: Claim, required: number, alpha: number): number | NotMeasured {
  const above = claimNeeds(claim, required, alpha, 'above')
  return typeof above === 'number' ? above : claimNeeds(claim, required, alpha, 'below')
}
