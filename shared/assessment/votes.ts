import type { Assessment } from '../domain/assessment.ts'
import type { AnswerClass, ConfigurationRecord } from '../domain/record.ts'
import { histogram, type Scores, size } from '../statistics/evidence.ts'
import { exactPluralityLimit, pluralityExact, pluralitySimulated } from '../statistics/plurality.ts'
import { seededRandom } from '../statistics/random.ts'
import { claimInterval, pluralityClaim } from './claim.ts'
import { oddDepths } from './depths.ts'

type Plurality = Assessment['repeats']['plurality']

/** Steps an assessment may spend on votes: some 30 ms. */
const mostSteps = 20_000_000
const mostRuns = 1000
const seed = 1

/** How the votes are worked out: exactly, or from so many random orders of each kind of case. */
interface Method {
  readonly runs: number | null
}

function exactSteps(answers: readonly AnswerClass[], n: number): number {
  return answers.reduce((sum, { groups }) => sum + groups.length * n ** 2, 0) * n
}

function chooseMethod(answers: readonly AnswerClass[], n: number): Method {
  if (n <= exactPluralityLimit && exactSteps(answers, n) <= mostSteps) return { runs: null }
  const runs = Math.floor(mostSteps / (10 * n * answers.length))
  return { runs: Math.max(1, Math.min(mostRuns, runs)) }
}

/** Scores of a plurality vote of k attempts, from the answers that were logged. */
export interface Votes extends Method {
  readonly scoresAt: (k: number) => Scores
  /** How many cases each kind stands for. */
  readonly cases: readonly number[]
}

/** Null unless every counted trial that finished has an answer. The same record gives the same scores. */
export function countVotes({ answers, plannedRepeats }: ConfigurationRecord): Votes | null {
  if (answers === null || answers.length === 0) return null
  const method = chooseMethod(answers, plannedRepeats)
  const random = seededRandom(seed)
  const scored = answers.map((each) => ({
    cases: each.cases,
    scores: method.runs === null ? pluralityExact(each) : pluralitySimulated(each, method.runs, random),
  }))
  return {
    ...method,
    cases: answers.map((each) => each.cases),
    scoresAt: (k) =>
      histogram(
        scored,
        (each) => each.scores[k - 1] ?? 0,
        (each) => each.cases,
      ),
  }
}

/**
 * The standard error of a mean over cases, at most: that of one kind is ½/√runs, and kinds are simulated apart. A
 * simulated score is a score with the same mean, so verdicts hold without it as long as each kind is a single case;
 * cases of one kind share its error, which is told here and is not in their interval.
 */
function errorOf({ cases }: Votes, runs: number): number {
  const total = cases.reduce((sum, each) => sum + each, 0)
  const squares = cases.reduce((sum, each) => sum + (each / total) ** 2, 0)
  return 0.5 * Math.sqrt(squares / runs)
}

/** What a vote on the logged answers delivers at every odd depth, beside the worst case of `majority`. */
export function assessVotes(record: ConfigurationRecord, votes: Votes | null, alpha: number): Plurality {
  if (record.classes.length === 0) return { notMeasured: 'no-complete-cases' }
  if (votes === null) return { notMeasured: 'no-answers-logged' }
  const { runs } = votes
  const rows = oddDepths(record.plannedRepeats).map((k) => {
    const claim = pluralityClaim(record, votes, k)
    return { k, ...claimInterval(claim, alpha), cases: size(claim.complete) }
  })
  return {
    rows,
    simulation: runs === null ? null : { runs, seed, standardErrorAtMost: errorOf(votes, runs) },
  }
}
