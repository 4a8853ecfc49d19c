import type { Assessment, Strategy } from '../domain/assessment.ts'
import { isMeasured } from '../domain/measured.ts'

function reach({ estimate }: Strategy): number {
  return isMeasured(estimate) ? estimate : -1
}

/**
 * Of each kind of strategy the one that reaches most inside the budget, or where none is, the one that reaches most; the
 * fewest attempts first where several do. Each other configuration stands for itself. The chosen strategy takes the place
 * of its kind; where it lies outside the budget, what lies inside stays beside it.
 */
export function shortlist({ bottleneck }: Pick<Assessment, 'bottleneck'>): readonly Strategy[] {
  const { chosen, strategies } = bottleneck
  const kinds = Map.groupBy(strategies, (each) =>
    each.strategy === 'configuration' ? `configuration ${each.configuration}` : each.strategy,
  )
  return [...kinds.values()].flatMap((kind) => {
    const own = chosen === null ? undefined : kind.find((each) => sameStrategy(each, chosen))
    const best = kind.toSorted(
      (a, b) => Number(b.feasible) - Number(a.feasible) || reach(b) - reach(a) || a.k - b.k,
    )[0]
    if (own === undefined) return best ?? []
    return own.feasible || best?.feasible !== true
      ? own
      : kind.filter((each) => each === own || each === best)
  })
}

function sameStrategy(a: Strategy, b: Strategy): boolean {
  return a.strategy === b.strategy && a.k === b.k && a.configuration === b.configuration
}
