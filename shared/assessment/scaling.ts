import type { Assessment, Interval } from '../domain/assessment.ts'
import { isMeasured, type NotMeasuredReason } from '../domain/measured.ts'
import type { JointClass } from '../domain/record.ts'
import { histogram, logEvidenceBelow, type Scores, size } from '../statistics/evidence.ts'
import { isotonicFit } from '../statistics/isotonic.ts'
import { comparePairs, type PairCount } from '../statistics/paired.ts'
import { poolAmounts } from '../statistics/power-law.ts'
import { decides } from '../statistics/verdict.ts'
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

/** Doublings of compute from one amount to a larger one. */
function doublings(from: SeriesMember, to: SeriesMember): number {
  return Math.max(0, Math.log2(to.compute.amount) - Math.log2(from.compute.amount))
}

/** What another step may add at most is less than what is missing at least: each bound fails with chance α/2. */
function isOutOfReach(gain: Interval, last: readonly Point[], required: number): boolean {
  return last.length > 0 && last.every((each) => gain.upper < required - each.upper)
}

/** The measured points of the largest measured amount. */
function lastPoints(points: readonly Point[], to: number): readonly Point[] {
  return points.filter((each) => each.amount === to && each.cases > 0)
}

function lastStepOf(
  members: readonly SeriesMember[],
  joint: readonly JointClass[],
  points: readonly Point[],
  { record, level }: StrategyInput,
): Scaling['lastStep'] {
  const [before, last] = members.slice(-2)
  const places = [members.length - 1, members.length - 2] as const
  const pairs = pairsOf(joint, places, record.plannedRepeats)
  const { estimate, lower, upper } = comparePairs(pairs, level.alpha, 1).difference
  const to = last?.compute.amount ?? 0
  return {
    from: before?.compute.amount ?? 0,
    to,
    sharedCases: pairs.reduce((sum, each) => sum + each.count, 0),
    gain: { estimate: isMeasured(estimate) ? estimate : { notMeasured: 'no-shared-cases' }, lower, upper },
    repeatFallsShort: isOutOfReach({ estimate, lower, upper }, lastPoints(points, to), level.required),
  }
}

/**
 * Scores whose mean is below ½ exactly when the last step gained, a doubling of the amount, less than half of what the
 * step before it did: ½ + (2 · s₁ · g₂ − s₂ · g₁) / (2 · (2 · s₁ + s₂)) for gains g over s doublings, of the cases that
 * all three amounts completed. None when there is no step before, or the amounts are too near to be told apart.
 */
function halvingScores(
  members: readonly SeriesMember[],
  joint: readonly JointClass[],
  plannedRepeats: number,
): Scores {
  const [former, before, last] = members
  if (former === undefined || before === undefined || last === undefined) return []
  const [weight, other] = [2 * doublings(former, before), doublings(before, last)]
  if (weight + other === 0) return []
  const complete = joint.flatMap(({ passes, cases }) => {
    const [a, b, c] = [passes[0] ?? null, passes[1] ?? null, passes[2] ?? null]
    if (a === null || b === null || c === null) return []
    return [{ difference: (weight * (c - b) - other * (b - a)) / plannedRepeats, count: cases }]
  })
  return histogram(
    complete,
    (each) => 0.5 + each.difference / (weight + other) / 2,
    (each) => each.count,
  )
}

/**
 * A doubling of compute that gains at most 2 points is next to nothing: it takes 32 times the compute for 10 points,
 * and a truth within 2 points of a level is what no verdict is expected of (shared/statistics/README.md).
 */
const nextToNothing = 0.02

/**
 * Shown that gains run out: the last step gained at most 2 points a doubling, or at most half of what the step before it
 * did. If gains go on halving from step to step, all that is to come adds up to another step like the last, so that
 * what the series may still gain is at most what `repeatFallsShort` asks about. Wrong with chance α at most: the gain's
 * upper bound and the halving each fail with α/2, and `repeatFallsShort`, claimed with it, must hold as well.
 */
function runsOut(
  { gain }: Scaling['lastStep'],
  members: readonly SeriesMember[],
  joint: readonly JointClass[],
  { record, level }: StrategyInput,
): boolean {
  const [before, last] = members.slice(-2)
  if (before === undefined || last === undefined) return false
  if (gain.upper <= nextToNothing * doublings(before, last)) return true
  const scores = halvingScores(members, joint, record.plannedRepeats)
  return decides(logEvidenceBelow(scores, 0.5), level.alpha / 2)
}

/**
 * What the measured range says, and nothing beyond it: `reaches` when a measured amount meets the level;
 * `saturating` when gains are shown to run out and another step that gains no more than the last one would not reach
 * it; `rising` when the last step gained and may not have been the last that does, be the level near or far; `open`
 * else.
 */
function statementOf(
  points: readonly Point[],
  { gain, to, repeatFallsShort }: Scaling['lastStep'],
  hasRunOut: () => boolean,
): Scaling['statement'] {
  if (points.some((each) => each.verdict === 'meets')) return 'reaches'
  const last = lastPoints(points, to)
  if (last.length === 0 || last.some((each) => each.verdict !== 'short')) return 'open'
  if (repeatFallsShort && hasRunOut()) return 'saturating'
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
 * @param joint passes of the cases of the `lastStepMembers` of its `computeSeries`, in their order
 */
export function assessScaling(input: StrategyInput, joint: readonly JointClass[]): Assessment['scaling'] {
  const { record, others, level } = input
  const members = computeSeries(record, others)
  const unit = record.compute?.unit
  if (unit === undefined || members.length === 0) return { notMeasured: 'no-compute-series' }
  const points = members.map((each) => toPoint(each, input, members.length))
  const stepMembers = lastStepMembers(members)
  const lastStep = lastStepOf(stepMembers, joint, points, input)
  return {
    unit,
    level: level.name,
    required: level.required,
    points,
    fit: fitOf(points),
    lastStep,
    statement: statementOf(points, lastStep, () => runsOut(lastStep, stepMembers, joint, input)),
    reachedAt: points.find((each) => each.verdict === 'meets')?.amount ?? null,
  }
}
