import { describe, expect, it } from 'vitest'
import { bounds } from '../../../shared/statistics/bounds.ts'
import type { Scores } from '../../../shared/statistics/evidence.ts'
import { decides, judge } from '../../../shared/statistics/verdict.ts'
import { seededRandom } from '../../../shared/statistics/random.ts'

/** A case's own chance to pass, drawn so that the mean over cases is θ. */
type Cases = (random: () => number) => number

/** How cases of mean θ may differ: not at all, a lot, or of two kinds (solved always, or half as often as θ). */
const kinds: Readonly<Record<string, (theta: number) => Cases>> = {
  Bernoulli: (theta) => () => theta,
  Beta: (theta) => (random) => betaOfMean(theta, random),
  'two-point': (theta) => (random) => (random() < theta / (2 - theta) ? 1 : theta / 2),
}

/** Beta(a, b) with a + b = 1 and mean θ, by Jöhnk's method. */
function betaOfMean(theta: number, random: () => number): number {
  for (;;) {
    const x = random() ** (1 / theta)
    const y = random() ** (1 / (1 - theta))
    if (x + y <= 1 && x + y > 0) return x / (x + y)
  }
}

const repeats = 3
const maxCases = 250
const teams = 400
const alpha = 0.05
/** α and 3 standard errors of a share of α among the teams. */
const tolerated = alpha + 3 * Math.sqrt((alpha * (1 - alpha)) / teams)

interface Wrong {
  meets: boolean
  short: boolean
  /** The true mean was outside the interval at some look. */
  outside: boolean
}

/** One team: logs case after case and looks after each; what it ever concluded wrongly. */
function everWrong(random: () => number, cases: Cases, theta: number): Wrong {
  const counts = Array.from({ length: repeats + 1 }, () => 0)
  const wrong = { meets: false, short: false, outside: false }
  for (let logged = 1; logged <= maxCases; logged += 1) {
    const chance = cases(random)
    let passes = 0
    for (let repeat = 0; repeat < repeats; repeat += 1) if (random() < chance) passes += 1
    counts[passes] = (counts[passes] ?? 0) + 1
    const scores: Scores = counts.map((count, each) => ({ score: each / repeats, count }))
    const { verdict, logEvidenceMeets, logEvidenceShort } = judge(scores, theta, alpha)
    if (verdict !== 'more-evidence') wrong[verdict] = true
    // bounds() inverts this; that the two agree is tested below.
    if (decides(Math.max(logEvidenceMeets, logEvidenceShort), alpha / 2)) wrong.outside = true
  }
  return wrong
}

const worlds = Object.entries(kinds).flatMap(([kind, make]) =>
  [0.8, 0.95].map((theta, index) => ({ kind, theta, make, seed: index + 1 })),
)

describe('calibration: the true reliability is exactly what is required, looked at after every case', () => {
  it.each(worlds)('$kind cases at $theta: each error at most α', ({ theta, make, seed }) => {
    const random = seededRandom(seed)
    const found = Array.from({ length: teams }, () => everWrong(random, make(theta), theta))
    const share = (which: keyof Wrong) => found.filter((each) => each[which]).length / teams
    expect(share('meets')).toBeLessThanOrEqual(tolerated)
    expect(share('short')).toBeLessThanOrEqual(tolerated)
    expect(share('outside')).toBeLessThanOrEqual(tolerated)
  })

  it('the simulated cases have the mean they should', () => {
    for (const { theta, make } of worlds) {
      const random = seededRandom(4)
      const cases = make(theta)
      const draws = Array.from({ length: 40_000 }, () => cases(random))
      const average = draws.reduce((sum, draw) => sum + draw, 0) / draws.length
      // 4 standard errors of the widest of them.
      expect(Math.abs(average - theta)).toBeLessThan((4 * 0.5) / Math.sqrt(draws.length))
    }
  })

  it('has power: 0.99 against 0.95 is told in about 134 cases of one attempt', () => {
    const random = seededRandom(5)
    const needed = Array.from({ length: 300 }, () => {
      let passes = 0
      for (let logged = 1; logged <= 1000; logged += 1) {
        if (random() < 0.99) passes += 1
        const scores = [
          { score: 1, count: passes },
          { score: 0, count: logged - passes },
        ]
        if (judge(scores, 0.95, alpha).verdict === 'meets') return logged
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
      const passes = Math.floor(random() * 60)
      const scores = [
        { score: 1, count: passes },
        { score: 0, count: 60 - passes },
      ]
      const required = 0.02 + 0.96 * random()
      const { lower, upper } = bounds(scores, alpha)
      const side = judge(scores, required, alpha / 2).verdict
      const expected = required <= lower ? 'meets' : required >= upper ? 'short' : 'more-evidence'
      expect(side).toBe(expected)
    }
  })
})
