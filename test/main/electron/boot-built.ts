/**
 * Boots a built dist/main/electron.js on plain Node, with `electron` mapped to the fake, and prints what
 * happened as JSON. Run as: node boot-built.ts DIST DATA_FOLDER REQUESTS, where REQUESTS is a JSON list of
 * [operation, input]. Node's own module loader links the bundle, so a name that `electron` lacks fails here.
 */
import { existsSync, readFileSync } from 'node:fs'
import { registerHooks } from 'node:module'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { createContext, runInContext } from 'node:vm'
import { z } from 'zod'
import { app, becomeReady, session, type BrowserWindow } from './fake-electron.ts'
import { record } from './fake-record.ts'

const requestList = z.array(z.tuple([z.string(), z.unknown()]))

/** Long enough for any machine: an entry that waits for `ready` never settles. */
const entryLimitMs = 20_000

function mapElectron(): void {
  const fake = new URL('fake-electron.ts', import.meta.url).href
  registerHooks({
    resolve: (specifier, context, next) =>
      specifier === 'electron' ? next(fake, context) : next(specifier, context),
  })
}

async function entrySettles(entry: string): Promise<boolean> {
  const { promise: late, resolve: giveUp } = Promise.withResolvers<boolean>()
  // The timer keeps this process alive: a top-level await that never ends would let Node exit.
  const limit = setTimeout(() => giveUp(false), entryLimitMs)
  const imported = import(pathToFileURL(entry).href).then(() => true)
  try {
    return await Promise.race([imported, late])
  } finally {
    clearTimeout(limit)
  }
}

const silent = () => undefined

function preloadRequires(file: string): readonly string[] {
  const required: string[] = []
  const electron = {
    contextBridge: { exposeInMainWorld: silent },
    ipcRenderer: { invoke: silent, send: silent, on: silent, off: silent },
  }
  const note = (name: string): unknown => {
    required.push(name)
    return electron
  }
  runInContext(readFileSync(file, 'utf8'), createContext({ require: note, module: {}, exports: {} }))
  return required
}

/** Every file that the page names, asked for as Chromium would ask. */
async function loadAssets(indexUrl: string) {
  const index = await session.defaultSession.load(indexUrl)
  const html = await index.text()
  const references = [...html.matchAll(/(?:src|href)="([^"]+)"/g)].map((match) => match[1] ?? '')
  const assets = references.map(async (reference) => {
    const response = await session.defaultSession.load(new URL(reference, indexUrl).href)
    const { byteLength } = await response.arrayBuffer()
    return { reference, status: response.status, mimeType: response.headers.get('content-type'), byteLength }
  })
  return { contentPolicy: index.headers.get('content-security-policy'), assets: await Promise.all(assets) }
}

async function invoke(window: BrowserWindow, request: readonly unknown[]): Promise<unknown> {
  const handler = record.invokeHandlers.get('nines:invoke')
  if (handler === undefined) throw new Error('nothing handles nines:invoke')
  const senderFrame = { origin: 'app://bundle', url: 'app://bundle/index.html', parent: null }
  const values: readonly unknown[] = [{ sender: window.webContents, senderFrame }, ...request]
  return await Promise.resolve<unknown>(Reflect.apply(handler, undefined, values))
}

/** What the window is sent when each item of the menu that has an id is chosen. */
function chooseEveryCommand(window: BrowserWindow): readonly unknown[] {
  for (const menu of record.menu?.template ?? []) {
    for (const item of Array.isArray(menu.submenu) ? menu.submenu : []) {
      if (item.id !== undefined && item.click !== undefined) Reflect.apply(item.click, undefined, [])
    }
  }
  return window.webContents.sent
}

async function boot(
  dist: string,
  dataFolder: string,
  requests: z.infer<typeof requestList>,
): Promise<object> {
  record.userData = dataFolder
  mapElectron()
  const settledBeforeReady = await entrySettles(join(dist, 'main', 'electron.js'))
  const windowsBeforeReady = record.windows.length
  await becomeReady()
  const [window] = record.windows
  if (window === undefined)
    return {
      settledBeforeReady,
      windowsBeforeReady,
      errorBoxes: record.errorBoxes,
      exitCodes: record.exitCodes,
    }
  const preload = window.options.webPreferences?.preload ?? ''
  const replies: unknown[] = []
  for (const request of requests) replies.push(await invoke(window, request))
  const page = await loadAssets(window.urls[0] ?? '')
  const report = {
    settledBeforeReady,
    windowsBeforeReady,
    errorBoxes: record.errorBoxes,
    preload: { path: preload, exists: existsSync(preload), requires: preloadRequires(preload) },
    page,
    replies,
    commandsSent: chooseEveryCommand(window),
  }
  app.quit()
  return report
}

const [dist = '', dataFolder = '', requests = '[]'] = process.argv.slice(2)
const report = await boot(resolve(dist), resolve(dataFolder), requestList.parse(JSON.parse(requests)))
process.stdout.write(JSON.stringify(report))
