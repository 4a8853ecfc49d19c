import type { NotMeasured } from '../domain/measured.ts'
import { scoresNeeded } from '../statistics/cases-needed.ts'
import { type Findings, feasible, verdictsOpen } from './bottleneck.ts'

const never = Number.POSITIVE_INFINITY

function orNever(count: number | NotMeasured): number {
  return typeof count === 'number' ? count : never
}

/**
 * How many more complete cases are likely to decide the bottleneck of a level that one attempt does not meet:
 * the nearest of a strategy that meets it, the ceiling that is short, or every feasible strategy that is.
 */
export function casesToDecide(findings: Findings): number | NotMeasured {
  const { level, ceiling } = findings
  const strategies = feasible(findings)
  const choices = Math.max(1, strategies.length)
  const meeting = strategies.map((each) =>
    orNever(scoresNeeded(each.scores, level.required, level.alpha / choices, 'above')),
  )
  const short = strategies.map((each) =>
    orNever(scoresNeeded(each.scores, level.required, level.alpha, 'below')),
  )
  const ceilingShort = orNever(scoresNeeded(ceiling.scores, level.required, level.alpha, 'below'))
  const canRuleOut = short.length > 0 && !verdictsOpen(findings)
  const nearest = Math.min(...meeting, ceilingShort, canRuleOut ? Math.max(...short) : never)
  return nearest === never ? { notMeasured: 'not-reachable' } : Math.max(1, nearest)
}
