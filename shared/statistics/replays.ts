/**
 * Replays of what was logged: k of the n trials of a case are drawn without replacement. Each score is an
 * unbiased estimate, free of assumptions about independence, and never extrapolates: k ≤ n. Multiplications of
 * factors in [0, 1] and sums of non-negative terms only, so nothing cancels: exact to 1e-12 for n ≤ 10,000.
 */

/** What a verifier let through of the n trials of a case. */
export interface CaseVerdicts {
  readonly n: number
  readonly acceptedPasses: number
  readonly acceptedFailures: number
}

/** What retrying until the verifier accepts delivers, at most k attempts; the three chances add up to 1. */
export interface RetryScores {
  readonly right: number
  readonly wrong: number
  readonly handedOff: number
}

interface Draw {
  /** Chance that none of the drawn trials is marked: C(n − marked, k) / C(n, k). */
  readonly none: number
  /** Chance that at least one is: 1 − none. */
  readonly some: number
}

function checkCounts(n: number, marked: number, k: number): void {
  const sound = [n, marked, k].every((value) => Number.isInteger(value) && value >= 0 && value <= n)
  if (!sound) throw new RangeError(`cannot draw ${k} of ${n} trials of which ${marked} are marked`)
}

/** Draws k of n trials of which some are marked. */
function draw(n: number, marked: number, k: number): Draw {
  checkCounts(n, marked, k)
  if (marked + k > n) return { none: 0, some: 1 }
  // Marked and drawn may change places; the loop takes the fewer.
  const steps = Math.min(marked, k)
  const others = Math.max(marked, k)
  let none = 1
  let some = 0
  for (let step = 0; step < steps; step += 1) {
    // The first hit comes at this step: adding these up keeps small chances exact, 1 − none would not.
    some += (none * others) / (n - step)
    none *= (n - step - others) / (n - step)
  }
  return { none, some: Math.min(some, 1) }
}

/**
 * pass@k, capability at k: the chance that at least one of k attempts passes, 1 − C(n−c, k)/C(n, k).
 * Source: Chen et al. 2021, Evaluating large language models trained on code.
 * @throws RangeError unless 0 ≤ passes ≤ n and 0 ≤ k ≤ n
 */
export function passAt(n: number, passes: number, k: number): number {
  return draw(n, passes, k).some
}

/**
 * pass^k: the chance that all of k attempts pass, C(c, k)/C(n, k).
 * Source: Yao et al. 2024, τ-bench.
 * @throws RangeError unless 0 ≤ passes ≤ n and 0 ≤ k ≤ n
 */
export function passAll(n: number, passes: number, k: number): number {
  return draw(n, n - passes, k).none
}

/**
 * Chance that more than half of k attempts pass, Σ_{s>k/2} C(c, s)·C(n−c, k−s)/C(n, k): the worst case of a
 * majority vote, where all wrong answers agree.
 * @param k odd
 * @throws RangeError unless k is odd, 0 ≤ passes ≤ n and 1 ≤ k ≤ n
 */
export function majorityOf(n: number, passes: number, k: number): number {
  checkCounts(n, passes, k)
  if (k % 2 === 0) throw new RangeError(`a majority of ${k} can be a tie`)
  const failures = n - passes
  const fewest = Math.max(0, k - failures)
  const most = Math.min(passes, k)
  const mode = Math.min(Math.max(Math.floor(((k + 1) * (passes + 1)) / (n + 2)), fewest), most)
  // Weights relative to the likeliest number of passes; their sum stands for C(n, k), which could overflow.
  let won = 0
  let lost = 0
  const add = (s: number, weight: number): void => {
    if (2 * s > k) won += weight
    else lost += weight
  }
  let weight = 1
  for (let s = mode; s <= most; s += 1) {
    add(s, weight)
    weight *= ((passes - s) * (k - s)) / ((s + 1) * (failures - k + s + 1))
  }
  weight = 1
  for (let s = mode; s > fewest; s -= 1) {
    weight *= (s * (failures - k + s)) / ((passes - s + 1) * (k - s + 1))
    add(s - 1, weight)
  }
  return won / (won + lost)
}

/**
 * Retry until the verifier accepts, at most k attempts: the chances that a right answer, a wrong answer or
 * nothing is delivered. With A accepted passes and B accepted failures the first accepted trial is a pass in
 * A/(A+B) of all orders.
 * @throws RangeError unless the accepted trials are at most n and 0 ≤ k ≤ n
 */
export function retryUntilAccepted(verdicts: CaseVerdicts, k: number): RetryScores {
  const { n, acceptedPasses, acceptedFailures } = verdicts
  const accepted = acceptedPasses + acceptedFailures
  const { none, some } = draw(n, accepted, k)
  if (accepted === 0) return { right: 0, wrong: 0, handedOff: 1 }
  return {
    right: (acceptedPasses / accepted) * some,
    wrong: (acceptedFailures / accepted) * some,
    handedOff: none,
  }
}

/**
 * Expected attempts of retrying until accepted, at most k: Σ_{j=0}^{k−1} C(n−accepted, j)/C(n, j), in [1, k].
 * @param accepted trials the verifier accepts; for a perfect verifier the passes
 * @throws RangeError unless 0 ≤ accepted ≤ n and 1 ≤ k ≤ n
 */
export function expectedAttempts(n: number, accepted: number, k: number): number {
  checkCounts(n, accepted, k)
  if (k < 1) throw new RangeError('at least one attempt is made')
  let notYet = 1
  let attempts = 0
  for (let made = 0; made < k; made += 1) {
    attempts += notYet
    notYet *= Math.max(0, (n - accepted - made) / (n - made))
  }
  return attempts
}
