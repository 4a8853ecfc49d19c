import type { Interval } from '../domain/assessment.ts'
import type { Verdict } from '../domain/level.ts'
import type { Measured } from '../domain/measured.ts'
import type { CaseClass, ConfigurationRecord } from '../domain/record.ts'
import type { Budget } from '../domain/task.ts'
import { capabilityClaim, type Claim, claimInterval, judgeClaim } from './claim.ts'
import { depths } from './depths.ts'
import { attemptPrice, sequentialPrice, withinBudget } from './economy.ts'
import type { JudgedLevel } from './levels.ts'
import { meanAttempts } from './repeats.ts'

/** What retrying with a verifier that is never wrong would reach: pass@k. */
export interface PerfectVerifier extends Interval {
  readonly k: number
  readonly claim: Claim
  readonly verdict: Verdict
  readonly expectedAttempts: Measured
}

const passesOf = (each: CaseClass): number => each.passes

/** A perfect verifier with at most k attempts, judged at the level's α. */
export function perfectVerifier(record: ConfigurationRecord, k: number, level: JudgedLevel): PerfectVerifier {
  const claim = capabilityClaim(record, k)
  return {
    k,
    claim,
    ...claimInterval(claim, level.alpha),
    verdict: judgeClaim(claim, level.required, level.alpha).verdict,
    expectedAttempts: meanAttempts(record, k, passesOf),
  }
}

/**
 * The most attempts, at least 2, that the budget pays for with a perfect verifier, by expected cost and latency
 * as for any retry; null when it does not pay for a second attempt or there is none.
 */
export function depthPaidFor(record: ConfigurationRecord, budget: Budget): number | null {
  const attempt = attemptPrice(record)
  const paidFor = depths(record.plannedRepeats).filter((k) =>
    withinBudget(sequentialPrice(attempt, meanAttempts(record, k, passesOf)), budget),
  )
  const deepest = paidFor.at(-1) ?? 0
  return deepest >= 2 ? deepest : null
}
