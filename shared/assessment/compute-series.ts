import type { Compute } from '../domain/configuration.ts'
import type { ConfigurationRecord } from '../domain/record.ts'

/** A configuration with its place on the compute axis. */
export interface SeriesMember {
  readonly record: ConfigurationRecord
  readonly compute: Compute
}

function hasCompute(record: ConfigurationRecord): SeriesMember[] {
  return record.compute === null ? [] : [{ record, compute: record.compute }]
}

/**
 * The compute series that a configuration is a point of: the configurations of the task whose compute is counted in
 * the same unit, least compute first. Empty when its compute is not said, or nothing on its axis spends another amount.
 */
export function computeSeries(
  record: ConfigurationRecord,
  others: readonly ConfigurationRecord[],
): readonly SeriesMember[] {
  const unit = record.compute?.unit
  const members = [record, ...others]
    .flatMap(hasCompute)
    .filter((each) => each.compute.unit === unit)
    .toSorted((a, b) => a.compute.amount - b.compute.amount || (a.record.name < b.record.name ? -1 : 1))
  return hasAmounts(members) ? members : []
}

function hasAmounts([first, ...others]: readonly SeriesMember[]): boolean {
  return others.some((each) => each.compute.amount !== first?.compute.amount)
}

/** Of the members that spend the most, the one with the most complete cases: whatever they showed. */
function largestOf(members: readonly SeriesMember[]): SeriesMember | undefined {
  const most = members.at(-1)?.compute.amount
  return members
    .filter((each) => each.compute.amount === most)
    .toSorted((a, b) => b.record.counts.completeCases - a.record.counts.completeCases)[0]
}

function below(members: readonly SeriesMember[], limit: SeriesMember | undefined): readonly SeriesMember[] {
  return limit === undefined ? [] : members.filter((each) => each.compute.amount < limit.compute.amount)
}

/**
 * The members that the last step of a compute series is between, and before them the one that the step before it starts
 * from when there is one, the smaller amounts first: of the amounts that were measured the largest, and as long as fewer
 * than two are, of all there are. Two or three, none for an empty series.
 */
export function lastStepMembers(series: readonly SeriesMember[]): readonly SeriesMember[] {
  const measured = series.filter((each) => each.record.counts.completeCases > 0)
  const members = hasAmounts(measured) ? measured : series
  const last = largestOf(members)
  const before = largestOf(below(members, last))
  const former = largestOf(below(members, before))
  if (last === undefined || before === undefined) return []
  return former === undefined ? [before, last] : [former, before, last]
}

/** Whether a configuration spends more of the same compute than another. */
export function spendsMoreCompute(more: ConfigurationRecord, less: ConfigurationRecord): boolean {
  if (more.compute === null || less.compute === null) return false
  return more.compute.unit === less.compute.unit && more.compute.amount > less.compute.amount
}
