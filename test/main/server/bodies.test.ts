import { connect, type Socket } from 'node:net'
import { describe, expect, it } from 'vitest'
import { largestBodyBytes } from '../../../main/server/body.ts'
import { ask, exchange, openHost, type OpenHost, post, refusalCode } from './open-host.ts'

const mebibyte = 1024 * 1024

describe('what a request carries', () => {
  it.each([
    'text/plain',
    'application/x-www-form-urlencoded',
    'multipart/form-data; boundary=x',
    'application/json-seq',
    'text/plain; application/json',
    'application/json; charset=iso-8859-1',
    'application/json; charset=utf-16',
    '',
  ])('as %j is refused', async (type) => {
    const open = await openHost()
    const answer = await post(open, 'echo', { headers: { 'content-type': type } })
    expect(answer.status).toBe(415)
    expect(refusalCode(answer.text)).toBe('bad-input')
    expect(open.calls).toEqual([])
  })

  it.each([
    'application/json',
    'Application/JSON',
    'application/json ;charset=UTF-8',
    'application/json; charset="utf-8"',
    'application/json; x=1',
  ])('as %j is read', async (type) => {
    const open = await openHost()
    expect((await post(open, 'echo', { headers: { 'content-type': type } })).status).toBe(200)
  })

  it('is refused without a type, and compressed', async () => {
    const open = await openHost()
    expect((await post(open, 'echo', { headers: { 'content-type': undefined } })).status).toBe(415)
    expect((await post(open, 'echo', { headers: { 'content-encoding': 'gzip' } })).status).toBe(415)
  })

  it.each(['{', '{"a":1}}', 'undefined', "{'a':1}", 'NaN', '{"a":NaN}', '[1,]', '"open', '\\', ' '])(
    'as %j is not JSON',
    async (body) => {
      const open = await openHost()
      const answer = await post(open, 'echo', { body })
      expect(answer.status).toBe(400)
      expect(refusalCode(answer.text)).toBe('bad-input')
      expect(open.calls).toEqual([])
    },
  )

  it('is refused when it is not UTF-8, instead of being stored with replacement characters', async () => {
    const open = await openHost()
    const body = Buffer.concat([Buffer.from('{"note":"'), Buffer.from([0xc8, 0xaf]), Buffer.from('"}')])
    expect((await post(open, 'echo', { body })).status).toBe(200)
    expect((await post(open, 'echo', { body: body.with(9, 0xff) })).status).toBe(400)
    expect(open.calls).toHaveLength(1)
  })

  it('may begin with a byte order mark', async () => {
    const open = await openHost()
    await post(open, 'echo', { body: '\ufeff{"a":1}' })
    expect(open.calls[0]?.input).toEqual({ a: 1 })
  })

  it('may be nothing, which is an empty object', async () => {
    const open = await openHost()
    await post(open, 'echo', { body: '' })
    expect(open.calls[0]?.input).toEqual({})
  })

  it('is one of its own for each request, also when it names the prototype', async () => {
    const open = await openHost()
    await post(open, 'echo', { body: '{"__proto__":{"polluted":true}}' })
    expect(Reflect.get({}, 'polluted')).toBeUndefined()
  })
})

const nested = (depth: number): string => `${'['.repeat(depth)}${']'.repeat(depth)}`

describe('how deep and wide a body may be', () => {
  it('reads a million objects and lists, one in another, and not one more', async () => {
    const open = await openHost()
    expect((await post(open, 'fail', { body: nested(1_000_000) })).status).toBe(404)
    const answer = await post(open, 'fail', { body: nested(1_000_001) })
    expect(answer.status).toBe(413)
    expect(refusalCode(answer.text)).toBe('too-large')
    expect(open.calls).toHaveLength(1)
  })

  it('counts objects and lists side by side', async () => {
    const open = await openHost()
    expect((await post(open, 'fail', { body: `[${'{},'.repeat(1_000_000)}1]` })).status).toBe(413)
    expect((await post(open, 'fail', { body: `[${'{},'.repeat(999_999)}1]` })).status).toBe(404)
  })

  it('does not count what a text holds', async () => {
    const open = await openHost()
    const text = `\\"${'[{'.repeat(600_000)}"\\\\`
    const answer = await post(open, 'echo', { body: JSON.stringify({ note: text, next: '[' }) })
    expect(answer.status).toBe(200)
    expect(open.calls[0]?.input).toEqual({ note: text, next: '[' })
  })

  it('is not misled by a text that ends in a backslash', async () => {
    const open = await openHost()
    const body = JSON.stringify(['\\', ...Array.from({ length: 1_000_000 }, () => [])])
    expect((await post(open, 'fail', { body })).status).toBe(413)
  })
})

interface Upload {
  readonly socket: Socket
  /** All that came until the connection ended, however it ended. */
  readonly text: Promise<string>
}

/** Begins a request with these headers and leaves its body to the test. */
function beginUpload(
  { port, authority, host }: OpenHost,
  headers: readonly string[],
  token?: string,
): Upload {
  const { promise, resolve } = Promise.withResolvers<string>()
  const socket = connect(port, '127.0.0.1')
  const chunks: Buffer[] = []
  socket.on('data', (chunk: Buffer) => chunks.push(chunk))
  socket.on('error', () => undefined)
  socket.on('close', () => resolve(Buffer.concat(chunks).toString()))
  const lines = [
    'POST /api/echo HTTP/1.1',
    `Host: ${authority}`,
    'Content-Type: application/json',
    ...headers,
  ]
  socket.write([...lines, `Authorization: Bearer ${token ?? host.bearerToken}`, '', ''].join('\r\n'))
  return { socket, text: promise }
}

async function write(socket: Socket, part: string | Uint8Array): Promise<void> {
  if (socket.destroyed) return
  await new Promise((resolve) => {
    socket.write(part, resolve)
  })
}

const chunkOfMebibyte = Buffer.concat([
  Buffer.from(`${mebibyte.toString(16)}\r\n`),
  Buffer.alloc(mebibyte, ' '),
  Buffer.from('\r\n'),
])

async function writeChunks(socket: Socket, mebibytes: number): Promise<void> {
  for (let sent = 0; sent < mebibytes && !socket.destroyed; sent += 1) await write(socket, chunkOfMebibyte)
}

describe('a body that is too large', () => {
  it('is refused by its announced length, after the client could send it all', async () => {
    const open = await openHost()
    const { socket, text } = beginUpload(open, [`Content-Length: ${largestBodyBytes + 1}`])
    for (let sent = 0; sent < 72; sent += 1) await write(socket, Buffer.alloc(mebibyte, ' '))
    await write(socket, ' ')
    expect(await text).toMatch(/^HTTP\/1\.1 413 [^]*Connection: close[^]*"too-large".*72 MB/)
    expect(open.calls).toEqual([])
  })

  it('is refused when it turns out too large, after the client could send it all', async () => {
    const open = await openHost()
    const { socket, text } = beginUpload(open, ['Transfer-Encoding: chunked'])
    await writeChunks(socket, 80)
    await write(socket, '0\r\n\r\n')
    expect(await text).toMatch(/^HTTP\/1\.1 413 [^]*Connection: close[^]*"too-large".*72 MB/)
    expect(open.calls).toEqual([])
  })

  it('is cut off when it does not end, and never kept in memory', async () => {
    const open = await openHost()
    const { socket, text } = beginUpload(open, ['Transfer-Encoding: chunked'])
    const before = process.memoryUsage().arrayBuffers
    await writeChunks(socket, 1024)
    expect(socket.destroyed).toBe(true)
    expect(await text).toMatch(/^HTTP\/1\.1 413 /)
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(2 * largestBodyBytes)
  })

  it('of just the size that is allowed is read', async () => {
    const open = await openHost()
    const body = Buffer.alloc(largestBodyBytes, ' ')
    body.write('{"a":1}')
    expect((await post(open, 'fail', { body })).status).toBe(404)
    expect(open.calls[0]?.input).toEqual({ a: 1 })
  })

  it('is not even read from somebody without a token, who still gets the answer', async () => {
    const open = await openHost()
    const { socket, text } = beginUpload(open, ['Transfer-Encoding: chunked'], 'wrong')
    await writeChunks(socket, 8)
    await write(socket, '0\r\n\r\n')
    expect(await text).toMatch(/^HTTP\/1\.1 401 /)
  })
})

describe('a body that takes its time', () => {
  it('is put together from its pieces, however they are cut', async () => {
    const open = await openHost()
    const bytes = Buffer.from('{"note":"느린 글"}')
    const headers = [`Content-Length: ${bytes.length}`, 'Connection: close']
    const { socket, text } = beginUpload(open, headers)
    for (const byte of bytes) {
      await write(socket, Buffer.of(byte))
      await new Promise((resolve) => setImmediate(resolve))
    }
    expect(await text).toMatch(/^HTTP\/1\.1 200 /)
    expect(open.calls[0]?.input).toEqual({ note: '느린 글' })
  })

  it('of a client that goes away before its end is not an operation, and nothing to log', async () => {
    const open = await openHost()
    const { socket, text } = beginUpload(open, ['Content-Length: 100'])
    await write(socket, '{"task":')
    socket.destroy()
    await text
    expect((await ask(open)).status).toBe(200)
    expect(open.calls).toEqual([])
    expect(open.errors).toEqual([])
  })

  it('that is cut into malformed chunks ends the connection, and is not an operation', async () => {
    const open = await openHost()
    const { socket, text } = beginUpload(open, ['Transfer-Encoding: chunked'])
    await write(socket, '2\r\n{}\r\nzz\r\n')
    expect(await text).not.toContain('200')
    expect(open.calls).toEqual([])
    expect(open.errors).toEqual([])
  })

  it('with two lengths is not read', async () => {
    const open = await openHost()
    const head = `POST /api/echo HTTP/1.1\r\nHost: ${open.authority}\r\nContent-Type: application/json\r\n`
    const token = `Authorization: Bearer ${open.host.bearerToken}\r\n`
    const both = 'Content-Length: 2\r\nTransfer-Encoding: chunked\r\n\r\n'
    expect(await exchange(open, `${head}${token}${both}{}`)).toMatch(/^HTTP\/1\.1 400 /)
    expect(open.calls).toEqual([])
  })
})
