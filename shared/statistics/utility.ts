import type { Interval } from '../domain/assessment.ts'
import { isMeasured } from '../domain/measured.ts'
import { interval, rescaled } from './bounds.ts'
import type { Scores } from './evidence.ts'

/** What one task delivers: the chances of a right and of a wrong answer, together at most 1. */
export interface Delivered {
  readonly right: number
  readonly wrong: number
}

/**
 * right − w · wrong, in [−w, 1]: a delivered wrong answer undoes w right ones, and a task handed to a person counts 0.
 * Source: Stroebl, Kapoor & Narayanan 2024, Inference Scaling fLaws.
 * @param wrongCost w, at least 0
 */
export function utility({ right, wrong }: Delivered, wrongCost: number): number {
  return right - wrongCost * wrong
}

/** The utility as a score in [0, 1], whose mean is the mean utility's place between −w and 1. */
export function utilityScore(delivered: Delivered, wrongCost: number): number {
  return (utility(delivered, wrongCost) + wrongCost) / (1 + wrongCost)
}

/**
 * The difference of two utilities of a case as a score: ½ when they are the same, 1 when the first is better by all
 * there is. Its mean exceeds ½ exactly when the first is better on average.
 */
export function utilityDifferenceScore(first: Delivered, second: Delivered, wrongCost: number): number {
  return (utilityScore(first, wrongCost) - utilityScore(second, wrongCost) + 1) / 2
}

/** Sums over cases are exact to about this, relative to what is added up. */
const rounding = 1e-12

/** Whether the utility of one is above that of another by more than rounding explains. */
export function servesBetter(first: Delivered, second: Delivered, wrongCost: number): boolean {
  const size = Math.max(first.right + wrongCost * first.wrong, second.right + wrongCost * second.wrong)
  return utility(first, wrongCost) - utility(second, wrongCost) > rounding * size
}

/**
 * Mean utility with its two-sided 1 − α interval, in [−w, 1].
 * @param scores utility scores of the cases
 * @param delivered means over the same cases: as scores, utilities would lose their digits beside a large w
 */
export function utilityInterval(
  scores: Scores,
  delivered: Delivered,
  wrongCost: number,
  alpha: number,
): Interval {
  const { estimate, lower, upper } = rescaled(interval(scores, alpha), -wrongCost, 1)
  return { estimate: isMeasured(estimate) ? utility(delivered, wrongCost) : estimate, lower, upper }
}
