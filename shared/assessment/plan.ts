import { isMeasured, type Measured, type NotMeasured } from '../domain/measured.ts'
import type { Plan, PlanInput } from '../domain/plan.ts'
import { planCases, type PlanResult } from '../statistics/plan.ts'
import { anyTimeCases, fixedSizeCases } from '../statistics/zero-failure.ts'
import { methodVersion } from './method.ts'

/** The levels that plans without failures are usually quoted for. */
const usualLevels = [0.9, 0.95, 0.99, 0.995, 0.999]

/** Cases that show a level when not one of them fails: fixed beforehand, and looked at after each. */
export function zeroFailure(required: number, alpha: number): Plan['zeroFailure'] {
  return { required, fixedSize: fixedSizeCases(required, alpha), anyTime: anyTimeCases(required, alpha) }
}

function times(cases: number | NotMeasured, factor: number): number | NotMeasured {
  return typeof cases === 'number' ? cases * factor : cases
}

function costOf(trials: number | NotMeasured, costPerTrialUsd: number | null): Measured {
  if (!isMeasured(trials)) return trials
  return costPerTrialUsd === null ? { notMeasured: 'no-cost-logged' } : trials * costPerTrialUsd
}

function plansOf({ plans }: PlanResult, repeats: number, costPerTrialUsd: number | null): Plan['plans'] {
  return plans.map(({ chance, cases }) => {
    const trials = times(cases, repeats)
    return { repeats, chance, cases, trials, costUsd: costOf(trials, costPerTrialUsd) }
  })
}

/**
 * Cases and trials for a 50, 80 and 95% chance of `meets` at each number of repeats, and those that a perfect record
 * takes. Seeded: the same input gives the same plan.
 * @param onProgress told the share that is done, now and then
 */
export function computePlan(input: PlanInput, onProgress: (share: number) => void): Plan {
  const { required, alpha, assumed, spread, runs, mostCases, seed, costPerTrialUsd } = input
  const results = input.repeats.map((repeats, index) => ({
    repeats,
    result: planCases(
      { required, alpha, assumed, spread, repeats },
      {
        runs,
        mostCases,
        seed,
        onProgress: (share) => onProgress((index + share) / input.repeats.length),
      },
    ),
  }))
  return {
    formatVersion: 1,
    methodVersion,
    ...input,
    plans: results.flatMap(({ repeats, result }) => plansOf(result, repeats, costPerTrialUsd)),
    reached: results.map(({ repeats, result }) => ({
      repeats,
      share: result.reached,
      standardError: result.standardError,
    })),
    zeroFailure: zeroFailure(required, alpha),
    zeroFailureTable: usualLevels.map((each) => zeroFailure(each, alpha)),
  }
}
