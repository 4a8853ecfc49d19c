import { Menu, type MenuItemConstructorOptions } from 'electron'
import { commandEntries, type CommandMenu } from '../../shared/commands/entries.ts'
import { acceleratorOf } from '../../shared/commands/shortcut.ts'
import { translatorFor } from '../../shared/text/translator.ts'
import { essayUrl } from './policy.ts'
import type { MenuState, WorkspaceActions } from './workspaces.ts'

const separator: MenuItemConstructorOptions = { type: 'separator' }

/** What the menu does that no role of Electron does. */
export interface MenuActions extends WorkspaceActions {
  readonly openPage: (url: string) => void
  /** Has the window run the command of that id. */
  readonly runCommand: (id: string) => void
}

/** What the menu is made for. */
interface Making {
  readonly system: NodeJS.Platform
  readonly state: MenuState
  readonly actions: MenuActions
}

/**
 * The commands of a menu, with their keys shown. The page has the keys: it knows where a letter is text and what does
 * not apply. macOS registers every accelerator that it shows, so there only those with Cmd stand, which write nothing.
 */
function commandItems(menu: CommandMenu, { system, state, actions }: Making): MenuItemConstructorOptions[] {
  const { t } = translatorFor(state.language)
  return commandEntries
    .filter((entry) => entry.menu === menu)
    .map(({ id, label, shortcuts }) => {
      const shown = system === 'darwin' ? shortcuts.filter((each) => each.mod === true) : shortcuts
      const accelerator = shown.map(acceleratorOf).find((each) => each !== null)
      return {
        id,
        label: t(label),
        click: () => actions.runCommand(id),
        ...(accelerator === undefined ? {} : { accelerator, registerAccelerator: false }),
      }
    })
}

function recentMenu({ state: { text, recent }, actions }: Making): MenuItemConstructorOptions {
  const others = recent
    .filter(({ isOpen, isThere }) => isThere && !isOpen)
    .map(({ path, name, folder }) => ({
      // An ampersand in a name is no access key.
      label: `${name} – ${folder}`.replaceAll('&', '&&'),
      click: () => actions.openFile(path),
    }))
  const none = { label: text.noRecent, enabled: false }
  return { label: text.openRecent, submenu: others.length === 0 ? [none] : others }
}

function fileMenu(making: Making): MenuItemConstructorOptions {
  const { system, state, actions } = making
  const { text } = state
  const last: MenuItemConstructorOptions =
    system === 'darwin' ? { role: 'close', label: text.close } : { role: 'quit', label: text.quit }
  return {
    label: text.file,
    submenu: [
      { label: text.newWorkspace, accelerator: 'CommandOrControl+Shift+N', click: () => actions.create() },
      { label: text.openWorkspace, accelerator: 'CommandOrControl+O', click: () => actions.open() },
      recentMenu(making),
      separator,
      ...commandItems('file', making),
      separator,
      { label: text.showInFolder, click: () => actions.showInFolder() },
      separator,
      last,
    ],
  }
}

const editMenu = ({ state: { text } }: Making): MenuItemConstructorOptions => ({
  label: text.edit,
  submenu: [
    { role: 'undo', label: text.undo },
    { role: 'redo', label: text.redo },
    separator,
    { role: 'cut', label: text.cut },
    { role: 'copy', label: text.copy },
    { role: 'paste', label: text.paste },
    { role: 'selectAll', label: text.selectAll },
  ],
})

function viewMenu(making: Making): MenuItemConstructorOptions {
  const { text } = making.state
  return {
    label: text.view,
    submenu: [
      ...commandItems('view', making),
      separator,
      { role: 'resetZoom', label: text.actualSize },
      { role: 'zoomIn', label: text.zoomIn },
      // Plus is Shift+= on most keyboards; people press Ctrl+= and expect it to zoom.
      {
        role: 'zoomIn',
        accelerator: 'CommandOrControl+=',
        visible: false,
        acceleratorWorksWhenHidden: true,
      },
      { role: 'zoomOut', label: text.zoomOut },
      separator,
      { role: 'togglefullscreen', label: text.fullScreen },
      separator,
      { role: 'reload', label: text.reload },
      { role: 'toggleDevTools', label: text.developerTools },
    ],
  }
}

function goMenu(making: Making): MenuItemConstructorOptions {
  return { label: making.state.text.go, submenu: commandItems('go', making) }
}

function windowMenu({ system, state: { text } }: Making): MenuItemConstructorOptions {
  const last: MenuItemConstructorOptions =
    system === 'darwin' ? { role: 'zoom', label: text.zoomWindow } : { role: 'close', label: text.close }
  return {
    role: 'window',
    label: text.window,
    submenu: [{ role: 'minimize', label: text.minimize }, last],
  }
}

function helpMenu(making: Making): MenuItemConstructorOptions {
  const { system, state, actions } = making
  const { text } = state
  const essay: MenuItemConstructorOptions = { label: text.essay, click: () => actions.openPage(essayUrl) }
  const about: MenuItemConstructorOptions = { role: 'about', label: text.about }
  const first = [...commandItems('help', making), separator, essay]
  return {
    role: 'help',
    label: text.help,
    submenu: system === 'darwin' ? first : [...first, separator, about],
  }
}

/** The menu as data. macOS has its own first menu, with About and Quit in it. */
export function menuTemplate(
  system: NodeJS.Platform,
  state: MenuState,
  actions: MenuActions,
): MenuItemConstructorOptions[] {
  const making = { system, state, actions }
  const menus = [fileMenu, editMenu, viewMenu, goMenu, windowMenu, helpMenu].map((make) => make(making))
  return system === 'darwin' ? [{ role: 'appMenu' }, ...menus] : menus
}

export function installMenu(state: MenuState, actions: MenuActions): void {
  Menu.setApplicationMenu(Menu.buildFromTemplate(menuTemplate(process.platform, state, actions)))
}
