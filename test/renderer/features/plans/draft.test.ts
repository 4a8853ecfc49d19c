import { describe, expect, it } from 'vitest'
import {
  alphaOf,
  fieldsOf,
  goalOf,
  halvedFailures,
  type PlanBasis,
  type PlanDraft,
  planInputIn,
  planInputOf,
  problemsOf,
  repeatsIn,
  toldRepeats,
} from '../../../../renderer/features/plans/draft.ts'
import { planInput } from '../../../../shared/domain/plan.ts'
import { completeTask } from '../../../../shared/domain/task.ts'

const task = completeTask({ name: 'refunds', plannedRepeats: 3, alpha: 0.02 })
const empty: PlanBasis = { task, level: { name: 'Supervised', required: 0.95 }, assessment: null }

function measured(estimate: number, meanUsd: number): PlanBasis {
  return {
    ...empty,
    assessment: {
      reliability: { estimate, lower: 0, upper: 1, nines: 1 },
      cost: { meanUsd, perPassUsd: meanUsd },
    },
  }
}

function problems(draft: PlanDraft): readonly string[] {
  return problemsOf(fieldsOf(empty, draft))
}

describe('what the form begins with', () => {
  it('without anything measured: half of the failures that are allowed, no cost, the planned repeats among others', () => {
    expect(fieldsOf(empty, {})).toMatchObject({
      assumed: 0.975,
      costPerTrialUsd: null,
      repeats: '1, 2, 3, 4',
      spread: 'some',
    })
    expect([0.9, 0.99, 0.999].map(halvedFailures)).toEqual([0.95, 0.995, 0.9995])
    // For a requirement of one's own, half of its failures.
    expect(fieldsOf(empty, { isOwn: true, required: 0.8 }).assumed).toBe(0.9)
  })

  it('measured: the present estimate and the mean cost; what was typed stays, also emptied', () => {
    expect(fieldsOf(measured(0.973_333, 0.012), {})).toMatchObject({
      assumed: 0.9733,
      costPerTrialUsd: 0.012,
    })
    const draft = { assumed: null, costPerTrialUsd: null }
    expect(fieldsOf(measured(0.973_333, 0.012), draft)).toMatchObject(draft)
  })
})

describe('what is asked of the core', () => {
  it('is the form, at the α of the level', () => {
    const fields = fieldsOf(measured(0.98, 0.5), { spread: 'much', repeats: '4; 2,4' })
    expect(planInputOf(empty, fields)).toEqual({
      required: 0.95,
      assumed: 0.98,
      alpha: 0.02,
      spread: 0.6,
      repeats: [2, 4],
      costPerTrialUsd: 0.5,
    })
    const strict = completeTask({
      name: 'refunds',
      levels: [{ name: 'Supervised', required: 0.95, alpha: 0.001 }],
    })
    expect(alphaOf({ ...empty, task: strict }, false)).toBe(0.001)
    expect(alphaOf({ ...empty, task: strict }, true)).toBe(0.05)
  })

  it('is nothing while the assumed reliability is not above the requirement', () => {
    expect(planInputOf(empty, fieldsOf(empty, { assumed: 0.95 }))).toBeNull()
    expect(planInputOf(empty, fieldsOf(empty, { assumed: 0.950_1 }))).not.toBeNull()
  })

  it('is the same after a way through JSON', () => {
    const input = planInputOf(empty, fieldsOf(empty, {}))
    expect(planInputIn(JSON.stringify(input))).toEqual(planInput.parse(input))
    expect(planInputIn('null')).toBeNull()
  })
})

describe('what keeps the form from being a plan', () => {
  it.each([
    [{ isOwn: true, required: null }, ['required']],
    [{ isOwn: true, required: 1 }, ['required']],
    [{ assumed: null }, ['assumed']],
    [{ assumed: 1.01 }, ['assumed']],
    [{ spread: 'own', ownSpread: 1 }, ['spread']],
    [{ spread: 'own', ownSpread: null }, ['spread']],
    [{ repeats: '' }, ['repeats']],
    [{ repeats: '2, x' }, ['repeats']],
    [{ assumed: 1, repeats: '1000' }, []],
  ] as const)('%j: %j', (draft, expected) => {
    expect(problems(draft)).toEqual(expected)
    expect(planInputOf(empty, fieldsOf(empty, draft)) === null).toBe(expected.length > 0)
  })

  it('repeats are whole, each once, at most six', () => {
    expect(repeatsIn(' 8,2 ;2、1')).toEqual([1, 2, 8])
    expect(['0', '1.5', '1001', '-1', '1 2 3 4 5 6 7'].map(repeatsIn)).toEqual([null, null, null, null, null])
  })
})

describe('what is told first', () => {
  it('is at the planned attempts, else at four, else at the most', () => {
    expect(toldRepeats(task, [1, 2, 3, 4])).toBe(3)
    expect(toldRepeats(task, [1, 2, 4, 8])).toBe(4)
    expect(toldRepeats(task, [1, 2])).toBe(2)
  })

  it('is about the level, or about a requirement of one’s own', () => {
    expect(goalOf(empty, {})).toEqual({ name: 'Supervised', required: 0.95 })
    expect(goalOf(empty, { isOwn: true, required: 0.97 })).toEqual({ name: null, required: 0.97 })
    expect(goalOf(empty, { isOwn: true, required: null })).toBeNull()
  })
})
