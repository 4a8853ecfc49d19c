import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { planCases, type PlanAssumptions, type PlannedCases } from '../../../shared/statistics/plan.ts'
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

/** Infinite when the chance is not reachable. */
function orNever(cases: PlannedCases['cases']): number {
  return typeof cases === 'number' ? cases : Number.POSITIVE_INFINITY
}

describe('laws of plans', () => {
  const seeds = fc.integer({ min: 0, max: 2 ** 32 - 1 })
  const small = { runs: 200, mostCases: 600 }
  const casesOf = (assumptions: PlanAssumptions, seed: number): readonly number[] =>
    planCases(assumptions, { ...small, seed }).plans.map(({ cases }) => orNever(cases))

  it('the same seed gives the same answer; a larger chance never needs fewer cases', () => {
    fc.assert(
      fc.property(seeds, fc.constantFrom(0, 0.3), fc.integer({ min: 1, max: 4 }), (seed, spread, repeats) => {
        const assumptions = { ...alone, required: 0.9, assumed: 0.95, spread, repeats }
        const found = planCases(assumptions, { ...small, seed })
        expect(planCases(assumptions, { ...small, seed })).toEqual(found)
        expect([found.seed, found.runs]).toEqual([seed, small.runs])
        const { reached, standardError } = found
        expect(standardError).toBeCloseTo(Math.sqrt((reached * (1 - reached)) / small.runs), 12)
        const cases = found.plans.map((each) => orNever(each.cases))
        expect(cases).toEqual(cases.toSorted((a, b) => a - b))
        // A plan exists exactly where enough of the teams reached their level.
        expect(cases.map(Number.isFinite)).toEqual(found.plans.map(({ chance }) => chance <= reached))
      }),
      { numRuns: 10 },
    )
  })

  // About 20, 43 and 134 cases for half of the teams: far apart next to the error of 200 of them.
  it('a more demanding level needs more cases, and so does a smaller α', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const levels = [0.8, 0.9, 0.95].map((required) => casesOf({ ...alone, required }, seed))
        const alphas = [0.2, 0.01, 0.0001].map((alpha) => casesOf({ ...alone, required: 0.9, alpha }, seed))
        for (const [low = [], middle = [], high = []] of [levels, alphas]) {
          for (const [index, cases] of middle.entries()) {
            expect(cases).toBeGreaterThan(low[index] ?? Number.NaN)
            expect(cases).toBeLessThan(high[index] ?? Number.NaN)
          }
        }
      }),
      { numRuns: 10 },
    )
  })

  it('no team is done before the fewest cases that could do', () => {
    fc.assert(
      fc.property(seeds, fc.constantFrom(0.8, 0.9, 0.95), (seed, required) => {
        const [half = 0] = casesOf({ ...alone, required, assumed: 0.999 }, seed)
        expect(half).toBeGreaterThanOrEqual(anyTimeCases(required, alone.alpha))
      }),
      { numRuns: 10 },
    )
  })
})
