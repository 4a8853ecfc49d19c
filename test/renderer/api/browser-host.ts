import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { onTestFinished, vi } from 'vitest'

export interface Asked {
  readonly method: string | undefined
  readonly path: string | undefined
  readonly contentType: string | undefined
  readonly body: string
}

export interface Host {
  readonly asked: readonly Asked[]
  readonly stop: () => Promise<void>
}

export type Answering = (response: ServerResponse) => void

async function read(request: IncomingMessage): Promise<Asked> {
  request.setEncoding('utf8')
  let body = ''
  for await (const part of request) body += String(part)
  const { method, url, headers } = request
  return { method, path: url, contentType: headers['content-type'], body }
}

/** A host on a real socket, and a page it served: addresses without a host are its own. */
export async function openHost(answering: Answering): Promise<Host> {
  const asked: Asked[] = []
  const serve = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    asked.push(await read(request))
    answering(response)
  }
  const server = createServer((request, response) => void serve(request, response))
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('the host has no port')
  const origin = `http://127.0.0.1:${address.port}`
  const fetchAbsolute = globalThis.fetch
  vi.stubGlobal('fetch', (path: string, request: RequestInit) =>
    fetchAbsolute(new URL(path, `${origin}/index.html`), request),
  )
  const stop = async (): Promise<void> => {
    server.closeAllConnections()
    if (!server.listening) return
    server.close()
    await once(server, 'close')
  }
  onTestFinished(async () => {
    vi.unstubAllGlobals()
    await stop()
  })
  return { asked, stop }
}

/** Answers with JSON, as the host does. */
export function json(status: number, body: unknown): Answering {
  return (response) => {
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))
  }
}

/** Answers with a text that is no JSON. */
export function page(status: number, body: string): Answering {
  return (response) => {
    response.writeHead(status, { 'content-type': 'text/html' }).end(body)
  }
}
