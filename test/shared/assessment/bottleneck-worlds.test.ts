import { describe, expect, it } from 'vitest'
import { type AssessmentWithoutSentences, assess } from '../../../shared/assessment/index.ts'
import { oneLevelTask } from './records.ts'
import { type Archetype, archetypes, type Log, logOf } from './worlds.ts'

const log = { cases: 150, repeats: 10 }

function assessWorld(
  archetype: Pick<Archetype, 'truth' | 'stronger' | 'budget'>,
  seed: number,
  logged: Log = log,
): AssessmentWithoutSentences {
  const task = oneLevelTask(archetype.budget === undefined ? {} : { budget: archetype.budget })
  return assess({ task, ...logOf(archetype, logged, seed) })
}

const seeds = Array.from({ length: 12 }, (_, index) => index + 1)

describe('worlds with known truth', () => {
  it.each(archetypes)('$world: $verdict, never the wrong lever', (archetype) => {
    const found = seeds.map((seed) => assessWorld(archetype, seed).bottleneck)
    const decided = found.filter((each) => each.verdict !== 'undecided')
    expect(decided.map((each) => each.verdict)).toEqual(decided.map(() => archetype.verdict))
    // A reason may still be open when the lever is not; none may be told that does not hold.
    const told = new Set(decided.flatMap((each) => each.reasons))
    expect([...told].toSorted()).toEqual([...archetype.reasons].toSorted())
    expect(decided.length).toBeGreaterThanOrEqual(0.7 * seeds.length)
  })

  it('one repeat per case names no bottleneck, whatever the world', () => {
    for (const archetype of archetypes.filter((each) => each.stronger === undefined)) {
      for (const seed of seeds) {
        const { bottleneck } = assessWorld(archetype, seed, { ...log, repeats: 1 })
        expect(['undecided', 'none']).toContain(bottleneck.verdict)
      }
    }
  })

  it('close to the level nothing is claimed too often', () => {
    // Retrying reaches exactly 0.9 of the cases, the rest never pass: claims either way are errors or luck.
    const edge = {
      kinds: [
        { share: 0.1, chance: 0 },
        { share: 0.9, chance: 0.7 },
      ],
      verifier: { acceptsPass: 1, acceptsFailure: 0 },
    }
    const claims = Array.from({ length: 100 }, (_, seed) => assessWorld({ truth: edge }, seed))
    const scaled = claims.filter((each) => each.bottleneck.verdict === 'inference-scaling')
    const stuck = claims.filter((each) => each.bottleneck.verdict === 'product-engineering')
    // α and 3 standard errors of 100 claims.
    expect(scaled.length).toBeLessThanOrEqual(11)
    expect(stuck.length).toBeLessThanOrEqual(11)
  })
})
