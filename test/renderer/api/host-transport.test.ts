import { describe, expect, it } from 'vitest'
import {
  chooseTransport,
  ConnectionLost,
  ConnectionRefused,
  hostTransport,
} from '../../../renderer/api/transport.ts'
import { createClient } from '../../../shared/contract/client.ts'
import { type Answering, json, openHost, page } from './browser-host.ts'

const cancelled = { ok: false, error: { kind: 'cancelled', message: '' } }

describe('an answer of the host', () => {
  it('of 200 is the value, asked for by one POST of JSON to its own operation', async () => {
    const { asked } = await openHost(json(200, { task: '항공편' }))
    expect(await hostTransport('sample.open', { given: ['이것', 1, null] })).toEqual({
      ok: true,
      value: { task: '항공편' },
    })
    expect(asked).toEqual([
      {
        method: 'POST',
        path: '/api/sample.open',
        contentType: 'application/json',
        body: '{"given":["이것",1,null]}',
      },
    ])
  })

  it('may be an expected failure, with what a caller can act on', async () => {
    const error = {
      kind: 'expected',
      code: 'task-not-found',
      message: 'There is no task "x".',
      details: { similar: ['y'] },
    }
    await openHost(json(404, { error }))
    expect(await hostTransport('task.get', { task: 'x' })).toEqual({ ok: false, error })
  })

  it('may be a bug: its reference comes through', async () => {
    const error = { kind: 'bug', message: 'Something went wrong.', reference: 'a1b2c3d4' }
    await openHost(json(500, { error: { code: 'bug', ...error } }))
    expect(await hostTransport('task.list', {})).toEqual({ ok: false, error })
  })

  it('may be a refusal before the core was asked', async () => {
    await openHost(json(413, { error: { code: 'too-large', message: 'Too large.' } }))
    expect(await hostTransport('import.preview', {})).toEqual({
      ok: false,
      error: { kind: 'expected', code: 'too-large', message: 'Too large.' },
    })
  })

  it('is read by the client of the contract', async () => {
    const { asked } = await openHost(json(200, { change: 4, secret: 'beyond the contract' }))
    expect(await createClient(hostTransport).call('change.next', { after: 3 })).toEqual({ change: 4 })
    expect(asked.map(({ path }) => path)).toEqual(['/api/change.next'])
  })
})

describe('a window that is not let in', () => {
  it.each<[string, Answering]>([
    ['JSON', json(401, { error: { code: 'unauthorized', message: 'Open the link again.' } })],
    ['anything', page(401, '<h1>401</h1>')],
  ])('learns so from a 401 with %s', async (_kind, answering) => {
    await openHost(answering)
    await expect(hostTransport('task.list', {})).rejects.toThrow(ConnectionRefused)
  })
})

describe('a host that is away', () => {
  it.each<[string, Answering]>([
    ['a page instead of JSON', page(200, '<!doctype html><title>Other</title>')],
    ['nothing at all', page(200, '')],
    ['half an answer', page(200, '{"task":"air')],
    ['JSON of something else', json(502, { fault: 'bad gateway' })],
    ['a failure with a code that Nines has not', json(422, { error: { code: 'teapot', message: '' } })],
    ['a broken connection', (response) => response.destroy()],
  ])('is one that answers with %s', async (_what, answering) => {
    await openHost(answering)
    const asked = hostTransport('task.list', {})
    await expect(asked).rejects.toThrow(ConnectionLost)
    // What exactly went wrong is kept for whoever looks at the console.
    await expect(asked).rejects.toHaveProperty('cause')
  })

  it('is one that is not there', async () => {
    const { stop } = await openHost(json(200, {}))
    await stop()
    await expect(hostTransport('task.list', {})).rejects.toThrow(ConnectionLost)
  })
})

describe('a caller that gives up', () => {
  it('while waiting gets a cancelled reply, and the host sees the connection end', async () => {
    const reached = Promise.withResolvers<void>()
    const ended = Promise.withResolvers<void>()
    await openHost((response) => {
      response.on('close', () => ended.resolve())
      reached.resolve()
    })
    const caller = new AbortController()
    const asked = hostTransport('change.next', { after: 1 }, caller.signal)
    await reached.promise
    caller.abort()
    expect(await asked).toEqual(cancelled)
    await ended.promise
  })

  it('in the middle of the answer gets a cancelled reply', async () => {
    const begun = Promise.withResolvers<void>()
    await openHost((response) => {
      response.writeHead(200, { 'content-type': 'application/json' })
      response.write('{"change":', () => begun.resolve())
    })
    const caller = new AbortController()
    const asked = hostTransport('change.next', { after: 1 }, caller.signal)
    await begun.promise
    caller.abort()
    expect(await asked).toEqual(cancelled)
  })

  it('before asking, asks nothing', async () => {
    const { asked } = await openHost(json(200, {}))
    expect(await hostTransport('task.list', {}, AbortSignal.abort())).toEqual(cancelled)
    expect(asked).toEqual([])
  })
})

describe('without a shell', () => {
  it('the host that served the page is asked', async () => {
    const { asked } = await openHost(json(200, []))
    await chooseTransport(undefined)('task.list', {})
    expect(asked.length).toBe(1)
  })
})
