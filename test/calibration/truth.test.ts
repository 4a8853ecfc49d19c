import { describe, expect, it } from 'vitest'
import { archetypes } from '../shared/assessment/worlds.ts'
import { capability, reliability, repeats, required, trueBottleneck, trueStrategies } from './truth.ts'

describe('the worlds', () => {
  it.each(archetypes)('$world: $verdict $reasons, by true means', (archetype) => {
    const { verdict, reasons } = archetype
    expect(trueBottleneck(archetype)).toEqual({ verdict, reasons })
  })

  it('are away from what is required: one attempt, the best strategy and a perfect verifier', () => {
    for (const archetype of archetypes) {
      const { truth } = archetype
      const best = Math.max(...trueStrategies(archetype).map((each) => each.reaches))
      for (const each of [reliability(truth), best, capability(truth, repeats)]) {
        expect(Math.abs(each - required)).toBeGreaterThan(0.02)
      }
    }
  })

  it('have kinds of cases that add up', () => {
    for (const { truth } of archetypes) {
      expect(truth.kinds.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 12)
    }
  })
})

describe('true means by hand', () => {
  const flaky = { kinds: [{ share: 1, chance: 0.6 }], verifier: { acceptsPass: 0.5, acceptsFailure: 0.25 } }
  const half = {
    kinds: [
      { share: 0.5, chance: 1 },
      { share: 0.5, chance: 0 },
    ],
    verifier: null,
  }

  it('of retrying, voting and cost', () => {
    const strategies = trueStrategies({ world: '', truth: flaky, verdict: 'none', reasons: [] })
    // Accepted: 0.3 right and 0.1 wrong, so 0.6 go on: 0.3 + 0.6 · 0.3, at 1 + 0.6 attempts.
    const twice = strategies.find((each) => each.strategy === 'retry-until-accepted' && each.k === 2)
    expect(twice?.reaches).toBeCloseTo(0.48, 14)
    expect(twice?.costUsd).toBeCloseTo(1.6, 14)
    // 0.6³ + 3 · 0.6² · 0.4.
    const vote = strategies.find((each) => each.strategy === 'majority' && each.k === 3)
    expect(vote?.reaches).toBeCloseTo(0.648, 14)
    expect(strategies).toHaveLength(9 + 4)
  })

  it('of cases that always or never pass', () => {
    expect(reliability(half)).toBe(0.5)
    expect(capability(half, repeats)).toBe(0.5)
    expect(trueStrategies({ world: '', truth: half, verdict: 'none', reasons: [] })).toHaveLength(4)
  })
})
