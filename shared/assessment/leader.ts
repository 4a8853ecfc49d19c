import type { ComparedConfiguration, Comparison, PairComparison } from '../domain/comparison.ts'
import { isMeasured } from '../domain/measured.ts'

type Leader = NonNullable<Comparison['leader']>

/** Those with a measured reliability, the most reliable first; of two alike the one with more cases. */
export function byReliability(
  configurations: readonly ComparedConfiguration[],
): readonly ComparedConfiguration[] {
  const estimateOf = ({ reliability: { estimate } }: ComparedConfiguration): number =>
    isMeasured(estimate) ? estimate : -1
  return configurations
    .filter((each) => isMeasured(each.reliability.estimate))
    .toSorted((a, b) => estimateOf(b) - estimateOf(a) || b.completeCases - a.completeCases)
}

const verdicts = {
  first: { 'first-better': 'better', 'second-better': 'worse', 'more-evidence': 'more-evidence' },
  second: { 'first-better': 'worse', 'second-better': 'better', 'more-evidence': 'more-evidence' },
} as const

/** How the leader stands in a pair it belongs to. */
function standing(leader: string, pair: PairComparison): Leader['against'][number] {
  const isFirst = pair.first === leader
  return {
    configuration: isFirst ? pair.second : pair.first,
    verdict: verdicts[isFirst ? 'first' : 'second'][pair.verdict],
    sharedCases: pair.sharedCases,
    casesNeeded: pair.casesNeeded,
  }
}

/** The leader against each other configuration. @param pairs all pairs it belongs to, and maybe others */
export function leaderAmong(leader: string, pairs: readonly PairComparison[]): Leader {
  return {
    configuration: leader,
    against: pairs
      .filter((pair) => pair.first === leader || pair.second === leader)
      .map((pair) => standing(leader, pair)),
  }
}
