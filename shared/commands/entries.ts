import type { MessageKey } from '../text/catalogue.ts'
import type { Shortcut } from './shortcut.ts'
import { type TaskTab, taskTabs } from './task-tabs.ts'

/** The menus of the desktop that commands stand in. */
export const commandMenus = ['file', 'view', 'go', 'help'] as const
export type CommandMenu = (typeof commandMenus)[number]

/** What keys, menus and the palette know of a command; what it does is the window's affair. */
export interface CommandEntry<Id extends string = string> {
  readonly id: Id
  readonly label: MessageKey
  readonly shortcuts: readonly Shortcut[]
  /** Null: it depends too much on what is on screen to stand in a menu. */
  readonly menu: CommandMenu | null
}

const beforeTabs = [
  { id: 'palette', label: 'screens.commands.palette', shortcuts: [{ key: 'k', mod: true }], menu: 'go' },
  { id: 'home', label: 'screens.command.home', shortcuts: [{ key: 'h', alt: true }], menu: 'go' },
] as const satisfies readonly CommandEntry[]

const afterTabs = [
  { id: 'new-task', label: 'screens.command.newTask', shortcuts: [{ key: 'n', alt: true }], menu: 'file' },
  { id: 'import', label: 'screens.command.import', shortcuts: [{ key: 'i', mod: true }], menu: 'file' },
  // The desktop's menu has these by itself, with the system's own dialogs.
  { id: 'new-workspace', label: 'screens.command.newWorkspace', shortcuts: [], menu: null },
  { id: 'open-workspace', label: 'screens.command.openWorkspace', shortcuts: [], menu: null },
  {
    id: 'export-pdf',
    label: 'screens.command.exportPdf',
    shortcuts: [{ key: 'e', mod: true }],
    menu: 'file',
  },
  { id: 'export-csv', label: 'screens.exports.csv', shortcuts: [], menu: 'file' },
  { id: 'export-jsonl', label: 'screens.exports.jsonl', shortcuts: [], menu: 'file' },
  { id: 'settings', label: 'screens.command.settings', shortcuts: [{ key: ',', mod: true }], menu: 'file' },
  { id: 'edit-task', label: 'screens.commands.editTask', shortcuts: [{ key: 't', alt: true }], menu: 'go' },
  {
    id: 'describe-configuration',
    label: 'screens.commands.describeConfiguration',
    shortcuts: [],
    menu: null,
  },
  { id: 'switch-theme', label: 'screens.commands.switchTheme', shortcuts: [], menu: 'view' },
  { id: 'switch-language', label: 'screens.commands.switchLanguage', shortcuts: [], menu: 'view' },
  { id: 'undo', label: 'screens.commands.undo', shortcuts: [{ key: 'z', mod: true }], menu: null },
  {
    id: 'shortcuts',
    label: 'screens.commands.shortcuts',
    shortcuts: [{ key: '?' }, { key: 'F1' }],
    menu: 'help',
  },
] as const satisfies readonly CommandEntry[]

/** Commands other than the tabs of a task. */
export type PlainCommandId = (typeof beforeTabs)[number]['id'] | (typeof afterTabs)[number]['id']
export type CommandId = PlainCommandId | TaskTab

/** Alt and the number of its place; there are digits for nine. */
function tabEntry(tab: TaskTab, index: number): CommandEntry<TaskTab> {
  return {
    id: tab,
    label: `screens.command.${tab}`,
    shortcuts: index < 9 ? [{ key: String(index + 1), alt: true }] : [],
    menu: 'go',
  }
}

/** Every command of the window, in the order in which it is listed. */
export const commandEntries: readonly CommandEntry<CommandId>[] = [
  ...beforeTabs,
  ...taskTabs.map(tabEntry),
  ...afterTabs,
]
