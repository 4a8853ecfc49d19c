import type { NotMeasured } from '../domain/measured.ts'
import type { Direction } from '../statistics/evidence.ts'
import { type Findings, feasible, otherConfigurations, verdictsOpen } from './bottleneck.ts'
import { type Claim, claimNeeds } from './claim.ts'

const never = Number.POSITIVE_INFINITY

/** Likely needed scores for one of so many claims; infinite when none can be told. */
function needed(claim: Claim, { level, tried }: Findings, direction: Direction): number {
  const alpha = direction === 'above' ? level.alpha / Math.max(1, tried.length) : level.alpha
  const count = claimNeeds(claim, level.required, alpha, direction)
  return typeof count === 'number' ? count : never
}

function toCount(count: number): number | NotMeasured {
  return count === never ? { notMeasured: 'not-reachable' } : Math.max(1, count)
}

/**
 * How many more complete cases of this configuration are likely to settle what its own attempts can do for a level that
 * one of them does not meet: the nearest of a strategy that meets it, the ceiling that is short, or every feasible
 * strategy that is. Null when all its own ways are short already: more of its cases would not change anything.
 */
export function casesToDecide(findings: Findings): number | NotMeasured | null {
  const own = feasible(findings).filter((each) => each.strategy.strategy !== 'configuration')
  const meeting = own.map((each) => needed(each.claim, findings, 'above'))
  const short = own.map((each) => needed(each.claim, findings, 'below'))
  const ceilingShort = needed(findings.ceiling.claim, findings, 'below')
  // Nothing is left to rule out where the budget allows none of its own ways.
  const canRuleOut = findings.tried.length > 0 && !verdictsOpen(findings)
  const ruledOut = Math.min(ceilingShort, canRuleOut ? Math.max(0, ...short) : never)
  return ruledOut === 0 ? null : toCount(Math.min(...meeting, ruledOut))
}

/** A configuration that spends more compute, and of which it is open whether it meets the level. */
export interface OpenConfiguration {
  readonly configuration: string
  /** More complete cases of it that are likely to decide. */
  readonly cases: number | NotMeasured
}

/** Those the budget allows, the nearest to a verdict first. */
export function openConfigurations(findings: Findings): readonly OpenConfiguration[] {
  const count = (each: OpenConfiguration): number => (typeof each.cases === 'number' ? each.cases : never)
  return (
    otherConfigurations(findings)
      .filter((each) => each.strategy.verdict === 'more-evidence')
      // A fixed list that a configuration has gone through cannot get more cases.
      .filter((each) => findings.scope === 'new-cases' || each.claim.complete.length === 0)
      .map(({ strategy, claim }) => {
        const nearest = Math.min(needed(claim, findings, 'above'), needed(claim, findings, 'below'))
        const isUnmeasured = claim.complete.length === 0
        const cases = isUnmeasured ? ({ notMeasured: 'no-complete-cases' } as const) : toCount(nearest)
        return { configuration: strategy.configuration, cases }
      })
      .toSorted((a, b) => count(a) - count(b))
  )
}
