import { commandEntries, type CommandId, type PlainCommandId } from '../../shared/commands/entries.ts'
import { type TaskTab, taskTabs } from '../../shared/commands/task-tabs.ts'
import type { ExportFormat } from '../../shared/domain/export.ts'
import type { Settings } from '../../shared/domain/settings.ts'
import type { WindowDialog } from '../state/dialog.ts'
import { blindnessOf } from '../state/blind.ts'
import { home, taskOf, taskPlace, type Place } from '../state/place.ts'
import { askForWorkspace } from '../state/workspace-question.ts'
import type { Command } from './command.ts'

/** What the commands of the whole window act on. */
export interface WindowContext {
  readonly place: Place
  readonly goTo: (place: Place) => void
  /** Saves the report of the task on screen; null where there is none to save. */
  readonly exportPdf: (() => void) | null
  /** Saves all trials of the task on screen; null where there are none to save. */
  readonly exportTrials: ((format: ExportFormat) => void) | null
  /** The stored configuration on screen; null where there is none. */
  readonly configuration: string | null
  readonly open: (dialog: WindowDialog) => void
  /** Undoes what the latest notice tells of; null where none offers to. */
  readonly undo: (() => void) | null
  readonly look: Pick<Settings, 'theme'> & { readonly language: 'en' | 'ko' }
  readonly changeSettings: (changes: Partial<Settings>) => void
}

interface Behaviour {
  readonly when: (context: WindowContext) => boolean
  readonly run: (context: WindowContext) => void
}

const always = (): boolean => true
const inTask = ({ place }: WindowContext): boolean => taskOf(place) !== null

function toTab(tab: TaskTab): Behaviour {
  return {
    when: inTask,
    run: ({ place, goTo }) => {
      const task = taskOf(place)
      if (task !== null) goTo(taskPlace(task, tab, place.screen === 'task' ? place : {}))
    },
  }
}

function toExport(format: ExportFormat): Behaviour {
  return {
    when: ({ exportTrials }) => exportTrials !== null,
    run: ({ exportTrials }) => exportTrials?.(format),
  }
}

const behaviours: Readonly<Record<PlainCommandId, Behaviour>> = {
  palette: { when: always, run: ({ open }) => open({ kind: 'palette' }) },
  home: { when: always, run: ({ goTo }) => goTo(home) },
  'new-task': { when: always, run: ({ goTo }) => goTo({ screen: 'new-task' }) },
  import: { when: always, run: ({ goTo, place }) => goTo({ screen: 'import', task: taskOf(place) }) },
  'new-workspace': { when: always, run: () => askForWorkspace('create') },
  'open-workspace': { when: always, run: () => askForWorkspace('open') },
  'export-pdf': {
    when: ({ exportPdf }) => exportPdf !== null,
    run: ({ exportPdf }) => exportPdf?.(),
  },
  'export-csv': toExport('csv'),
  'export-jsonl': toExport('jsonl'),
  settings: { when: always, run: ({ goTo }) => goTo({ screen: 'settings' }) },
  'edit-task': {
    when: ({ place }) => place.screen === 'task',
    run: ({ place, goTo }) => {
      const task = taskOf(place)
      if (task !== null) goTo({ screen: 'edit-task', task })
    },
  },
  'describe-configuration': {
    when: ({ place, configuration }) => {
      const task = taskOf(place)
      return task !== null && configuration !== null && blindnessOf(task) === null
    },
    run: ({ place, configuration, open }) => {
      const task = taskOf(place)
      if (task !== null && configuration !== null) open({ kind: 'configuration', task, configuration })
    },
  },
  'switch-theme': {
    when: always,
    run: ({ look, changeSettings }) => changeSettings({ theme: look.theme === 'dark' ? 'light' : 'dark' }),
  },
  'switch-language': {
    when: always,
    run: ({ look, changeSettings }) => changeSettings({ language: look.language === 'ko' ? 'en' : 'ko' }),
  },
  undo: { when: ({ undo }) => undo !== null, run: ({ undo }) => undo?.() },
  shortcuts: { when: always, run: ({ open }) => open({ kind: 'shortcuts' }) },
}

function isTab(id: CommandId): id is TaskTab {
  return taskTabs.some((tab) => tab === id)
}

/** Every command of the window: keys, the palette, the help and the desktop's menu go by this list. */
export const windowCommands: readonly Command<WindowContext>[] = commandEntries.map((entry) => ({
  ...entry,
  ...(isTab(entry.id) ? toTab(entry.id) : behaviours[entry.id]),
}))

/** The command of that id, when it applies here and now. */
export function applicableCommand(id: string, context: WindowContext): Command<WindowContext> | undefined {
  return windowCommands.find((command) => command.id === id && command.when(context))
}
