import { plannedFields, type PlanChange } from '../../shared/domain/plan-change.ts'
import { build, type Queries } from './queries.ts'
import { insideLimits } from './stored-plan.ts'

/**
 * Remembers that a plan was changed when trials were there already.
 * @param importId the import that did it; null: somebody
 */
export function insertPlanChange(
  queries: Queries,
  taskId: number,
  change: PlanChange,
  importId: number | null = null,
): void {
  queries.run(
    build.insertInto('plan_change').values({
      task_id: taskId,
      changed_at: change.changedAt,
      trials: change.trials,
      before: JSON.stringify(change.before),
      after: JSON.stringify(change.after),
      import_id: importId,
    }),
  )
}

/** The changes of a task's plan, the oldest first. */
export function listPlanChanges(queries: Queries, taskId: number): readonly PlanChange[] {
  return queries
    .all(build.selectFrom('plan_change').selectAll().where('task_id', '=', taskId).orderBy('id'))
    .map((row) => ({
      changedAt: row.changed_at,
      trials: row.trials,
      before: plannedFields.parse(insideLimits(JSON.parse(row.before))),
      after: plannedFields.parse(insideLimits(JSON.parse(row.after))),
    }))
}
