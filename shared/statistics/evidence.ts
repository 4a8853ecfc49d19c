/** How many cases, or trials, have this score. Scores are in [0, 1], counts are non-negative integers. */
export interface ScoreCount {
  readonly score: number
  readonly count: number
}

/** A histogram of scores: all that a claim about their mean depends on. */
export type Scores = readonly ScoreCount[]

/** Which claim about the mean is meant: that it exceeds what is required, or that it is below. */
export type Direction = 'above' | 'below'

const bettorCount = 64

/** The share of its wealth that each of the 64 bettors stakes on every score: (j − ½) / 64. */
export const stakes: readonly number[] = Array.from(
  { length: bettorCount },
  (_, j) => (j + 0.5) / bettorCount,
)

/** Merges equal scores: `score` of each item, counted `count(item)` times. */
export function histogram<Item>(
  items: Iterable<Item>,
  score: (item: Item) => number,
  count: (item: Item) => number,
): Scores {
  const counts = new Map<number, number>()
  for (const item of items) {
    const value = score(item)
    counts.set(value, (counts.get(value) ?? 0) + count(item))
  }
  return [...counts]
    .filter(([, total]) => total > 0)
    .map(([value, total]) => ({ score: value, count: total }))
}

/** How many scores the histogram holds. */
export function size(scores: Scores): number {
  return scores.reduce((total, each) => total + each.count, 0)
}

/** Mean score, in [0, 1]; NaN without scores, which callers turn into a named reason. */
export function mean(scores: Scores): number {
  const total = size(scores)
  return Math.min(scores.reduce((sum, each) => sum + each.score * each.count, 0) / total, 1)
}

/** What a unit stake on this score wins, in [−1, ∞). The difference is taken first: it loses no digits. */
function gain(score: number, required: number, direction: Direction): number {
  return direction === 'above' ? (score - required) / required : (required - score) / (1 - required)
}

/** log(1 + x) to the last digits: log1p where 1 + x would lose some, else the faster log. */
function logOnePlus(x: number): number {
  return x > 0.25 || x < -0.25 ? Math.log(1 + x) : Math.log1p(x)
}

/**
 * Natural log of each bettor's wealth after all scores; 0 is what each starts with. The digits of small
 * stakes are kept, and the largest stake is below 1, so no bettor is ever ruined (log 0).
 */
export function logWealths(scores: Scores, required: number, direction: Direction): readonly number[] {
  const bets = scores.map((each) => ({ gain: gain(each.score, required, direction), count: each.count }))
  return stakes.map((stake) => {
    let logWealth = 0
    for (const bet of bets) logWealth += bet.count * logOnePlus(stake * bet.gain)
    return logWealth
  })
}

/** Log of the mean of exp(value), without overflow. */
export function logMeanExp(values: readonly number[]): number {
  let largest = Number.NEGATIVE_INFINITY
  for (const value of values) if (value > largest) largest = value
  let sum = 0
  for (const value of values) sum += Math.exp(value - largest)
  return largest + Math.log(sum / values.length)
}

/** Evidence in the given direction; see {@link logEvidence}. */
export function logEvidenceTowards(scores: Scores, required: number, direction: Direction): number {
  return logMeanExp(logWealths(scores, required, direction))
}

/**
 * Natural log of the evidence that the true mean of the scores exceeds `required`: the average wealth of 64
 * fixed bettors against the claim that it does not,
 *
 *     E(R) = mean over j = 1..64 of Π_i (1 − c_j + c_j · x_i / R),   c_j = (j − ½) / 64
 *
 * While the true mean is at most R, the chance that E ever reaches 1/α as scores arrive is at most α, however
 * often one looks (Ville 1939). 0 without scores. Decreasing in R. Costs O(distinct scores × 64).
 * Source: Waudby-Smith & Ramdas 2023, Estimating means of bounded random variables by betting.
 * @param required in (0, 1)
 */
export function logEvidence(scores: Scores, required: number): number {
  return logEvidenceTowards(scores, required, 'above')
}

/**
 * Natural log of the evidence that the true mean is below `required`: the same function on 1 − x and 1 − R.
 * @param required in (0, 1)
 */
export function logEvidenceBelow(scores: Scores, required: number): number {
  return logEvidenceTowards(scores, required, 'below')
}

/**
 * {@link logEvidence} with its derivative in R, which is below 0.
 * @param required in (0, 1)
 */
export function logEvidenceSlope(
  scores: Scores,
  required: number,
): { readonly value: number; readonly slope: number } {
  const logs = logWealths(scores, required, 'above')
  const slopes = stakes.map((stake) => {
    let slope = 0
    for (const { score, count } of scores) {
      slope -= (count * stake * score) / (required * (required - stake * (required - score)))
    }
    return slope
  })
  const value = logMeanExp(logs)
  // The slope of a mean of exponentials: that of each bettor, weighted by its share of the wealth.
  const slope = slopes.reduce((sum, each, index) => sum + each * Math.exp((logs[index] ?? 0) - value), 0)
  return { value, slope: slope / bettorCount }
}
