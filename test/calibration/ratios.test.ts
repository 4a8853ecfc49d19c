import { describe, expect, it } from 'vitest'
import { type Random, seededRandom } from '../../shared/statistics/random.ts'
import { ratio, ratioBounds } from '../../shared/statistics/ratio.ts'
import { alphas, drawPasses, mayClaim, tolerated } from './simulation.ts'

const attempts = 3
const maxCases = 500
const teams = 100

/** Cases of a kind: their share, the chance that an attempt counts, and that what counts is accepted. */
interface Kind {
  readonly share: number
  readonly chance: number
  readonly accepts: number
}

interface World {
  readonly world: string
  readonly kinds: readonly Kind[]
  /** Accepted of all that count. */
  readonly truth: number
}

const worlds: readonly World[] = [
  {
    world: 'passes accepted alike',
    kinds: [{ share: 1, chance: 0.6, accepts: 0.9 }],
    truth: 0.9,
  },
  {
    // (0.6 · 0.95 · 0.98 + 0.4 · 0.3 · 0.6) / (0.6 · 0.95 + 0.4 · 0.3) = 0.6306 / 0.69.
    world: 'the few passes of hard cases accepted less often',
    kinds: [
      { share: 0.6, chance: 0.95, accepts: 0.98 },
      { share: 0.4, chance: 0.3, accepts: 0.6 },
    ],
    truth: 0.6306 / 0.69,
  },
  {
    // 0.9 · 0.8 / 0.8: blind to whole cases, of whatever kind.
    world: 'all passes of a case accepted or none',
    kinds: [
      { share: 0.9, chance: 0.8, accepts: 1 },
      { share: 0.1, chance: 0.8, accepts: 0 },
    ],
    truth: 0.9,
  },
  {
    // Failures: (0.8 · 0.04 · 0.02 + 0.2 · 0.7 · 0.1) / (0.8 · 0.04 + 0.2 · 0.7) = 0.01464 / 0.172.
    world: 'failures, most cases without any',
    kinds: [
      { share: 0.8, chance: 0.04, accepts: 0.02 },
      { share: 0.2, chance: 0.7, accepts: 0.1 },
    ],
    truth: 0.01464 / 0.172,
  },
]

function drawKind(kinds: readonly Kind[], random: Random): Kind {
  let left = random()
  for (const each of kinds) {
    left -= each.share
    if (left < 0) return each
  }
  throw new RangeError('the shares do not add up to 1')
}

/** Cases by what counts of their attempts and what of that was accepted, and the same as scores about the truth. */
function emptyRecord(truth: number) {
  const counts = Array.from({ length: attempts + 1 }, (_, whole) =>
    Array.from({ length: whole + 1 }, (__, part) => ({
      part: part / attempts,
      whole: whole / attempts,
      score: part / attempts - (truth * whole) / attempts + truth,
      count: 0,
    })),
  )
  return { counts, all: counts.flat() }
}

/** One team: a look after every case; the α at which the true ratio was ever outside. */
function everOutside({ kinds, truth }: World, random: Random): ReadonlySet<number> {
  const outside = new Set<number>()
  const { counts, all } = emptyRecord(truth)
  for (let logged = 1; logged <= maxCases; logged += 1) {
    const { chance, accepts } = drawKind(kinds, random)
    const whole = drawPasses(attempts, chance, random)
    const found = counts[whole]?.[drawPasses(whole, accepts, random)]
    if (found !== undefined) found.count += 1
    // Leaving the interval takes 40 or more.
    if (!mayClaim(all, truth, 3) && logged % 250 !== 0) continue
    for (const alpha of alphas) {
      const { lower, upper } = ratioBounds(all, alpha)
      if (truth >= lower && truth <= upper) break
      outside.add(alpha)
    }
  }
  return outside
}

describe("a verifier's accept rate, looked at after every one of 500 cases", () => {
  it.each(worlds)('$world: the interval leaves the truth at most at α', (world) => {
    const random = seededRandom(41)
    const found = Array.from({ length: teams }, () => everOutside(world, random))
    for (const alpha of alphas) {
      const share = found.filter((each) => each.has(alpha)).length / teams
      expect(share).toBeLessThanOrEqual(tolerated(alpha, teams))
    }
  })

  it.each(worlds)('$world: the truth is as said, and the interval closes around it', (world) => {
    const random = seededRandom(42)
    const cases = Array.from({ length: 40_000 }, () => {
      const { chance, accepts } = drawKind(world.kinds, random)
      const whole = drawPasses(attempts, chance, random)
      return { part: drawPasses(whole, accepts, random) / attempts, whole: whole / attempts, count: 1 }
    })
    // At least 20,000 attempts count; cases with all or nothing weigh 3 of them at once.
    expect(Math.abs(ratio(cases) - world.truth)).toBeLessThan(4 * Math.sqrt((3 * 0.25) / 20_000))
    const { lower, upper } = ratioBounds(cases.slice(0, 500), 0.05)
    expect(upper - lower).toBeLessThan(0.2)
  })
})
