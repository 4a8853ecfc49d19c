import { EventEmitter } from 'node:events'
import type * as E from 'electron'
import type { BrowserWindow, FakeSession, Menu } from './fake-electron.ts'

export type InvokeHandler = Parameters<E.IpcMain['handle']>[1]
export type ProtocolHandler = Parameters<E.Protocol['handle']>[1]
export type RequestListener = NonNullable<Parameters<E.WebRequest['onBeforeRequest']>[0]>
export type Pdf = Buffer<ArrayBuffer>

/** What the shell asked of Electron, and how the fake is to answer. */
export interface ElectronRecord {
  isReady: boolean
  sandboxEnabled: boolean
  hasLock: boolean
  userData: string
  darkColors: boolean
  workAreas: readonly E.Rectangle[]
  messageBoxResponse: number
  /** How printing ends; a test may let it fail or never end. */
  finishPrinting: (pdf: Pdf) => Promise<Pdf>
  schemes: readonly E.CustomScheme[]
  readonly exitCodes: number[]
  quits: number
  readonly windows: BrowserWindow[]
  readonly errorBoxes: { readonly title: string; readonly content: string }[]
  readonly messageBoxes: E.MessageBoxOptions[]
  readonly openedExternally: string[]
  readonly shownInFolder: string[]
  /** What the person prefers the system to speak, the most preferred first. */
  systemLanguages: readonly string[]
  /** What the person chooses in a dialog for files; null: nothing. */
  chosenPath: string | null
  readonly fileDialogs: {
    readonly kind: 'open' | 'save'
    readonly options: E.OpenDialogOptions | E.SaveDialogOptions
  }[]
  menu: Menu | null
  readonly invokeHandlers: Map<string, InvokeHandler>
  readonly sessions: Map<string, FakeSession>
}

export function freshRecord(): ElectronRecord {
  return {
    isReady: false,
    sandboxEnabled: false,
    hasLock: true,
    userData: '',
    darkColors: false,
    workAreas: [{ x: 0, y: 0, width: 1920, height: 1080 }],
    messageBoxResponse: 0,
    finishPrinting: async (pdf) => pdf,
    schemes: [],
    exitCodes: [],
    quits: 0,
    windows: [],
    errorBoxes: [],
    messageBoxes: [],
    openedExternally: [],
    shownInFolder: [],
    systemLanguages: ['en-GB'],
    chosenPath: null,
    fileDialogs: [],
    menu: null,
    invokeHandlers: new Map(),
    sessions: new Map(),
  }
}

export const record = freshRecord()

function readStrictly(name: string, object: object, key: string | symbol, receiver: unknown): unknown {
  // `then` is read by every await; test runners look for symbols and toJSON.
  const expected = typeof key === 'symbol' || key === 'then' || key === 'toJSON'
  if (!expected && !(key in object)) throw new Error(`${name}.${key} is not faked`)
  return Reflect.get(object, key, receiver)
}

export function strict<T extends object>(name: string, target: T): T {
  return new Proxy(target, { get: (object, key, receiver) => readStrictly(name, object, key, receiver) })
}

/** An emitter whose prototype chain ends in a throw: a member that no class on the way has is not faked. */
export class StrictEmitter extends EventEmitter {}
Object.setPrototypeOf(
  StrictEmitter.prototype,
  new Proxy(EventEmitter.prototype, {
    get: (object, key, receiver: object) => readStrictly(receiver.constructor.name, object, key, receiver),
  }),
)

export function onlyBeforeReady(what: string): void {
  if (record.isReady) throw new Error(`${what} has to be called before the app is ready`)
}

export function onlyAfterReady(what: string): void {
  if (!record.isReady) throw new Error(`${what} cannot be used before the app is ready`)
}
