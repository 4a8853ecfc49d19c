import { describe, expect, it } from 'vitest'
import { comparePairs } from '../../shared/statistics/paired.ts'
import { type Random, seededRandom } from '../../shared/statistics/random.ts'
import { drawPasses, mayClaim, tolerated } from './simulation.ts'

const alpha = 0.05
const attempts = 3
const maxCases = 500
const teams = 100

/** What a team does: it compares so many candidates with what it has, all at once, every so many cases. */
interface Habit {
  readonly candidates: number
  readonly every: number
}

/** Chances of the team's own configuration and of every candidate at the next case. */
interface Chances {
  readonly own: number
  readonly candidate: number
}

interface World {
  readonly world: string
  readonly draw: (random: Random) => Chances
}

/** Equal on average over cases; cases are hard or easy for both, or suit one of them. */
const worlds: readonly World[] = [
  {
    world: 'equally good at every case',
    draw: (random) => {
      const chance = random() < 0.5 ? 0.97 : 0.4
      return { own: chance, candidate: chance }
    },
  },
  {
    world: 'the same cases hard for both, each a little better at half of them',
    draw: (random) => {
      const chance = random() < 0.7 ? 0.85 : 0.25
      const lead = random() < 0.5 ? 0.15 : -0.15
      return { own: chance + lead, candidate: chance - lead }
    },
  },
  {
    // 0.9 · 0.9 = 0.81 = 0.1 · 0.9 + 0.9 · 0.8.
    world: 'one solves a tenth of the cases that the other never does, and loses a little elsewhere',
    draw: (random) => (random() < 0.1 ? { own: 0, candidate: 0.9 } : { own: 0.9, candidate: 0.8 }),
  },
]

/** What is ever claimed of equals. */
type Claim = 'better' | 'worse' | 'different'

/** A candidate on the cases it shares with the team's own configuration. */
class Comparison {
  /** By passes of the candidate and of one's own, 0 to 3 each. */
  private readonly pairs = Array.from({ length: (attempts + 1) ** 2 }, (_, index) => ({
    first: Math.floor(index / (attempts + 1)) / attempts,
    second: (index % (attempts + 1)) / attempts,
    count: 0,
  }))
  /** The same by difference of passes, −3 to 3, as scores against a half. */
  private readonly differences = Array.from({ length: 2 * attempts + 1 }, (_, index) => ({
    score: index / (2 * attempts),
    count: 0,
  }))

  add(candidate: number, own: number): void {
    const pair = this.pairs[candidate * (attempts + 1) + own]
    const difference = this.differences[candidate - own + attempts]
    if (pair === undefined || difference === undefined) throw new RangeError('more passes than attempts')
    pair.count += 1
    difference.count += 1
  }

  claims(logged: number, comparisons: number): readonly Claim[] {
    // A claim takes 40 or more.
    if (!mayClaim(this.differences, 0.5, 10) && logged !== maxCases) return []
    const { difference, judgement } = comparePairs(this.pairs, alpha, comparisons)
    const told = { meets: 'better', short: 'worse', 'more-evidence': null } as const
    const verdict = told[judgement.verdict]
    const apart = difference.lower > 0 || difference.upper < 0
    return [...(verdict === null ? [] : [verdict]), ...(apart ? (['different'] as const) : [])]
  }
}

/** One team: what it ever claimed of each candidate. */
function everClaimed(
  draw: World['draw'],
  { candidates, every }: Habit,
  random: Random,
): readonly ReadonlySet<Claim>[] {
  const all = Array.from({ length: candidates }, () => ({
    comparison: new Comparison(),
    claimed: new Set<Claim>(),
  }))
  for (let logged = 1; logged <= maxCases; logged += 1) {
    const chances = draw(random)
    const own = drawPasses(attempts, chances.own, random)
    for (const { comparison, claimed } of all) {
      comparison.add(drawPasses(attempts, chances.candidate, random), own)
      if (logged % every !== 0) continue
      for (const each of comparison.claims(logged, candidates)) claimed.add(each)
    }
  }
  return all.map((each) => each.claimed)
}

/** Every case and a few candidates; now and then and many, where the most striking is sure to be luck. */
const habits: readonly Habit[] = [
  { candidates: 3, every: 1 },
  { candidates: 30, every: 50 },
]
const behaviours = worlds.flatMap((world) => habits.map((habit) => ({ ...world, habit, ...habit })))

describe('configurations that are truly equal, compared over 500 cases', () => {
  it.each(behaviours)(
    '$candidates candidates, a look every $every: any of them told apart at most at α; $world',
    ({ draw, habit }) => {
      const random = seededRandom(31)
      const found = Array.from({ length: teams }, () => everClaimed(draw, habit, random))
      const told = (claim: Claim) => found.filter((each) => each.some((one) => one.has(claim))).length / teams
      expect(told('better')).toBeLessThanOrEqual(tolerated(alpha, teams))
      expect(told('worse')).toBeLessThanOrEqual(tolerated(alpha, teams))
      // The interval is of one difference, at α.
      const outside = found.filter(([first]) => first?.has('different') === true).length / teams
      expect(outside).toBeLessThanOrEqual(tolerated(alpha, teams))
    },
  )

  it.each(worlds)('$world: equal on average', ({ draw }) => {
    const random = seededRandom(32)
    const leads = Array.from({ length: 40_000 }, () => {
      const { own, candidate } = draw(random)
      return candidate - own
    })
    const mean = leads.reduce((sum, lead) => sum + lead, 0) / leads.length
    // 4 standard errors; no lead is larger than 0.9, and nine tenths are at most 0.3.
    expect(Math.abs(mean)).toBeLessThan((4 * 0.42) / Math.sqrt(leads.length))
  })

  it('tells a candidate that is better, and not the other way round', () => {
    const random = seededRandom(33)
    const better = everClaimed(() => ({ own: 0.6, candidate: 0.8 }), { candidates: 3, every: 50 }, random)
    // 500 cases show a lead of 0.2 many times over.
    expect(better.map((claimed) => [...claimed].toSorted())).toEqual(
      better.map(() => ['better', 'different']),
    )
  })
})
