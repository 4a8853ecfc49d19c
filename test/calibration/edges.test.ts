import { describe, expect, it } from 'vitest'
import type { Decision } from '../../shared/assessment/bottleneck.ts'
import { seededRandom } from '../../shared/statistics/random.ts'
import { oneLevelTask } from '../shared/assessment/records.ts'
import { alike, simulate, type World } from '../shared/assessment/worlds.ts'
import { decideAfter, decideOn, sizes } from './cells.ts'
import { tolerated } from './simulation.ts'
import { capability, majority, reliability, repeats, required, retryRight } from './truth.ts'

const alpha = 0.05
const teams = 200
const task = oneLevelTask()

/** One attempt is exactly what is required. */
const oneAttempt: World = {
  kinds: [
    { share: 0.5, chance: 0.98 },
    { share: 0.5, chance: 0.82 },
  ],
  verifier: { acceptsPass: 0.98, acceptsFailure: 0.01 },
}

/** Cases that some of 10 attempts solve: exactly as many as required; the rest are never solved. */
function ceilingAtTheEdge(verifier: World['verifier']): World {
  const solved = required / (1 - 0.3 ** repeats)
  return {
    kinds: [
      { share: 1 - solved, chance: 0 },
      { share: solved, chance: 0.7 },
    ],
    verifier,
  }
}

/** Half of the attempts pass, and all of those are accepted. */
function accepting(acceptsFailure: number): World {
  return alike(0.5, { acceptsPass: 1, acceptsFailure })
}

/** Retrying 10 times delivers exactly what is required: how often failures are accepted is found by halving. */
function retryAtTheEdge(): World {
  let low = 0
  let high = 1
  for (let step = 0; step < 60; step += 1) {
    const middle = (low + high) / 2
    if (retryRight(accepting(middle), repeats) > required) low = middle
    else high = middle
  }
  return accepting(low)
}

/** Share of teams that ever make a claim, looking at the same log after 60, 150, 400 and 1,000 cases. */
function everClaimed(truth: World): (claims: (decision: Decision) => boolean) => number {
  const found = Array.from({ length: teams }, (_, index) =>
    sizes.map((cases) => decideAfter({ truth }, task, cases, 6001 + index)),
  )
  return (claims) => found.filter((decisions) => decisions.some(claims)).length / teams
}

/** Nine cases in ten are always solved. */
const nineInTen: World = {
  kinds: [
    { share: required, chance: 1 },
    { share: 1 - required, chance: 0 },
  ],
  verifier: null,
}

/** A weak configuration, and 40 with more compute that are exactly what is required. */
function decideAmongMany(cases: number, seed: number): Decision {
  const log = { cases, repeats }
  const others = Array.from({ length: 40 }, (_, index) =>
    simulate(nineInTen, log, seededRandom(100 * seed + index), {
      name: `model ${index}`,
      moreComputeThan: 'model A',
    }),
  )
  const configuration = simulate(alike(0.4, null), log, seededRandom(100 * seed + 99))
  return decideOn({ configuration, others }, task)
}

const says =
  (verdict: Decision['verdict']) =>
  (decision: Decision): boolean =>
    decision.verdict === verdict

const most = tolerated(alpha, teams)

describe('worlds at the edge: what is never sure is claimed by at most α of the teams, either way', () => {
  it('one attempt is exactly what is required', () => {
    expect(reliability(oneAttempt)).toBeCloseTo(required, 12)
    const share = everClaimed(oneAttempt)
    expect(share(says('none'))).toBeLessThanOrEqual(most)
    // Every lever claims that one attempt is short.
    expect(share(({ verdict }) => verdict !== 'none' && verdict !== 'undecided')).toBeLessThanOrEqual(most)
  })

  it('the best strategy is exactly what is required', () => {
    const world = retryAtTheEdge()
    expect(retryRight(world, repeats)).toBeCloseTo(required, 12)
    expect(retryRight(world, repeats - 1)).toBeLessThan(required)
    expect(majority(world, 9)).toBeLessThan(required - 0.3)
    const share = everClaimed(world)
    expect(share(says('inference-scaling'))).toBeLessThanOrEqual(most)
    expect(share(says('product-engineering'))).toBeLessThanOrEqual(most)
  })

  it('the ceiling is exactly what is required, and there is no verifier', () => {
    const world = ceilingAtTheEdge(null)
    expect(capability(world, repeats)).toBeCloseTo(required, 12)
    // Voting truly falls short, so that is no wrong verdict; that a perfect verifier would too is.
    expect(majority(world, 9)).toBeLessThan(required - 0.05)
    const share = everClaimed(world)
    expect(share(({ reasons }) => reasons.includes('capability-ceiling'))).toBeLessThanOrEqual(most)
    expect(share(says('inference-scaling'))).toBeLessThanOrEqual(most)
  })

  it('ceiling and best strategy are one, exactly what is required: a verifier that is never wrong', () => {
    const world = ceilingAtTheEdge({ acceptsPass: 1, acceptsFailure: 0 })
    expect(retryRight(world, repeats)).toBeCloseTo(required, 12)
    const share = everClaimed(world)
    expect(share(says('inference-scaling'))).toBeLessThanOrEqual(most)
    expect(share(says('product-engineering'))).toBeLessThanOrEqual(most)
  })

  it('many configurations are exactly what is required, and any of them may be claimed', () => {
    expect(reliability(nineInTen)).toBe(required)
    const found = Array.from({ length: teams }, (_, index) =>
      sizes.some((cases) => says('inference-scaling')(decideAmongMany(cases, index + 1))),
    )
    expect(found.filter(Boolean).length / teams).toBeLessThanOrEqual(most)
  })
})
