import type { ComparedConfiguration, Comparison, PairComparison } from '../domain/comparison.ts'
import type { Verdict } from '../domain/level.ts'
import { isMeasured } from '../domain/measured.ts'

type Leader = NonNullable<Comparison['leader']>

function estimateOf({ reliability: { estimate } }: ComparedConfiguration): number {
  return isMeasured(estimate) ? estimate : -1
}

/** Those with a measured reliability, the most reliable first; of two alike the one with more cases. */
export function byReliability(
  configurations: readonly ComparedConfiguration[],
): readonly ComparedConfiguration[] {
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

export function verdictAt({ levels }: ComparedConfiguration, level: string): Verdict {
  return levels.find((each) => each.name === level)?.verdict ?? 'more-evidence'
}

export interface ConfigurationChoice {
  readonly configuration: ComparedConfiguration
  readonly why: 'alone' | 'cheapest' | 'mostReliable'
}

/** Of those that meet a level, the cheapest where every cost is known, else the most reliable; null: none meets it. */
export function chooseConfiguration(
  configurations: readonly ComparedConfiguration[],
  level: string,
): ConfigurationChoice | null {
  const meeting = byReliability(configurations).filter((each) => verdictAt(each, level) === 'meets')
  const [first] = meeting
  if (first === undefined) return null
  if (meeting.length === 1) return { configuration: first, why: 'alone' }
  const costs = meeting.flatMap(({ costUsd }) => (isMeasured(costUsd) ? [costUsd] : []))
  if (costs.length < meeting.length) return { configuration: first, why: 'mostReliable' }
  const least = Math.min(...costs)
  return { configuration: meeting.find((each) => each.costUsd === least) ?? first, why: 'cheapest' }
}
