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
 * the same unit, least compute first. Empty when its compute is not said, or nothing else is on its axis.
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
  return members.length < 2 ? [] : members
}

/** Whether a configuration spends more of the same compute than another. */
export function spendsMoreCompute(more: ConfigurationRecord, less: ConfigurationRecord): boolean {
  if (more.compute === null || less.compute === null) return false
  return more.compute.unit === less.compute.unit && more.compute.amount > less.compute.amount
}
