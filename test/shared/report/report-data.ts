import {
  type AssessmentInput,
  byReliability,
  compareConfigurations,
  comparePair,
  countComparisons,
  evidenceOverCases,
  evidenceOverRounds,
  leaderAmong,
  methodVersion,
} from '../../../shared/assessment/index.ts'
import type { Assessment } from '../../../shared/domain/assessment.ts'
import { caseGridOf } from '../../../shared/domain/case-grid.ts'
import type { Comparison, PairComparison } from '../../../shared/domain/comparison.ts'
import { noAttributes } from '../../../shared/domain/configuration.ts'
import type { EvidenceHistory } from '../../../shared/domain/evidence-history.ts'
import type { ConfigurationRecord } from '../../../shared/domain/record.ts'
import type { ReportData } from '../../../shared/domain/report-data.ts'

function historyOf({ configuration }: AssessmentInput, assessment: Assessment): EvidenceHistory {
  const { bottleneck, levels, scope, counts } = assessment
  const level = levels.find((each) => each.name === bottleneck.level)
  if (level === undefined) throw new Error(`no level ${bottleneck.level}`)
  const about = {
    formatVersion: 1,
    methodVersion,
    task: assessment.task,
    configuration: assessment.configuration,
    scope,
    level: level.name,
    required: level.required,
    alpha: level.alpha,
  } as const
  if (scope === 'new-cases') {
    const passes = configuration.classes.flatMap((each) =>
      Array.from({ length: each.cases }, () => each.passes),
    )
    return {
      ...about,
      unit: 'cases',
      points: evidenceOverCases(passes, counts.plannedRepeats, level.required),
    }
  }
  const { rounds, cases, passes } = configuration.completeRounds
  const each = Array.from({ length: rounds }, () => passes / rounds)
  return { ...about, unit: 'rounds', points: evidenceOverRounds(each, cases, level.required) }
}

/** The i-th case is the same in each of them, the cases of a record being in the order of its classes. */
function jointOf(records: readonly ConfigurationRecord[]) {
  const passes = records.map((record) =>
    record.classes.flatMap((each) => Array.from({ length: each.cases }, () => each.passes)),
  )
  const cases = Math.max(0, ...passes.map((each) => each.length))
  return Array.from({ length: cases }, (_, index) => ({
    passes: passes.map((each) => each[index] ?? null),
    cases: 1,
  }))
}

function pairOf(
  first: ConfigurationRecord,
  second: ConfigurationRecord,
  alpha: number,
  comparisons: number,
): PairComparison {
  return comparePair({
    first: first.name,
    second: second.name,
    joint: jointOf([first, second]),
    plannedRepeats: first.plannedRepeats,
    alpha,
    comparisons,
    onlyFirst: { count: 0, cases: [] },
    onlySecond: { count: 0, cases: [] },
  })
}

function comparisonOf({ task, configuration, others }: AssessmentInput): Comparison {
  const records = [configuration, ...others]
  const comparisons = countComparisons(records)
  const configurations = compareConfigurations(task, records)
  const pairs = records.flatMap((first, index) =>
    records.slice(index + 1).map((second) => pairOf(first, second, task.alpha, comparisons)),
  )
  const [best] = byReliability(configurations)
  return {
    formatVersion: 1,
    methodVersion,
    task: task.name,
    alpha: task.alpha,
    comparisons,
    pairs,
    configurations,
    leader: best === undefined ? null : leaderAmong(best.configuration, pairs),
  }
}

function summaryOf({ name, moreComputeThan, compute, counts }: ConfigurationRecord) {
  const { trials, cases, completeCases } = counts
  return { ...noAttributes, name, moreComputeThan, compute, trials, cases, completeCases }
}

/** Passes first, then errors: in which order they came, a record does not tell. */
function outcomesOf({ classes, plannedRepeats }: ConfigurationRecord): readonly string[] {
  return classes.flatMap(({ passes, errors, cases }) =>
    Array.from({ length: cases }, () =>
      `${'P'.repeat(passes)}${'E'.repeat(errors)}`.padEnd(plannedRepeats, 'F'),
    ),
  )
}

/** What a report is drawn from, as the services would gather it from a workspace with these records. */
export function dataOf(input: AssessmentInput, assessment: Assessment): ReportData {
  const { task, configuration, others } = input
  const comparison = others.length === 0 ? null : comparisonOf(input)
  const measured = byReliability(comparison?.configurations ?? []).map((each) => each.configuration)
  const other = measured.find((each) => each !== configuration.name)
  const pair = comparison?.pairs.find((each) => each.first === configuration.name && each.second === other)
  return {
    assessment,
    task,
    cases: configuration.counts.cases,
    configurations: [configuration, ...others].map(summaryOf),
    history: historyOf(input, assessment),
    band: { notMeasured: 'no-compute-series' },
    caseGrid: caseGridOf(outcomesOf(configuration), configuration.plannedRepeats),
    comparison,
    pair: pair ?? null,
    examples: [],
    neverSolved: [],
    voids: [],
    made: null,
    edits: { replaced: 0, withdrawn: 0, firstAt: null, lastAt: null, outcomes: [], newest: [] },
  }
}
