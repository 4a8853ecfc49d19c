import { sql } from 'kysely'
import { build, type Queries } from './queries.ts'

function rollUpsOf(configurationId: number) {
  return build.selectFrom('roll_up').where('configuration_id', '=', configurationId)
}

/**
 * Passes of each complete case in the order in which the cases became complete: by the time the last of their counted
 * trials was logged, then by when the task first saw them. It is the order of logging, not that in which the attempts
 * were made: all trials of one import are of one moment, and there the order is that of the file.
 */
export function readCompletionOrder(queries: Queries, configurationId: number): readonly number[] {
  const rows = queries.all(
    rollUpsOf(configurationId)
      .where('complete', '=', 1)
      .select('passes')
      .orderBy('last_logged_at')
      .orderBy('case_id'),
  )
  return rows.map((row) => row.passes)
}

/** Passes in each of the first `rounds` rounds: round r is the r-th counted trial of every case. */
export function readRoundPasses(
  queries: Queries,
  configurationId: number,
  rounds: number,
): readonly number[] {
  const rows = queries.all(
    rollUpsOf(configurationId)
      .select('outcomes')
      .select(sql<number>`count(*)`.as('cases'))
      .groupBy('outcomes'),
  )
  return Array.from({ length: rounds }, (_, round) =>
    rows.reduce((sum, row) => sum + (row.outcomes.charAt(round) === 'P' ? row.cases : 0), 0),
  )
}
