import { ExpectedFailure } from '../../../shared/domain/failure.ts'
import type { RemovedTask, Task } from '../../../shared/domain/task.ts'
import { listRemovedTasks, setRemoved } from '../../store/tasks.ts'
import type { Context } from '../context.ts'
import { requireTask } from './index.ts'

/** The removed tasks, the latest first. */
export function listRemoved(context: Context): RemovedTask[] {
  return [...listRemovedTasks(context.workspace.queries)]
}

/**
 * Puts a task out of sight. Nothing that belongs to it is deleted.
 * @throws ExpectedFailure `task-not-found`
 */
export function removeTask(context: Context, name: string): RemovedTask {
  const { queries } = context.workspace
  return queries.transaction(() => {
    requireTask(context, name)
    const removedAt = context.clock().toISOString()
    setRemoved(queries, name, removedAt)
    const trials = listRemovedTasks(queries).find((each) => each.name === name)?.trials ?? 0
    return { name, removedAt, trials }
  })
}

/**
 * Brings a removed task back as it was.
 * @throws ExpectedFailure `task-not-found` when no removed task has the name
 */
export function restoreTask(context: Context, name: string): Task {
  const { queries } = context.workspace
  return queries.transaction(() => {
    if (!setRemoved(queries, name, null)) {
      throw new ExpectedFailure(
        'task-not-found',
        `There is no removed task named "${name}" in this workspace. Nothing was changed.`,
      )
    }
    return requireTask(context, name).task
  })
}
