import type { ParsedInput } from '../../../shared/contract/contract.ts'
import { listConfigurations } from '../../store/configurations.ts'
import { countLoggedSince, countMissing, findFirstOpen, listLoggers } from '../../store/logging.ts'
import type { Context } from '../context.ts'
import { requireTask } from '../tasks/index.ts'

/** With a configuration nobody has used yet, every case is open. */
export function firstOpen(
  context: Context,
  { task, configuration }: ParsedInput<'trial.open'>,
): { row: number | null } {
  const { queries } = context.workspace
  return queries.snapshot(() => {
    const { id } = requireTask(context, task)
    const known = listConfigurations(queries, id).find((each) => each.name === configuration)
    return { row: findFirstOpen(queries, id, known?.id) }
  })
}

export function logProgress(
  context: Context,
  { task, configuration, since, loggedBy }: ParsedInput<'trial.progress'>,
): { toGo: number | null; logged: number } {
  const { queries } = context.workspace
  return queries.snapshot(() => {
    const stored = requireTask(context, task)
    const { plannedRepeats } = stored.task
    const known = listConfigurations(queries, stored.id).find((each) => each.name === configuration)
    return {
      toGo: plannedRepeats === null ? null : countMissing(queries, stored.id, known?.id, plannedRepeats),
      // Times are stored in UTC; text of one zone sorts as the times do.
      logged: countLoggedSince(queries, stored.id, new Date(since).toISOString(), loggedBy),
    }
  })
}

export function knownLoggers(context: Context): { names: string[] } {
  return { names: [...listLoggers(context.workspace.queries)] }
}
