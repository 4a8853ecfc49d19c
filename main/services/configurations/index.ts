import type { ParsedInput } from '../../../shared/contract/contract.ts'
import type { ConfigurationAttributes, ConfigurationSummary } from '../../../shared/domain/configuration.ts'
import { ExpectedFailure } from '../../../shared/domain/failure.ts'
import { overlay } from '../../../shared/domain/overlay.ts'
import {
  listConfigurations,
  renameConfiguration,
  type StoredConfiguration,
  updateConfiguration,
} from '../../store/configurations.ts'
import { lookUpNames } from '../../store/names.ts'
import type { StoreContext } from '../context.ts'
import { requireConfiguration, requireTask } from '../tasks/index.ts'

/**
 * The configuration that another one spends more compute than.
 * @throws ExpectedFailure `bad-input` when following "more compute than" from it leads back to the other one
 */
function requireBase(all: readonly StoredConfiguration[], of: string, base: StoredConfiguration): void {
  if (base.name === of) {
    throw new ExpectedFailure(
      'bad-input',
      `"${of}" cannot spend more compute than itself. Nothing was changed.`,
    )
  }
  const byName = new Map(all.map((each) => [each.name, each.moreComputeThan]))
  // Another program may have written a ring: it leads nowhere new.
  const seen = new Set<string>()
  let next: string | null = base.name
  while (next !== null && !seen.has(next)) {
    if (next === of) {
      throw new ExpectedFailure(
        'bad-input',
        `"${of}" cannot spend more compute than "${base.name}", which spends more than "${of}". Nothing was changed.`,
      )
    }
    seen.add(next)
    next = byName.get(next) ?? null
  }
}

/** @throws ExpectedFailure `bad-input` when another configuration of the task has the name */
function requireFreeName(all: readonly StoredConfiguration[], id: number, name: string): void {
  if (!all.some((each) => each.name === name && each.id !== id)) return
  throw new ExpectedFailure(
    'bad-input',
    `The task has a configuration named "${name}" already. Nothing was changed. Choose another name.`,
  )
}

/**
 * Says what a configuration is: fields that are not named stay as they are.
 * @throws ExpectedFailure `configuration-not-found`, unless it is to be created, or `bad-input`
 */
export function setConfiguration(
  context: StoreContext,
  {
    task,
    configuration,
    create,
    changes: { name = configuration, ...changes },
  }: ParsedInput<'configuration.set'>,
): ConfigurationSummary {
  const { queries } = context.workspace
  return queries.transaction(() => {
    const stored = requireTask(context, task)
    if (create) lookUpNames(queries, stored.id).configurationId(configuration)
    const { id, ...known } = requireConfiguration(context, stored, configuration)
    const attributes = overlay<ConfigurationAttributes>(known, changes)
    const base =
      attributes.moreComputeThan === null
        ? null
        : requireConfiguration(context, stored, attributes.moreComputeThan)
    const all = listConfigurations(queries, stored.id)
    if (base !== null) requireBase(all, configuration, base)
    requireFreeName(all, id, name)
    updateConfiguration(queries, id, { ...attributes, moreComputeThan: base?.id ?? null })
    renameConfiguration(queries, id, name)
    const { id: _id, ...summary } = requireConfiguration(context, stored, name)
    return summary
  })
}
