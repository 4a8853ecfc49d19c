import type { EvidencePoint } from '../domain/evidence-history.ts'
import {
  histogram,
  logEvidence,
  logEvidenceBelow,
  mean,
  type ScoreCount,
  type Scores,
} from '../statistics/evidence.ts'
import { type Claim, judgeClaim } from './claim.ts'

/** More points than these cannot be told apart in a drawing. */
const mostPoints = 200

/** Which of so many counts are worked out: all, or evenly spread ones with the first and the last among them. */
export function chosenCounts(total: number): readonly number[] {
  const points = Math.min(total, mostPoints)
  const step = points < 2 ? 1 : (total - 1) / (points - 1)
  return Array.from({ length: points }, (_, index) => 1 + Math.round(index * step))
}

/** The scores after 1, 2, … of `items`, each added by `add`; at the chosen counts alone. */
function grow<Item>(
  items: readonly Item[],
  required: number,
  add: (item: Item) => void,
  scores: () => Scores,
): readonly EvidencePoint[] {
  let done = 0
  return chosenCounts(items.length).map((count) => {
    for (const item of items.slice(done, count)) add(item)
    done = count
    const now = scores()
    return {
      count,
      estimate: mean(now),
      logEvidenceMeets: logEvidence(now, required),
      logEvidenceShort: logEvidenceBelow(now, required),
    }
  })
}

/**
 * The same with the cases that were left incomplete at the end, where they weigh in: nobody can tell from when on they
 * were given up. The last point is then that of the assessment.
 */
export function withLeftIncomplete(
  points: readonly EvidencePoint[],
  claim: Claim,
  required: number,
): readonly EvidencePoint[] {
  const last = points.at(-1)
  if (last === undefined || claim.least.length === 0) return points
  const { logEvidenceMeets, logEvidenceShort } = judgeClaim(claim, required, 1)
  return [...points.slice(0, -1), { ...last, logEvidenceMeets, logEvidenceShort }]
}

/**
 * Evidence about new cases after each complete case.
 * @param passes of each complete case among its planned repeats, in the order in which the cases became complete
 */
export function evidenceOverCases(
  passes: readonly number[],
  plannedRepeats: number,
  required: number,
): readonly EvidencePoint[] {
  const cases = Array.from({ length: plannedRepeats + 1 }, () => 0)
  const scores = (): Scores =>
    cases.flatMap((count, each): ScoreCount[] =>
      count === 0 ? [] : [{ score: each / plannedRepeats, count }],
    )
  return grow(passes, required, (each) => (cases[each] = (cases[each] ?? 0) + 1), scores)
}

/**
 * Evidence about a fixed list after each complete round: its single trials, 0 or 1.
 * @param passes of each round, in the order of the rounds
 * @param cases of the list, which are the trials of a round
 */
export function evidenceOverRounds(
  passes: readonly number[],
  cases: number,
  required: number,
): readonly EvidencePoint[] {
  let [rounds, passed] = [0, 0]
  const add = (inRound: number): void => {
    rounds += 1
    passed += inRound
  }
  const scores = (): Scores => {
    const outcomes = [
      { score: 1, trials: passed },
      { score: 0, trials: rounds * cases - passed },
    ]
    return histogram(
      outcomes,
      (each) => each.score,
      (each) => each.trials,
    )
  }
  return grow(passes, required, add, scores)
}
