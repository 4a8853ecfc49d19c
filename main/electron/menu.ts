import { Menu, type MenuItemConstructorOptions } from 'electron'
import { essayUrl } from './policy.ts'
import type { MenuText } from './text.ts'
import type { MenuState, WorkspaceActions } from './workspaces.ts'

const separator: MenuItemConstructorOptions = { type: 'separator' }

/** What the menu does that no role of Electron does. */
export interface MenuActions extends WorkspaceActions {
  readonly openPage: (url: string) => void
}

function recentMenu({ text, recent }: MenuState, actions: MenuActions): MenuItemConstructorOptions {
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

function fileMenu(isMac: boolean, state: MenuState, actions: MenuActions): MenuItemConstructorOptions {
  const { text } = state
  const last: MenuItemConstructorOptions = isMac
    ? { role: 'close', label: text.close }
    : { role: 'quit', label: text.quit }
  return {
    label: text.file,
    submenu: [
      { label: text.newWorkspace, accelerator: 'CommandOrControl+Shift+N', click: () => actions.create() },
      { label: text.openWorkspace, accelerator: 'CommandOrControl+O', click: () => actions.open() },
      recentMenu(state, actions),
      separator,
      { label: text.showInFolder, click: () => actions.showInFolder() },
      separator,
      last,
    ],
  }
}

const editMenu = (text: MenuText): MenuItemConstructorOptions => ({
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

const viewMenu = (text: MenuText): MenuItemConstructorOptions => ({
  label: text.view,
  submenu: [
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
})

function windowMenu(isMac: boolean, text: MenuText): MenuItemConstructorOptions {
  const last: MenuItemConstructorOptions = isMac
    ? { role: 'zoom', label: text.zoomWindow }
    : { role: 'close', label: text.close }
  return {
    role: 'window',
    label: text.window,
    submenu: [{ role: 'minimize', label: text.minimize }, last],
  }
}

function helpMenu(
  isMac: boolean,
  text: MenuText,
  openPage: MenuActions['openPage'],
): MenuItemConstructorOptions {
  const essay: MenuItemConstructorOptions = { label: text.essay, click: () => openPage(essayUrl) }
  const about: MenuItemConstructorOptions = { role: 'about', label: text.about }
  return { role: 'help', label: text.help, submenu: isMac ? [essay] : [essay, separator, about] }
}

/** The menu as data. macOS has its own first menu, with About and Quit in it. */
export function menuTemplate(
  system: NodeJS.Platform,
  state: MenuState,
  actions: MenuActions,
): MenuItemConstructorOptions[] {
  const isMac = system === 'darwin'
  const { text } = state
  const rest = [
    fileMenu(isMac, state, actions),
    editMenu(text),
    viewMenu(text),
    windowMenu(isMac, text),
    helpMenu(isMac, text, actions.openPage),
  ]
  return isMac ? [{ role: 'appMenu' }, ...rest] : rest
}

export function installMenu(state: MenuState, actions: MenuActions): void {
  Menu.setApplicationMenu(Menu.buildFromTemplate(menuTemplate(process.platform, state, actions)))
}
