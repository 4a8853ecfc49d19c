import type { Assessment, AtK, Interval } from '../domain/assessment.ts'
import { isMeasured, type Measured } from '../domain/measured.ts'
import type { Budget } from '../domain/task.ts'
import { expectedAttempts } from '../statistics/replays.ts'
import { type Price, sequentialPrice, times, withinBudget } from './economy.ts'

/** What k attempts can be used for; `all` is no way of working, but how steady the model is. */
export const attemptUses = ['retry', 'perfect', 'plurality', 'majority', 'all'] as const
export type AttemptUse = (typeof attemptUses)[number]

/** What a use of at most k attempts reaches, and its price per task. */
export interface AttemptPoint extends Price {
  readonly k: number
  readonly estimate: number
  readonly lower: number
  readonly upper: number
  readonly isPaidFor: boolean
}

export interface AttemptCurve {
  readonly use: AttemptUse
  /** At least two, in ascending order of k. */
  readonly points: readonly AttemptPoint[]
}

type Assessed = Pick<Assessment, 'repeats' | 'casesByPasses' | 'counts' | 'cost' | 'latency'> & {
  readonly bottleneck: Pick<Assessment['bottleneck'], 'strategies'>
}

/** Attempts that a verifier which is never wrong spends, at most k: mean over the complete cases. */
function perfectAttempts({ casesByPasses, counts }: Assessed, k: number): number {
  const cases = casesByPasses.reduce((sum, each) => sum + each.cases, 0)
  const spent = casesByPasses.reduce(
    (sum, each) => sum + expectedAttempts(counts.plannedRepeats, each.passes, k) * each.cases,
    0,
  )
  return spent / cases
}

/** Votes run their attempts at once, and wait for the slowest. */
function votePrice({ bottleneck, cost, latency }: Assessed, k: number): Price {
  const vote = bottleneck.strategies.find((each) => each.strategy === 'majority' && each.k === k)
  const slowest: Measured = k === 1 ? latency.meanMs : { notMeasured: 'no-latency-logged' }
  return { costUsd: times(cost.meanUsd, k), latencyMs: vote?.latencyMs ?? slowest }
}

/**
 * The curves of reliability against attempts, cost or latency that the logged trials can be replayed for. Retries, with
 * the logged verifier or a perfect one, and `all` make their attempts one after the other.
 */
export function attemptCurves(assessment: Assessed, budget: Budget): readonly AttemptCurve[] {
  const { repeats, cost, latency } = assessment
  const attempt: Price = { costUsd: cost.meanUsd, latencyMs: latency.meanMs }
  const point = (k: number, { estimate, lower, upper }: Interval, price: Price): readonly AttemptPoint[] => {
    const { costUsd, latencyMs } = price
    const isPaidFor = withinBudget(price, budget)
    return isMeasured(estimate) ? [{ k, estimate, lower, upper, costUsd, latencyMs, isPaidFor }] : []
  }
  const points = (rows: readonly AtK[], priceAt: (k: number) => Price): readonly AttemptPoint[] =>
    rows.flatMap((row) => point(row.k, row, priceAt(row.k)))
  const vote = (k: number): Price => votePrice(assessment, k)
  const found: Readonly<Record<AttemptUse, readonly AttemptPoint[]>> = {
    retry: 'notMeasured' in repeats.retry ? [] : repeats.retry.flatMap((row) => point(row.k, row.right, row)),
    perfect: points(repeats.passAt, (k) => sequentialPrice(attempt, perfectAttempts(assessment, k))),
    plurality: 'notMeasured' in repeats.plurality ? [] : points(repeats.plurality.rows, vote),
    majority: points(repeats.majority, vote),
    all: points(repeats.passAll, (k) => sequentialPrice(attempt, k)),
  }
  return attemptUses.map((use) => ({ use, points: found[use] })).filter((each) => each.points.length > 1)
}
