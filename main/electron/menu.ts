import { Menu, type MenuItemConstructorOptions } from 'electron'
import { essayUrl } from './policy.ts'
import { menuText } from './text.ts'

const separator: MenuItemConstructorOptions = { type: 'separator' }

function fileMenu(isMac: boolean): MenuItemConstructorOptions {
  const last: MenuItemConstructorOptions = isMac
    ? { role: 'close', label: menuText.close }
    : { role: 'quit', label: menuText.quit }
  return { label: menuText.file, submenu: [last] }
}

const editMenu: MenuItemConstructorOptions = {
  label: menuText.edit,
  submenu: [
    { role: 'undo', label: menuText.undo },
    { role: 'redo', label: menuText.redo },
    separator,
    { role: 'cut', label: menuText.cut },
    { role: 'copy', label: menuText.copy },
    { role: 'paste', label: menuText.paste },
    { role: 'selectAll', label: menuText.selectAll },
  ],
}

const viewMenu: MenuItemConstructorOptions = {
  label: menuText.view,
  submenu: [
    { role: 'resetZoom', label: menuText.actualSize },
    { role: 'zoomIn', label: menuText.zoomIn },
    // Plus is Shift+= on most keyboards; people press Ctrl+= and expect it to zoom.
    {
      role: 'zoomIn',
      accelerator: 'CommandOrControl+=',
      visible: false,
      acceleratorWorksWhenHidden: true,
    },
    { role: 'zoomOut', label: menuText.zoomOut },
    separator,
    { role: 'togglefullscreen', label: menuText.fullScreen },
    separator,
    { role: 'reload', label: menuText.reload },
    { role: 'toggleDevTools', label: menuText.developerTools },
  ],
}

function windowMenu(isMac: boolean): MenuItemConstructorOptions {
  const last: MenuItemConstructorOptions = isMac
    ? { role: 'zoom', label: menuText.zoomWindow }
    : { role: 'close', label: menuText.close }
  return {
    role: 'window',
    label: menuText.window,
    submenu: [{ role: 'minimize', label: menuText.minimize }, last],
  }
}

function helpMenu(isMac: boolean, openPage: (url: string) => void): MenuItemConstructorOptions {
  const essay: MenuItemConstructorOptions = { label: menuText.essay, click: () => openPage(essayUrl) }
  const about: MenuItemConstructorOptions = { role: 'about', label: menuText.about }
  return { role: 'help', label: menuText.help, submenu: isMac ? [essay] : [essay, separator, about] }
}

/** The menu as data. macOS has its own first menu, with About and Quit in it. */
export function menuTemplate(
  system: NodeJS.Platform,
  openPage: (url: string) => void,
): MenuItemConstructorOptions[] {
  const isMac = system === 'darwin'
  const rest = [fileMenu(isMac), editMenu, viewMenu, windowMenu(isMac), helpMenu(isMac, openPage)]
  return isMac ? [{ role: 'appMenu' }, ...rest] : rest
}

export function installMenu(openPage: (url: string) => void): void {
  Menu.setApplicationMenu(Menu.buildFromTemplate(menuTemplate(process.platform, openPage)))
}
