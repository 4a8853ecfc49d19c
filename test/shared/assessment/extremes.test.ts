import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  assess,
  compareConfigurations,
  comparePair,
  computeSeries,
  countComparisons,
  lastStepMembers,
  methodVersion,
  leaderAmong,
} from '../../../shared/assessment/index.ts'
import { computePlan } from '../../../shared/assessment/plan.ts'
import { computeScalingBand } from '../../../shared/assessment/scaling-band.ts'
import { assessment } from '../../../shared/domain/assessment.ts'
import { comparison } from '../../../shared/domain/comparison.ts'
import { alphaLimits, requiredLimits } from '../../../shared/domain/level.ts'
import { plan, planInput } from '../../../shared/domain/plan.ts'
import type {
  AnswerClass,
  CaseClass,
  ConfigurationRecord,
  JointClass,
} from '../../../shared/domain/record.ts'
import { scalingBand, type ScalingBandInput } from '../../../shared/domain/scaling-band.ts'
import { completeTask, type Task } from '../../../shared/domain/task.ts'
import { configurationRecord } from './records.ts'

const cases = fc.oneof(fc.constantFrom(1, 2, 1_000_000), fc.integer({ min: 1, max: 200 }))
/** At its ends as often as between them. */
const upTo = (most: number) => fc.oneof(fc.constantFrom(0, most), fc.integer({ min: 0, max: most }))

const caseClasses = (n: number): fc.Arbitrary<readonly CaseClass[]> =>
  fc.array(
    upTo(n).chain((passes) =>
      upTo(n - passes).chain((errors) =>
        fc.record({
          passes: fc.constant(passes),
          errors: fc.constant(errors),
          acceptedPasses: upTo(passes),
          acceptedFailures: upTo(n - passes - errors),
          verdicts: fc.constantFrom(n, n, n, errors),
          cases,
        }),
      ),
    ),
    { maxLength: 4 },
  )

/** Answers of n trials: all the same, all different, none, and some of each. */
const answerClass = (n: number): fc.Arbitrary<AnswerClass> =>
  fc.record({ passes: upTo(n), alike: upTo(n), different: upTo(n), cases }).map((given) => {
    const different = Math.min(given.different, n - given.alike)
    const alike =
      given.alike === 0 ? [] : [{ count: given.alike, passes: Math.min(given.passes, given.alike) }]
    const groups = [...alike, ...Array.from({ length: different }, () => ({ count: 1, passes: 0 }))]
    return { groups, blanks: n - given.alike - different, cases: given.cases }
  })

const quantity = fc.record({
  values: fc.constantFrom(0, 1, 7),
  sum: fc.constantFrom(0, 1e-9, 1, 1e15),
})

const anyRecord = (n: number, name: string): fc.Arbitrary<ConfigurationRecord> =>
  fc
    .record({
      classes: caseClasses(n),
      answers: fc.option(fc.array(answerClass(n), { minLength: 1, maxLength: 3 })),
      compute: fc.option(
        fc.record({ amount: fc.constantFrom(1e-12, 1, 1e15 - 1, 1e15), unit: fc.constant('samples') }),
        { freq: 4 },
      ),
      moreComputeThan: fc.constantFrom(null, 'a', 'b', 'c'),
      cost: quantity,
    })
    .map(({ answers, ...given }) =>
      configurationRecord({
        name,
        plannedRepeats: n,
        answers: given.classes.length === 0 ? null : answers,
        ...given,
      }),
    )

const repeats = fc.constantFrom(1, 1, 2, 3, 8, 70)
const anyRecords = repeats.chain((n) => fc.tuple(anyRecord(n, 'a'), anyRecord(n, 'b'), anyRecord(n, 'c')))

const anyTask: fc.Arbitrary<Task> = fc
  .record({
    required: fc.constantFrom(0.5, 0.9, 0.9999, requiredLimits.smallest, requiredLimits.largest),
    alpha: fc.constantFrom(0.5, 0.05, alphaLimits.smallest),
    wrongCost: fc.constantFrom(null, 0, 1, 1e6, 1e300, Number.MAX_VALUE),
    maxCostUsd: fc.constantFrom(null, 1e-300, 0.5, 1e300),
    scope: fc.constantFrom('new-cases', 'these-cases'),
  })
  .map(({ required, maxCostUsd, ...given }) =>
    completeTask({
      name: 'refunds',
      levels: [{ name: 'Ready', required }],
      budget: { maxCostUsd, maxLatencyMs: null },
      ...given,
    }),
  )

/** Each case class of the first record is a kind of case, the others repeat or lack it. */
function jointOf(records: readonly ConfigurationRecord[]): readonly JointClass[] {
  const length = Math.max(0, ...records.map((each) => each.classes.length))
  return Array.from({ length }, (_, index) => ({
    passes: records.map((each) => each.classes[index]?.passes ?? null),
    cases: records.find((each) => each.classes[index] !== undefined)?.classes[index]?.cases ?? 1,
  }))
}

describe('nothing that comes out is NaN, infinite or of another shape', () => {
  it('of an assessment', () => {
    fc.assert(
      fc.property(anyRecords, anyTask, ([configuration, ...others], task) => {
        const series = lastStepMembers(computeSeries(configuration, others))
        const found = assess({
          task,
          configuration,
          others,
          lastStepCases: jointOf(series.map((each) => each.record)),
        })
        const { bottleneck } = assessment.parse({ ...found, bottleneck: { ...found.bottleneck, next: [] } })
        expect(bottleneck.level).toBe('Ready')
      }),
      { numRuns: 150 },
    )
  })

  it('of a comparison', () => {
    fc.assert(
      fc.property(anyRecords, anyTask, (records, task) => {
        const [first, second] = records
        const comparisons = countComparisons(records)
        const unpaired = { count: 0, cases: [] }
        const pair = comparePair({
          first: 'a',
          second: 'b',
          joint: jointOf([first, second]),
          plannedRepeats: first.plannedRepeats,
          alpha: task.alpha,
          comparisons,
          onlyFirst: unpaired,
          onlySecond: unpaired,
        })
        const found = comparison.parse({
          formatVersion: 1,
          methodVersion,
          task: task.name,
          alpha: task.alpha,
          comparisons,
          pairs: [pair],
          configurations: compareConfigurations(task, records),
          leader: leaderAmong('a', [pair]),
        })
        expect(found.configurations).toHaveLength(3)
      }),
      { numRuns: 150 },
    )
  })

  it('of a plan', () => {
    const edges = fc.record({
      required: fc.constantFrom(requiredLimits.smallest, 0.5, 0.9, 0.9999, requiredLimits.largest),
      assumed: fc.constantFrom(0, 1e-12, 0.5, 0.9999, 1),
      alpha: fc.constantFrom(alphaLimits.smallest, 0.05, 0.5),
      spread: fc.constantFrom(0, 1e-9, 0.5, 0.999999),
      repeats: fc.constantFrom([1], [1, 1000], [3, 3]),
      costPerTrialUsd: fc.constantFrom(null, 0, 1e9),
      mostCases: fc.constantFrom(1, 40),
      seed: fc.constantFrom(0, -1, Number.MAX_SAFE_INTEGER),
    })
    fc.assert(
      fc.property(edges, (given) => {
        const input = planInput.parse({ ...given, runs: 100 })
        const found = plan.parse(computePlan(input, () => undefined))
        expect(found.plans).toHaveLength(3 * given.repeats.length)
      }),
      { numRuns: 60 },
    )
  })

  it('of a scaling band', () => {
    const edges: fc.Arbitrary<ScalingBandInput> = fc.record({
      amounts: fc.array(fc.constantFrom(1e-300, 1, 1e15 - 1, 1e15), { minLength: 3, maxLength: 3 }),
      plannedRepeats: fc.constant(4),
      joint: fc.array(
        fc.record({
          passes: fc.array(fc.constantFrom(null, 0, 1, 4), { minLength: 3, maxLength: 3 }),
          cases,
        }),
        { maxLength: 4 },
      ),
      share: fc.constantFrom(1e-12, 0.5, 1 - 1e-12),
      replicates: fc.constant(20),
      seed: fc.constantFrom(0, -1, Number.MAX_SAFE_INTEGER),
    })
    fc.assert(
      fc.property(edges, (input) => {
        const found = scalingBand.parse(computeScalingBand(input, () => undefined))
        expect(found.fit.length).toBeLessThanOrEqual(3)
      }),
      { numRuns: 200 },
    )
  })
})
