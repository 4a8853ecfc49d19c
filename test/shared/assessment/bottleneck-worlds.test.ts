import { describe, expect, it } from 'vitest'
import { type AssessmentWithoutSentences, assess } from '../../../shared/assessment/index.ts'
import type { Bottleneck, BottleneckReason } from '../../../shared/domain/assessment.ts'
import type { ConfigurationRecord } from '../../../shared/domain/record.ts'
import type { Budget } from '../../../shared/domain/task.ts'
import { seededRandom } from '../../../shared/statistics/random.ts'
import { oneLevelTask } from './records.ts'
import { simulate, type World } from './worlds.ts'

const good = { acceptsPass: 0.98, acceptsFailure: 0.01 }
const bad = { acceptsPass: 0.9, acceptsFailure: 0.5 }
const always = (chance: number) => () => chance

interface Archetype {
  readonly world: string
  readonly truth: World
  readonly verdict: Bottleneck['verdict']
  readonly reasons: readonly BottleneckReason[]
  readonly budget?: Budget
  /** A configuration with more compute, and its own truth. */
  readonly stronger?: World
}

function worldOf(passChance: World['passChance'], verifier: World['verifier']): World {
  return { passChance, verifier, cases: 150, repeats: 10 }
}

const stuckOnSome = (random: () => number): number => (random() < 0.35 ? 0 : 0.9)
const oneAttempt = { maxCostUsd: 1.2, maxLatencyMs: null }

/** R = 0.9. In each, the truth is well away from it. */
const archetypes: readonly Archetype[] = [
  { world: 'ready', truth: worldOf(always(0.97), good), verdict: 'none', reasons: [] },
  {
    world: 'flaky, good verifier',
    truth: worldOf(always(0.6), good),
    verdict: 'inference-scaling',
    reasons: [],
  },
  {
    // P(at least 5 of 9 at 0.8) = 0.98.
    world: 'voting helps',
    truth: worldOf(always(0.8), null),
    verdict: 'inference-scaling',
    reasons: [],
  },
  {
    world: 'more compute helps',
    truth: worldOf(always(0.5), null),
    stronger: worldOf(always(0.98), null),
    verdict: 'inference-scaling',
    reasons: [],
  },
  {
    // Never above 0.65, whatever the verifier.
    world: 'systematic failures',
    truth: worldOf(stuckOnSome, good),
    verdict: 'product-engineering',
    reasons: ['capability-ceiling'],
  },
  {
    // Voting at 0.5 stays at 0.5; with a perfect verifier 10 tries would do.
    world: 'flaky, no verifier',
    truth: worldOf(always(0.5), null),
    verdict: 'product-engineering',
    reasons: ['no-verifier'],
  },
  {
    // Accepts 0.45 right for 0.25 wrong: 0.64 right at best.
    world: 'flaky, bad verifier',
    truth: worldOf(always(0.5), bad),
    verdict: 'product-engineering',
    reasons: ['verifier'],
  },
  {
    // A second attempt is needed in 0.6 of the tasks: 1.6 USD.
    world: 'over budget',
    truth: worldOf(always(0.4), good),
    budget: oneAttempt,
    verdict: 'product-engineering',
    reasons: ['budget'],
  },
]

function assessWorld(archetype: Archetype, seed: number): AssessmentWithoutSentences {
  const random = seededRandom(seed)
  const others: ConfigurationRecord[] =
    archetype.stronger === undefined
      ? []
      : [simulate(archetype.stronger, random, { name: 'model B', moreComputeThan: 'model A' })]
  const task = oneLevelTask(archetype.budget === undefined ? {} : { budget: archetype.budget })
  return assess({ task, configuration: simulate(archetype.truth, random), others })
}

const seeds = Array.from({ length: 12 }, (_, index) => index + 1)

describe('worlds with known truth', () => {
  it.each(archetypes)('$world: $verdict, never the wrong lever', (archetype) => {
    const found = seeds.map((seed) => assessWorld(archetype, seed).bottleneck)
    const decided = found.filter((each) => each.verdict !== 'undecided')
    expect(decided.map((each) => each.verdict)).toEqual(decided.map(() => archetype.verdict))
    expect(decided.map((each) => each.reasons)).toEqual(decided.map(() => archetype.reasons))
    expect(decided.length).toBeGreaterThanOrEqual(0.7 * seeds.length)
  })

  it('one repeat per case names no bottleneck, whatever the world', () => {
    for (const archetype of archetypes.filter((each) => each.stronger === undefined)) {
      for (const seed of seeds) {
        const truth = { ...archetype.truth, repeats: 1 }
        const { bottleneck } = assessWorld({ ...archetype, truth }, seed)
        expect(['undecided', 'none']).toContain(bottleneck.verdict)
      }
    }
  })

  it('close to the level nothing is claimed too often', () => {
    // Retrying reaches exactly 0.9 of the cases, the rest never pass: claims either way are errors or luck.
    const edge = worldOf((random) => (random() < 0.1 ? 0 : 0.7), { acceptsPass: 1, acceptsFailure: 0 })
    const claims = Array.from({ length: 100 }, (_, seed) =>
      assessWorld({ world: 'edge', truth: edge, verdict: 'undecided', reasons: [] }, seed),
    )
    const scaled = claims.filter((each) => each.bottleneck.verdict === 'inference-scaling')
    const stuck = claims.filter((each) => each.bottleneck.verdict === 'product-engineering')
    // α and 3 standard errors of 100 claims.
    expect(scaled.length).toBeLessThanOrEqual(11)
    expect(stuck.length).toBeLessThanOrEqual(11)
  })
})
