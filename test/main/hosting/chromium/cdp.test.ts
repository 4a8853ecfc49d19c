import { PassThrough } from 'node:stream'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { connect } from '../../../../main/hosting/chromium/cdp.ts'

const anything = z.unknown()

/** A connection whose other end the test plays. */
function setUp() {
  const toBrowser = new PassThrough()
  const fromBrowser = new PassThrough()
  const connection = connect(toBrowser, fromBrowser)
  const sent = (): unknown[] => {
    const text = String(toBrowser.read() ?? '')
    return text
      .split('\0')
      .filter((part) => part !== '')
      .map((part) => JSON.parse(part))
  }
  const answer = (message: object): void => void fromBrowser.write(`${JSON.stringify(message)}\0`)
  return { connection, toBrowser, fromBrowser, sent, answer }
}

describe('connect', () => {
  it('numbers its messages and names the session only where there is one', () => {
    const { connection, sent } = setUp()
    void connection.send('A.one', { x: 1 }, anything)
    void connection.send('B.two', {}, anything, 'S')
    expect(sent()).toEqual([
      { id: 1, method: 'A.one', params: { x: 1 } },
      { id: 2, method: 'B.two', params: {}, sessionId: 'S' },
    ])
  })

  it('gives each answer to who asked, in whatever order they come', async () => {
    const { connection, answer } = setUp()
    const both = [connection.send('A', {}, anything), connection.send('B', {}, anything)]
    answer({ id: 2, result: 'second' })
    answer({ id: 1, result: 'first' })
    expect(await Promise.all(both)).toEqual(['first', 'second'])
  })

  it('reads messages that arrive in pieces, cut inside a character', async () => {
    const { connection, fromBrowser } = setUp()
    const both = [connection.send('A', {}, anything), connection.send('B', {}, anything)]
    const bytes = Buffer.from('{"id":1,"result":"신뢰"}\0{"id":2,"result":"9"}\0')
    for (const byte of bytes) fromBrowser.write(Buffer.of(byte))
    expect(await Promise.all(both)).toEqual(['신뢰', '9'])
  })

  it('rejects with the method and what the browser said', async () => {
    const { connection, answer } = setUp()
    const asked = connection.send('Page.printToPDF', {}, anything)
    answer({ id: 1, error: { code: -32000, message: 'Printing failed' } })
    await expect(asked).rejects.toThrow('Page.printToPDF: Printing failed')
  })

  it('rejects an answer of another shape', async () => {
    const { connection, answer } = setUp()
    const asked = connection.send('A', {}, z.object({ stream: z.string() }))
    answer({ id: 1, result: { stream: 7 } })
    await expect(asked).rejects.toBeInstanceOf(z.ZodError)
  })

  it('calls every listener of an event and no other', async () => {
    const { connection, answer } = setUp()
    const heard: unknown[] = []
    connection.on('Page.load', (params) => heard.push(['one', params]))
    connection.on('Page.load', (params) => heard.push(['two', params]))
    connection.on('Page.other', () => heard.push('wrong'))
    const asked = connection.send('A', {}, anything)
    answer({ method: 'Page.load', params: { x: 1 } })
    answer({ method: 'Page.unknown' })
    answer({ id: 1, result: {} })
    await asked
    expect(heard).toEqual([
      ['one', { x: 1 }],
      ['two', { x: 1 }],
    ])
  })

  it('rejects everything that waits, and everything later, when the browser is gone', async () => {
    const { connection, fromBrowser } = setUp()
    const asked = connection.send('A', {}, anything)
    fromBrowser.end()
    await expect(asked).rejects.toThrow('closed the connection')
    await expect(connection.lost).rejects.toThrow('closed the connection')
    await expect(connection.send('B', {}, anything)).rejects.toThrow('closed the connection')
  })

  it('survives that its message cannot be delivered', async () => {
    const { connection, toBrowser } = setUp()
    const asked = connection.send('A', {}, anything)
    toBrowser.destroy(new Error('EPIPE'))
    await expect(asked).rejects.toThrow('closed the connection')
  })

  it('closes on a message that is no protocol', async () => {
    const { connection, fromBrowser } = setUp()
    const asked = connection.send('A', {}, anything)
    fromBrowser.write('Hello\0')
    await expect(asked).rejects.toThrow('not understood')
  })

  it('keeps the first reason it was closed for', async () => {
    const { connection } = setUp()
    connection.close(new Error('first'))
    connection.close(new Error('second'))
    await expect(connection.lost).rejects.toThrow('first')
  })
})
