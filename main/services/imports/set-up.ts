import type { TaskSetup } from '../../../shared/domain/task-setup.ts'
import { insertPlanChange } from '../../store/plan-changes.ts'
import type { StoredTask } from '../../store/tasks.ts'
import type { StoreContext } from '../context.ts'
import { setConfiguration } from '../configurations/index.ts'

/**
 * Makes the configurations of a task that an import has just made as the file says they were, and remembers the changes
 * of its plan.
 * @throws ExpectedFailure `bad-input` when configurations spend more compute than each other in a ring
 */
export function setUp(
  context: StoreContext,
  { id, task }: StoredTask,
  { configurations, planChanges }: TaskSetup,
): void {
  const names = new Set(configurations.map(({ name }) => name))
  for (const { name, moreComputeThan: _base, ...changes } of configurations) {
    setConfiguration(context, { task: task.name, configuration: name, create: true, changes })
  }
  // Only now is each there to be named by another.
  for (const { name, moreComputeThan } of configurations) {
    if (moreComputeThan === null || !names.has(moreComputeThan)) continue
    setConfiguration(context, {
      task: task.name,
      configuration: name,
      create: false,
      changes: { moreComputeThan },
    })
  }
  for (const change of planChanges) insertPlanChange(context.workspace.queries, id, change)
}
