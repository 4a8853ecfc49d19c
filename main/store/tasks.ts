import type { Selectable } from 'kysely'
import type { z } from 'zod'
import { ExpectedFailure } from '../../shared/domain/failure.ts'
import { type RemovedTask, task as taskSchema, type Task } from '../../shared/domain/task.ts'
import { build, type Queries } from './queries.ts'
import type { TaskTable } from './schema.ts'
import { insideLimits } from './stored-plan.ts'

export interface StoredTask {
  readonly id: number
  readonly task: Task
}

/** What stands in a row; not every row can be understood, for other programs write to the file too. */
function parseRow(row: Selectable<TaskTable>) {
  const levels: unknown = JSON.parse(row.levels)
  const causes: unknown = JSON.parse(row.causes)
  const stored = insideLimits({
    name: row.name,
    definition: row.definition,
    levels,
    target: row.target,
    plannedRepeats: row.planned_repeats,
    plannedCases: row.planned_cases,
    budget: { maxCostUsd: row.max_cost_usd, maxLatencyMs: row.max_latency_ms },
    wrongCost: row.wrong_cost,
    scope: row.scope,
    alpha: row.alpha,
    causes,
  })
  return taskSchema.safeParse(stored)
}

function problemOf({ name }: Selectable<TaskTable>, { issues }: z.ZodError): string {
  const reasons = issues.map(({ path, message }) => [path.join('.'), message].filter(Boolean).join(': '))
  return `task "${name}" cannot be read (${reasons.join('; ')})`
}

/** @throws ZodError for a task that could not be read back */
function toRow(given: Task) {
  const task = taskSchema.parse(given)
  return {
    name: task.name,
    definition: task.definition,
    levels: JSON.stringify(task.levels),
    target: task.target,
    planned_repeats: task.plannedRepeats,
    planned_cases: task.plannedCases,
    max_cost_usd: task.budget.maxCostUsd,
    max_latency_ms: task.budget.maxLatencyMs,
    wrong_cost: task.wrongCost,
    scope: task.scope,
    alpha: task.alpha,
    causes: JSON.stringify(task.causes),
  }
}

const longestName = 500

/** A removed task that has the name gets another, so that the name can be used again: `Refunds (2)`. */
export function moveAside(queries: Queries, name: string): void {
  if (standingOf(queries, name) !== 'removed') return
  let other = name
  for (let number = 2; standingOf(queries, other) !== 'none'; number += 1) {
    const ending = ` (${number})`
    other = `${name.slice(0, longestName - ending.length).toWellFormed()}${ending}`
  }
  queries.run(build.updateTable('task').set({ name: other }).where('name', '=', name))
}

/**
 * Call it in a transaction, for a removed task may have to give its name up.
 * @returns false when a task in use has the name already; nothing is changed then.
 */
export function insertTask(queries: Queries, task: Task, createdAt: string): boolean {
  moveAside(queries, task.name)
  const result = queries.run(
    build
      .insertInto('task')
      .values({ ...toRow(task), created_at: createdAt })
      .onConflict((conflict) => conflict.column('name').doNothing()),
  )
  return result.changes === 1
}

/** Writes what a task says now. */
export function updateTask(queries: Queries, id: number, task: Task): void {
  queries.run(build.updateTable('task').set(toRow(task)).where('id', '=', id))
}

/**
 * The task of that name, unless it was removed.
 * @throws ExpectedFailure `workspace-corrupt` when there is one that cannot be read
 */
export function findTask(queries: Queries, name: string): StoredTask | undefined {
  const row = queries.first(
    build.selectFrom('task').selectAll().where('name', '=', name).where('removed_at', 'is', null),
  )
  if (row === undefined) return undefined
  const { data: task, error } = parseRow(row)
  if (task !== undefined) return { id: row.id, task }
  throw new ExpectedFailure(
    'workspace-corrupt',
    `The ${problemOf(row, error)}. It was left as it is, and every other task can be used. Open a backup of the workspace (the files beside it that end in .backup) to look at it.`,
  )
}

/** Whether a task has the name, and how it stands with it. */
export function standingOf(queries: Queries, name: string): 'none' | 'in-use' | 'removed' {
  const row = queries.first(build.selectFrom('task').select('removed_at').where('name', '=', name))
  if (row === undefined) return 'none'
  return row.removed_at === null ? 'in-use' : 'removed'
}

/**
 * Puts a task out of sight, or brings it back.
 * @param removedAt ISO 8601; null brings it back
 * @returns false when there is no task of that name to do it to; nothing is changed then.
 */
export function setRemoved(queries: Queries, name: string, removedAt: string | null): boolean {
  const result = queries.run(
    build
      .updateTable('task')
      .set({ removed_at: removedAt })
      .where('name', '=', name)
      .where('removed_at', removedAt === null ? 'is not' : 'is', null),
  )
  return result.changes === 1
}

/** The tasks put out of sight, the latest first. */
export function listRemovedTasks(queries: Queries): readonly RemovedTask[] {
  const rows = queries.all(
    build
      .selectFrom('task')
      .leftJoin('roll_up as r', 'r.task_id', 'task.id')
      .select((expression) => [
        'task.name',
        'task.removed_at as removedAt',
        expression.fn.coalesce(expression.fn.sum<number>('r.repeats'), expression.val(0)).as('repeats'),
        expression.fn.coalesce(expression.fn.sum<number>('r.voids'), expression.val(0)).as('voids'),
      ])
      .where('task.removed_at', 'is not', null)
      .groupBy('task.id')
      .orderBy('task.removed_at', 'desc')
      .orderBy('task.id', 'desc'),
  )
  return rows.map(({ name, removedAt, repeats, voids }) => ({
    name,
    removedAt: removedAt ?? '',
    trials: repeats + voids,
  }))
}

function taskRows(queries: Queries): readonly Selectable<TaskTable>[] {
  return queries.all(build.selectFrom('task').selectAll().orderBy('id'))
}

/** Every task in use that can be read: one that cannot must not keep the others out of reach. */
export function listTasks(queries: Queries): readonly StoredTask[] {
  return taskRows(queries).flatMap((row) => {
    if (row.removed_at !== null) return []
    const { data: task } = parseRow(row)
    return task === undefined ? [] : [{ id: row.id, task }]
  })
}

/** Which tasks cannot be read, and why; empty in a sound workspace. */
export function unreadableTasks(queries: Queries): readonly string[] {
  return taskRows(queries).flatMap((row) => {
    const { error } = parseRow(row)
    return error === undefined ? [] : [problemOf(row, error)]
  })
}

/** How many failures of the task carry each cause, those without one left out. */
export function countCauses(queries: Queries, taskId: number): ReadonlyMap<string, number> {
  const rows = queries.all(
    build
      .selectFrom('trial')
      .select((expression) => ['cause', expression.fn.countAll<number>().as('trials')])
      .where('task_id', '=', taskId)
      .where('cause', 'is not', null)
      .groupBy('cause'),
  )
  return new Map(rows.map(({ cause, trials }) => [cause ?? '', trials]))
}

/** How many trials each case of the task gets; one while nobody has planned otherwise. */
export function plannedRepeatsOf(stored: StoredTask): number {
  return stored.task.plannedRepeats ?? 1
}

export function countCases(queries: Queries, taskId: number): number {
  const row = queries.first(
    build
      .selectFrom('task_case')
      .select((expression) => expression.fn.countAll<number>().as('cases'))
      .where('task_id', '=', taskId),
  )
  return row?.cases ?? 0
}
