import type { SeriesMember } from '../../../shared/assessment/index.ts'
import type { ConfigurationRecord, JointClass } from '../../../shared/domain/record.ts'
import { listConfigurations, type StoredConfiguration } from '../../store/configurations.ts'
import { readJointClasses } from '../../store/joint-classes.ts'
import type { Queries } from '../../store/queries.ts'
import { readRecord } from '../../store/records.ts'
import { plannedRepeatsOf, type StoredTask } from '../../store/tasks.ts'
import type { StoreContext } from '../context.ts'
import { requireConfiguration } from '../tasks/index.ts'

/** The records of a task's configurations: the one that is meant, and the others. */
export interface TaskRecords {
  readonly all: readonly StoredConfiguration[]
  readonly record: ConfigurationRecord
  readonly others: readonly ConfigurationRecord[]
}

/**
 * Reads the roll-ups, never the trials. Call it in a snapshot.
 * @throws ExpectedFailure when the configuration is not there, or nothing is logged yet
 */
export function readAll(context: StoreContext, stored: StoredTask, name: string | undefined): TaskRecords {
  const { queries } = context.workspace
  const chosen = requireConfiguration(context, stored, name)
  const plannedRepeats = plannedRepeatsOf(stored)
  const all = listConfigurations(queries, stored.id)
  return {
    all,
    record: readRecord(queries, stored.id, chosen, plannedRepeats),
    others: all
      .filter((each) => each.id !== chosen.id)
      .map((each) => readRecord(queries, stored.id, each, plannedRepeats)),
  }
}

/** Passes of the cases of a compute series, in its order; none when there is no series. */
export function readSeriesCases(
  queries: Queries,
  all: readonly StoredConfiguration[],
  series: readonly SeriesMember[],
): readonly JointClass[] {
  const ids = new Map(all.map((each) => [each.name, each.id]))
  const members = series.flatMap(({ record }) => ids.get(record.name) ?? [])
  return members.length === 0 ? [] : readJointClasses(queries, members)
}
