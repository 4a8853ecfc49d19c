import type { Assessment, Strategy } from '../domain/assessment.ts'
import { isMeasured } from '../domain/measured.ts'

function reach({ estimate }: Strategy): number {
  return isMeasured(estimate) ? estimate : -1
}

/**
 * Of each kind of strategy the one that reaches most, the fewest attempts first where several do; each other
 * configuration stands for itself. The chosen strategy takes the place of its kind.
 */
export function shortlist({ bottleneck }: Pick<Assessment, 'bottleneck'>): readonly Strategy[] {
  const kinds = Map.groupBy(bottleneck.strategies, (each) =>
    each.strategy === 'configuration' ? `configuration ${each.configuration}` : each.strategy,
  )
  const { chosen } = bottleneck
  return [...kinds.values()].flatMap((kind) => {
    const isChosen = chosen !== null && kind.some((each) => sameStrategy(each, chosen))
    return isChosen ? [chosen] : kind.toSorted((a, b) => reach(b) - reach(a) || a.k - b.k).slice(0, 1)
  })
}

function sameStrategy(a: Strategy, b: Strategy): boolean {
  return a.strategy === b.strategy && a.k === b.k && a.configuration === b.configuration
}
