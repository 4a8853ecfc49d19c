import { home, taskPlace, type Place, type TaskTab } from '../state/place.ts'
import { askForWorkspace } from '../state/workspace-question.ts'
import type { Command } from './command.ts'

/** What the commands of the whole window act on. */
export interface WindowContext {
  readonly place: Place
  readonly goTo: (place: Place) => void
  /** Saves the report of the task on screen; null where there is none to save. */
  readonly exportPdf: (() => void) | null
}

const always = (): boolean => true
const inTask = ({ place }: WindowContext): boolean => place.screen === 'task'

function goToTab({ place, goTo }: WindowContext, tab: TaskTab): void {
  if (place.screen === 'task') goTo(taskPlace(place.task, tab, place))
}

export const windowCommands: readonly Command<WindowContext>[] = [
  {
    id: 'home',
    label: 'screens.command.home',
    shortcuts: [{ key: 'h', alt: true }],
    when: always,
    run: ({ goTo }) => goTo(home),
  },
  {
    id: 'new-task',
    label: 'screens.command.newTask',
    shortcuts: [{ key: 'n', alt: true }],
    when: always,
    run: ({ goTo }) => goTo({ screen: 'new-task' }),
  },
  {
    id: 'import',
    label: 'screens.command.import',
    shortcuts: [{ key: 'i', mod: true }],
    when: always,
    run: ({ goTo, place }) => goTo({ screen: 'import', task: place.screen === 'task' ? place.task : null }),
  },
  {
    id: 'new-workspace',
    label: 'screens.command.newWorkspace',
    shortcuts: [],
    when: always,
    run: () => askForWorkspace('create'),
  },
  {
    id: 'open-workspace',
    label: 'screens.command.openWorkspace',
    shortcuts: [],
    when: always,
    run: () => askForWorkspace('open'),
  },
  {
    id: 'settings',
    label: 'screens.command.settings',
    shortcuts: [{ key: ',', mod: true }],
    when: always,
    run: ({ goTo }) => goTo({ screen: 'settings' }),
  },
  {
    id: 'verdict',
    label: 'screens.command.verdict',
    shortcuts: [{ key: '1', alt: true }],
    when: inTask,
    run: (context) => goToTab(context, 'verdict'),
  },
  {
    id: 'log',
    label: 'screens.command.log',
    shortcuts: [{ key: '2', alt: true }],
    when: inTask,
    run: (context) => goToTab(context, 'log'),
  },
  {
    id: 'export-pdf',
    label: 'screens.command.exportPdf',
    shortcuts: [{ key: 'e', mod: true }],
    when: ({ exportPdf }) => exportPdf !== null,
    run: ({ exportPdf }) => exportPdf?.(),
  },
]
