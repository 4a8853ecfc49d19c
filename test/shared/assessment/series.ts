import { type AssessmentInput, computeSeries, lastStepMembers } from '../../../shared/assessment/index.ts'
import type { ConfigurationRecord, JointClass } from '../../../shared/domain/record.ts'
import { caseClass, configurationRecord } from './records.ts'

/** What each case of a list passed in one configuration; null where it is not complete. */
export interface Point {
  readonly name: string
  /** Null: its compute is not said. */
  readonly amount: number | null
  readonly passes: readonly (number | null)[]
}

/** So many cases with so many passes each: `cases([3, 1], [2, null])` is three cases of 1 pass and two open ones. */
export function cases(...groups: readonly (readonly [number, number | null])[]): readonly (number | null)[] {
  return groups.flatMap(([count, passes]) => Array.from({ length: count }, () => passes))
}

export function recordOf(
  { name, amount, passes }: Point,
  plannedRepeats: number,
  given: Partial<ConfigurationRecord> = {},
): ConfigurationRecord {
  const complete = passes.filter((each) => each !== null)
  const classes = [...new Set(complete)].map((each) =>
    caseClass({ passes: each, cases: complete.filter((other) => other === each).length }),
  )
  const compute = amount === null ? null : { amount, unit: 'samples' }
  return configurationRecord({ name, compute, plannedRepeats, classes, ...given })
}

/** The cases that any of the points completed, each on its own. */
export function jointOf(points: readonly Point[]): readonly JointClass[] {
  const length = Math.max(0, ...points.map((each) => each.passes.length))
  return Array.from({ length }, (_, index) => ({
    passes: points.map((each) => each.passes[index] ?? null),
    cases: 1,
  })).filter(({ passes }) => passes.some((each) => each !== null))
}

/** The first point as the configuration that is assessed, with the others and the cases of its last step. */
export function seriesInput(
  points: readonly Point[],
  plannedRepeats = 1,
): Pick<AssessmentInput, 'configuration' | 'others' | 'lastStepCases'> {
  const [configuration, ...others] = points.map((each) => recordOf(each, plannedRepeats))
  if (configuration === undefined) throw new Error('a series needs a point')
  const names = lastStepMembers(computeSeries(configuration, others)).map((each) => each.record.name)
  const members = names.flatMap((name) => points.filter((each) => each.name === name))
  return { configuration, others, lastStepCases: jointOf(members) }
}
