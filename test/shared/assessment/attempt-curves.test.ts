import { describe, expect, it } from 'vitest'
import {
  assess,
  type AttemptCurve,
  attemptCurves,
  type AttemptUse,
} from '../../../shared/assessment/index.ts'
import type { ConfigurationRecord } from '../../../shared/domain/record.ts'
import type { Budget } from '../../../shared/domain/task.ts'
import { caseClass, configurationRecord, oneLevelTask, tauBench } from './records.ts'

const unlimited: Budget = { maxCostUsd: null, maxLatencyMs: null }

/**
 * Three cases of three attempts: 3, 1 and 0 passes. The verifier accepts all passes, and one failure of the third
 * case. An attempt costs 0.1 and takes 2 s; the slowest of three takes 5 s.
 */
function threeCases(given: Partial<ConfigurationRecord> = {}): ConfigurationRecord {
  return configurationRecord({
    plannedRepeats: 3,
    classes: [
      caseClass({ passes: 3, acceptedPasses: 3, verdicts: 3, cases: 1 }),
      caseClass({ passes: 1, acceptedPasses: 1, verdicts: 3, cases: 1 }),
      caseClass({ passes: 0, acceptedFailures: 1, verdicts: 3, cases: 1 }),
    ],
    cost: { values: 9, sum: 0.9 },
    latency: { values: 9, sum: 18_000, p50: 2000, p95: 2000, slowestOf: [2000, 4000, 5000] },
    ...given,
  })
}

function curvesOf(record: ConfigurationRecord, budget = unlimited): readonly AttemptCurve[] {
  return attemptCurves(assess({ task: oneLevelTask({ budget }), configuration: record, others: [] }), budget)
}

function curve(curves: readonly AttemptCurve[], use: AttemptUse): AttemptCurve['points'] {
  return curves.find((each) => each.use === use)?.points ?? []
}

const near = (value: number): unknown => expect.closeTo(value, 9)

describe('the curves of three cases', () => {
  const curves = curvesOf(threeCases())

  it('are those that were logged: without answers, no vote on them', () => {
    expect(curves.map((each) => each.use)).toEqual(['retry', 'perfect', 'majority', 'all'])
  })

  it('a perfect verifier spends 1, then 5/3, 2 and 3 attempts at most on the cases', () => {
    // With one pass of three: first at 1, 2 or 3, each 1/3. At most 1, 2, 3 attempts: 1, 5/3, 2. Never: 1, 2, 3.
    const attempts = [1, (1 + 5 / 3 + 2) / 3, (1 + 2 + 3) / 3]
    // Passes at 1, 2, 3: 1; 1/3, 2/3, 1; 0.
    const reached = [4 / 9, 5 / 9, 2 / 3]
    expect(curve(curves, 'perfect')).toMatchObject(
      [1, 2, 3].map((k, index) => ({
        k,
        estimate: near(reached[index] ?? 0),
        costUsd: near(0.1 * (attempts[index] ?? 0)),
        latencyMs: near(2000 * (attempts[index] ?? 0)),
      })),
    )
  })

  it('a retry stops at what the verifier accepts, right or wrong', () => {
    // The third case now ends at its accepted failure, as the second at its pass.
    const attempts = [1, (1 + 5 / 3 + 5 / 3) / 3, (1 + 2 + 2) / 3]
    expect(curve(curves, 'retry').map((each) => each.costUsd)).toEqual(
      attempts.map((each) => near(0.1 * each)),
    )
    expect(curve(curves, 'retry').map((each) => each.estimate)).toEqual([4 / 9, 5 / 9, 2 / 3].map(near))
  })

  it('a vote pays for all its attempts and waits for the slowest', () => {
    expect(curve(curves, 'majority')).toMatchObject([
      { k: 1, costUsd: near(0.1), latencyMs: near(2000) },
      { k: 3, costUsd: near(0.3), latencyMs: near(5000) },
    ])
    expect(curve(curves, 'majority').map((each) => each.estimate)).toEqual([near(4 / 9), near(1 / 3)])
  })

  it('steadiness is paid for attempt by attempt', () => {
    expect(curve(curves, 'all').map((each) => [each.k, each.costUsd, each.latencyMs])).toEqual([
      [1, near(0.1), near(2000)],
      [2, near(0.2), near(4000)],
      [3, near(0.3), near(6000)],
    ])
  })
})

function paidFor(budget: Budget, use: AttemptUse): readonly boolean[] {
  return curve(curvesOf(threeCases(), budget), use).map((each) => each.isPaidFor)
}

describe('the budget', () => {
  it('is told apart by what each use costs, and by how long it takes', () => {
    const cost: Budget = { maxCostUsd: 0.2, maxLatencyMs: null }
    expect(paidFor(cost, 'perfect')).toEqual([true, true, true])
    expect(paidFor(cost, 'all')).toEqual([true, true, false])
    expect(paidFor(cost, 'majority')).toEqual([true, false])
    const time: Budget = { maxCostUsd: null, maxLatencyMs: 5000 }
    expect(paidFor(time, 'majority')).toEqual([true, true])
    expect(paidFor(time, 'all')).toEqual([true, true, false])
    expect(paidFor({ maxCostUsd: 0.05, maxLatencyMs: null }, 'retry')).toEqual([false, false, false])
  })
})

describe('what was not logged', () => {
  it('leaves prices out by name, and the curves as they are', () => {
    const { task, configuration } = tauBench()
    const curves = attemptCurves(assess({ task, configuration, others: [] }), task.budget)
    expect(curves.map((each) => each.use)).toEqual(['perfect', 'majority', 'all'])
    expect(curve(curves, 'perfect').map((each) => each.estimate)).toEqual(
      [0.42, 0.566666666667, 0.66, 0.72].map(near),
    )
    const prices = curves.flatMap((each) => each.points.map(({ costUsd, latencyMs }) => [costUsd, latencyMs]))
    const none = [{ notMeasured: 'no-cost-logged' }, { notMeasured: 'no-latency-logged' }]
    expect(prices).toEqual(prices.map(() => none))
  })

  it('is no curve: one attempt per case, or no complete case', () => {
    const once = configurationRecord({ plannedRepeats: 1, classes: [caseClass({ passes: 1, cases: 9 })] })
    expect(curvesOf(once)).toEqual([])
    expect(curvesOf(configurationRecord({ plannedRepeats: 4, classes: [] }))).toEqual([])
  })

  it('a vote whose slowest attempt is not known takes no one knows how long', () => {
    const latency = { values: 8, sum: 16_000, p50: 2000, p95: 2000, slowestOf: [] }
    const [, three] = curve(curvesOf(threeCases({ latency })), 'majority')
    expect(three?.latencyMs).toEqual({ notMeasured: 'no-latency-logged' })
  })
})
