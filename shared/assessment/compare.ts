import type { ComparedConfiguration, PairComparison } from '../domain/comparison.ts'
import { isMeasured } from '../domain/measured.ts'
import type { ConfigurationRecord, JointClass } from '../domain/record.ts'
import type { Task } from '../domain/task.ts'
import { casesNeeded } from '../statistics/cases-needed.ts'
import type { Scores } from '../statistics/evidence.ts'
import { comparePairs, differenceScores } from '../statistics/paired.ts'
import { claimInterval, judgeClaim, reliabilityClaim } from './claim.ts'
import { attemptPrice } from './economy.ts'
import { type FrontierPlace, frontierStanding } from './frontier.ts'
import { judgedLevel } from './levels.ts'
import { pairsOf } from './scaling.ts'

export interface PairInput {
  readonly first: string
  readonly second: string
  /** Passes in the first and in the second, of the cases that either completed. */
  readonly joint: readonly JointClass[]
  readonly plannedRepeats: number
  readonly alpha: number
  /** Pairs one could look at, at least 1. */
  readonly comparisons: number
  readonly onlyFirst: PairComparison['onlyFirst']
  readonly onlySecond: PairComparison['onlySecond']
}

const verdicts = { meets: 'first-better', short: 'second-better', 'more-evidence': 'more-evidence' } as const

/** Either of the two may turn out better. */
function sharedCasesNeeded(scores: Scores, alpha: number): PairComparison['casesNeeded'] {
  if (scores.length === 0) return { notMeasured: 'no-shared-cases' }
  return casesNeeded(scores, 0.5, alpha)
}

/** Compares two configurations case by case. */
export function comparePair(input: PairInput): PairComparison {
  const { first, second, joint, plannedRepeats, alpha, comparisons, onlyFirst, onlySecond } = input
  const pairs = pairsOf(joint, [0, 1], plannedRepeats)
  const { difference, judgement } = comparePairs(pairs, alpha, comparisons)
  const open = judgement.verdict === 'more-evidence'
  return {
    first,
    second,
    sharedCases: pairs.reduce((sum, each) => sum + each.count, 0),
    difference: isMeasured(difference.estimate)
      ? difference
      : { ...difference, estimate: { notMeasured: 'no-shared-cases' } },
    verdict: verdicts[judgement.verdict],
    logEvidenceFirst: judgement.logEvidenceMeets,
    logEvidenceSecond: judgement.logEvidenceShort,
    casesNeeded: open ? sharedCasesNeeded(differenceScores(pairs), alpha / comparisons) : null,
    onlyFirst,
    onlySecond,
  }
}

/** How many pairs of configurations with complete cases there are. */
export function countComparisons(records: readonly ConfigurationRecord[]): number {
  const measured = records.filter((each) => each.counts.completeCases > 0).length
  return Math.max(1, (measured * (measured - 1)) / 2)
}

function placeOf({ configuration, costUsd, reliability }: ComparedConfiguration): FrontierPlace[] {
  if (!isMeasured(costUsd) || !isMeasured(reliability.estimate)) return []
  return [{ name: configuration, price: costUsd, reliability: reliability.estimate }]
}

/** Marks which configurations nothing beats in both cost and reliability. */
function withFrontier(configurations: readonly ComparedConfiguration[]): readonly ComparedConfiguration[] {
  const places = configurations.flatMap(placeOf)
  return configurations.map((each) => {
    const [own] = placeOf(each)
    return own === undefined ? each : { ...each, ...frontierStanding(own, places) }
  })
}

/** Every configuration with its reliability against each level, its price and its place on the frontier. */
export function compareConfigurations(
  task: Task,
  records: readonly ConfigurationRecord[],
): readonly ComparedConfiguration[] {
  // Who looks at all of them picks the best: that it meets a level is one claim of so many.
  const choices = Math.max(1, records.filter((each) => each.counts.completeCases > 0).length)
  const configurations = records.map((record): ComparedConfiguration => {
    const claim = reliabilityClaim(record, task.scope)
    return {
      configuration: record.name,
      completeCases: record.counts.completeCases,
      reliability: claimInterval(claim, task.alpha),
      levels: task.levels.map((level) => {
        const { name, required, alpha } = judgedLevel(level, task)
        return { name, required, verdict: judgeClaim(claim, required, alpha / choices, alpha).verdict }
      }),
      ...attemptPrice(record),
      onFrontier: null,
      dominatedBy: null,
    }
  })
  return withFrontier(configurations)
}
