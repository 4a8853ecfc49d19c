import { describe, expect, it } from 'vitest'
import type { Verdict } from '../../shared/domain/level.ts'
import { seededRandom } from '../../shared/statistics/random.ts'
import { judge } from '../../shared/statistics/verdict.ts'
import { remembered, singleTrials } from './simulation.ts'

const alpha = 0.05
const teams = 2000
const trials = 2000

type Judge = (passes: number, logged: number) => Verdict

/** The verdict on some single trials. */
function judgeAt(required: number): Judge {
  return remembered((passes, logged) => judge(singleTrials(passes, logged), required, alpha).verdict)
}

/** Share of simulated teams that are ever told `claim` when one attempt passes with exactly the required chance. */
function simulatedShare(required: number, claim: Verdict, verdictAt: Judge): number {
  const random = seededRandom(21)
  const told = Array.from({ length: teams }, () => {
    let passes = 0
    for (let logged = 1; logged <= trials; logged += 1) {
      if (random() < required) passes += 1
      if (verdictAt(passes, logged) === claim) return true
    }
    return false
  })
  return told.filter(Boolean).length / teams
}

/** The same share without chance: the weight of all ways to log that ever reach the claim. */
function exactShare(required: number, claim: Verdict, verdictAt: Judge): number {
  let open = new Map([[0, 1]])
  let told = 0
  for (let logged = 1; logged <= trials; logged += 1) {
    const next = new Map<number, number>()
    const add = (passes: number, weight: number): void => {
      // Ways so rare weigh less than 1e-8 together.
      if (weight > 1e-14) next.set(passes, (next.get(passes) ?? 0) + weight)
    }
    for (const [passes, weight] of open) {
      add(passes, weight * (1 - required))
      add(passes + 1, weight * required)
    }
    for (const [passes, weight] of next) {
      if (verdictAt(passes, logged) !== claim) continue
      told += weight
      next.delete(passes)
    }
    open = next
  }
  return told
}

describe('a look after every one of 2,000 trials that pass with exactly the required chance', () => {
  it.each([
    { required: 0.8, share: 0.04 },
    { required: 0.95, share: 0.03 },
    { required: 0.99, share: 0.03 },
  ])('at $required about $share of the teams are told meets, as the method says', ({ required, share }) => {
    const found = simulatedShare(required, 'meets', judgeAt(required))
    // The method gives whole percents (half of one to either side), and simulates as many teams as this does.
    const sampling = 3 * Math.sqrt((2 * share * (1 - share)) / teams)
    expect(Math.abs(found - share)).toBeLessThan(0.005 + sampling)
  })

  it.each([0.8, 0.95, 0.99])('at %d no more than α are told either, exactly', (required) => {
    const verdictAt = judgeAt(required)
    for (const claim of ['meets', 'short'] as const) {
      const exact = exactShare(required, claim, verdictAt)
      expect(exact).toBeLessThanOrEqual(alpha)
      const sampling = 3 * Math.sqrt((exact * (1 - exact)) / teams)
      expect(Math.abs(simulatedShare(required, claim, verdictAt) - exact)).toBeLessThan(sampling)
    }
  })
})
