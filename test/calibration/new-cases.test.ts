import { describe, expect, it } from 'vitest'
import { bounds } from '../../shared/statistics/bounds.ts'
import { type Random, seededRandom } from '../../shared/statistics/random.ts'
import { judge } from '../../shared/statistics/verdict.ts'
import {
  caseKinds,
  type Claim,
  claimsOf,
  drawPasses,
  remembered,
  requiredMeans,
  singleTrials,
  tooOften,
} from './simulation.ts'

const maxCases = 500
const alpha = 0.05

/** One team: logs case after case with 3 attempts each and looks after each; what it ever claimed. */
function everClaimed(random: Random, chance: (random: Random) => number, theta: number): Set<Claim> {
  const counts = Array.from({ length: 4 }, () => 0)
  const claimed = new Set<Claim>()
  for (let logged = 1; logged <= maxCases; logged += 1) {
    const passes = drawPasses(3, chance(random), random)
    counts[passes] = (counts[passes] ?? 0) + 1
    const scores = counts.map((count, each) => ({ score: each / 3, count }))
    for (const each of claimsOf(scores, theta)) claimed.add(each)
  }
  return claimed
}

/** The same with one attempt a case: however cases differ, it passes with chance θ. */
function everClaimedOfTrials(
  random: Random,
  theta: number,
  claimsAt: (passes: number, trials: number) => readonly Claim[],
): Set<Claim> {
  const claimed = new Set<Claim>()
  let passes = 0
  for (let logged = 1; logged <= maxCases; logged += 1) {
    if (random() < theta) passes += 1
    for (const each of claimsAt(passes, logged)) claimed.add(each)
  }
  return claimed
}

const worlds = caseKinds.flatMap(({ kind, chance }) =>
  requiredMeans.map((theta, index) => ({
    kind,
    theta,
    seed: index + 1,
    chanceOf: (random: Random) => chance(theta, random),
  })),
)

describe('new cases, their true mean exactly what is required, a look after every one of 500', () => {
  it.each(worlds.filter(({ kind }) => kind !== 'Bernoulli'))(
    '$kind cases at $theta, 3 attempts each',
    ({ theta, seed, chanceOf }) => {
      const random = seededRandom(seed)
      const teams = Array.from({ length: 300 }, () => everClaimed(random, chanceOf, theta))
      expect(tooOften(teams)).toEqual([])
    },
  )

  it.each(requiredMeans)('Bernoulli cases at %d', (theta) => {
    const random = seededRandom(100)
    const claimsAt = remembered((passes, trials) => claimsOf(singleTrials(passes, trials), theta))
    const teams = Array.from({ length: 2000 }, () => everClaimedOfTrials(random, theta, claimsAt))
    expect(tooOften(teams)).toEqual([])
  })

  it('the simulated cases have the mean they should', () => {
    for (const { theta, chanceOf } of worlds) {
      const random = seededRandom(4)
      const draws = Array.from({ length: 40_000 }, () => chanceOf(random))
      const average = draws.reduce((sum, draw) => sum + draw, 0) / draws.length
      // 4 standard errors of the widest there can be with that mean.
      const widest = Math.sqrt((theta * (1 - theta)) / draws.length)
      expect(Math.abs(average - theta)).toBeLessThan(4 * widest)
    }
  })
})

describe('what a look claims', () => {
  it('has power: 0.99 against 0.95 is told in about 134 cases of one attempt', () => {
    const random = seededRandom(5)
    const needed = Array.from({ length: 300 }, () => {
      let passes = 0
      for (let logged = 1; logged <= 1000; logged += 1) {
        if (random() < 0.99) passes += 1
        if (judge(singleTrials(passes, logged), 0.95, alpha).verdict === 'meets') return logged
      }
      return 1000
    }).toSorted((a, b) => a - b)
    const median = needed[150] ?? 0
    expect(median).toBeGreaterThan(110)
    expect(median).toBeLessThan(160)
  })

  it('interval and verdict agree: the bounds exclude exactly what the evidence excludes', () => {
    const random = seededRandom(6)
    for (let round = 0; round < 200; round += 1) {
      const scores = singleTrials(Math.floor(random() * 60), 60)
      const required = 0.02 + 0.96 * random()
      const { lower, upper } = bounds(scores, alpha)
      const side = judge(scores, required, alpha / 2).verdict
      const expected = required <= lower ? 'meets' : required >= upper ? 'short' : 'more-evidence'
      expect(side).toBe(expected)
    }
  })
})
