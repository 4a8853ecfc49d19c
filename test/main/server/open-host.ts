import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { type IncomingHttpHeaders, type OutgoingHttpHeaders, request } from 'node:http'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { z } from 'zod'
import type { Core } from '../../../main/core.ts'
import { type Host, type HostOptions, startHost } from '../../../main/server/index.ts'
import type { Reply } from '../../../shared/contract/reply.ts'

export const bearerToken = 'a-token-for-the-tests'

export interface Call {
  readonly operation: string
  readonly input: unknown
  readonly signal: AbortSignal | undefined
  /** Ends an operation that waits. */
  readonly answer: (reply: Reply) => void
}

export interface OpenHost {
  readonly host: Host
  readonly port: number
  readonly authority: string
  readonly calls: readonly Call[]
  readonly errors: readonly string[]
  readonly folder: string
}

/**
 * A core in memory: `wait` answers when it is told to, `throw` breaks the promise never to throw, `fail` fails
 * as expected, every other operation answers with its input.
 */
function memoryCore(calls: Call[]): Core {
  return {
    call: async (operation, input, signal) => {
      const { promise, resolve } = Promise.withResolvers<Reply>()
      calls.push({ operation, input, signal, answer: resolve })
      if (operation === 'throw') throw new Error('a secret of the store')
      if (operation === 'wait') return await promise
      if (operation === 'fail') {
        return { ok: false, error: { kind: 'expected', code: 'task-not-found', message: 'No such task.' } }
      }
      return { ok: true, value: { operation, input } }
    },
    close: () => undefined,
  }
}

function rendererIn(folder: string): string {
  const root = join(folder, 'renderer')
  mkdirSync(join(root, 'assets'), { recursive: true })
  writeFileSync(join(root, 'index.html'), '<!doctype html><title>Nines</title>')
  writeFileSync(join(root, 'assets', 'index-1.js'), 'export {}')
  writeFileSync(join(folder, 'secret.html'), 'secret')
  return root
}

/** A real host on a free port of 127.0.0.1, over a core in memory and a small built interface. */
export async function openHost(options: Partial<HostOptions> = {}): Promise<OpenHost> {
  const folder = mkdtempSync(join(tmpdir(), 'nines-server-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  const calls: Call[] = []
  const errors: string[] = []
  const host = await startHost({
    core: memoryCore(calls),
    log: { info: () => undefined, error: (message) => errors.push(message) },
    rendererFolder: rendererIn(folder),
    bearerToken,
    ...options,
  })
  onTestFinished(() => host.close())
  const { port, host: authority } = new URL(host.url)
  return { host, port: Number(port), authority, calls, errors, folder }
}

export interface Question {
  readonly method?: string
  readonly path?: string
  /** Undefined takes a header away that would be sent otherwise. */
  readonly headers?: OutgoingHttpHeaders
  readonly body?: string | Uint8Array
  /** With a bearer token, unless told otherwise. */
  readonly admitted?: boolean
}

export interface Answer {
  readonly status: number
  readonly headers: IncomingHttpHeaders
  readonly text: string
}

/** Asks over a connection of its own, with exactly these headers. */
export async function ask({ port, authority }: OpenHost, question: Question = {}): Promise<Answer> {
  const { method = 'GET', path = '/', headers = {}, body = '', admitted = true } = question
  const { promise, resolve, reject } = Promise.withResolvers<Answer>()
  const asked = request(
    { host: '127.0.0.1', port, method, path, agent: false, setHost: false },
    (response) => {
      const chunks: Buffer[] = []
      response.on('data', (chunk: Buffer) => chunks.push(chunk))
      response.on('error', reject)
      response.on('end', () => {
        const text = Buffer.concat(chunks).toString()
        resolve({ status: response.statusCode ?? 0, headers: response.headers, text })
      })
    },
  )
  asked.on('error', reject)
  const sent = {
    host: authority,
    ...(admitted ? { authorization: `Bearer ${bearerToken}` } : {}),
    ...headers,
  }
  for (const [name, value] of Object.entries(sent)) if (value !== undefined) asked.setHeader(name, value)
  asked.end(body)
  return await promise
}

/** Calls an operation as a script does. */
export async function post(open: OpenHost, operation: string, question: Question = {}): Promise<Answer> {
  return await ask(open, {
    method: 'POST',
    path: `/api/${operation}`,
    body: '{}',
    ...question,
    headers: { 'content-type': 'application/json', ...question.headers },
  })
}

/** Sends these bytes as they are and gives back all that comes until the connection ends. */
export async function exchange({ port }: OpenHost, ...parts: readonly string[]): Promise<string> {
  const { promise, resolve, reject } = Promise.withResolvers<string>()
  const socket = connect(port, '127.0.0.1')
  const chunks: Buffer[] = []
  socket.on('data', (chunk: Buffer) => chunks.push(chunk))
  socket.on('error', reject)
  socket.on('close', () => resolve(Buffer.concat(chunks).toString()))
  for (const part of parts) socket.write(part)
  return await promise
}

/** The one-time link opened as a browser does; gives the Cookie header of what it was given. */
export async function enter(open: OpenHost): Promise<string> {
  const { search } = new URL(open.host.url)
  const { headers } = await ask(open, { path: `/${search}`, admitted: false })
  return headers['set-cookie']?.[0]?.split(';')[0] ?? ''
}

const refusalBody = z.strictObject({
  error: z.strictObject({ code: z.string(), message: z.string().min(20) }),
})

/** The code of a refusal whose body is `{ "error": { "code", "message" } }` and nothing more. */
export function refusalCode(body: string): string {
  return refusalBody.parse(JSON.parse(body)).error.code
}
