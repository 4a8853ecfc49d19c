import { byReliability, frontierStanding } from '../assessment/index.ts'
import type { FrontierInput, FrontierPoint } from './frontier-layout.ts'
import type { ComparedConfiguration } from '../domain/comparison.ts'
import { isMeasured } from '../domain/measured.ts'

/** The measured ones, the most reliable first, then those without a complete case. */
export function inOrder(configurations: readonly ComparedConfiguration[]): readonly ComparedConfiguration[] {
  const measured = byReliability(configurations)
  return [...measured, ...configurations.filter((each) => !measured.includes(each))]
}

type Unit = FrontierInput['unit']

function priceOf({ costUsd, latencyMs }: ComparedConfiguration, unit: Unit): number | null {
  const price = unit === 'cost' ? costUsd : latencyMs
  return isMeasured(price) ? price : null
}

/** Those whose price and reliability are known, with what beats them at this kind of price. */
function frontierPoints(
  configurations: readonly ComparedConfiguration[],
  unit: Unit,
): readonly FrontierPoint[] {
  const points = configurations.flatMap((each) => {
    const { estimate, lower, upper } = each.reliability
    const price = priceOf(each, unit)
    if (price === null || !isMeasured(estimate)) return []
    return [{ name: each.configuration, price, estimate, lower, upper }]
  })
  const places = points.map(({ name, price, estimate }) => ({ name, price, reliability: estimate }))
  return points.map((point) => ({
    ...point,
    ...frontierStanding({ name: point.name, price: point.price, reliability: point.estimate }, places),
  }))
}

export interface FrontierData {
  readonly unit: Unit
  readonly points: readonly FrontierPoint[]
}

/** The frontier by cost; by time where no cost was logged. */
export function frontierOf(configurations: readonly ComparedConfiguration[]): FrontierData {
  const points = frontierPoints(configurations, 'cost')
  if (points.length > 0) return { unit: 'cost', points }
  return { unit: 'latency', points: frontierPoints(configurations, 'latency') }
}
