import type { Bottleneck, BottleneckReason, Strategy } from '../domain/assessment.ts'
import type { Lever } from '../domain/cause.ts'
import type { Verdict } from '../domain/level.ts'
import { isMeasured } from '../domain/measured.ts'
import { attemptPrice, attemptsPaidFor } from './economy.ts'
import { depthPaidFor, type PerfectVerifier, perfectVerifier } from './perfect-verifier.ts'
import { verdictsLogged } from './scores.ts'
import { cheapestMeeting, type StrategyInput, type TriedStrategy, tryStrategies } from './strategies.ts'

/** Everything that the bottleneck of one level is decided from. */
export interface Findings extends StrategyInput {
  /** Verdict of the level for one attempt. */
  readonly levelVerdict: Verdict
  readonly tried: readonly TriedStrategy[]
  /** A perfect verifier with all planned repeats, budget aside. */
  readonly ceiling: PerfectVerifier
  /** A perfect verifier with the most attempts the budget pays for; null when it pays for no second one. */
  readonly perfect: PerfectVerifier | null
  readonly verdicts: 'all' | 'some' | 'none'
  /** Repeats needed before a bottleneck may be named. */
  readonly neededRepeats: number
}

export interface Decision {
  readonly verdict: Bottleneck['verdict']
  readonly reasons: readonly BottleneckReason[]
  readonly chosen: Strategy | null
  readonly leaning: Lever | null
}

/**
 * One try per case says nothing about retrying: at least 2 repeats, and 4 where the budget pays for as many
 * attempts one after the other.
 */
function repeatsNeeded({ record, task }: StrategyInput): number {
  return Math.max(2, Math.min(4, attemptsPaidFor(attemptPrice(record), task.budget)))
}

/** Replays every strategy and the perfect verifier for one level. */
export function find(input: StrategyInput, levelVerdict: Verdict): Findings {
  const { record, task, level } = input
  const ceiling = perfectVerifier(record, record.plannedRepeats, level)
  const depth = depthPaidFor(record, task.budget)
  return {
    ...input,
    levelVerdict,
    tried: tryStrategies(input),
    ceiling,
    perfect: depth === null ? null : perfectVerifier(record, depth, level),
    verdicts: verdictsLogged(record),
    neededRepeats: repeatsNeeded(input),
  }
}

/** The strategies inside the budget. */
export function feasible(findings: Findings): readonly TriedStrategy[] {
  return findings.tried.filter((each) => each.strategy.feasible)
}

/**
 * Verdicts are known for some trials only and the budget pays for attempts: retrying cannot be replayed yet,
 * so it cannot be ruled out either.
 */
export function verdictsOpen({ verdicts, record, task }: Findings): boolean {
  return verdicts === 'some' && attemptsPaidFor(attemptPrice(record), task.budget) >= 1
}

function everyStrategyShort(findings: Findings): boolean {
  if (findings.tried.length === 0 || verdictsOpen(findings)) return false
  return feasible(findings).every((each) => each.strategy.verdict === 'short')
}

function reasonsOf(findings: Findings): readonly BottleneckReason[] {
  const { ceiling, perfect, verdicts, tried } = findings
  // Shown, not merely still possible: what is told as a reason is held to α like any other claim.
  const perfectWouldDo = perfect?.verdict === 'meets'
  const holds: Readonly<Record<BottleneckReason, boolean>> = {
    'capability-ceiling': ceiling.verdict === 'short',
    verifier: perfectWouldDo && verdicts === 'all',
    'no-verifier': perfectWouldDo && verdicts === 'none',
    budget: cheapestMeeting(tried, false) !== null,
  }
  const order = ['capability-ceiling', 'verifier', 'no-verifier', 'budget'] as const
  return order.filter((reason) => holds[reason])
}

/** Feasible ways of another configuration: what a perfect verifier would reach says nothing about these. */
export function otherConfigurations(findings: Findings): readonly TriedStrategy[] {
  return feasible(findings).filter((each) => each.strategy.strategy === 'configuration')
}

/** Not even a perfect verifier would do, and no other configuration that the budget allows does. */
function capabilityShort(findings: Findings): boolean {
  const others = otherConfigurations(findings)
  return findings.ceiling.verdict === 'short' && others.every((each) => each.strategy.verdict === 'short')
}

/**
 * Which way the point estimates lean while nothing is decided. No lever is leaned on when one attempt is
 * reliable enough so far, or when nothing logged speaks of more compute.
 */
function leaningOf(findings: Findings, reliability: number | null): Lever | null {
  const { ceiling, level, record } = findings
  const reaches = (estimate: Strategy['estimate']): boolean =>
    isMeasured(estimate) && estimate >= level.required
  if (reliability === null || reliability >= level.required) return null
  const strategies = feasible(findings).map((each) => each.strategy)
  if (strategies.some((each) => reaches(each.estimate))) return 'inference-scaling'
  if (record.plannedRepeats < 2) return null
  const othersMeasured = otherConfigurations(findings).every((each) => isMeasured(each.strategy.estimate))
  if (!reaches(ceiling.estimate) && othersMeasured) return 'product-engineering'
  const allMeasured = findings.tried.length > 0 && strategies.every((each) => isMeasured(each.estimate))
  return allMeasured && !verdictsOpen(findings) ? 'product-engineering' : null
}

/**
 * A fixed list with cases that are not complete: replays are of the complete ones, and which those are may depend on
 * how hard they were.
 */
function listIncomplete({ scope, record: { counts, completeRounds } }: Findings): boolean {
  return scope === 'these-cases' && counts.completeCases < completeRounds.cases
}

/**
 * Decides the bottleneck of a level. In this order: `none` when one attempt meets it; `undecided` while that
 * is open, before enough repeats are planned, or while a fixed list is not complete; `inference-scaling` when a
 * feasible strategy meets it at N/α; `product-engineering` when strategies exist and every feasible one is short at
 * 1/α (also when none is feasible), or when even a perfect verifier without a budget is short and so is every other
 * configuration that spends more compute within the budget; else `undecided`. All within the planned repeats.
 * @param reliability the estimate for one attempt; null when not measured
 */
export function decide(findings: Findings, reliability: number | null): Decision {
  const open = { reasons: [], chosen: null, leaning: null } as const
  if (findings.levelVerdict === 'meets') return { ...open, verdict: 'none' }
  const undecided = { ...open, verdict: 'undecided', leaning: leaningOf(findings, reliability) } as const
  if (findings.levelVerdict === 'more-evidence') return undecided
  if (findings.record.plannedRepeats < findings.neededRepeats || listIncomplete(findings)) return undecided
  const chosen = cheapestMeeting(findings.tried, true)
  if (chosen !== null) return { ...open, verdict: 'inference-scaling', chosen }
  if (everyStrategyShort(findings) || capabilityShort(findings)) {
    return { ...open, verdict: 'product-engineering', reasons: reasonsOf(findings) }
  }
  return undecided
}
