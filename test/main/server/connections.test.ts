import { request } from 'node:http'
import { once } from 'node:events'
import { connect, createServer } from 'node:net'
import { networkInterfaces } from 'node:os'
import { describe, expect, it } from 'vitest'
import { securityHeaders } from '../../../main/hosting/content-policy.ts'
import { ExpectedFailure } from '../../../shared/domain/failure.ts'
import {
  ask,
  bearerToken,
  type Call,
  exchange,
  openHost,
  type OpenHost,
  post,
  refusalCode,
} from './open-host.ts'

async function until(what: () => boolean): Promise<void> {
  while (!what()) await new Promise((resolve) => setTimeout(resolve, 2))
}

function head(open: OpenHost, line: string, ...more: readonly string[]): string {
  return [line, `Host: ${open.authority}`, `Authorization: Bearer ${bearerToken}`, ...more, '', ''].join(
    '\r\n',
  )
}

function call(open: OpenHost, operation: string, body: string): string {
  const more = ['Content-Type: application/json', `Content-Length: ${Buffer.byteLength(body)}`]
  return `${head(open, `POST /api/${operation} HTTP/1.1`, ...more)}${body}`
}

const lastPage = (open: OpenHost): string => head(open, 'GET / HTTP/1.1', 'Connection: close')

describe('what is not a request', () => {
  it.each([
    ['nonsense', 'hello\r\n\r\n', 400],
    ['a TLS greeting', '\u0016\u0003\u0001\u0002\u0000\u0001\u0000\u0001\u00fc', 400],
    ['a method that does not exist', 'BREW / HTTP/1.1\r\nHost: x\r\n\r\n', 400],
    ['a version that does not exist', 'GET / HTTP/9.9\r\nHost: x\r\n\r\n', 400],
    ['a target with a space', 'GET /a b HTTP/1.1\r\nHost: x\r\n\r\n', 400],
    ['a header without a name', 'GET / HTTP/1.1\r\n: x\r\n\r\n', 400],
    ['an address that is too long', `GET /${'a'.repeat(100_000)} HTTP/1.1\r\nHost: x\r\n\r\n`, 431],
    ['headers that are too long', `GET / HTTP/1.1\r\nX: ${'a'.repeat(1_000_000)}\r\n\r\n`, 431],
  ])('%s is answered and the connection closed; the next one is served', async (_name, bytes, status) => {
    const open = await openHost()
    const text = await exchange(open, bytes)
    const [headers = '', body = ''] = text.split('\r\n\r\n')
    expect(headers).toMatch(new RegExp(`^HTTP/1\\.1 ${status} `))
    for (const [name, value] of Object.entries(securityHeaders))
      expect(headers).toContain(`\r\n${name}: ${value}`)
    expect(headers).toContain('\r\nConnection: close')
    expect(headers).not.toMatch(/access-control/i)
    expect(refusalCode(body)).toBe('bad-input')
    expect((await ask(open)).status).toBe(200)
    expect(open.errors).toEqual([])
  })

  it('does not disturb the answer to the request before it on the same connection', async () => {
    const open = await openHost()
    const answered = exchange(open, call(open, 'wait', '{}'), 'nonsense\r\n\r\n')
    expect(await answered).toBe('')
    expect(open.calls[0]?.signal?.aborted).toBe(true)
    open.calls[0]?.answer({ ok: true, value: 1 })
    expect((await ask(open)).status).toBe(200)
  })

  it('is a CONNECT: this is no proxy', async () => {
    const open = await openHost()
    expect(await exchange(open, head(open, 'CONNECT evil.com:443 HTTP/1.1'))).toBe('')
    expect((await ask(open)).status).toBe(200)
  })

  it('is a connection that says nothing, or half a request, and goes', async () => {
    const open = await openHost()
    for (const part of ['', 'GET / HT', `GET / HTTP/1.1\r\nHost: ${open.authority}\r\n`]) {
      const socket = connect(open.port, '127.0.0.1')
      await once(socket, 'connect')
      socket.end(part)
      socket.resume()
      await once(socket, 'close')
    }
    expect((await ask(open)).status).toBe(200)
    expect(open.errors).toEqual([])
  })
})

describe('one connection', () => {
  it('serves one request after another', async () => {
    const open = await openHost()
    const text = await exchange(open, call(open, 'first', '{}'), call(open, 'second', '{}'), lastPage(open))
    expect(text.match(/HTTP\/1\.1 200 OK/g)).toHaveLength(3)
    expect(text).toMatch(/"first"[^]*"second"[^]*<title>Nines/)
  })

  it('answers in the order of the requests, not of the operations’ ends', async () => {
    const open = await openHost()
    const answered = exchange(open, call(open, 'wait', '{}') + call(open, 'second', '{}') + lastPage(open))
    await until(() => open.calls.length === 2)
    open.calls[0]?.answer({ ok: true, value: 'the first answer' })
    expect(await answered).toMatch(/the first answer[^]*"second"[^]*<title>Nines/)
  })

  it('lives on after a refusal', async () => {
    const open = await openHost()
    const refused = [
      head(open, 'PUT / HTTP/1.1'),
      call(open, 'echo', '{'),
      `GET / HTTP/1.1\r\nHost: ${open.authority}\r\n\r\n`,
    ]
    const text = await exchange(open, ...refused, lastPage(open))
    expect(text.match(/HTTP\/1\.1 \d+/g)).toEqual([
      'HTTP/1.1 405',
      'HTTP/1.1 400',
      'HTTP/1.1 401',
      'HTTP/1.1 200',
    ])
  })

  it('ends after a refusal whose body was not wanted, so that the body is not taken for a request', async () => {
    const open = await openHost()
    const smuggled = call(open, 'smuggled', '{}')
    const body = ['Content-Type: text/plain', `Content-Length: ${Buffer.byteLength(smuggled)}`]
    const text = await exchange(open, head(open, 'POST /api/echo HTTP/1.1', ...body) + smuggled)
    expect(text).toMatch(/^HTTP\/1\.1 415 [^]*Connection: close/)
    expect(open.calls).toEqual([])
  })

  it('of HTTP/1.0 is served and closed', async () => {
    const open = await openHost()
    expect(await exchange(open, head(open, 'GET / HTTP/1.0'))).toMatch(/^HTTP\/1\.1 200 OK[^]*<title>Nines/)
  })
})

describe('many requests', () => {
  it('at once get each its own answer', async () => {
    const open = await openHost()
    const numbers = Array.from({ length: 300 }, (_, index) => index)
    const answers = await Promise.all(
      numbers.map((number) => post(open, 'echo', { body: JSON.stringify({ number }) })),
    )
    expect(answers.map(({ text }) => text)).toEqual(
      numbers.map((number) => JSON.stringify({ operation: 'echo', input: { number } })),
    )
  })

  it('that wait do not hold up the others', async () => {
    const open = await openHost()
    const waiting = Array.from({ length: 50 }, () => post(open, 'wait'))
    await until(() => open.calls.length === 50)
    expect((await post(open, 'echo')).status).toBe(200)
    for (const { answer } of open.calls) answer({ ok: true, value: null })
    expect((await Promise.all(waiting)).map(({ status }) => status)).toEqual(waiting.map(() => 200))
  })
})

async function beginWaiting(open: OpenHost): Promise<{ readonly call: Call; readonly leave: () => void }> {
  const asked = request({
    host: '127.0.0.1',
    port: open.port,
    method: 'POST',
    path: '/api/wait',
    agent: false,
  })
  asked.on('error', () => undefined)
  asked
    .setHeader('authorization', `Bearer ${bearerToken}`)
    .setHeader('content-type', 'application/json')
    .end('{}')
  await until(() => open.calls.length > 0)
  const [first] = open.calls
  if (first === undefined) throw new Error('no operation began')
  return { call: first, leave: () => void asked.destroy() }
}

describe('a client that goes away', () => {
  it('cancels its operation, whose late answer goes nowhere', async () => {
    const open = await openHost()
    const waiting = await beginWaiting(open)
    expect(waiting.call.signal?.aborted).toBe(false)
    waiting.leave()
    await until(() => waiting.call.signal?.aborted === true)
    waiting.call.answer({ ok: true, value: 1 })
    expect((await ask(open)).status).toBe(200)
    expect(open.errors).toEqual([])
  })

  it('does not cancel the operations of others', async () => {
    const open = await openHost()
    const waiting = await beginWaiting(open)
    const other = await openHost()
    const kept = await beginWaiting(other)
    waiting.leave()
    await until(() => waiting.call.signal?.aborted === true)
    expect(kept.call.signal?.aborted).toBe(false)
    kept.call.answer({ ok: true, value: 1 })
    waiting.call.answer({ ok: true, value: 1 })
  })
})

describe('closing the host', () => {
  it('cancels what is under way and waits for it, so that the core can be closed', async () => {
    const open = await openHost()
    const waiting = await beginWaiting(open)
    const order: string[] = []
    const closed = open.host.close().then(() => order.push('closed'))
    await until(() => waiting.call.signal?.aborted === true)
    await new Promise((resolve) => setTimeout(resolve, 20))
    order.push('operation ended')
    waiting.call.answer({ ok: true, value: 1 })
    await closed
    expect(order).toEqual(['operation ended', 'closed'])
    await expect(ask(open)).rejects.toThrow('ECONNREFUSED')
  })

  it('does not wait for connections that say nothing', async () => {
    const open = await openHost()
    const sockets = ['', 'GET /', 'nonsense\r\n\r\n'].map((part) => {
      const socket = connect(open.port, '127.0.0.1', () => socket.write(part))
      socket.on('error', () => undefined)
      return socket
    })
    await Promise.all(sockets.map((socket) => once(socket, 'connect')))
    expect((await ask(open)).status).toBe(200)
    await open.host.close()
    expect(open.errors).toEqual([])
  })

  it('can be done twice', async () => {
    const { host } = await openHost()
    await host.close()
    await expect(host.close()).resolves.toBeUndefined()
  })
})

/** Every address of 127/8 is this computer on Linux, and only there. */
function otherAddresses(): readonly string[] {
  const outer = Object.values(networkInterfaces()).flatMap((addresses) => addresses ?? [])
  const reachable = outer.filter(({ internal, scopeid = 0 }) => !internal && scopeid === 0)
  const second = process.platform === 'linux' ? ['127.0.0.2'] : []
  return ['::1', ...second, ...reachable.map(({ address }) => address)]
}

describe('the port', () => {
  it('is closed on every other address of this computer', async () => {
    const { port } = await openHost()
    for (const address of otherAddresses()) {
      const socket = connect(port, address)
      await expect(once(socket, 'connect')).rejects.toThrow(/ECONNREFUSED|EADDRNOTAVAIL|ENETUNREACH/)
    }
  })

  it('that another program has is named in an expected failure', async () => {
    const taken = createServer().listen(0, '127.0.0.1')
    await once(taken, 'listening')
    const bound = taken.address()
    const port = typeof bound === 'object' && bound !== null ? bound.port : 0
    const started = openHost({ port })
    await expect(started).rejects.toThrow(ExpectedFailure)
    await expect(started).rejects.toThrow(`Port ${port} of 127.0.0.1 cannot be used`)
    taken.close()
  })
})
