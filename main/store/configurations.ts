import {
  configurationAttributes,
  type Compute,
  type ConfigurationAttributes,
  type ConfigurationSummary,
} from '../../shared/domain/configuration.ts'
import { build, type Queries } from './queries.ts'

export interface StoredConfiguration extends ConfigurationSummary {
  readonly id: number
}

const parametersColumn = configurationAttributes.shape.parameters
const columns = [
  'c.id',
  'c.name',
  'c.model',
  'c.version',
  'c.strategy',
  'c.prompt_version as promptVersion',
  'c.compute_amount as computeAmount',
  'c.compute_unit as computeUnit',
  'c.parameters',
] as const

function toCompute(amount: number | null, unit: string | null): Compute | null {
  return amount === null || unit === null ? null : { amount, unit }
}

function selectConfigurations(taskId: number) {
  return build
    .selectFrom('configuration as c')
    .leftJoin('configuration as base', 'base.id', 'c.more_compute_than')
    .leftJoin('roll_up as r', 'r.configuration_id', 'c.id')
    .select(columns)
    .select((expression) => [
      'base.name as moreComputeThan',
      expression.fn.coalesce(expression.fn.sum<number>('r.repeats'), expression.val(0)).as('repeats'),
      expression.fn.coalesce(expression.fn.sum<number>('r.voids'), expression.val(0)).as('voids'),
      expression.fn.count<number>('r.case_id').as('cases'),
      expression.fn.coalesce(expression.fn.sum<number>('r.complete'), expression.val(0)).as('completeCases'),
    ])
    .where('c.task_id', '=', taskId)
    .groupBy('c.id')
    .orderBy('c.id')
}

/** The task's configurations in the order they were first seen, with what was logged for each. */
export function listConfigurations(queries: Queries, taskId: number): readonly StoredConfiguration[] {
  return queries
    .all(selectConfigurations(taskId))
    .map(({ repeats, voids, computeAmount, computeUnit, parameters, ...row }) => ({
      ...row,
      compute: toCompute(computeAmount, computeUnit),
      parameters: parametersColumn.parse(JSON.parse(parameters)),
      trials: repeats + voids,
    }))
}

/** The name must be one that no other configuration of the task has. */
export function renameConfiguration(queries: Queries, id: number, name: string): void {
  queries.run(build.updateTable('configuration').set({ name }).where('id', '=', id))
}

/** Writes what somebody says of a configuration, which is theirs from then on; `moreComputeThan` is the id of another one of the task. */
export function updateConfiguration(
  queries: Queries,
  id: number,
  attributes: Omit<ConfigurationAttributes, 'moreComputeThan'> & { readonly moreComputeThan: number | null },
): void {
  const { model, version, strategy, promptVersion, compute, moreComputeThan, parameters } = attributes
  queries.run(
    build
      .updateTable('configuration')
      .set({
        model,
        version,
        strategy,
        prompt_version: promptVersion,
        compute_amount: compute?.amount ?? null,
        compute_unit: compute?.unit ?? null,
        more_compute_than: moreComputeThan,
        parameters: JSON.stringify(parameters),
        import_id: null,
      })
      .where('id', '=', id),
  )
}
