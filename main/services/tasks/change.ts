import { ExpectedFailure } from '../../../shared/domain/failure.ts'
import { overlay } from '../../../shared/domain/overlay.ts'
import { planDifference } from '../../../shared/domain/plan-change.ts'
import type { Task, TaskChanges } from '../../../shared/domain/task.ts'
import { listConfigurations } from '../../store/configurations.ts'
import { insertPlanChange } from '../../store/plan-changes.ts'
import { renewTaskRollUps } from '../../store/roll-ups.ts'
import { plannedRepeatsOf, type StoredTask, updateTask } from '../../store/tasks.ts'
import type { Context, StoreContext } from '../context.ts'
import { requireFreeName, requireSoundLevels, requireTask } from './index.ts'

function trialsOf(context: StoreContext, taskId: number): number {
  return listConfigurations(context.workspace.queries, taskId).reduce((sum, each) => sum + each.trials, 0)
}

/**
 * Writes what a task says from now on. What of its plan changes once trials are there is remembered, because it
 * was chosen knowing them; the roll-ups follow the planned repeats.
 * @param importId the import that fixes its plan; null: somebody changes it
 */
export function writeTask(
  context: StoreContext,
  stored: StoredTask,
  task: Task,
  importId: number | null = null,
): void {
  const { queries } = context.workspace
  const trials = trialsOf(context, stored.id)
  const difference = planDifference(stored.task, task)
  updateTask(queries, stored.id, task)
  if (difference !== null && trials > 0) {
    const changedAt = context.clock().toISOString()
    insertPlanChange(queries, stored.id, { changedAt, trials, ...difference }, importId)
  }
  const plannedRepeats = plannedRepeatsOf({ id: stored.id, task })
  if (plannedRepeats !== plannedRepeatsOf(stored)) renewTaskRollUps(queries, stored.id, plannedRepeats)
}

/**
 * @throws ExpectedFailure `task-not-found`, `task-exists` for a new name that another task has, or `bad-input` for
 * levels or a plan that contradict each other
 */
export function changeTask(context: Context, name: string, changes: TaskChanges): Task {
  return context.workspace.queries.transaction(() => {
    const stored = requireTask(context, name)
    const task = overlay<Task>(stored.task, changes)
    requireSoundLevels(task)
    if (task.name !== name) requireFreeName(context, task.name)
    if (task.plannedRepeats === null && stored.task.plannedRepeats !== null) {
      throw new ExpectedFailure(
        'bad-input',
        `The plan of "${name}" has ${stored.task.plannedRepeats} repeats a case. Nothing was changed. Say how many there are to be instead.`,
      )
    }
    writeTask(context, stored, task)
    return task
  })
}
