import type { Selectable } from 'kysely'
import { z } from 'zod'
import { cause } from '../../shared/domain/cause.ts'
import { level } from '../../shared/domain/level.ts'
import { scope, task as taskSchema, type ConfigurationSummary, type Task } from '../../shared/domain/task.ts'
import { build, type Queries } from './queries.ts'
import type { TaskTable } from './schema.ts'

export interface StoredTask {
  readonly id: number
  readonly task: Task
}

const levelsColumn = z.array(level)
const causesColumn = z.array(cause)

function toTask(row: Selectable<TaskTable>): StoredTask {
  const task = taskSchema.parse({
    name: row.name,
    definition: row.definition,
    levels: levelsColumn.parse(JSON.parse(row.levels)),
    target: row.target,
    plannedRepeats: row.planned_repeats,
    plannedCases: row.planned_cases,
    budget: { maxCostUsd: row.max_cost_usd, maxLatencyMs: row.max_latency_ms },
    wrongCost: row.wrong_cost,
    scope: scope.parse(row.scope),
    alpha: row.alpha,
    causes: causesColumn.parse(JSON.parse(row.causes)),
  })
  return { id: row.id, task }
}

/** @returns false when a task of that name is there already; nothing is changed then. */
export function insertTask(queries: Queries, task: Task, createdAt: string): boolean {
  const result = queries.run(
    build
      .insertInto('task')
      .values({
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
        created_at: createdAt,
      })
      .onConflict((conflict) => conflict.column('name').doNothing()),
  )
  return result.changes === 1
}

export function findTask(queries: Queries, name: string): StoredTask | undefined {
  const row = queries.first(build.selectFrom('task').selectAll().where('name', '=', name))
  return row === undefined ? undefined : toTask(row)
}

export function listTasks(queries: Queries): readonly StoredTask[] {
  return queries.all(build.selectFrom('task').selectAll().orderBy('id')).map(toTask)
}

export function fixPlannedRepeats(queries: Queries, taskId: number, plannedRepeats: number): void {
  queries.run(build.updateTable('task').set({ planned_repeats: plannedRepeats }).where('id', '=', taskId))
}

export interface StoredConfiguration extends ConfigurationSummary {
  readonly id: number
}

/** The task's configurations in the order they were first seen, with what was logged for each. */
export function listConfigurations(queries: Queries, taskId: number): readonly StoredConfiguration[] {
  return queries
    .all(
      build
        .selectFrom('configuration as c')
        .leftJoin('configuration as base', 'base.id', 'c.more_compute_than')
        .leftJoin('roll_up as r', 'r.configuration_id', 'c.id')
        .select((expression) => [
          'c.id',
          'c.name',
          'base.name as moreComputeThan',
          expression.fn.coalesce(expression.fn.sum<number>('r.repeats'), expression.val(0)).as('repeats'),
          expression.fn.coalesce(expression.fn.sum<number>('r.voids'), expression.val(0)).as('voids'),
          expression.fn.count<number>('r.case_id').as('cases'),
          expression.fn
            .coalesce(expression.fn.sum<number>('r.complete'), expression.val(0))
            .as('completeCases'),
        ])
        .where('c.task_id', '=', taskId)
        .groupBy(['c.id', 'c.name', 'base.name'])
        .orderBy('c.id'),
    )
    .map((row) => ({
      id: row.id,
      name: row.name,
      moreComputeThan: row.moreComputeThan,
      trials: row.repeats + row.voids,
      cases: row.cases,
      completeCases: row.completeCases,
    }))
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
