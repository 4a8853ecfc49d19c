import { type IncomingMessage, STATUS_CODES, type ServerResponse } from 'node:http'
import type { Duplex } from 'node:stream'
import { securityHeaders } from '../hosting/content-policy.ts'
import { largestBodyBytes } from './body.ts'
import { notAdmittedPage, notAdmittedPolicy } from './not-admitted.ts'
import { notAdmitted, type Refusal } from './refusal.ts'

type Headers = Readonly<Record<string, string>>

/** How much of a refused body is still read, and thrown away, before the connection is cut. */
const mostDrainedBytes = 4 * largestBodyBytes

/** How long a client that sent something unreadable has to take its answer, ms. */
const farewellMs = 2000

const json = 'application/json; charset=utf-8'
const plain = 'text/plain; charset=utf-8'
const html = 'text/html; charset=utf-8'

/** Every answer has these, whatever it says. */
function headersOf(type: string, body: string | Uint8Array, more: Headers = {}): Headers {
  return {
    ...securityHeaders,
    'Content-Type': type,
    'Content-Length': String(Buffer.byteLength(body)),
    'Cache-Control': 'no-store',
    ...more,
  }
}

export function send(
  response: ServerResponse,
  status: number,
  type: string,
  body: string | Uint8Array,
  more?: Headers,
): void {
  response.writeHead(status, headersOf(type, body, more)).end(body)
}

export function sendJson(response: ServerResponse, status: number, body: unknown): void {
  send(response, status, json, JSON.stringify(body))
}

export function sendPlain(response: ServerResponse, status: number, text: string): void {
  send(response, status, plain, `${text}\n`)
}

/** Leads a browser to the interface, away from the link with the token. */
export function redirect(response: ServerResponse, more: Headers = {}): void {
  send(response, 303, plain, 'Nines is at /\n', { Location: '/', ...more })
}

/**
 * The same for a link that was followed from another site: a browser keeps a SameSite=Strict cookie back
 * through a redirect, but sends it when this page leads on.
 */
export function leadOn(response: ServerResponse, more: Headers): void {
  const page = '<!doctype html><title>Nines</title><meta http-equiv="refresh" content="0; url=/">\n'
  send(response, 200, html, page, more)
}

function hasUnreadBody({ headers, readableEnded }: IncomingMessage): boolean {
  const hasBody = headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0
  return hasBody && !readableEnded
}

interface Answer {
  readonly type: string
  readonly body: string
  readonly headers: Headers
}

function answerOf(request: IncomingMessage, refusal: Refusal): Answer {
  const { code, message, headers = {} } = refusal
  if (request.headers.accept?.includes('text/html') !== true) {
    return { type: json, body: JSON.stringify({ error: { code, message } }), headers }
  }
  if (refusal !== notAdmitted) return { type: plain, body: `${message}\n`, headers }
  return {
    type: html,
    body: notAdmittedPage(request.headers['accept-language']),
    headers: { ...headers, 'Content-Security-Policy': notAdmittedPolicy, Vary: 'Accept, Accept-Language' },
  }
}

/**
 * Says no. The answer is sent whole at once, but the connection ends only after what the client still sends
 * was read and thrown away: closing over unread bytes resets it, and the answer would be lost.
 */
export function refuse(request: IncomingMessage, response: ServerResponse, refusal: Refusal): void {
  const { type, body, headers: own } = answerOf(request, refusal)
  if (!hasUnreadBody(request)) {
    send(response, refusal.status, type, body, own)
    return
  }
  const headers = headersOf(type, body, { ...own, Connection: 'close' })
  response.writeHead(refusal.status, headers).write(body)
  let drainedBytes = 0
  request.on('data', (chunk: Buffer) => {
    drainedBytes += chunk.length
    if (drainedBytes > mostDrainedBytes) response.end()
  })
  request.on('end', () => response.end())
}

const unreadable =
  'Nines could not read this request: it is not HTTP, or its address or headers are too long.'
const late = 'The request did not arrive whole in time. Nothing was changed.'

function unreadableStatus(code: string | undefined): 400 | 408 | 431 {
  if (code === 'HPE_HEADER_OVERFLOW') return 431
  return code === 'ERR_HTTP_REQUEST_TIMEOUT' ? 408 : 400
}

/** Answers what did not become a request, so that there is no response to write to. */
export function refuseUnreadable(error: NodeJS.ErrnoException, socket: Duplex): void {
  // What follows on the same connection is as unreadable, and the answer is under way.
  if (!socket.writable) return
  const status = unreadableStatus(error.code)
  const body = JSON.stringify({ error: { code: 'bad-input', message: status === 408 ? late : unreadable } })
  const headers = Object.entries(headersOf(json, body, { Connection: 'close' }))
  const head = headers.map(([name, value]) => `${name}: ${value}\r\n`).join('')
  socket.end(`HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\n${head}\r\n${body}`)
  setTimeout(() => socket.destroy(), farewellMs).unref()
}
