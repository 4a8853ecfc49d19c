import {
  byReliability,
  compareConfigurations,
  comparePair,
  countComparisons,
  leaderAmong,
  methodVersion,
} from '../../../shared/assessment/index.ts'
import type { ParsedInput } from '../../../shared/contract/contract.ts'
import type { ComparedConfiguration, Comparison, PairComparison } from '../../../shared/domain/comparison.ts'
import { ExpectedFailure } from '../../../shared/domain/failure.ts'
import { listConfigurations, type StoredConfiguration } from '../../store/configurations.ts'
import { readJointClasses, unpairedCases } from '../../store/joint-classes.ts'
import { readRecord } from '../../store/records.ts'
import { plannedRepeatsOf, type StoredTask } from '../../store/tasks.ts'
import type { StoreContext } from '../context.ts'
import { requireConfiguration, requireTask } from '../tasks/index.ts'

/** Without two names, every pair is compared as long as there are no more than these. */
const mostPairs = 45
/** Of the unpaired cases these many are named. */
const mostNames = 20

type Pair = readonly [StoredConfiguration, StoredConfiguration]

function everyPair(all: readonly StoredConfiguration[]): readonly Pair[] {
  const pairs = all.flatMap((first, index) => all.slice(index + 1).map((second): Pair => [first, second]))
  return pairs.length <= mostPairs ? pairs : []
}

/** @throws ExpectedFailure when one of the two is not there, or only one is named */
function pairsWanted(
  context: StoreContext,
  stored: StoredTask,
  { first, second }: ParsedInput<'comparison.get'>,
): readonly Pair[] {
  const all = listConfigurations(context.workspace.queries, stored.id)
  if (first === undefined && second === undefined) {
    return everyPair(all.filter((each) => each.completeCases > 0))
  }
  if (first === undefined || second === undefined || first === second) {
    throw new ExpectedFailure(
      'bad-input',
      'A comparison is of two different configurations. Name both, or none to compare all.',
    )
  }
  return [[requireConfiguration(context, stored, first), requireConfiguration(context, stored, second)]]
}

function comparePairOf(
  context: StoreContext,
  stored: StoredTask,
  [first, second]: Pair,
  comparisons: number,
): PairComparison {
  const { queries } = context.workspace
  return comparePair({
    first: first.name,
    second: second.name,
    joint: readJointClasses(queries, [first.id, second.id]),
    plannedRepeats: plannedRepeatsOf(stored),
    alpha: stored.task.alpha,
    comparisons,
    onlyFirst: unpairedCases(queries, first.id, second.id, mostNames),
    onlySecond: unpairedCases(queries, second.id, first.id, mostNames),
  })
}

/** Compares the most reliable configuration with each other one, where that has not been done with all pairs. */
function findLeader(
  context: StoreContext,
  stored: StoredTask,
  configurations: readonly ComparedConfiguration[],
  { pairs, comparisons }: Pick<Comparison, 'pairs' | 'comparisons'>,
): Comparison['leader'] {
  const [best, ...others] = byReliability(configurations).map((each) => each.configuration)
  if (best === undefined || others.length === 0) return null
  if (pairs.length > 0) return leaderAmong(best, pairs)
  const first = requireConfiguration(context, stored, best)
  const own = others.map((other) =>
    comparePairOf(context, stored, [first, requireConfiguration(context, stored, other)], comparisons),
  )
  return leaderAmong(best, own)
}

/** @throws ExpectedFailure when the task or a configuration is not there */
export function compareTask(context: StoreContext, request: ParsedInput<'comparison.get'>): Comparison {
  const { queries } = context.workspace
  return queries.snapshot(() => {
    const stored = requireTask(context, request.task)
    const wanted = pairsWanted(context, stored, request)
    const records = listConfigurations(queries, stored.id).map((each) =>
      readRecord(queries, stored.id, each, plannedRepeatsOf(stored)),
    )
    const comparisons = countComparisons(records)
    const pairs = wanted.map((pair) => comparePairOf(context, stored, pair, comparisons))
    const configurations = compareConfigurations(stored.task, records)
    return {
      formatVersion: 1,
      methodVersion,
      task: stored.task.name,
      alpha: stored.task.alpha,
      comparisons,
      pairs,
      configurations,
      leader:
        request.first === undefined
          ? findLeader(context, stored, configurations, { pairs, comparisons })
          : null,
    }
  })
}
