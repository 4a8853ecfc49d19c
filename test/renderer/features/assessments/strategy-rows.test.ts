import { describe, expect, it } from 'vitest'
import { budgetText, strategyRows } from '../../../../renderer/features/assessments/strategy-rows.ts'
import type { Assessment } from '../../../../shared/domain/assessment.ts'
import { type Budget, completeTask } from '../../../../shared/domain/task.ts'
import { translatorFor } from '../../../../shared/text/translator.ts'
import { assessmentWith, strategyWith } from '../../../shared/text/sample.ts'

const en = translatorFor('en')
const noBudget: Budget = { maxCostUsd: null, maxLatencyMs: null }

function rows(assessment: Assessment, budget: Budget = noBudget, isWhole = false) {
  return strategyRows(en, { assessment, task: completeTask({ name: 'task', budget }) }, isWhole)
}

/** $0.15 and 1.8 s, inside any budget that allows that. */
const priced = assessmentWith({ strategies: [strategyWith()] })
const prices = (budget: Budget) => rows(priced, budget).map((each) => each.price)

describe('the rows', () => {
  it('are one attempt, what was tried, a perfect verifier, and the verifier that is not there', () => {
    const shown = rows(assessmentWith())
    expect(shown.map((each) => each.name)).toEqual([
      'As is',
      'Majority of 3',
      'A perfect verifier (up to 4)',
      'Your verifier',
    ])
    expect(shown.map((each) => each.verdict)).toEqual(['short', 'short', 'short', null])
    expect(shown.map((each) => each.price)).toEqual([null, null, null, null])
  })

  it('are the best of each kind, or all', () => {
    const strategies = [2, 3, 4].map((k) => strategyWith({ k, estimate: 0.9 + k / 100 }))
    const names = (isWhole: boolean) =>
      rows(assessmentWith({ strategies }), noBudget, isWhole).map((each) => each.name)
    expect(names(false).filter((each) => each.startsWith('Retry'))).toEqual([
      'Retry until accepted (up to 4)',
    ])
    expect(names(true).filter((each) => each.startsWith('Retry'))).toHaveLength(3)
    expect(new Set(rows(assessmentWith({ strategies }), noBudget, true).map((each) => each.key)).size).toBe(6)
  })
})

describe('a price against the budget', () => {
  it('is told alone without a budget', () => {
    expect(prices(noBudget)[1]).toBe('$0.15 and 1.8 s')
  })

  it('is inside it or over it, in words', () => {
    expect(prices({ maxCostUsd: 0.15, maxLatencyMs: null })[1]).toBe('$0.15 and 1.8 s · inside the budget')
    expect(prices({ maxCostUsd: 0.149, maxLatencyMs: null })[1]).toBe('$0.15 and 1.8 s · over budget')
    expect(prices({ maxCostUsd: null, maxLatencyMs: 1799 })[1]).toBe('$0.15 and 1.8 s · over budget')
  })

  it('is not known where nothing was logged: that cannot break the budget, and is said', () => {
    const unknown = { notMeasured: 'no-cost-logged' } as const
    const given = assessmentWith({ strategies: [strategyWith({ costUsd: unknown })] })
    expect(rows(given, { maxCostUsd: 1, maxLatencyMs: 2000 })[1]?.price).toBe(
      '1.8 s, cost not logged · inside the budget',
    )
    expect(rows(given, { maxCostUsd: 1, maxLatencyMs: null })[0]?.price).toBe('not logged what it costs')
  })
})

describe('the budget', () => {
  it('is what it limits', () => {
    expect(budgetText(en, noBudget)).toBeNull()
    expect(budgetText(en, { maxCostUsd: 0.2, maxLatencyMs: 30_000 })).toBe('$0.20 and 30 s')
    expect(budgetText(en, { maxCostUsd: null, maxLatencyMs: 30_000 })).toBe('30 s')
  })
})
