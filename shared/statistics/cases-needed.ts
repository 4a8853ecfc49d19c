import type { NotMeasured } from '../domain/measured.ts'
import { type Direction, logMeanExp, logWealths, type Scores, size } from './evidence.ts'
import { leastCount } from './least-count.ts'
import { decides } from './verdict.ts'

/**
 * How many more scores are likely needed until the evidence in one direction reaches 1/α, if those to come look
 * like those logged: the least t at which the histogram with every count times 1 + t/m has it, m being how many are
 * logged. 0 when it is reached already. Costs O(distinct scores × 64), and 64 exponentials for each of the at most
 * about 100 counts that are tried.
 * @param required in (0, 1)
 * @param alpha in (0, 1)
 * @param fixed further scores, which count but stay as many as they are
 * @returns `not-reachable` when no bettor gains, or only so slowly that the count is no safe integer;
 * `no-complete-cases` without scores
 */
export function scoresNeeded(
  scores: Scores,
  required: number,
  alpha: number,
  direction: Direction,
  fixed: Scores = [],
): number | NotMeasured {
  const count = size(scores)
  if (count === 0) return { notMeasured: 'no-complete-cases' }
  const logs = logWealths(scores, required, direction)
  const start = logWealths(fixed, required, direction)
  const enough = (more: number): boolean =>
    decides(logMeanExp(logs.map((each, bettor) => each * (1 + more / count) + (start[bettor] ?? 0))), alpha)
  if (enough(0)) return 0
  // Log wealth grows in proportion to the scores, so log evidence is convex in their number. It is not enough with those
  // logged: it may fall at first, but once it is enough it stays so.
  const needed = logs.some((each) => each > 0) ? leastCount(enough) : Number.POSITIVE_INFINITY
  return Number.isSafeInteger(needed) ? needed : { notMeasured: 'not-reachable' }
}

/**
 * {@link scoresNeeded} for a verdict either way. At most one direction grows: a bettor gains on average only
 * against a claim that the sample mean contradicts.
 */
export function casesNeeded(scores: Scores, required: number, alpha: number): number | NotMeasured {
  const above = scoresNeeded(scores, required, alpha, 'above')
  return typeof above === 'number' ? above : scoresNeeded(scores, required, alpha, 'below')
}
