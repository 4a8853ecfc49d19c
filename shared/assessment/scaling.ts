import type { Assessment, Interval } from '../domain/assessment.ts'
import { isMeasured, type NotMeasuredReason } from '../domain/measured.ts'
import type { JointClass } from '../domain/record.ts'
import { size } from '../statistics/evidence.ts'
import { isotonicFit } from '../statistics/isotonic.ts'
import { comparePairs, type PairCount } from '../statistics/paired.ts'
import { poolAmounts } from '../statistics/power-law.ts'
import { claimInterval, judgeClaim, reliabilityClaim } from './claim.ts'
import type { StrategyInput } from './strategies.ts'
import { type SeriesMember, computeSeries, lastStepMembers } from './compute-series.ts'
import { attemptPrice } from './economy.ts'

type Scaling = Exclude<Assessment['scaling'], { readonly notMeasured: NotMeasuredReason }>
type Point = Scaling['points'][number]

/** The pass rates of two configurations, by their places in a joint class, on the cases that both completed. */
export function pairsOf(
  joint: readonly JointClass[],
  [first, second]: readonly [number, number],
  plannedRepeats: number,
): readonly PairCount[] {
  return joint.flatMap(({ passes, cases }) => {
    const [a, b] = [passes[first] ?? null, passes[second] ?? null]
    if (a === null || b === null) return []
    return [{ first: a / plannedRepeats, second: b / plannedRepeats, count: cases }]
  })
}

function toPoint({ record, compute }: SeriesMember, input: StrategyInput, points: number): Point {
  const { level, scope } = input
  const claim = reliabilityClaim(record, scope)
  return {
    configuration: record.name,
    amount: compute.amount,
    ...claimInterval(claim, level.alpha),
    cases: size(claim.complete),
    // That one of the points meets the level is claimed at α/N, that none does at α each.
    verdict: judgeClaim(claim, level.required, level.alpha / points, level.alpha).verdict,
    ...attemptPrice(record),
  }
}

function lastStepOf(
  members: readonly SeriesMember[],
  joint: readonly JointClass[],
  { record, level }: StrategyInput,
): Scaling['lastStep'] {
  const [before, last] = lastStepMembers(members)
  const pairs = pairsOf(joint, [1, 0], record.plannedRepeats)
  const { estimate, lower, upper } = comparePairs(pairs, level.alpha, 1).difference
  return {
    from: before?.compute.amount ?? 0,
    to: last?.compute.amount ?? 0,
    sharedCases: pairs.reduce((sum, each) => sum + each.count, 0),
    gain: { estimate: isMeasured(estimate) ? estimate : { notMeasured: 'no-shared-cases' }, lower, upper },
  }
}

/** What another step may add at most is less than what is missing at least: each bound fails with chance α/2. */
function isSaturating(gain: Interval, last: readonly Point[], required: number): boolean {
  return last.every((each) => gain.upper < required - each.upper)
}

/**
 * What the measured range says, and nothing beyond it: `reaches` when a measured amount meets the level;
 * `saturating` when another step that gains no more than the last one would not reach it; `rising` when the last
 * step gained and may not have been the last that does; `open` else.
 */
function statementOf(
  points: readonly Point[],
  { gain, to }: Scaling['lastStep'],
  required: number,
): Scaling['statement'] {
  if (points.some((each) => each.verdict === 'meets')) return 'reaches'
  const last = points.filter((each) => each.amount === to && each.cases > 0)
  if (last.length === 0 || last.some((each) => each.verdict !== 'short')) return 'open'
  if (isSaturating(gain, last, required)) return 'saturating'
  return gain.lower > 0 ? 'rising' : 'open'
}

/** The non-decreasing line nearest to the points; several configurations of one amount are one point of it. */
function fitOf(points: readonly Point[]): Scaling['fit'] {
  const measured = points.flatMap(({ amount, estimate, cases }) =>
    isMeasured(estimate) ? [{ amount, reliability: estimate, weight: cases }] : [],
  )
  const pooled = poolAmounts(measured)
  const fitted = isotonicFit(pooled.map(({ reliability, weight }) => ({ value: reliability, weight })))
  return pooled.map(({ amount }, index) => ({ amount, reliability: fitted[index] ?? 0 }))
}

/**
 * The compute series around a configuration: its measured points, their non-decreasing fit, and what they say about
 * reaching the level.
 * @param joint passes of the cases of the two `lastStepMembers` of its `computeSeries`, in their order
 */
export function assessScaling(input: StrategyInput, joint: readonly JointClass[]): Assessment['scaling'] {
  const { record, others, level } = input
  const members = computeSeries(record, others)
  const unit = record.compute?.unit
  if (unit === undefined || members.length === 0) return { notMeasured: 'no-compute-series' }
  const points = members.map((each) => toPoint(each, input, members.length))
  const lastStep = lastStepOf(members, joint, input)
  return {
    unit,
    level: level.name,
    required: level.required,
    points,
    fit: fitOf(points),
    lastStep,
    statement: statementOf(points, lastStep, level.required),
    reachedAt: points.find((each) => each.verdict === 'meets')?.amount ?? null,
  }
}
