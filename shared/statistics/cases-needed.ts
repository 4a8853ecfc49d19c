import type { NotMeasured } from '../domain/measured.ts'
import { type Direction, logEvidenceTowards, logWealths, type Scores, size } from './evidence.ts'

/**
 * How many more scores are likely needed until the evidence in one direction reaches 1/α, if those to come
 * look like those logged: (log(1/α) − log E) / growth, where growth is the mean log growth per score of the
 * bettor who did best so far. 0 when it is reached already.
 * @returns `not-reachable` when no bettor gains, or only so slowly that the count is meaningless;
 * `no-complete-cases` without scores
 */
export function scoresNeeded(
  scores: Scores,
  required: number,
  alpha: number,
  direction: Direction,
): number | NotMeasured {
  const count = size(scores)
  if (count === 0) return { notMeasured: 'no-complete-cases' }
  const missing = -Math.log(alpha) - logEvidenceTowards(scores, required, direction)
  if (missing <= 0) return 0
  const growth = Math.max(...logWealths(scores, required, direction)) / count
  const needed = Math.ceil(missing / growth)
  return growth > 0 && Number.isSafeInteger(needed) ? needed : { notMeasured: 'not-reachable' }
}

/**
 * {@link scoresNeeded} for a verdict either way. At most one direction grows: a bettor gains on average only
 * against a claim that the sample mean contradicts.
 */
export function casesNeeded(scores: Scores, required: number, alpha: number): number | NotMeasured {
  const above = scoresNeeded(scores, required, alpha, 'above')
  return typeof above === 'number' ? above : scoresNeeded(scores, required, alpha, 'below')
}
