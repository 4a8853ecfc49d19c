import { randomUUID } from 'node:crypto'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { toHttp, workspaceHeader } from '../../shared/contract/http.ts'
import { ExpectedFailure } from '../../shared/domain/failure.ts'
import type { Core, Log } from '../core.ts'
import { readAsset } from '../hosting/assets.ts'
import { type Access, chooseBearerToken, createAccess } from './access.ts'
import { leadOn, redirect, refuse, refuseUnreadable, send, sendJson, sendPlain } from './answers.ts'
import { readJson } from './body.ts'
import {
  isSpeculative,
  notAdmitted,
  notAhead,
  notAnAddress,
  onlyGet,
  onlyPost,
  refuseOrigin,
  wrongToken,
} from './refusal.ts'

const address = '127.0.0.1'

export interface HostOptions {
  readonly core: Core
  readonly log: Log
  readonly rendererFolder: string
  /** 0 or absent: any free one. */
  readonly port?: number | undefined
  /** Token for scripts; made up when absent or empty. */
  readonly bearerToken?: string | undefined
}

export interface Host {
  /** Opens the interface once, in one browser. */
  readonly url: string
  readonly bearerToken: string
  /** Cancels what is under way and waits for it, so that the core may be closed afterwards. */
  close(): Promise<void>
}

interface Door {
  readonly access: Access
  readonly authority: string
}

interface Target {
  /** As it came: nothing decoded, no dots resolved. */
  readonly path: string
  readonly token: string | null
}

/** The target of a request when it is a path; not for `*`, whole addresses and `//other.host/`. */
function readTarget(url: string): Target | undefined {
  if (!url.startsWith('/') || url.startsWith('//')) return undefined
  const [path = '', ...query] = url.split('?')
  return { path, token: new URLSearchParams(query.join('?')).get('token') }
}

async function answerOperation(
  { core }: HostOptions,
  operation: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  if (request.method !== 'POST') {
    refuse(request, response, onlyPost)
    return
  }
  const gone = new AbortController()
  response.on('close', () => gone.abort())
  const body = await readJson(request)
  if (body.kind === 'gone') return
  if (body.kind === 'refused') {
    refuse(request, response, body.refusal)
    return
  }
  const named = request.headers[workspaceHeader]
  const reply = toHttp(
    await core.call(operation, body.value, gone.signal, typeof named === 'string' ? named : undefined),
  )
  if (!response.destroyed) sendJson(response, reply.status, reply.body)
}

async function answerAsset(
  { rendererFolder }: HostOptions,
  path: string,
  response: ServerResponse,
): Promise<void> {
  const asset = await readAsset(rendererFolder, path)
  if (asset === null) sendPlain(response, 404, 'There is nothing at this address.')
  else send(response, 200, asset.mimeType, asset.body, { 'Cache-Control': asset.cacheControl })
}

/** The one-time link: its token becomes a cookie and leaves the address bar. */
function enter(door: Door, token: string, { headers }: IncomingMessage, response: ServerResponse): boolean {
  const cookie = door.access.redeem(token)
  if (cookie === undefined) return false
  if (headers['sec-fetch-site'] === 'cross-site') leadOn(response, { 'Set-Cookie': cookie })
  else redirect(response, { 'Set-Cookie': cookie })
  return true
}

async function answer(
  options: HostOptions,
  door: Door,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const { headers, method = '' } = request
  const refusal = refuseOrigin({ method, headers }, door.authority)
  if (refusal !== undefined) return refuse(request, response, refusal)
  const target = readTarget(request.url ?? '')
  if (target === undefined) return refuse(request, response, notAnAddress)
  const { path, token } = target
  if (method === 'GET' && path === '/' && token !== null) {
    if (isSpeculative(headers)) return refuse(request, response, notAhead)
    if (enter(door, token, request, response)) return undefined
  }
  if (!door.access.admits(headers)) {
    return refuse(request, response, headers.authorization === undefined ? notAdmitted : wrongToken)
  }
  if (path.startsWith('/api/'))
    return await answerOperation(options, path.slice('/api/'.length), request, response)
  if (method !== 'GET' && method !== 'HEAD') return refuse(request, response, onlyGet)
  // An old link opened again by the browser that is in already.
  if (token !== null) return redirect(response)
  return await answerAsset(options, path, response)
}

function answerBug(options: HostOptions, request: IncomingMessage, response: ServerResponse, error: unknown) {
  const reference = randomUUID().slice(0, 8)
  // Without the query: it may hold the token.
  const path = request.url?.split('?')[0] ?? ''
  options.log.error(`${request.method} ${path} failed (reference ${reference})`, error)
  if (response.headersSent) {
    response.destroy()
    return
  }
  const message = `Something went wrong inside Nines. The log has the details under reference ${reference}.`
  sendJson(response, 500, { error: { kind: 'bug', code: 'bug', message, reference } })
}

async function listen(server: Server, port: number): Promise<number> {
  const { promise, resolve, reject } = Promise.withResolvers<void>()
  const fail = (error: Error): void =>
    reject(
      new ExpectedFailure(
        'output-unwritable',
        `Port ${port} of ${address} cannot be used (${error.message}). Nothing was started. Choose another with --port, or leave it out.`,
        { cause: error },
      ),
    )
  server.once('error', fail)
  server.listen(port, address, resolve)
  await promise
  server.off('error', fail)
  const bound = server.address()
  if (bound === null || typeof bound === 'string') throw new Error('the server has no port')
  return bound.port
}

/** Answers every request, and remembers which answers are under way. */
function serve(server: Server, options: HostOptions, door: Door): ReadonlyMap<ServerResponse, Promise<void>> {
  const underWay = new Map<ServerResponse, Promise<void>>()
  const handle = (request: IncomingMessage, response: ServerResponse): void => {
    const done = answer(options, door, request, response)
      .catch((error: unknown) => answerBug(options, request, response, error))
      .finally(() => underWay.delete(response))
    underWay.set(response, done)
  }
  server.on('request', handle)
  // An unknown Expect is nothing to fail for; Node's own answer would lack the security headers.
  server.on('checkExpectation', handle)
  server.on('clientError', (error, socket) => {
    // Written now, the answer would be taken for that of the request before.
    if ([...underWay.keys()].some(({ req }) => req.socket === socket)) socket.destroy()
    else refuseUnreadable(error, socket)
  })
  server.on('error', (error) => options.log.error('the server failed', error))
  return underWay
}

/**
 * Serves the interface and the operations on 127.0.0.1 only.
 * @throws ExpectedFailure when the port is taken or the bearer token cannot be used
 */
export async function startHost(options: HostOptions): Promise<Host> {
  const bearerToken = chooseBearerToken(options.bearerToken)
  // A request without Host is refused like one with a wrong Host, not by Node.
  const server = createServer({ requireHostHeader: false })
  const port = await listen(server, options.port ?? 0)
  const access = createAccess(port, bearerToken)
  const authority = `${address}:${port}`
  const underWay = serve(server, options, { access, authority })
  return {
    url: `http://${authority}/?token=${access.urlToken}`,
    bearerToken,
    close: async () => {
      const closed = new Promise<void>((resolve) => {
        server.close(() => resolve())
      })
      server.closeAllConnections()
      await Promise.all([closed, ...underWay.values()])
    },
  }
}
