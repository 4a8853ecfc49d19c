import { app, dialog, session, type BrowserWindow, type WebContents } from 'electron'
import { ExpectedFailure } from '../../shared/domain/failure.ts'
import type { Core, CoreOptions, Log } from '../core.ts'
import { serveDownloads } from './downloads.ts'
import { commandChannel } from './channels.ts'
import { allowCopyingAlone, denyNetwork, guardContents, openExternalPage } from './guards.ts'
import { type IpcOptions, serveIpc } from './ipc.ts'
import { installMenu, type MenuActions } from './menu.ts'
import { isAppFrame } from './policy.ts'
import { createPrinter } from './printer.ts'
import { registerAppScheme, serveAppScheme } from './scheme.ts'
import { shellText } from './text.ts'
import { openWindow } from './window.ts'
import { createWorkspaces, firstMenuState } from './workspaces.ts'

export interface ShellOptions {
  readonly createCore: (options: CoreOptions) => Core
  readonly log: Log
  /** Named in messages, so that a person can find the details. */
  readonly logFile: string
  readonly workspaceFile: string
  /** Opened when that one, which was open last, cannot be; null: then Nines does not start. */
  readonly otherwiseFile: string | null
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
    window: (): BrowserWindow | null => current,
    isOwn: (contents: WebContents): boolean => current !== null && current.webContents === contents,
    /** Has the window run a command; a page that is not ours learns of none. */
    runCommand(id: string): void {
      if (current === null || !isAppFrame(current.webContents.mainFrame)) return
      current.webContents.send(commandChannel, id)
    },
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

function openCoreOn(workspaceFile: string, options: ShellOptions): Core {
  return options.createCore({
    workspaceFile,
    settingsFile: options.settingsFile,
    resourcesFolder: options.resourcesFolder,
    workerFile: options.workerFile,
    printer: createPrinter(options.log),
    log: options.log,
    appVersion: app.getVersion(),
    attended: true,
  })
}

/** A workspace that was merely the last one must not keep Nines from starting. */
function openCore(options: ShellOptions): Core {
  const { workspaceFile, otherwiseFile, log } = options
  try {
    return openCoreOn(workspaceFile, options)
  } catch (error) {
    if (!(error instanceof ExpectedFailure) || otherwiseFile === null) throw error
    log.error('the workspace that was open last could not be opened', error)
    const core = openCoreOn(otherwiseFile, options)
    dialog.showErrorBox(
      shellText.lastNotOpened,
      `${error.message}\n\n${shellText.otherOpened(otherwiseFile)}`,
    )
    return core
  }
}

/** What a window does that the menu has to follow. */
const menuChanges: ReadonlySet<string> = new Set([
  'settings.set',
  'workspace.open',
  'workspace.create',
  'workspace.forget',
])

/** Calls `changed` after every call that the menu has to follow. */
function watchedCore(core: Core, changed: () => void): Core {
  return {
    call: async (operation, ...rest) => {
      const reply = await core.call(operation, ...rest)
      if (menuChanges.has(operation)) changed()
      return reply
    },
    close: () => core.close(),
  }
}

/** The menu, in the language of the window and with the workspaces there are. Returns what the window shares. */
function serveMenu(core: Core, log: Log, keeper: WindowKeeper): Pick<IpcOptions, 'core' | 'chooseWorkspace'> {
  const watched = watchedCore(core, () => refresh())
  const workspaces = createWorkspaces(watched, log, keeper.window)
  const actions: MenuActions = {
    ...workspaces,
    openPage: (url) => openExternalPage(url, log),
    runCommand: (id) => keeper.runCommand(id),
  }
  const refresh = (): void => {
    workspaces
      .menuState()
      .then((state) => installMenu(state, actions))
      .catch((error: unknown) => log.error('the menu could not be brought up to date', error))
  }
  installMenu(firstMenuState(), actions)
  refresh()
  return { core: watched, chooseWorkspace: workspaces.choose }
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
  serveIpc({ ...serveMenu(core, log, keeper), log, isOwnWindow: keeper.isOwn })
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
