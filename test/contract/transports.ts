import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { onTestFinished, vi } from 'vitest'
import type { Core } from '../../main/core.ts'
import { cancelChannel, invokeChannel } from '../../main/electron/channels.ts'
import { serveIpc } from '../../main/electron/ipc.ts'
import { appOrigin, indexUrl } from '../../main/electron/policy.ts'
import { startHost } from '../../main/server/index.ts'
import { hostTransport, shellTransport } from '../../renderer/api/transport.ts'
import { type Client, createClient, type Transport } from '../../shared/contract/client.ts'
import type { Reply } from '../../shared/contract/reply.ts'
import { openTestCore, type TestCore, type TestCoreOptions } from '../helpers/core.ts'
import { FakeWebContents, ipcMain, resetElectron } from '../main/electron/fake-electron.ts'
import { record } from '../main/electron/fake-record.ts'

const log = { info: () => undefined, error: () => undefined }

/** As the command line does it. */
async function inProcess(core: Core): Promise<Transport> {
  return async (...call) => await core.call(...call)
}

/**
 * As the desktop window does it: the window's own transport and the shell's handler, with Electron's part in
 * between, which copies everything that passes by structured clone.
 */
async function structuredClones(core: Core): Promise<Transport> {
  resetElectron()
  serveIpc({ core, log, isOwnWindow: () => true, chooseWorkspace: async () => null })
  const event = {
    sender: new FakeWebContents(),
    senderFrame: { origin: appOrigin, url: indexUrl, parent: null },
  }
  return shellTransport({
    invoke: async (...sent) => {
      const handler = record.invokeHandlers.get(invokeChannel)
      if (handler === undefined) throw new Error('nothing handles the window’s requests')
      const answer: unknown = Reflect.apply(handler, undefined, [event, ...structuredClone(sent)])
      return structuredClone(await answer)
    },
    cancel: (requestId) => void ipcMain.emit(cancelChannel, event, structuredClone(requestId)),
  })
}

/** As a browser does it, which is let in by the one-time link and then sends its cookie and its origin. */
function browserOf(origin: string, cookie: string): typeof fetch {
  const reallyFetch = fetch
  return async (path, options = {}) => {
    const headers = new Headers(options.headers)
    headers.set('cookie', cookie)
    headers.set('origin', origin)
    headers.set('sec-fetch-site', 'same-origin')
    if (typeof path !== 'string') throw new Error('the window names its host by a path')
    return await reallyFetch(`${origin}${path}`, { ...options, headers })
  }
}

/** As a window in a browser does it: the window's own transport against the real host. */
async function http(core: Core, folder: string): Promise<Transport> {
  const rendererFolder = join(folder, 'renderer')
  mkdirSync(rendererFolder)
  writeFileSync(join(rendererFolder, 'index.html'), '<!doctype html>')
  const host = await startHost({ core, log, rendererFolder })
  const entered = await fetch(host.url, { redirect: 'manual' })
  const [cookie = ''] = entered.headers.getSetCookie()[0]?.split(';') ?? []
  vi.stubGlobal('fetch', browserOf(new URL(host.url).origin, cookie))
  onTestFinished(async () => {
    vi.unstubAllGlobals()
    await host.close()
  })
  return hostTransport
}

/** The three ways to the core, by name. */
export const transports = [
  ['in-process', inProcess],
  ['structured clone', structuredClones],
  ['HTTP', http],
] as const satisfies readonly (readonly [string, (core: Core, folder: string) => Promise<Transport>])[]

export type Connect = (typeof transports)[number][1]

export interface Connected {
  readonly test: TestCore
  readonly transport: Transport
  readonly client: Client
  /** What the core answered to each call, whether or not anybody still listened. */
  readonly replies: readonly Promise<Reply>[]
}

/** A real core on a new workspace, reached over one of the transports until the test is done. */
export async function connect(transportTo: Connect, options: TestCoreOptions = {}): Promise<Connected> {
  const test = openTestCore(options)
  onTestFinished(test.close)
  const replies: Promise<Reply>[] = []
  const watched: Core = {
    call: async (...call) => {
      const reply = test.core.call(...call)
      replies.push(reply)
      return await reply
    },
    close: () => test.core.close(),
  }
  const transport = await transportTo(watched, test.folder)
  return { test, transport, client: createClient(transport), replies }
}
