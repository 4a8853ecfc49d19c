import { isMeasured, type Measured, measuredOr, type NotMeasuredReason } from '../domain/measured.ts'
import type { ConfigurationRecord, QuantityRecord } from '../domain/record.ts'
import type { Budget } from '../domain/task.ts'

/** What one task costs and how long it takes, USD and ms. */
export interface Price {
  readonly costUsd: Measured
  readonly latencyMs: Measured
}

function meanOf(quantity: QuantityRecord, reason: NotMeasuredReason): Measured {
  return measuredOr(quantity.sum / quantity.values, reason)
}

/** Mean price of one attempt, over the counted trials that carry the quantity. */
export function attemptPrice(record: ConfigurationRecord): Price {
  return {
    costUsd: meanOf(record.cost, 'no-cost-logged'),
    latencyMs: meanOf(record.latency, 'no-latency-logged'),
  }
}

/** A measured quantity times a factor; the reason stays when it is not measured. */
export function times(quantity: Measured, factor: Measured): Measured {
  if (!isMeasured(quantity)) return quantity
  return isMeasured(factor) ? quantity * factor : factor
}

/** Price of attempts made one after the other. */
export function sequentialPrice(attempt: Price, attempts: Measured): Price {
  return { costUsd: times(attempt.costUsd, attempts), latencyMs: times(attempt.latencyMs, attempts) }
}

/**
 * How far above a limit a quantity still counts as inside, relative to the limit: a mean of decimal fractions has
 * noise in its last digits, and three attempts at USD 0.10 must be inside USD 0.30. A billionth is far above the
 * noise of a million summands and far below what anyone means by a limit.
 */
const relativeTolerance = 1e-9

function mostInside(limit: number): number {
  return limit * (1 + relativeTolerance)
}

function inside(quantity: Measured, limit: number | null): boolean {
  return limit === null || !isMeasured(quantity) || quantity <= mostInside(limit)
}

/**
 * Whether a price is inside the budget. A quantity that was not measured cannot break the budget: the team
 * sees it named as not measured beside the strategy, and decides.
 */
export function withinBudget(price: Price, budget: Budget): boolean {
  return inside(price.costUsd, budget.maxCostUsd) && inside(price.latencyMs, budget.maxLatencyMs)
}

function attemptsFor(quantity: Measured, limit: number | null): number {
  if (limit === null || !isMeasured(quantity) || quantity === 0) return Number.POSITIVE_INFINITY
  return Math.floor(mostInside(limit) / quantity)
}

/**
 * How many attempts, one after the other, the budget pays for; infinite without a budget or when nothing it
 * limits was measured.
 */
export function attemptsPaidFor(attempt: Price, budget: Budget): number {
  return Math.min(
    attemptsFor(attempt.costUsd, budget.maxCostUsd),
    attemptsFor(attempt.latencyMs, budget.maxLatencyMs),
  )
}

/** Mean cost of an attempt, and of a passed one: what all counted attempts cost, divided by the passes. */
export function costOf(record: ConfigurationRecord): { meanUsd: Measured; perPassUsd: Measured } {
  const meanUsd = attemptPrice(record).costUsd
  const { passes, failures, errors } = record.counts
  const attemptsPerPass = measuredOr((passes + failures + errors) / passes, 'no-passes')
  return { meanUsd, perPassUsd: times(meanUsd, attemptsPerPass) }
}

/** Latency of an attempt: mean, median and 95th percentile, ms. */
export function latencyOf(record: ConfigurationRecord): {
  meanMs: Measured
  p50Ms: Measured
  p95Ms: Measured
} {
  const reason = { notMeasured: 'no-latency-logged' } as const
  return {
    meanMs: attemptPrice(record).latencyMs,
    p50Ms: record.latency.p50 ?? reason,
    p95Ms: record.latency.p95 ?? reason,
  }
}
