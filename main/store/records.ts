import type { ConfigurationRecord } from '../../shared/domain/record.ts'
import type { StoredConfiguration } from './configurations.ts'
import { build, type Queries } from './queries.ts'
import { readClaimedFingerprint, readLeftIncomplete, type Summary, summarise, summary } from './summarise.ts'
import { countCases } from './tasks.ts'

/** Keeps the summary of a configuration; call it in the transaction that renewed its roll-ups. */
export function keepSummary(queries: Queries, configurationId: number, plannedRepeats: number): void {
  const content = JSON.stringify(summarise(queries, configurationId, plannedRepeats))
  queries.run(build.insertInto('summary').orReplace().values({ configuration_id: configurationId, content }))
}

/** Forgets the summary of a configuration; call it in the transaction that changed a roll-up of it. */
export function forgetSummary(queries: Queries, configurationId: number): void {
  queries.run(build.deleteFrom('summary').where('configuration_id', '=', configurationId))
}

/** Forgets the summaries of all configurations of a task; call it in the transaction that changed its cases. */
export function forgetSummaries(queries: Queries, taskId: number): void {
  const configurations = build.selectFrom('configuration').select('id').where('task_id', '=', taskId)
  queries.run(build.deleteFrom('summary').where('configuration_id', 'in', configurations))
}

function readSummary(queries: Queries, configurationId: number, plannedRepeats: number): Summary {
  const kept = queries.first(
    build.selectFrom('summary').select('content').where('configuration_id', '=', configurationId),
  )
  return kept === undefined
    ? summarise(queries, configurationId, plannedRepeats)
    : summary.parse(JSON.parse(kept.content))
}

/**
 * What an assessment needs of one configuration, of one moment. Kept ready since the last import; after single trials
 * it is counted from the roll-ups again.
 */
export function readRecord(
  queries: Queries,
  taskId: number,
  { id, name, moreComputeThan, compute }: StoredConfiguration,
  plannedRepeats: number,
): ConfigurationRecord {
  return queries.snapshot(() => {
    const { tried, ...counted } = readSummary(queries, id, plannedRepeats)
    const cases = countCases(queries, taskId)
    // A round is complete when every case of the list is in it.
    const completeRounds =
      cases > 0 && tried.cases >= cases
        ? { ...tried, cases }
        : { ...tried, cases, rounds: 0, passes: 0, errors: 0 }
    const { counts } = counted
    const leftIncomplete = counts.cases > counts.completeCases ? readLeftIncomplete(queries, id) : []
    const claimed =
      leftIncomplete.length > 0
        ? { ...counted, fingerprint: readClaimedFingerprint(queries, id, plannedRepeats) }
        : counted
    return { ...claimed, leftIncomplete, name, moreComputeThan, compute, completeRounds }
  })
}
