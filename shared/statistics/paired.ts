import type { Interval } from '../domain/assessment.ts'
import { interval, rescaled } from './bounds.ts'
import { histogram, type Scores } from './evidence.ts'
import { type Judgement, judge } from './verdict.ts'

/** Cases that both of two configurations completed, with the same two pass rates. */
export interface PairCount {
  /** Pass rates in [0, 1]. */
  readonly first: number
  readonly second: number
  readonly count: number
}

/** The scores (x − y + 1)/2, whose mean exceeds ½ exactly when the first configuration is better on average. */
export function differenceScores(pairs: readonly PairCount[]): Scores {
  return histogram(
    pairs,
    (each) => (each.first - each.second + 1) / 2,
    (each) => each.count,
  )
}

/** Mean difference of pass rates on shared cases, in [−1, 1], and the evidence for either side. */
export interface PairedDifference {
  readonly difference: Interval
  /** Natural logs. `meets`: the first is better; `short`: the second is. */
  readonly judgement: Judgement
}

/**
 * Compares two configurations on the cases they share. The interval is at α, the verdict at α divided by the number
 * of comparisons one looks at together, because the most striking of them is the one that is told.
 * Source: the betting test of evidence.ts on paired differences; Bonferroni over comparisons.
 * @param comparisons at least 1
 */
export function comparePairs(
  pairs: readonly PairCount[],
  alpha: number,
  comparisons: number,
): PairedDifference {
  const scores = differenceScores(pairs)
  return {
    difference: rescaled(interval(scores, alpha), -1, 1),
    judgement: judge(scores, 0.5, alpha / comparisons),
  }
}
