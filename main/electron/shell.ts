import { app, dialog, session, type BrowserWindow, type WebContents } from 'electron'
import { ExpectedFailure } from '../../shared/domain/failure.ts'
import type { Core, CoreOptions, Log } from '../core.ts'
import { serveDownloads } from './downloads.ts'
import { allowCopyingAlone, denyNetwork, guardContents, openExternalPage } from './guards.ts'
import { serveIpc } from './ipc.ts'
import { installMenu } from './menu.ts'
import { createPrinter } from './printer.ts'
import { registerAppScheme, serveAppScheme } from './scheme.ts'
import { shellText } from './text.ts'
import { openWindow } from './window.ts'

export interface ShellOptions {
  readonly createCore: (options: CoreOptions) => Core
  readonly log: Log
  /** Named in messages, so that a person can find the details. */
  readonly logFile: string
  readonly workspaceFile: string
  readonly settingsFile: string
  readonly rendererFolder: string
  readonly resourcesFolder: string
  readonly workerFile: string
  readonly preloadFile: string
}

/** The one window of the app, while it is open. */
function createWindowKeeper(options: ShellOptions) {
  let current: BrowserWindow | null = null
  return {
    open(): void {
      const window = openWindow(options.preloadFile, options.log)
      current = window
      window.on('closed', () => {
        if (current === window) current = null
      })
    },
    openIfNone(): void {
      if (current === null) this.open()
    },
    /** Brings the window to the front, or opens one. */
    show(): void {
      if (current === null) return this.open()
      if (current.isMinimized()) current.restore()
      current.show()
      current.focus()
    },
    isOwn: (contents: WebContents): boolean => current !== null && current.webContents === contents,
  }
}

type WindowKeeper = ReturnType<typeof createWindowKeeper>

function reportFailedStart(error: unknown, options: ShellOptions): void {
  options.log.error('Nines could not start', error)
  const message =
    error instanceof ExpectedFailure ? error.message : shellText.unexpectedStart(options.logFile)
  dialog.showErrorBox(shellText.cannotStart, message)
  app.exit(1)
}

function openCore(options: ShellOptions): Core {
  return options.createCore({
    workspaceFile: options.workspaceFile,
    settingsFile: options.settingsFile,
    resourcesFolder: options.resourcesFolder,
    workerFile: options.workerFile,
    printer: createPrinter(options.log),
    log: options.log,
    appVersion: app.getVersion(),
  })
}

/** Everything that has to wait for Electron to be ready. The core comes first: without it there is no window. */
function start(options: ShellOptions, keeper: WindowKeeper): void {
  const { log } = options
  const core = openCore(options)
  app.on('will-quit', () => core.close())
  allowCopyingAlone(session.defaultSession, keeper.isOwn)
  denyNetwork(session.defaultSession)
  serveAppScheme(options.rendererFolder, log)
  serveDownloads({ session: session.defaultSession, log, isOwnWindow: keeper.isOwn })
  serveIpc({ core, log, isOwnWindow: keeper.isOwn })
  installMenu((url) => openExternalPage(url, log))
  app.on('second-instance', () => keeper.show())
  // macOS sends this at the start as well, when the window must still wait for its first paint.
  app.on('activate', () => keeper.openIfNone())
  keeper.open()
}

/** Logs what nobody caught. After an uncaught exception the state is unknown, so the app says so and closes. */
export function watchUncaught(
  source: NodeJS.EventEmitter,
  options: Pick<ShellOptions, 'log' | 'logFile'>,
): void {
  source.on('unhandledRejection', (reason: unknown) =>
    options.log.error('a promise was rejected and nobody was listening', reason),
  )
  source.on('uncaughtException', (error: unknown) => {
    options.log.error('an exception was not caught', error)
    dialog.showErrorBox(shellText.stopped, shellText.stoppedDetail(options.logFile))
    app.exit(1)
  })
}

/**
 * Runs the desktop shell. Returns at once: Electron does not become ready before its entry has settled, so
 * nothing here may be awaited at the top of the entry.
 */
export function runShell(options: ShellOptions): void {
  app.enableSandbox()
  registerAppScheme()
  if (!app.requestSingleInstanceLock()) {
    app.quit()
    return
  }
  const keeper = createWindowKeeper(options)
  app.on('web-contents-created', (_event, contents) => guardContents(contents, options.log))
  app.on('window-all-closed', () => {
    if (process.platform !== 'darwin') app.quit()
  })
  app
    .whenReady()
    .then(() => start(options, keeper))
    .catch((error: unknown) => reportFailedStart(error, options))
}
