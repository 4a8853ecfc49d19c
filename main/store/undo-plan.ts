import { sql } from 'kysely'
import { build, type Queries } from './queries.ts'

interface Fixing {
  readonly id: number
  readonly importedAt: string
}

/** The undone import that fixed the planned repeats as they are now. */
function findFixing(queries: Queries, taskId: number): Fixing | undefined {
  return queries.first(
    build
      .selectFrom('import as i')
      .innerJoin('task', (join) =>
        join.onRef('task.id', '=', 'i.task_id').onRef('task.planned_repeats', '=', 'i.fixed_repeats'),
      )
      .select(['i.id', 'i.imported_at as importedAt'])
      .where('i.task_id', '=', taskId)
      .where('i.undone_at', 'is not', null)
      .orderBy('i.id', 'desc')
      .limit(1),
  )
}

/** Whether there is a newer trial, one of it or a later import that somebody changed, or a newer change of the plan. */
function isUsedSince(queries: Queries, taskId: number, { id, importedAt }: Fixing): boolean {
  const configurations = build.selectFrom('configuration').select('id').where('task_id', '=', taskId)
  const newer = build
    .selectFrom('trial')
    .select('repeat as found')
    .where('configuration_id', 'in', configurations)
    .where(sql<boolean>`(logged_at > ${importedAt} AND import_id IS NULL OR import_id > ${id})`)
    .limit(1)
  const changed = build
    .selectFrom('trial_history')
    .select('id as found')
    .where('task_id', '=', taskId)
    .where('import_id', '>=', id)
    .limit(1)
  const planned = build
    .selectFrom('plan_change')
    .select('id as found')
    .where('task_id', '=', taskId)
    .where('import_id', 'is', null)
    .where('changed_at', '>', importedAt)
    .limit(1)
  return [newer, changed, planned].some((query) => queries.first(query) !== undefined)
}

/**
 * Lets the plan go back to no number of repeats where an undone import fixed it and nothing was done under it since.
 * @returns whether it did
 */
export function takeBackPlan(queries: Queries, taskId: number): boolean {
  const fixing = findFixing(queries, taskId)
  if (fixing === undefined || isUsedSince(queries, taskId, fixing)) return false
  queries.run(build.updateTable('task').set({ planned_repeats: null }).where('id', '=', taskId))
  queries.run(build.updateTable('import').set({ fixed_repeats: null }).where('id', '=', fixing.id))
  queries.run(build.deleteFrom('plan_change').where('import_id', '=', fixing.id))
  return true
}
