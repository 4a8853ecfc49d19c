import type { NotMeasured } from '../domain/measured.ts'
import { stakes } from './evidence.ts'
import { beta, type Random, seededRandom } from './random.ts'

const bettorCount = stakes.length

/** What a plan assumes, before anything is logged. */
export interface PlanAssumptions {
  /** What the level requires, in (0, 1). */
  readonly required: number
  /** Chance of ever claiming wrongly, in (0, 1). */
  readonly alpha: number
  /** The mean reliability that is assumed, in [0, 1]. */
  readonly assumed: number
  /**
   * How much cases differ, in [0, 1): the correlation of two attempts at one case. 0: all cases are equally hard;
   * towards 1: a case passes always or never.
   */
  readonly spread: number
  /** Attempts per case, at least 1. */
  readonly repeats: number
}

export interface PlanSimulation {
  /** How many teams are simulated. */
  readonly runs: number
  /** Simulated teams give up after this many cases. */
  readonly mostCases: number
  readonly seed: number
  /** Told the share that is done, now and then; throws to cancel. */
  readonly onProgress?: (share: number) => void
}

/** Cases with which a share of teams has reached `meets`; not reachable when too few ever do. */
export interface PlannedCases {
  readonly chance: number
  readonly cases: number | NotMeasured
}

export interface PlanResult {
  readonly plans: readonly PlannedCases[]
  /** Share of teams that reach `meets` within the most cases, and its standard error. */
  readonly reached: number
  readonly standardError: number
  readonly runs: number
  readonly seed: number
}

export const planChances = [0.5, 0.8, 0.95] as const

/** 1 + c_j · gain for each number of passes and each of the 64 bettors, in one row per number of passes. */
function growthFactors({ required, repeats }: PlanAssumptions): Float64Array {
  const table = new Float64Array((repeats + 1) * bettorCount)
  for (let passes = 0; passes <= repeats; passes += 1) {
    const gain = (passes / repeats - required) / required
    for (const [j, stake] of stakes.entries()) table[passes * bettorCount + j] = 1 + stake * gain
  }
  return table
}

/** The pass rate of one new case: a beta deviate of the assumed mean and correlation (beta-binomial attempts). */
function caseReliability({ assumed, spread }: PlanAssumptions, random: Random): number {
  if (spread === 0 || assumed <= 0 || assumed >= 1) return assumed
  const size = 1 / spread - 1
  return beta(assumed * size, (1 - assumed) * size, random)
}

function drawPasses(assumptions: PlanAssumptions, random: Random): number {
  const reliability = caseReliability(assumptions, random)
  let passes = 0
  for (let repeat = 0; repeat < assumptions.repeats; repeat += 1) if (random() < reliability) passes += 1
  return passes
}

/** The case at which one team, looking after each, first sees evidence of 1/α; 0 when it gives up before. */
function firstDecision(
  assumptions: PlanAssumptions,
  table: Float64Array,
  mostCases: number,
  random: Random,
): number {
  // Wealth itself, not its log: it cannot overflow below the threshold, and a bettor whose wealth vanishes has long
  // been left behind by the others.
  const wealth = new Float64Array(bettorCount).fill(1)
  const threshold = bettorCount / assumptions.alpha
  for (let index = 1; index <= mostCases; index += 1) {
    const row = drawPasses(assumptions, random) * bettorCount
    let total = 0
    for (let j = 0; j < bettorCount; j += 1) {
      const grown = (wealth[j] ?? 0) * (table[row + j] ?? 0)
      wealth[j] = grown
      total += grown
    }
    if (total >= threshold) return index
  }
  return 0
}

function checkAssumptions({ required, alpha, assumed, spread, repeats }: PlanAssumptions): void {
  const sound =
    required > 0 &&
    required < 1 &&
    alpha > 0 &&
    alpha < 1 &&
    assumed >= 0 &&
    assumed <= 1 &&
    spread >= 0 &&
    spread < 1 &&
    Number.isInteger(repeats) &&
    repeats >= 1
  if (!sound) throw new RangeError('a plan needs probabilities and at least one attempt per case')
}

/**
 * How many cases bring a 50, 80 and 95% chance of `meets`, by simulating teams that look after every case. The same
 * seed gives the same answer. Costs runs × cases × 64.
 * Source: seeded simulation of evidence.ts under beta-binomial cases.
 * @throws RangeError for assumptions out of range
 */
export function planCases(assumptions: PlanAssumptions, simulation: PlanSimulation): PlanResult {
  checkAssumptions(assumptions)
  const { runs, mostCases, seed, onProgress } = simulation
  const random = seededRandom(seed)
  const table = growthFactors(assumptions)
  const decisions: number[] = []
  for (let run = 0; run < runs; run += 1) {
    const decision = firstDecision(assumptions, table, mostCases, random)
    if (decision > 0) decisions.push(decision)
    if (run % 16 === 15) onProgress?.((run + 1) / runs)
  }
  decisions.sort((a, b) => a - b)
  const reached = decisions.length / runs
  return {
    plans: planChances.map((chance) => ({
      chance,
      cases: decisions[Math.ceil(chance * runs) - 1] ?? { notMeasured: 'not-reachable' },
    })),
    reached,
    standardError: Math.sqrt((reached * (1 - reached)) / runs),
    runs,
    seed,
  }
}
