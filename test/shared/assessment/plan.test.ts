import { describe, expect, it } from 'vitest'
import { computePlan } from '../../../shared/assessment/plan.ts'
import { plan, planInput, type Plan, type PlanInput } from '../../../shared/domain/plan.ts'

const unheard = (): void => undefined

/** One repeat and 1000 teams unless given otherwise. */
function planOf(given: Partial<PlanInput> & Pick<PlanInput, 'required' | 'assumed'>): Plan {
  return plan.parse(computePlan(planInput.parse({ repeats: [1], ...given }), unheard))
}

const casesFor = ({ plans }: Plan, chance: number): number => {
  const cases = plans.find((each) => each.chance === chance)?.cases
  return typeof cases === 'number' ? cases : Number.NaN
}

function wealth(required: number, passes: number): number {
  const gains = Array.from({ length: 64 }, (_, j) => 1 + ((j + 0.5) / 64) * (1 / required - 1))
  return gains.reduce((sum, gain) => sum + gain ** passes, 0) / 64
}

describe('a plan', () => {
  // The medians that the method states. Decision times are skewed: a median of 2000 teams has a standard error of
  // about 1/(2 √2000 · density), some 2% here, and the stated ones are rounded and simulated themselves.
  it.each([
    [0.95, 0.99, 134],
    [0.95, 1, 88],
    [0.8, 0.9, 81],
    [0.99, 0.999, 449],
  ])('for %d at an assumed %d needs the stated median of %i cases', (required, assumed, median) => {
    const found = casesFor(planOf({ required, assumed, runs: 2000, mostCases: 5000 }), 0.5)
    expect(Math.abs(found / median - 1)).toBeLessThan(0.08)
  })

  it('of a perfect record is exact: every team is done after the cases that show it without a failure', () => {
    const found = planOf({ required: 0.95, assumed: 1, runs: 100 })
    expect(found.plans.map((each) => each.cases)).toEqual([88, 88, 88])
    expect(found.reached).toEqual([{ repeats: 1, share: 1, standardError: 0 }])
    // 0.95^59 < 0.05 < 0.95^58.
    expect(found.zeroFailure).toEqual({ required: 0.95, fixedSize: 59, anyTime: 88 })
  })

  it.each([
    [0.9, 0.9],
    [0.95, 0.95],
    [0.95, 0.9],
    [0.8, 0],
  ])('for %d at an assumed %d is out of reach but by chance, at most α', (required, assumed) => {
    const { plans, reached } = planOf({ required, assumed, runs: 1000, mostCases: 2000, costPerTrialUsd: 1 })
    const notReachable = { notMeasured: 'not-reachable' }
    for (const each of plans) {
      expect(each).toMatchObject({ cases: notReachable, trials: notReachable, costUsd: notReachable })
    }
    const [{ share, standardError } = { share: 1, standardError: 0 }] = reached
    // Where the truth is α itself: √(0.05 · 0.95 / 1000).
    expect(share).toBeLessThanOrEqual(0.05 + 3 * Math.max(standardError, 0.0069))
  })

  it('counts trials and their cost for each number of repeats', () => {
    const found = planOf({
      required: 0.9,
      assumed: 1,
      repeats: [1, 3],
      runs: 100,
      costPerTrialUsd: 0.25,
    })
    // 43 cases without a failure show 0.9, however often each is tried.
    expect(found.plans).toEqual(
      [1, 3].flatMap((repeats) =>
        [0.5, 0.8, 0.95].map((chance) => ({
          repeats,
          chance,
          cases: 43,
          trials: 43 * repeats,
          costUsd: 43 * repeats * 0.25,
        })),
      ),
    )
    const [priceless] = planOf({ required: 0.9, assumed: 1, runs: 100 }).plans
    expect(priceless?.costUsd).toEqual({ notMeasured: 'no-cost-logged' })
    const [free] = planOf({ required: 0.9, assumed: 1, runs: 100, costPerTrialUsd: 0 }).plans
    expect(free?.costUsd).toBe(0)
  })

  it('is the same for the same seed, and says how far it is over all the repeats', () => {
    const input = planInput.parse({ required: 0.8, assumed: 0.9, repeats: [1, 2], runs: 160, seed: 7 })
    const shares: number[] = []
    const found = computePlan(input, (share) => shares.push(share))
    expect(computePlan(input, unheard)).toEqual(found)
    expect(computePlan({ ...input, seed: 8 }, unheard).plans).not.toEqual(found.plans)
    expect(shares).toHaveLength(20)
    expect(shares).toEqual(shares.toSorted((a, b) => a - b))
    expect([shares[9], shares.at(-1)]).toEqual([0.5, 1])
  })

  it.each([
    [0.9, 29],
    [0.95, 59],
    [0.99, 299],
    [0.995, 598],
    [0.999, 2995],
  ])(
    'says what %d takes without a failure: %i cases of a fixed size, more with looks',
    (required, fixedSize) => {
      // R^m < 0.05 < R^(m − 1); with looks the bettors' average wealth, (1 + c(1/R − 1))^m, reaches 20.
      expect(required ** fixedSize).toBeLessThan(0.05)
      expect(required ** (fixedSize - 1)).toBeGreaterThan(0.05)
      const found = planOf({ required: 0.5, assumed: 1, runs: 100 }).zeroFailureTable
      const { anyTime = 0 } = found.find((each) => each.required === required) ?? {}
      expect(found).toContainEqual({ required, fixedSize, anyTime })
      expect(wealth(required, anyTime)).toBeGreaterThanOrEqual(20)
      expect(wealth(required, anyTime - 1)).toBeLessThan(20)
    },
  )
})
