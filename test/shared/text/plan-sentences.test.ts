import { describe, expect, it } from 'vitest'
import { computePlan } from '../../../shared/assessment/plan.ts'
import { plan, type Plan, planInput } from '../../../shared/domain/plan.ts'
import { joined, planDetails, planHeadline } from '../../../shared/text/sentences.ts'
import { translatorFor } from '../../../shared/text/translator.ts'

const [english, korean] = [translatorFor('en'), translatorFor('ko')]
const goal = { name: 'Supervised', required: 0.95 }
const unreachable = { notMeasured: 'not-reachable' } as const

/** A plan at four attempts per case; null: so many cases do not bring the chance. */
function planOf(cases: readonly (number | null)[], costPerTrialUsd: number | null = null): Plan {
  const input = planInput.parse({ required: 0.95, assumed: 0.98, repeats: [4], costPerTrialUsd, runs: 100 })
  const computed = computePlan({ ...input, assumed: 1 }, () => undefined)
  return plan.parse({
    ...computed,
    ...input,
    plans: [0.5, 0.8, 0.95].map((chance, index) => {
      const count = cases[index] ?? null
      return {
        chance,
        repeats: 4,
        cases: count ?? unreachable,
        trials: count === null ? unreachable : count * 4,
        costUsd: count === null || costPerTrialUsd === null ? unreachable : count * 4 * costPerTrialUsd,
      }
    }),
  })
}

describe('a plan in words', () => {
  it('says cases, chance, attempts and cost', () => {
    const found = planOf([120, 210, 300], 0.005)
    expect(planHeadline(english, found, goal, 4)).toBe(
      'To show Supervised (95%) with an assumed 98%: about 210 cases bring an 80% chance, 840 attempts, $4.20.',
    )
    expect(planHeadline(korean, found, goal, 4)).toBe(
      '신뢰도가 98%일 때 사례 약 210개면 80% 확률로 Supervised(95%) 수준을 보일 수 있습니다. 시도 840회, $4.20입니다.',
    )
    expect(joined(planDetails(english, found, 4))).toBe(
      'With 4 attempts per case. For an even chance about 120 cases, to be nearly sure (95%) about 300.',
    )
  })

  it('without a level or a cost leaves them out', () => {
    expect(planHeadline(english, planOf([120, 210, 300]), { name: null, required: 0.95 }, 4)).toBe(
      'To show 95% with an assumed 98%: about 210 cases bring an 80% chance, 840 attempts.',
    )
  })

  it('says what even the most cases do not bring', () => {
    expect(planHeadline(english, planOf([19_000]), goal, 4)).toBe(
      'To show Supervised (95%) with an assumed 98%, even 20,000 cases bring less than an 80% chance.',
    )
    expect(joined(planDetails(english, planOf([12_000, 19_000]), 4))).toContain(
      'For an even chance about 12,000 cases; to be nearly sure takes more than 20,000.',
    )
    expect(joined(planDetails(english, planOf([]), 4))).toContain('too close to the requirement')
  })
})
