import type { WindowContext } from '../../commands/window-commands.ts'
import { windowCommands } from '../../commands/window-commands.ts'
import type { Shortcut } from '../../commands/shortcut.ts'
import type { TaskDetail } from '../../../shared/domain/task.ts'
import type { Translator } from '../../../shared/text/translator.ts'
import { blindnessOf } from '../../state/blind.ts'
import { taskPlace } from '../../state/place.ts'
import { matchScore } from './match.ts'

export const paletteKinds = ['command', 'task', 'configuration', 'case'] as const
export type PaletteKind = (typeof paletteKinds)[number]

/** Something that can be chosen in the palette. */
export interface PaletteItem {
  /** Tells it apart, also from one time to the next. */
  readonly id: string
  readonly kind: PaletteKind
  readonly name: string
  /** What it is found by besides its name, such as its name in the other language. */
  readonly alsoFoundBy: readonly string[]
  readonly shortcut: Shortcut | null
  readonly run: () => void
}

interface Known {
  readonly context: WindowContext
  /** The language of the window first, then the others. */
  readonly translators: readonly [Translator, ...Translator[]]
  readonly tasks: readonly string[]
  /** The task on screen, if any. */
  readonly detail: TaskDetail | null
  /** Labels of cases of that task which may fit the search. */
  readonly cases: readonly string[]
}

function commandItems({ context, translators: [{ t }, ...others] }: Known): readonly PaletteItem[] {
  return windowCommands
    .filter((command) => command.id !== 'palette' && command.when(context))
    .map((command) => ({
      id: `command ${command.id}`,
      kind: 'command',
      name: t(command.label),
      alsoFoundBy: others.map((other) => other.t(command.label)),
      shortcut: command.shortcuts[0] ?? null,
      run: () => command.run(context),
    }))
}

function configurationItems({ context: { place, goTo }, detail }: Known): readonly PaletteItem[] {
  // While a task is blind, nothing names its configurations.
  if (detail === null || place.screen !== 'task' || blindnessOf(place.task) !== null) return []
  return detail.configurations.map(({ name }) => ({
    id: `configuration ${detail.task.name} ${name}`,
    kind: 'configuration',
    name,
    alsoFoundBy: [],
    shortcut: null,
    run: () => goTo({ ...place, configuration: name }),
  }))
}

function caseItems({ context: { place, goTo }, detail, cases }: Known): readonly PaletteItem[] {
  if (detail === null) return []
  const { name: task } = detail.task
  return cases.map((label) => ({
    id: `case ${task} ${label}`,
    kind: 'case',
    name: label,
    alsoFoundBy: [],
    shortcut: null,
    run: () => goTo({ ...taskPlace(task, 'cases', place.screen === 'task' ? place : {}), case: label }),
  }))
}

/** Everything that can be done or gone to from here. */
export function paletteItems(known: Known): readonly PaletteItem[] {
  const { context, tasks } = known
  const taskItems = tasks.map(
    (name): PaletteItem => ({
      id: `task ${name}`,
      kind: 'task',
      name,
      alsoFoundBy: [],
      shortcut: null,
      run: () => context.goTo(taskPlace(name, 'verdict')),
    }),
  )
  return [...commandItems(known), ...taskItems, ...configurationItems(known), ...caseItems(known)]
}

function scoreOf(item: PaletteItem, search: string): number | null {
  const scores = [item.name, ...item.alsoFoundBy]
    .map((text) => matchScore(search, text))
    .filter((score) => score !== null)
  return scores.length === 0 ? null : Math.max(...scores)
}

/**
 * Those that fit the search, the best first; among equals those used lately, the last one first, then in their order.
 * @param recent ids, the last used first
 */
export function foundItems(
  items: readonly PaletteItem[],
  search: string,
  recent: readonly string[],
): readonly PaletteItem[] {
  const turn = (id: string): number => {
    const at = recent.indexOf(id)
    return at < 0 ? recent.length : at
  }
  return items
    .flatMap((item) => {
      const score = scoreOf(item, search)
      return score === null ? [] : [{ item, score }]
    })
    .toSorted((a, b) => b.score - a.score || turn(a.item.id) - turn(b.item.id))
    .map(({ item }) => item)
}
