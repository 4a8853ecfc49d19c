import { z } from 'zod'
import { reportPolicy } from '../content-policy.ts'
import type { Connection } from './cdp.ts'
import { printOptions } from './print-options.ts'

/** A page that can show one document and reach nothing else. */
export interface Page {
  /** The document as a PDF, in pieces of at most 1 MB. */
  print(html: string): Promise<Uint8Array>
}

/** Never asked of a network: the answer is given here. `invalid` is reserved for names that lead nowhere. */
const reportUrl = 'https://report.invalid/'

/** `sandbox` also ends `<meta http-equiv="refresh">`, which would take the report off the page. */
const reportHeaders = [
  { name: 'Content-Type', value: 'text/html; charset=utf-8' },
  { name: 'Content-Security-Policy', value: `${reportPolicy}; sandbox` },
]

const nothing = z.object({})
const pausedRequest = z.object({ requestId: z.string(), request: z.object({ url: z.string() }) })
const lifecycleEvent = z.object({ name: z.string(), loaderId: z.string() })
const navigation = z.object({
  frameId: z.string(),
  loaderId: z.string().optional(),
  errorText: z.string().optional(),
})
const chunk = z.object({ data: z.string(), base64Encoded: z.boolean().optional(), eof: z.boolean() })

type Send = <Result>(method: string, parameters: object, result: z.ZodType<Result>) => Promise<Result>

/** Waits for one document to have loaded, whichever comes first: the event or the question. */
function watchLoads(connection: Connection): (loaderId: string) => Promise<void> {
  const loads = new Map<string, PromiseWithResolvers<void>>()
  const loadOf = (loaderId: string): PromiseWithResolvers<void> => {
    const load = loads.get(loaderId) ?? Promise.withResolvers<void>()
    loads.set(loaderId, load)
    return load
  }
  connection.on('Page.lifecycleEvent', (params) => {
    const { name, loaderId } = lifecycleEvent.parse(params)
    if (name === 'load') loadOf(loaderId).resolve()
  })
  return (loaderId) => Promise.race([loadOf(loaderId).promise, connection.lost])
}

/** Answers the first request for the report with it and fails every other request. */
function serveOnly(html: string, connection: Connection, send: Send): void {
  let served = false
  const answer = async ({ requestId, request }: z.infer<typeof pausedRequest>): Promise<void> => {
    if (request.url !== reportUrl || served) {
      await send('Fetch.failRequest', { requestId, errorReason: 'Aborted' }, nothing)
      return
    }
    served = true
    const body = Buffer.from(html).toString('base64')
    const response = { responseCode: 200, responseHeaders: reportHeaders, body }
    await send('Fetch.fulfillRequest', { requestId, ...response }, nothing)
  }
  connection.on('Fetch.requestPaused', (params) => {
    // A request whose frame has gone meanwhile cannot be answered, and stays without one.
    answer(pausedRequest.parse(params)).catch(() => undefined)
  })
}

/**
 * Loads every font of the document, also those that only the page margins use: Chromium would begin to load
 * these when it prints, and print blanks. Runs beside the page's own scripts, which stay off.
 */
const loadFonts =
  'Promise.allSettled([...document.fonts].map((font) => font.load())).then(() => document.fonts.ready).then(() => true)'

async function waitForFonts(frameId: string, send: Send): Promise<void> {
  const world = z.object({ executionContextId: z.number() })
  const { executionContextId } = await send('Page.createIsolatedWorld', { frameId }, world)
  const evaluation = { expression: loadFonts, contextId: executionContextId, awaitPromise: true }
  await send('Runtime.evaluate', evaluation, z.object({ result: z.object({ value: z.literal(true) }) }))
}

async function readStream(handle: string, send: Send): Promise<Uint8Array> {
  const pieces: Buffer[] = []
  for (;;) {
    const { data, base64Encoded, eof } = await send('IO.read', { handle, size: 1 << 20 }, chunk)
    pieces.push(Buffer.from(data, base64Encoded === true ? 'base64' : 'utf8'))
    if (eof) return Buffer.concat(pieces)
  }
}

async function closeOff(send: Send): Promise<void> {
  const offline = { offline: true, latency: 0, downloadThroughput: 0, uploadThroughput: 0 }
  await Promise.all([
    send('Emulation.setScriptExecutionDisabled', { value: true }, nothing),
    send('Emulation.setEmulatedMedia', { media: 'print' }, nothing),
    send('Network.enable', {}, nothing),
    send('Network.emulateNetworkConditions', offline, nothing),
    send('Fetch.enable', { patterns: [{ urlPattern: '*' }] }, nothing),
    send('Page.enable', {}, nothing),
    send('Page.setLifecycleEventsEnabled', { enabled: true }, nothing),
  ])
}

/** Opens an empty page without scripts and without network. */
export async function openPage(connection: Connection): Promise<Page> {
  const blank = { url: 'about:blank' }
  const { targetId } = await connection.send('Target.createTarget', blank, z.object({ targetId: z.string() }))
  const attached = z.object({ sessionId: z.string() })
  const { sessionId } = await connection.send('Target.attachToTarget', { targetId, flatten: true }, attached)
  const send: Send = (method, parameters, result) => connection.send(method, parameters, result, sessionId)
  const untilLoaded = watchLoads(connection)
  connection.on('Inspector.targetCrashed', () => connection.close(new Error('The page crashed.')))
  await closeOff(send)
  return {
    async print(html) {
      serveOnly(html, connection, send)
      const { frameId, loaderId, errorText } = await send('Page.navigate', { url: reportUrl }, navigation)
      if (loaderId === undefined || errorText !== undefined) {
        throw new Error(`The report was not shown: ${errorText ?? 'no document'}.`)
      }
      await untilLoaded(loaderId)
      await waitForFonts(frameId, send)
      const print = { ...printOptions, transferMode: 'ReturnAsStream' }
      const { stream } = await send('Page.printToPDF', print, z.object({ stream: z.string() }))
      return await readStream(stream, send)
    },
  }
}
