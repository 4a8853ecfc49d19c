import { ExpectedFailure } from '../../../shared/domain/failure.ts'
import { presetLevels } from '../../../shared/domain/level.ts'
import { completeTask, type NewTask, type Task, type TaskDetail } from '../../../shared/domain/task.ts'
import { listConfigurations, type StoredConfiguration } from '../../store/configurations.ts'
import {
  countCases,
  countCauses,
  findTask,
  insertTask,
  listTasks,
  moveAside,
  standingOf,
  type StoredTask,
} from '../../store/tasks.ts'
import type { Context, StoreContext } from '../context.ts'

/** More names than these make a message that nobody reads. */
const shownNames = 10

/** `"first", "second"`, and how many more there are. */
function quoted(names: readonly string[]): string {
  const shown = names.slice(0, shownNames).map((name) => `"${name}"`)
  const hidden = names.length - shown.length
  return `${shown.join(', ')}${hidden > 0 ? ` and ${hidden} more` : ''}`
}

/** @throws ExpectedFailure `bad-input` when level names repeat or the target is not among them */
export function requireSoundLevels({
  levels = presetLevels,
  target,
}: Pick<NewTask, 'levels' | 'target'>): void {
  const names = levels.map((each) => each.name)
  const repeated = names.find((name, index) => names.indexOf(name) !== index)
  if (repeated !== undefined) {
    throw new ExpectedFailure(
      'bad-input',
      `Several levels are named "${repeated}". Nothing was changed. Give each level a name of its own.`,
    )
  }
  if (target !== undefined && !names.includes(target)) {
    throw new ExpectedFailure(
      'bad-input',
      `There is no level "${target}" to aim at. Nothing was changed. Choose one of ${quoted(names)}.`,
    )
  }
}

function taken(name: string): ExpectedFailure {
  return new ExpectedFailure(
    'task-exists',
    `There is a task named "${name}" already. Nothing was changed. Choose another name.`,
  )
}

/** @throws ExpectedFailure `task-exists`, or `bad-input` for levels that contradict each other */
export function createTask(context: Context, given: NewTask): Task {
  const { queries } = context.workspace
  requireSoundLevels(given)
  const task = completeTask(given)
  queries.transaction(() => {
    if (!insertTask(queries, task, context.clock().toISOString())) throw taken(task.name)
  })
  return task
}

/**
 * Makes sure that a task can have the name from now on; call it in the transaction that gives it.
 * @throws ExpectedFailure `task-exists` when another task in use has it
 */
export function requireFreeName(context: Context, name: string): void {
  const { queries } = context.workspace
  if (standingOf(queries, name) === 'in-use') throw taken(name)
  moveAside(queries, name)
}

/** @throws ExpectedFailure `task-not-found` */
export function requireTask(context: StoreContext, name: string): StoredTask {
  const { queries } = context.workspace
  const found = findTask(queries, name)
  if (found !== undefined) return found
  if (standingOf(queries, name) === 'removed') {
    throw new ExpectedFailure(
      'task-not-found',
      `The task "${name}" was removed. All of it is kept. Bring it back under Settings to go on with it.`,
    )
  }
  const names = listTasks(queries).map((each) => each.task.name)
  const known = names.length === 0 ? 'This workspace has no task yet.' : `It has ${quoted(names)}.`
  throw new ExpectedFailure('task-not-found', `There is no task named "${name}" in this workspace. ${known}`)
}

/**
 * The configuration of that name; without a name, the only one there is.
 * @throws ExpectedFailure `configuration-not-found`, `configuration-required` or `no-trials`
 */
export function requireConfiguration(
  context: StoreContext,
  stored: StoredTask,
  name: string | undefined,
): StoredConfiguration {
  const all = listConfigurations(context.workspace.queries, stored.id)
  const names = quoted(all.map((each) => each.name))
  const [first, second] = all
  if (first === undefined) {
    throw new ExpectedFailure(
      'no-trials',
      `The task "${stored.task.name}" has no trials yet. Import a file or log the first trial.`,
    )
  }
  if (name === undefined) {
    if (second === undefined) return first
    throw new ExpectedFailure(
      'configuration-required',
      `The task "${stored.task.name}" has several configurations: ${names}. Say which one is meant.`,
      { details: { configurations: all.map((each) => each.name) } },
    )
  }
  const found = all.find((each) => each.name === name)
  if (found !== undefined) return found
  throw new ExpectedFailure(
    'configuration-not-found',
    `The task "${stored.task.name}" has no configuration named "${name}". It has ${names}.`,
  )
}

export function getTask(context: Context, name: string): TaskDetail {
  const { queries } = context.workspace
  const { id, task } = requireTask(context, name)
  const configurations = listConfigurations(queries, id).map(({ id: _id, ...summary }) => summary)
  const trials = configurations.reduce((sum, each) => sum + each.trials, 0)
  return { task, configurations, cases: countCases(queries, id), trials }
}

/** How many trials carry each cause of the task, by its key; a scan of the task's trials. */
export function usedCauses(context: Context, name: string): { cause: string; trials: number }[] {
  const { queries } = context.workspace
  return [...countCauses(queries, requireTask(context, name).id)].map(([cause, trials]) => ({
    cause,
    trials,
  }))
}
