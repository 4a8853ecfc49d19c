import type { Assessment, Bottleneck } from '../domain/assessment.ts'
import { isMeasured } from '../domain/measured.ts'
import type { PlanChange } from '../domain/plan-change.ts'
import type { ConfigurationRecord, JointClass } from '../domain/record.ts'
import type { Scope, Task } from '../domain/task.ts'
import { interval } from '../statistics/bounds.ts'
import { gap, nines } from '../statistics/gap.ts'
import { decide, find, type Findings } from './bottleneck.ts'
import { assessCauses, conflictingLever } from './causes.ts'
import { type Claim, claimInterval, judgeClaim, reliabilityClaim } from './claim.ts'
import { costOf, latencyOf } from './economy.ts'
import { assessLevels, findLevel } from './levels.ts'
import { nextSteps } from './next-steps.ts'
import { methodVersion } from './method.ts'
import { assessRepeats } from './repeats.ts'
import { assessScaling } from './scaling.ts'
import { capabilityAt, passRates } from './scores.ts'

import { assessVerifier } from './verifier.ts'
import { countVotes } from './votes.ts'

export {
  type AttemptCurve,
  attemptCurves,
  type AttemptPoint,
  type AttemptUse,
  attemptUses,
} from './attempt-curves.ts'
export { compareConfigurations, comparePair, countComparisons } from './compare.ts'
export { type FrontierPlace, frontierStanding } from './frontier.ts'
export {
  byReliability,
  chooseConfiguration,
  type ConfigurationChoice,
  leaderAmong,
  verdictAt,
} from './leader.ts'
export { passRateClaim } from './claim.ts'
export { evidenceOverCases, evidenceOverRounds, withLeftIncomplete } from './evidence-history.ts'
export { withinBudget } from './economy.ts'
export { findLevel } from './levels.ts'
export { methodVersion } from './method.ts'
export { computeSeries, lastStepMembers, type SeriesMember } from './compute-series.ts'
export { zeroFailure } from './plan.ts'
export { shortlist } from './shortlist.ts'

export interface AssessmentInput {
  readonly task: Task
  /** The configuration that is assessed. */
  readonly configuration: ConfigurationRecord
  /** The task's other configurations: those marked as more compute are strategies. */
  readonly others: readonly ConfigurationRecord[]
  /**
   * Passes of the cases of the configurations that the last steps of its compute series are between, in their order;
   * absent when it has none, see `lastStepMembers`.
   */
  readonly lastStepCases?: readonly JointClass[] | undefined
  /** What of the task's plan was changed after trials were there. */
  readonly planChanges?: readonly PlanChange[] | undefined
  /** Name of the level the bottleneck is about; the task's target when absent. */
  readonly level?: string | undefined
  /** What is claimed; the task's scope when absent. */
  readonly scope?: Scope | undefined
}

/** Everything but the plain sentences, which shared/text makes from the next steps. */
export type AssessmentWithoutSentences = Omit<Assessment, 'bottleneck'> & {
  readonly bottleneck: Omit<Bottleneck, 'next'>
}

function assessBottleneck(
  findings: Findings,
  claim: Claim,
  assessed: Pick<Assessment, 'reliability' | 'levels' | 'causes' | 'scaling'>,
): Omit<Bottleneck, 'next'> {
  const { levels, causes, scaling } = assessed
  const reliability = assessed.reliability.estimate
  const decision = decide(findings, isMeasured(reliability) ? reliability : null)
  const named = decision.verdict !== 'none' && decision.verdict !== 'undecided'
  const conflict = named ? conflictingLever(causes, decision.verdict) : null
  const { claim: _, ...ceiling } = findings.ceiling
  return {
    ...decision,
    level: findings.level.name,
    evidenceConflict: conflict !== null,
    strategies: findings.tried.map((each) => each.strategy),
    ceiling,
    nextSteps: nextSteps({ findings, decision, claim, reliability, levels, causes, scaling, conflict }),
  }
}

function assessSegments(record: ConfigurationRecord, alpha: number): Assessment['segments'] {
  return record.segments.map(({ segment, classes }) => ({
    segment,
    cases: classes.reduce((sum, each) => sum + each.cases, 0),
    ...interval(passRates(classes, record.plannedRepeats), alpha),
    exploratory: true,
  }))
}

function assessReliability(claim: Claim, alpha: number): Assessment['reliability'] {
  const claimed = claimInterval(claim, alpha)
  return { ...claimed, nines: nines(claimed.estimate) }
}

function countByPasses({ classes }: ConfigurationRecord): Assessment['casesByPasses'] {
  const totals = new Map<number, number>()
  for (const { passes, cases } of classes) totals.set(passes, (totals.get(passes) ?? 0) + cases)
  return [...totals].map(([passes, cases]) => ({ passes, cases })).toSorted((a, b) => a.passes - b.passes)
}

/**
 * Every trial accounted for. About this fixed list the claim uses the trials of the complete rounds, of all its cases;
 * those beyond them, but within the plan, stand under the incomplete cases.
 */
function countsOf(record: ConfigurationRecord, scope: Scope): Assessment['counts'] {
  const { counts, plannedRepeats, completeRounds } = record
  if (scope === 'new-cases') return { ...counts, plannedRepeats, completeRounds: null }
  const { rounds, cases, passes, errors } = completeRounds
  const counted = rounds * cases
  const notCounted = counts.trials - counts.voids - counted
  return {
    ...counts,
    cases,
    plannedRepeats,
    completeRounds: rounds,
    passes,
    errors,
    failures: counted - passes - errors,
    notCounted,
    ofIncompleteCases: notCounted - counts.extraRepeats,
  }
}

/**
 * Everything claimed of one configuration. Pure: the same records give the same assessment. Its cost depends
 * on how many kinds of cases there are, not on how many trials. Intervals are at the task's α, those of the
 * bottleneck at its level's α; the gap bar, the replays and the segments are per case in both scopes.
 * @throws ExpectedFailure `level-not-found` when the task has no such level
 */
export function assess(input: AssessmentInput): AssessmentWithoutSentences {
  const { task, configuration: record, others } = input
  const scope = input.scope ?? task.scope
  const level = findLevel(task, input.level)
  const claim = reliabilityClaim(record, scope)
  const votes = countVotes(record)
  const strategyInput = { task, record, others, level, scope, votes }
  const assessed = {
    scaling: assessScaling(strategyInput, input.lastStepCases ?? []),
    reliability: assessReliability(claim, task.alpha),
    levels: assessLevels(task, claim, scope),
    causes: assessCauses(record, task),
  }
  const { verdict } = judgeClaim(claim, level.required, level.alpha)
  const data = scope === 'these-cases' ? record.completeRounds : record
  const findings = find(strategyInput, verdict)
  return {
    formatVersion: 1,
    methodVersion,
    task: task.name,
    configuration: record.name,
    scope,
    alpha: task.alpha,
    target: task.target,
    counts: countsOf(record, scope),
    ...assessed,
    repeats: assessRepeats(record, votes, task.alpha),
    casesByPasses: countByPasses(record),
    gapBar: { ...gap(capabilityAt(record, 1), findings.ceiling.claim.complete), k: record.plannedRepeats },
    bottleneck: assessBottleneck(findings, claim, assessed),
    verifier: assessVerifier(findings, assessed.reliability.estimate),
    cost: costOf(record),
    latency: latencyOf(record),
    segments: assessSegments(record, task.alpha),
    planChanges: input.planChanges ?? [],
    loggers: record.loggers,
    period: { firstLoggedAt: data.firstLoggedAt, lastLoggedAt: data.lastLoggedAt },
    dataFingerprint: data.fingerprint,
  }
}
