import { join } from 'node:path'
import { app, BrowserWindow, dialog, nativeTheme, screen, type WebPreferences } from 'electron'
import type { Log } from '../core.ts'
import { indexUrl } from './policy.ts'
import { shellText } from './text.ts'
import { readPlace, savePlace, type WindowState } from './window-bounds.ts'

/** The locked-down page: every safeguard is spelled out, so that a changed default changes nothing here. */
export const lockedPreferences = {
  sandbox: true,
  contextIsolation: true,
  nodeIntegration: false,
  nodeIntegrationInWorker: false,
  nodeIntegrationInSubFrames: false,
  webSecurity: true,
  allowRunningInsecureContent: false,
  webviewTag: false,
  plugins: false,
  navigateOnDragDrop: false,
  spellcheck: false,
} as const satisfies WebPreferences

/** The background of the design's two themes, shown until the page has painted. */
const background = { light: '#f7f7f5', dark: '#17181a' } as const

const firstSize = { width: 1280, height: 800 } as const

function offerReload(window: BrowserWindow, log: Log): void {
  window.webContents.on('render-process-gone', (_event, details) => {
    if (details.reason === 'clean-exit') return
    log.error(`the window's process is gone: ${details.reason}, exit code ${details.exitCode}`)
    dialog
      .showMessageBox(window, {
        type: 'error',
        message: shellText.crashed,
        detail: shellText.crashedDetail,
        buttons: [shellText.reload, shellText.quit],
        defaultId: 0,
        cancelId: 0,
      })
      .then(({ response }) => (response === 1 ? app.quit() : window.webContents.reload()))
      .catch((error: unknown) => log.error('the window could not be brought back', error))
  })
  window.on('unresponsive', () => log.error('the window does not respond'))
}

/** A page that holds on to unsaved attempts would be held for good, because Electron asks nobody by itself. */
function askBeforeLeaving(window: BrowserWindow): void {
  window.webContents.on('will-prevent-unload', (event) => {
    const answer = dialog.showMessageBoxSync(window, {
      type: 'warning',
      message: shellText.stillSaving,
      detail: shellText.stillSavingDetail,
      buttons: [shellText.stay, shellText.leave],
      defaultId: 0,
      cancelId: 0,
    })
    // To prevent the prevention is to let the page go.
    if (answer === 1) event.preventDefault()
  })
}

function stateOf(window: BrowserWindow): WindowState {
  if (window.isFullScreen()) return 'full-screen'
  return window.isMaximized() ? 'maximised' : 'normal'
}

/** Opens the window where, and as large as, it was last time and shows it once the page has painted. */
export function openWindow(preloadFile: string, log: Log): BrowserWindow {
  const placeFile = join(app.getPath('userData'), 'window.json')
  const screens = screen.getAllDisplays().map((display) => display.workArea)
  const { bounds, state } = readPlace(placeFile, screens, log)
  const window = new BrowserWindow({
    ...firstSize,
    ...bounds,
    ...(state === 'full-screen' ? { fullscreen: true } : {}),
    minWidth: 1024,
    minHeight: 700,
    show: false,
    backgroundColor: nativeTheme.shouldUseDarkColors ? background.dark : background.light,
    webPreferences: { ...lockedPreferences, preload: preloadFile },
  })
  window.once('ready-to-show', () => {
    // Before that, maximising would show the window unpainted.
    if (state === 'maximised') window.maximize()
    window.show()
  })
  window.on('close', () => savePlace(placeFile, window.getNormalBounds(), stateOf(window), log))
  offerReload(window, log)
  askBeforeLeaving(window)
  window.loadURL(indexUrl).catch((error: unknown) => log.error('the window could not load its page', error))
  return window
}
