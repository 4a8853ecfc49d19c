import type { Shortcut } from '../../commands/shortcut.ts'
import { windowCommands } from '../../commands/window-commands.ts'
import { bindings, commandKeys, type GridCommand, type KeyAction } from '../trials/grading.ts'
import type { MessageKey } from '../../../shared/text/catalogue.ts'
import { assertNever } from '../../../shared/domain/assert-never.ts'

/** Keys and what they do; any one of `ways` does it, and a way may be a range of keys from one to another. */
export interface HelpLine {
  readonly id: string
  readonly ways: readonly Shortcut[]
  readonly isRange?: true
  readonly label: MessageKey
}

export interface HelpGroup {
  readonly title: MessageKey
  readonly lines: readonly HelpLine[]
}

function gradingLabel(action: KeyAction): MessageKey {
  switch (action.kind) {
    case 'grade':
      return `screens.log.${action.outcome}`
    case 'cause':
      return 'screens.commands.log.cause'
    case 'verifier':
      return 'screens.log.verifier'
    case 'remove':
      return 'screens.log.remove'
    case 'undo':
      return 'screens.log.undo'
    case 'redo':
      return 'screens.commands.log.redo'
    default:
      return assertNever(action)
  }
}

const commandLabels: Readonly<Record<GridCommand, MessageKey>> = {
  note: 'screens.log.note',
  void: 'screens.log.void',
  causes: 'screens.log.allCauses',
  logger: 'screens.commands.log.logger',
  blind: 'screens.commands.log.blind',
  stopwatch: 'screens.commands.log.stopwatch',
  pause: 'screens.log.watch.pause',
  time: 'screens.log.watch.turn',
}

const gridCommands = ['note', 'void', 'causes', 'logger', 'blind', 'stopwatch', 'pause', 'time'] as const

/** The lines of several keys that do the same come together. */
function together(lines: readonly HelpLine[]): readonly HelpLine[] {
  const byLabel = Map.groupBy(lines, (line) => line.label)
  return [...byLabel.values()].flatMap((same) => {
    const [first] = same
    return first === undefined ? [] : [{ ...first, ways: same.flatMap((line) => line.ways) }]
  })
}

const everywhere: readonly HelpLine[] = windowCommands
  .filter((command) => command.shortcuts.length > 0)
  .map(({ id, shortcuts, label }) => ({ id, ways: shortcuts, label }))

const arrows = ['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight'].map((key) => ({ key }))

const grading: readonly HelpLine[] = [
  ...together(
    bindings.map(({ shortcut, action }) => ({
      id: shortcut.key,
      ways: [shortcut],
      label: gradingLabel(action),
    })),
  ),
  {
    id: 'cause',
    ways: [{ key: '1' }, { key: '9' }, { key: '0' }],
    isRange: true,
    label: 'screens.commands.log.cause',
  },
  ...gridCommands.map((id) => ({ id, ways: commandKeys[id], label: commandLabels[id] })),
  { id: 'move', ways: arrows, label: 'screens.commands.log.move' },
  { id: 'ends', ways: [{ key: 'Home' }, { key: 'End' }], label: 'screens.commands.log.ends' },
  { id: 'page', ways: [{ key: 'PageUp' }, { key: 'PageDown' }], label: 'screens.commands.log.page' },
]

const charts: readonly HelpLine[] = [
  { id: 'read', ways: arrows, label: 'screens.commands.chart.read' },
  { id: 'ends', ways: [{ key: 'Home' }, { key: 'End' }], label: 'screens.commands.chart.ends' },
  { id: 'leave', ways: [{ key: 'Escape' }], label: 'screens.commands.chart.leave' },
]

/** Every key there is, by where it works; from the lists that the keys themselves go by. */
export const helpGroups: readonly HelpGroup[] = [
  { title: 'screens.commands.everywhere', lines: everywhere },
  { title: 'screens.commands.onCharts', lines: charts },
  { title: 'screens.commands.whileLogging', lines: grading },
]
