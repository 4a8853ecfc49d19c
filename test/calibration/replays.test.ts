import { describe, expect, it } from 'vitest'
import { majorityOf, passAt, retryUntilAccepted } from '../../shared/statistics/replays.ts'
import { type Random, seededRandom } from '../../shared/statistics/random.ts'
import { type Claim, claimsOf, drawPasses, tooOften } from './simulation.ts'

/** Attempts logged for each case, and how many of them a strategy may spend. */
const n = 4
const k = 3
const verifier = { acceptsPass: 0.9, acceptsFailure: 0.2 }

interface Outcome {
  readonly passes: number
  readonly acceptedPasses: number
  readonly acceptedFailures: number
}

interface Strategy {
  readonly strategy: string
  /** What a case whose attempts pass with this chance truly reaches, attempts being independent. */
  readonly truth: (chance: number) => number
  /** What its logged attempts say. */
  readonly score: (outcome: Outcome) => number
}

const strategies: readonly Strategy[] = [
  {
    strategy: 'pass@3',
    truth: (p) => 1 - (1 - p) ** 3,
    score: ({ passes }) => passAt(n, passes, k),
  },
  {
    strategy: 'majority of 3',
    truth: (p) => p ** 3 + 3 * p ** 2 * (1 - p),
    score: ({ passes }) => majorityOf(n, passes, k),
  },
  {
    strategy: 'retry until accepted, at most 3, right',
    // Accepted and right at the first, second or third attempt.
    truth: (p) => {
      const rejected = 1 - 0.9 * p - 0.2 * (1 - p)
      return 0.9 * p * (1 + rejected + rejected ** 2)
    },
    score: (outcome) => retryUntilAccepted({ n, ...outcome }, k).right,
  },
]

interface List {
  readonly cases: string
  /** The chances of equally many cases each. */
  readonly chances: readonly number[]
}

const lists: readonly List[] = [
  { cases: 'alike', chances: [0.7] },
  { cases: 'some never solved, some always', chances: [0, 0.5, 0.8, 1, 1] },
  { cases: 'nearly all solved', chances: [0.9, 1, 1, 1, 0.97, 1, 0.85, 1] },
]

function drawOutcome(chance: number, random: Random): Outcome {
  const passes = drawPasses(n, chance, random)
  return {
    passes,
    acceptedPasses: drawPasses(passes, verifier.acceptsPass, random),
    acceptedFailures: drawPasses(n - passes, verifier.acceptsFailure, random),
  }
}

/** Counts cases by score; each possible outcome finds its score's place at once. */
function tally(score: Strategy['score']) {
  const places = new Map<number, { readonly score: number; count: number }>()
  const byOutcome = new Map<number, { readonly score: number; count: number }>()
  const add = (outcome: Outcome): void => {
    const key = (outcome.passes * (n + 1) + outcome.acceptedPasses) * (n + 1) + outcome.acceptedFailures
    const value = score(outcome)
    const place = byOutcome.get(key) ?? places.get(value) ?? { score: value, count: 0 }
    place.count += 1
    byOutcome.set(key, place)
    places.set(value, place)
  }
  return { add, scores: () => [...places.values()] }
}

function meanTruth({ truth }: Strategy, chances: readonly number[]): number {
  return chances.reduce((sum, chance) => sum + truth(chance), 0) / chances.length
}

/** One team that logs new cases and looks after each. */
function everClaimed(strategy: Strategy, chances: readonly number[], random: Random): Set<Claim> {
  const claimed = new Set<Claim>()
  const { add, scores } = tally(strategy.score)
  const truth = meanTruth(strategy, chances)
  for (let logged = 1; logged <= 500; logged += 1) {
    add(drawOutcome(chances[Math.floor(random() * chances.length)] ?? 0, random))
    for (const each of claimsOf(scores(), truth)) claimed.add(each)
  }
  return claimed
}

const worlds = strategies.flatMap((strategy) => lists.map((list) => ({ ...list, ...strategy })))

describe('replayed strategies whose true mean is exactly what is required', () => {
  it.each(worlds)('$strategy, cases $cases: new cases, a look after every one of 500', (world) => {
    const random = seededRandom(51)
    const teams = Array.from({ length: 200 }, () => everClaimed(world, world.chances, random))
    expect(tooOften(teams)).toEqual([])
  })

  it.each(worlds)('$strategy, cases $cases: a fixed list of 200 cases, all complete', (world) => {
    const random = seededRandom(52)
    const list = Array.from({ length: 200 }, (_, index) => world.chances[index % world.chances.length] ?? 0)
    const truth = meanTruth(world, list)
    const teams = Array.from({ length: 1000 }, () => {
      const { add, scores } = tally(world.score)
      for (const chance of list) add(drawOutcome(chance, random))
      return new Set(claimsOf(scores(), truth))
    })
    expect(tooOften(teams)).toEqual([])
  })

  it.each(worlds)('$strategy, cases $cases: the mean score is the truth', (world) => {
    const random = seededRandom(53)
    const draws = 8000
    const list = Array.from({ length: draws }, (_, index) => world.chances[index % world.chances.length] ?? 0)
    const total = list.reduce((sum, chance) => sum + world.score(drawOutcome(chance, random)), 0)
    // 4 standard errors of the widest scores there can be.
    expect(Math.abs(total / draws - meanTruth(world, list))).toBeLessThan((4 * 0.5) / Math.sqrt(draws))
  })
})
