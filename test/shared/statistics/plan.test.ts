import { describe, expect, it } from 'vitest'
import { planCases, type PlanAssumptions } from '../../../shared/statistics/plan.ts'
import { anyTimeCases } from '../../../shared/statistics/zero-failure.ts'

const alone: PlanAssumptions = { required: 0.95, alpha: 0.05, assumed: 0.99, spread: 0, repeats: 1 }
const simulation = { runs: 600, mostCases: 3000, seed: 1 }

function casesFor(chance: number, assumptions: PlanAssumptions): number {
  const { cases = 0 } = planCases(assumptions, simulation).plans.find((each) => each.chance === chance) ?? {}
  return typeof cases === 'number' ? cases : Number.NaN
}

describe('planCases', () => {
  // Medians of 2,000 simulated teams by another program: about 134, 81 and 449.
  it.each([
    [0.95, 0.99, 134],
    [0.8, 0.9, 81],
    [0.99, 0.999, 449],
  ])(
    'brings half of the teams to %d at a true reliability of %d within about %d cases',
    (required, assumed, cases) => {
      expect(casesFor(0.5, { ...alone, required, assumed })).toBeGreaterThan(0.9 * cases)
      expect(casesFor(0.5, { ...alone, required, assumed })).toBeLessThan(1.1 * cases)
    },
  )

  it('without failures takes the count that the evidence itself needs, for every team', () => {
    const { plans, reached, standardError } = planCases({ ...alone, assumed: 1 }, simulation)
    const cases = anyTimeCases(0.95, 0.05)
    expect(plans).toEqual([
      { chance: 0.5, cases },
      { chance: 0.8, cases },
      { chance: 0.95, cases },
    ])
    expect([reached, standardError]).toEqual([1, 0])
  })

  it('at the required reliability itself reaches it wrongly in at most α of the teams', () => {
    const { reached, standardError, plans } = planCases(
      { ...alone, assumed: 0.95 },
      { ...simulation, runs: 1000 },
    )
    expect(reached).toBeLessThanOrEqual(0.05 + 3 * Math.max(standardError, 0.007))
    expect(plans[0]).toEqual({ chance: 0.5, cases: { notMeasured: 'not-reachable' } })
  })

  it('needs fewer cases with more repeats, and more where cases differ', () => {
    const once = casesFor(0.8, alone)
    const often = casesFor(0.8, { ...alone, repeats: 4 })
    const differing = casesFor(0.8, { ...alone, repeats: 4, spread: 0.5 })
    expect(often).toBeLessThan(once)
    expect(differing).toBeGreaterThan(often)
  })

  it('gives the same answer for the same seed, says how far it is, and can be cancelled', () => {
    expect(planCases(alone, simulation)).toEqual(planCases(alone, simulation))
    const shares: number[] = []
    planCases(alone, { ...simulation, onProgress: (share) => shares.push(share) })
    expect(shares.length).toBeGreaterThan(3)
    expect(shares).toEqual(shares.toSorted((a, b) => a - b))
    const stop = new Error('enough')
    expect(() =>
      planCases(alone, {
        ...simulation,
        onProgress: () => {
          throw stop
        },
      }),
    ).toThrow(stop)
  })

  it.each([
    { required: 1 },
    { required: 0 },
    { alpha: 0 },
    { assumed: 1.1 },
    { spread: 1 },
    { repeats: 0 },
    { repeats: 1.5 },
  ])('refuses %j', (wrong) => {
    expect(() => planCases({ ...alone, ...wrong }, simulation)).toThrow(RangeError)
  })
})
