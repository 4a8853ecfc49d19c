/**
 * A strict stand-in for `electron`. Each faked member has the signature of the real one, an unfaked member
 * throws when it is read, and Electron's rules of order hold: what must come before or after `ready` throws
 * otherwise. It cannot show what the real Chromium does; see main/electron/README.md.
 */
import { join } from 'node:path'
import type * as E from 'electron'
import {
  freshRecord,
  onlyAfterReady,
  onlyBeforeReady,
  record,
  strict,
  StrictEmitter,
  type InvokeHandler,
  type Pdf,
  type ProtocolHandler,
  type RequestListener,
} from './fake-record.ts'

let announceReady: () => void = () => undefined
let readiness = new Promise<void>((resolve) => {
  announceReady = resolve
})

class FakeApp
  extends StrictEmitter
  implements
    Pick<
      E.App,
      | 'enableSandbox'
      | 'requestSingleInstanceLock'
      | 'whenReady'
      | 'quit'
      | 'exit'
      | 'getVersion'
      | 'getPath'
      | 'getPreferredSystemLanguages'
    >
{
  enableSandbox(): void {
    onlyBeforeReady('app.enableSandbox')
    record.sandboxEnabled = true
  }
  requestSingleInstanceLock(): boolean {
    return record.hasLock
  }
  async whenReady(): Promise<void> {
    return await readiness
  }
  quit(): void {
    record.quits += 1
    this.emit('will-quit', { preventDefault: () => undefined })
  }
  exit(exitCode?: number): void {
    record.exitCodes.push(exitCode ?? 0)
  }
  getVersion(): string {
    return '0.0.0-fake'
  }
  getPath(name: Parameters<E.App['getPath']>[0]): string {
    return name === 'userData' ? record.userData : join(record.userData, name)
  }
  getPreferredSystemLanguages(): string[] {
    onlyAfterReady('app.getPreferredSystemLanguages')
    return [...record.systemLanguages]
  }
}
export const app = new FakeApp()

class FakeProtocol implements Pick<E.Protocol, 'handle'> {
  readonly handlers = new Map<string, ProtocolHandler>()
  handle(scheme: string, handler: ProtocolHandler): void {
    onlyAfterReady('protocol.handle')
    if (this.handlers.has(scheme)) throw new Error(`${scheme} is handled already`)
    this.handlers.set(scheme, handler)
  }
}

export class FakeSession
  extends StrictEmitter
  implements
    Pick<
      E.Session,
      'setPermissionRequestHandler' | 'setPermissionCheckHandler' | 'setDevicePermissionHandler'
    >
{
  readonly name: string
  readonly protocol = strict('session.protocol', new FakeProtocol())
  permissionRequest: Parameters<E.Session['setPermissionRequestHandler']>[0] = null
  permissionCheck: Parameters<E.Session['setPermissionCheckHandler']>[0] = null
  devicePermission: Parameters<E.Session['setDevicePermissionHandler']>[0] = null
  beforeRequest: RequestListener | null = null
  readonly webRequest = strict('session.webRequest', {
    onBeforeRequest: (listener: RequestListener | null): void => {
      this.beforeRequest = listener
    },
  })

  constructor(name: string) {
    super()
    this.name = name
  }
  setPermissionRequestHandler(handler: FakeSession['permissionRequest']): void {
    this.permissionRequest = handler
  }
  setPermissionCheckHandler(handler: FakeSession['permissionCheck']): void {
    this.permissionCheck = handler
  }
  setDevicePermissionHandler(handler: FakeSession['devicePermission']): void {
    this.devicePermission = handler
  }
  /** Whether the session's own filter would cancel this request. */
  cancels(url: string): boolean {
    let cancelled = false
    const details = { ...bareRequest, url }
    this.beforeRequest?.(details, (response) => {
      cancelled = response.cancel === true
    })
    return cancelled
  }
  /** As Chromium would: through the filter, then to the handler of the scheme. */
  async load(url: string, method = 'GET'): Promise<Response> {
    if (this.cancels(url)) throw new Error(`net::ERR_BLOCKED_BY_CLIENT ${url}`)
    const handler = this.protocol.handlers.get('app')
    if (handler === undefined) throw new Error(`net::ERR_UNKNOWN_URL_SCHEME ${url}`)
    return await handler(new Request(url, { method }))
  }
}

const bareRequest: Omit<E.OnBeforeRequestListenerDetails, 'url'> = {
  id: 1,
  method: 'GET',
  resourceType: 'other',
  referrer: '',
  timestamp: 0,
  uploadData: [],
}

function sessionNamed(name: string): FakeSession {
  onlyAfterReady('session')
  const known = record.sessions.get(name)
  if (known !== undefined) return known
  const made = new FakeSession(name)
  record.sessions.set(name, made)
  return made
}

export const session = strict('session', {
  get defaultSession(): FakeSession {
    return sessionNamed('')
  },
  fromPartition: (partition: string, _options?: E.FromPartitionOptions): FakeSession =>
    sessionNamed(partition),
})

export const protocol = strict('protocol', {
  registerSchemesAsPrivileged(schemes: E.CustomScheme[]): void {
    onlyBeforeReady('protocol.registerSchemesAsPrivileged')
    record.schemes = schemes
  },
  handle: (scheme: string, handler: ProtocolHandler): void =>
    session.defaultSession.protocol.handle(scheme, handler),
} satisfies Pick<E.Protocol, 'registerSchemesAsPrivileged' | 'handle'>)

export class FakeWebContents
  extends StrictEmitter
  implements Pick<E.WebContents, 'setWindowOpenHandler' | 'printToPDF' | 'reload' | 'send'>
{
  windowOpen: Parameters<E.WebContents['setWindowOpenHandler']>[0] | null = null
  printed: E.PrintToPDFOptions[] = []
  reloads = 0
  readonly sent: unknown[][] = []
  /** The part of the top frame that says who it is. */
  mainFrame: Pick<E.WebFrameMain, 'origin' | 'url' | 'parent'> = {
    origin: 'app://bundle',
    url: 'app://bundle/index.html',
    parent: null,
  }
  /** The document that was loaded last. */
  html = ''

  setWindowOpenHandler(handler: NonNullable<FakeWebContents['windowOpen']>): void {
    this.windowOpen = handler
  }
  /** Not a PDF, but the printed document's own bytes: a test sees what would have been printed. */
  async printToPDF(options: E.PrintToPDFOptions): Promise<Pdf> {
    this.printed.push(options)
    return await record.finishPrinting(Buffer.from(this.html))
  }
  reload(): void {
    this.reloads += 1
  }
  send(channel: string, ...values: unknown[]): void {
    this.sent.push([channel, ...values])
  }
}

type WindowMembers =
  | 'loadURL'
  | 'show'
  | 'focus'
  | 'restore'
  | 'isMinimized'
  | 'isMaximized'
  | 'isFullScreen'
  | 'maximize'
  | 'isDestroyed'
  | 'getNormalBounds'
  | 'destroy'
  | 'close'

export class BrowserWindow extends StrictEmitter implements Pick<E.BrowserWindow, WindowMembers> {
  readonly options: E.BrowserWindowConstructorOptions
  readonly webContents = new FakeWebContents()
  readonly urls: string[] = []
  readonly shows: string[] = []
  minimized = false
  maximized = false
  fullScreen = false
  private destroyed = false
  bounds: E.Rectangle = { x: 10, y: 20, width: 1300, height: 810 }

  constructor(options: E.BrowserWindowConstructorOptions = {}) {
    onlyAfterReady('BrowserWindow')
    super()
    this.options = options
    record.windows.push(this)
    app.emit('web-contents-created', {}, this.webContents)
  }
  async loadURL(url: string): Promise<void> {
    this.urls.push(url)
    const response = await this.ownSession().load(url)
    if (!response.ok) throw new Error(`net::ERR_FAILED ${response.status} ${url}`)
    this.webContents.html = await response.text()
  }
  ownSession(): FakeSession {
    const own = [...record.sessions.values()].find((known) =>
      Object.is(known, this.options.webPreferences?.session),
    )
    return own ?? session.defaultSession
  }
  show(): void {
    this.shows.push('show')
  }
  focus(): void {
    this.shows.push('focus')
  }
  restore(): void {
    this.minimized = false
    this.shows.push('restore')
  }
  isMinimized(): boolean {
    return this.minimized
  }
  isMaximized(): boolean {
    return this.maximized
  }
  isFullScreen(): boolean {
    return this.fullScreen
  }
  maximize(): void {
    this.maximized = true
    this.shows.push('maximize')
  }
  isDestroyed(): boolean {
    return this.destroyed
  }
  getNormalBounds(): E.Rectangle {
    return this.bounds
  }
  close(): void {
    this.emit('close', { preventDefault: () => undefined })
    this.destroy()
  }
  destroy(): void {
    if (this.destroyed) throw new Error('Object has been destroyed')
    this.destroyed = true
    this.webContents.emit('destroyed')
    this.emit('closed')
    if (record.windows.every((window) => window.isDestroyed())) app.emit('window-all-closed')
  }
}

class FakeIpcMain extends StrictEmitter implements Pick<E.IpcMain, 'handle'> {
  handle(channel: string, handler: InvokeHandler): void {
    if (record.invokeHandlers.has(channel)) throw new Error(`${channel} is handled already`)
    record.invokeHandlers.set(channel, handler)
  }
}
export const ipcMain = new FakeIpcMain()

/** The options of a call that may name a window before them. */
function optionsOf<Options>(given: readonly [BrowserWindow, Options] | readonly [Options]): Options {
  return given.length === 1 ? given[0] : given[1]
}

export const dialog = strict('dialog', {
  async showOpenDialog(
    ...given: readonly [BrowserWindow, E.OpenDialogOptions] | readonly [E.OpenDialogOptions]
  ): Promise<E.OpenDialogReturnValue> {
    record.fileDialogs.push({ kind: 'open', options: optionsOf(given) })
    const chosen = record.chosenPath
    return { canceled: chosen === null, filePaths: chosen === null ? [] : [chosen] }
  },
  async showSaveDialog(
    ...given: readonly [BrowserWindow, E.SaveDialogOptions] | readonly [E.SaveDialogOptions]
  ): Promise<E.SaveDialogReturnValue> {
    record.fileDialogs.push({ kind: 'save', options: optionsOf(given) })
    return { canceled: record.chosenPath === null, filePath: record.chosenPath ?? '' }
  },
  showErrorBox(title: string, content: string): void {
    record.errorBoxes.push({ title, content })
  },
  async showMessageBox(
    _window: BrowserWindow,
    options: E.MessageBoxOptions,
  ): ReturnType<E.Dialog['showMessageBox']> {
    record.messageBoxes.push(options)
    return { response: record.messageBoxResponse, checkboxChecked: false }
  },
  showMessageBoxSync(_window: BrowserWindow, options: E.MessageBoxSyncOptions): number {
    record.messageBoxes.push(options)
    return record.messageBoxResponse
  },
} satisfies Pick<E.Dialog, 'showErrorBox'> & {
  readonly [K in 'showMessageBox' | 'showMessageBoxSync' | 'showOpenDialog' | 'showSaveDialog']: unknown
})

export class Menu {
  readonly template: (E.MenuItemConstructorOptions | E.MenuItem)[]
  constructor(template: Menu['template']) {
    this.template = template
  }
  static buildFromTemplate(template: Parameters<typeof E.Menu.buildFromTemplate>[0]): Menu {
    return new Menu(template)
  }
  static setApplicationMenu(menu: Menu | null): void {
    onlyAfterReady('Menu.setApplicationMenu')
    record.menu = menu
  }
}

export const shell = strict('shell', {
  async openExternal(url: string): Promise<void> {
    record.openedExternally.push(url)
  },
  showItemInFolder(path: string): void {
    record.shownInFolder.push(path)
  },
} satisfies Pick<E.Shell, 'openExternal' | 'showItemInFolder'>)

export const screen = strict('screen', {
  getAllDisplays(): readonly Pick<E.Display, 'workArea'>[] {
    onlyAfterReady('screen')
    return record.workAreas.map((workArea) => strict('display', { workArea }))
  },
})

export const nativeTheme = strict('nativeTheme', {
  get shouldUseDarkColors(): boolean {
    return record.darkColors
  },
} satisfies Pick<E.NativeTheme, 'shouldUseDarkColors'>)

/** Lets `app.whenReady()` go on, as Electron does once the entry has settled. */
export async function becomeReady(): Promise<void> {
  record.isReady = true
  announceReady()
  await new Promise((resolve) => setImmediate(resolve))
}

/** Forgets everything, so that each test starts its own app. */
export function resetElectron(): void {
  app.removeAllListeners()
  ipcMain.removeAllListeners()
  Object.assign(record, freshRecord())
  readiness = new Promise<void>((resolve) => {
    announceReady = resolve
  })
}

/** Names that `electron` does not have are a compile error here. */
export const everything = {
  app,
  BrowserWindow,
  dialog,
  ipcMain,
  Menu,
  nativeTheme,
  protocol,
  screen,
  session,
  shell,
} satisfies { readonly [K in keyof typeof E]?: unknown }
