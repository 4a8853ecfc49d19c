import { describe, expect, it } from 'vitest'
import { attemptsPaidFor, sequentialPrice, withinBudget } from '../../../shared/assessment/economy.ts'

const noReason = { notMeasured: 'no-cost-logged' } as const
const noLatency = { notMeasured: 'no-latency-logged' } as const

/** A mean of 0.1, 0.1 and 0.1 as it comes out of adding and dividing. */
const noisyTenth = (0.1 + 0.1 + 0.1) / 3

const costing = (costUsd: number) => ({ costUsd, latencyMs: noLatency })
const lasting = (latencyMs: number) => ({ costUsd: noReason, latencyMs })
const upToUsd = (maxCostUsd: number) => ({ maxCostUsd, maxLatencyMs: null })
const upToMs = (maxLatencyMs: number) => ({ maxCostUsd: null, maxLatencyMs })

describe('the budget', () => {
  it('takes what costs exactly as much, whatever noise the last digits have', () => {
    expect(noisyTenth * 3).toBeGreaterThan(0.3)
    expect(withinBudget(sequentialPrice(costing(noisyTenth), 3), upToUsd(0.3))).toBe(true)
    expect(attemptsPaidFor(costing(noisyTenth), upToUsd(0.3))).toBe(3)
    expect(withinBudget(sequentialPrice(lasting(1100.1), 3), upToMs(3300.3))).toBe(true)
    expect(attemptsPaidFor(lasting(1100.1), upToMs(3300.3))).toBe(3)
  })

  it.each([
    [0.3 * (1 + 0.9e-9), true, 1],
    [0.3 * (1 + 1.1e-9), false, 0],
    [0.300_001, false, 0],
    [0.3, true, 1],
    [0.15, true, 2],
    [0.150_001, true, 1],
  ])('of 0.3 and an attempt at %d: inside %s, pays for %d', (costUsd, inside, attempts) => {
    expect(withinBudget(costing(costUsd), upToUsd(0.3))).toBe(inside)
    expect(attemptsPaidFor(costing(costUsd), upToUsd(0.3))).toBe(attempts)
  })

  it('is kept by whatever was not measured, and pays for any number of free attempts', () => {
    expect(withinBudget({ costUsd: noReason, latencyMs: noLatency }, upToUsd(0.3))).toBe(true)
    expect(attemptsPaidFor(costing(0), upToUsd(0.3))).toBe(Number.POSITIVE_INFINITY)
    expect(attemptsPaidFor(costing(5), { maxCostUsd: null, maxLatencyMs: null })).toBe(
      Number.POSITIVE_INFINITY,
    )
  })
})
