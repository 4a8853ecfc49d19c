import type { Assessment } from '../domain/assessment.ts'
import { isMeasured, measuredOr, type Measured, type NotMeasuredReason } from '../domain/measured.ts'
import type { CaseClass, ConfigurationRecord } from '../domain/record.ts'
import { interval } from '../statistics/bounds.ts'
import { logEvidence, mean, size } from '../statistics/evidence.ts'
import { ratio, ratioBounds, type RatioCount } from '../statistics/ratio.ts'
import { passAt, retryUntilAccepted } from '../statistics/replays.ts'
import {
  type Delivered,
  servesBetter,
  utilityDifferenceScore,
  utilityInterval,
  utilityScore,
} from '../statistics/utility.ts'
import { decides } from '../statistics/verdict.ts'
import type { Findings } from './bottleneck.ts'
import { capabilityClaim, claimInterval, retryClaim } from './claim.ts'
import { depths } from './depths.ts'
import { caseScores, retryAt, verdictsLogged } from './scores.ts'

type Verifier = Exclude<Assessment['verifier'], { readonly notMeasured: NotMeasuredReason }>
type Utility = Verifier['utility']

/** The share of some trials that the verifier accepts, over the cases that have such trials. */
function acceptance(
  { classes, plannedRepeats }: ConfigurationRecord,
  alpha: number,
  reason: NotMeasuredReason,
  count: (each: CaseClass) => { readonly accepted: number; readonly trials: number },
): Verifier['trueAccept'] {
  const cases: readonly RatioCount[] = classes.map((each) => {
    const { accepted, trials } = count(each)
    return { part: accepted / plannedRepeats, whole: trials / plannedRepeats, count: each.cases }
  })
  return {
    estimate: measuredOr(ratio(cases), reason),
    ...ratioBounds(cases, alpha),
    trials: classes.reduce((sum, each) => sum + count(each).trials * each.cases, 0),
  }
}

/** The share of what is missing to the required reliability that a reached one makes up, at most 1. */
function closes(reached: Measured, reliability: Measured, required: number): Measured {
  if (!isMeasured(reached)) return reached
  if (!isMeasured(reliability)) return reliability
  if (reliability >= required) return { notMeasured: 'not-applicable' }
  return Math.min(1, (reached - reliability) / (required - reliability))
}

function deliveredBy({ plannedRepeats: n }: ConfigurationRecord, each: CaseClass, k: number) {
  return retryUntilAccepted({ n, ...each }, k)
}

/** What a number of attempts delivers, mean over the cases. */
interface AtDepth {
  readonly k: number
  readonly delivered: Delivered
}

function deliveredAt(record: ConfigurationRecord, k: number): AtDepth {
  const meanOf = (part: keyof Delivered): number => mean(retryAt(record, k, part))
  return { k, delivered: { right: meanOf('right'), wrong: meanOf('wrong') } }
}

/** The best number of attempts, from where on more of them lower the utility, and what of that is more than chance. */
function hurting(
  record: ConfigurationRecord,
  wrongCost: number,
  alpha: number,
  rows: readonly AtDepth[],
): Omit<Extract<Utility, { readonly bestK: number }>, 'wrongCost' | 'byAttempts'> {
  // Of depths that serve as well, the fewest attempts.
  const best = rows.reduce((found, row) =>
    servesBetter(row.delivered, found.delivered, wrongCost) ? row : found,
  )
  const more = rows.filter((row) => row.k > best.k)
  const worse = more.find((row) => servesBetter(best.delivered, row.delivered, wrongCost))
  // The best depth was chosen among all of them: α over their number. Its rivals need no more correction, being asked
  // from the most attempts down until one is not shown (a fixed sequence: a first wrong claim is one at its own α).
  const isShown = ({ k }: AtDepth): boolean => {
    const lost = caseScores(record.classes, (each) =>
      utilityDifferenceScore(deliveredBy(record, each, best.k), deliveredBy(record, each, k), wrongCost),
    )
    return decides(logEvidence(lost, 0.5), alpha / rows.length)
  }
  const lastOpen = more.findLastIndex((row) => !isShown(row))
  return {
    bestK: best.k,
    hurtsFrom: worse?.k ?? null,
    hurtsShownFrom: more[lastOpen + 1]?.k ?? null,
    handingOverServesBetter: servesBetter({ right: 0, wrong: 0 }, best.delivered, wrongCost),
  }
}

/** Utility of retrying until accepted at every depth; w is what the task says a wrong answer costs. */
function assessUtility(record: ConfigurationRecord, wrongCost: number | null, alpha: number): Utility {
  if (wrongCost === null) return { notMeasured: 'no-wrong-cost' }
  const rows = depths(record.plannedRepeats).map((k) => deliveredAt(record, k))
  return {
    wrongCost,
    byAttempts: rows.map(({ k, delivered }) => {
      const scores = caseScores(record.classes, (each) =>
        utilityScore(deliveredBy(record, each, k), wrongCost),
      )
      return { k, ...utilityInterval(scores, delivered, wrongCost, alpha) }
    }),
    ...hurting(record, wrongCost, alpha, rows),
  }
}

/**
 * How good the verifier is, and what a perfect one would add at the most attempts the budget pays for (all planned
 * repeats when it pays for no second one). Per case in both scopes, at the level's α.
 * @param reliability of one attempt
 */
export function assessVerifier(
  { record, task, level, perfect, ceiling }: Findings,
  reliability: Measured,
): Assessment['verifier'] {
  if (record.classes.length === 0) return { notMeasured: 'no-complete-cases' }
  if (verdictsLogged(record) !== 'all') return { notMeasured: 'no-verifier-verdicts' }
  const { plannedRepeats: n } = record
  const { k } = perfect ?? ceiling
  const right = (each: CaseClass): number => deliveredBy(record, each, k).right
  const ours = claimInterval(retryClaim(record, k, 'right'), level.alpha)
  const best = claimInterval(capabilityClaim(record, k), level.alpha)
  const added = caseScores(record.classes, (each) => Math.max(0, passAt(n, each.passes, k) - right(each)))
  return {
    trueAccept: acceptance(record, level.alpha, 'no-passes', (each) => ({
      accepted: each.acceptedPasses,
      trials: each.passes,
    })),
    falseAccept: acceptance(record, level.alpha, 'no-failures', (each) => ({
      accepted: each.acceptedFailures,
      trials: n - each.passes,
    })),
    k,
    cases: size(added),
    right: ours,
    rightIfPerfect: best,
    addedIfPerfect: interval(added, level.alpha),
    closes: closes(ours.estimate, reliability, level.required),
    closesIfPerfect: closes(best.estimate, reliability, level.required),
    utility: assessUtility(record, task.wrongCost, level.alpha),
  }
}
