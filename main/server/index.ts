import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { toHttp } from '../../shared/contract/http.ts'
import { ExpectedFailure } from '../../shared/domain/failure.ts'
import type { Core, Log } from '../core.ts'
import { readAsset } from '../hosting/assets.ts'
import { securityHeaders } from '../hosting/content-policy.ts'
import { type Access, createAccess } from './access.ts'
import { readJson } from './body.ts'
import { notAdmitted, refuseOrigin, type Refusal } from './refusal.ts'

const address = '127.0.0.1'

export interface HostOptions {
  readonly core: Core
  readonly log: Log
  readonly rendererFolder: string
  /** 0 or absent: any free one. */
  readonly port?: number | undefined
  /** Token for scripts; made up when absent. */
  readonly bearerToken?: string | undefined
}

export interface Host {
  /** Opens the interface once, in one browser. */
  readonly url: string
  readonly bearerToken: string
  close(): Promise<void>
}

interface Door {
  readonly access: Access
  readonly authority: string
}

function send(
  response: ServerResponse,
  status: number,
  type: string,
  body: string | Uint8Array,
  cache = 'no-store',
): void {
  response.writeHead(status, { ...securityHeaders, 'Content-Type': type, 'Cache-Control': cache })
  response.end(body)
}

function sendJson(response: ServerResponse, status: number, body: unknown): void {
  send(response, status, 'application/json; charset=utf-8', JSON.stringify(body))
}

function refuse(request: IncomingMessage, response: ServerResponse, refusal: Refusal): void {
  // What is left of a refused body is never read.
  response.setHeader('Connection', 'close')
  const page = request.headers.accept?.includes('text/html') === true
  if (page) send(response, refusal.status, 'text/plain; charset=utf-8', `${refusal.message}\n`)
  else sendJson(response, refusal.status, { error: { code: refusal.code, message: refusal.message } })
}

async function answerOperation(
  options: HostOptions,
  operation: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  if (request.method !== 'POST') {
    refuse(request, response, { status: 405, code: 'bad-input', message: 'Operations are called with POST.' })
    return
  }
  const body = await readJson(request)
  if ('refusal' in body) {
    refuse(request, response, body.refusal)
    return
  }
  const gone = new AbortController()
  response.on('close', () => gone.abort())
  const reply = toHttp(await options.core.call(operation, body.value, gone.signal))
  if (!response.destroyed) sendJson(response, reply.status, reply.body)
}

async function answerAsset(options: HostOptions, path: string, response: ServerResponse): Promise<void> {
  const asset = await readAsset(options.rendererFolder, path)
  if (asset === null) {
    send(response, 404, 'text/plain; charset=utf-8', 'There is nothing at this address.\n')
    return
  }
  send(response, 200, asset.mimeType, asset.body, asset.cacheControl)
}

/** The one-time link: its token becomes a cookie and leaves the address bar. */
function enter(door: Door, url: URL, response: ServerResponse): boolean {
  const token = url.searchParams.get('token')
  const cookie = token === null ? undefined : door.access.redeem(token)
  if (cookie === undefined) return false
  response.writeHead(303, {
    ...securityHeaders,
    'Set-Cookie': cookie,
    Location: '/',
    'Cache-Control': 'no-store',
  })
  response.end()
  return true
}

async function answer(
  options: HostOptions,
  door: Door,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const { headers, method = 'GET' } = request
  const refusal = refuseOrigin({ method, headers }, door.authority)
  if (refusal !== undefined) {
    refuse(request, response, refusal)
    return
  }
  const url = new URL(request.url ?? '/', `http://${door.authority}`)
  if (method === 'GET' && url.pathname === '/' && enter(door, url, response)) return
  if (!door.access.admits(headers)) {
    refuse(request, response, notAdmitted)
    return
  }
  if (url.searchParams.has('token')) {
    // An old link opened again by the browser that is in already.
    response.writeHead(303, { ...securityHeaders, Location: '/', 'Cache-Control': 'no-store' }).end()
  } else if (url.pathname.startsWith('/api/')) {
    await answerOperation(options, url.pathname.slice('/api/'.length), request, response)
  } else if (method === 'GET') {
    await answerAsset(options, url.pathname, response)
  } else {
    refuse(request, response, { status: 405, code: 'bad-input', message: 'Only GET here.' })
  }
}

async function listen(server: Server, port: number): Promise<number> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error) =>
      reject(
        new ExpectedFailure(
          'output-unwritable',
          `Port ${port} of ${address} cannot be used (${error.message}). Nothing was started. Choose another with --port, or leave it out.`,
          { cause: error },
        ),
      ),
    )
    server.listen(port, address, resolve)
  })
  const bound = server.address()
  if (bound === null || typeof bound === 'string') throw new Error('the server has no port')
  return bound.port
}

/**
 * Serves the interface and the operations on 127.0.0.1 only.
 * @throws ExpectedFailure when the port is taken
 */
export async function startHost(options: HostOptions): Promise<Host> {
  const doors: Door[] = []
  const server = createServer((request, response) => {
    const [door] = doors
    if (door === undefined) return
    answer(options, door, request, response).catch((error: unknown) => {
      options.log.error(`${request.method} ${request.url?.split('?')[0]} failed`, error)
      if (response.headersSent) response.destroy()
      else
        sendJson(response, 500, {
          error: { kind: 'bug', code: 'bug', message: 'Something went wrong inside Nines.', reference: '' },
        })
    })
  })
  const port = await listen(server, options.port ?? 0)
  const access = createAccess(port, options.bearerToken)
  const authority = `${address}:${port}`
  doors.push({ access, authority })
  return {
    url: `http://${authority}/?token=${access.urlToken}`,
    bearerToken: access.bearerToken,
    close: async () => {
      server.closeAllConnections()
      await new Promise<void>((resolve) => {
        server.close(() => resolve())
      })
    },
  }
}
