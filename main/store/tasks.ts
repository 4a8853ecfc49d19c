import type { Selectable } from 'kysely'
import { z } from 'zod'
import { cause } from '../../shared/domain/cause.ts'
import { level } from '../../shared/domain/level.ts'
import { mostPlannedRepeats, scope, task as taskSchema, type Task } from '../../shared/domain/task.ts'
import { build, type Queries } from './queries.ts'
import type { TaskTable } from './schema.ts'

export interface StoredTask {
  readonly id: number
  readonly task: Task
}

const levelsColumn = z.array(level)
const causesColumn = z.array(cause)

/** What another program may have planned beyond the most is read as the most. */
function plannedRepeatsIn({ planned_repeats: repeats }: Selectable<TaskTable>): number | null {
  return repeats === null ? null : Math.min(repeats, mostPlannedRepeats)
}

function toTask(row: Selectable<TaskTable>): StoredTask {
  const task = taskSchema.parse({
    name: row.name,
    definition: row.definition,
    levels: levelsColumn.parse(JSON.parse(row.levels)),
    target: row.target,
    plannedRepeats: plannedRepeatsIn(row),
    plannedCases: row.planned_cases,
    budget: { maxCostUsd: row.max_cost_usd, maxLatencyMs: row.max_latency_ms },
    wrongCost: row.wrong_cost,
    scope: scope.parse(row.scope),
    alpha: row.alpha,
    causes: causesColumn.parse(JSON.parse(row.causes)),
  })
  return { id: row.id, task }
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

/** @returns false when a task of that name is there already; nothing is changed then. */
export function insertTask(queries: Queries, task: Task, createdAt: string): boolean {
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

export function findTask(queries: Queries, name: string): StoredTask | undefined {
  const row = queries.first(build.selectFrom('task').selectAll().where('name', '=', name))
  return row === undefined ? undefined : toTask(row)
}

export function listTasks(queries: Queries): readonly StoredTask[] {
  return queries.all(build.selectFrom('task').selectAll().orderBy('id')).map(toTask)
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
