import { describe, expect, it } from 'vitest'
import { indexUrl } from '../../../main/electron/policy.ts'
import { FakeWebContents, ipcMain } from './fake-electron.ts'
import { record } from './fake-record.ts'
import { firstWindow, startShell } from './start-shell.ts'

const ownFrame = { origin: 'app://bundle', url: indexUrl, parent: null }
const ownEvent = () => ({ sender: firstWindow().webContents, senderFrame: ownFrame })

/** As Electron calls the handler; the event is whatever the test makes of it. */
async function invoke(event: object, ...values: readonly unknown[]): Promise<unknown> {
  const handler = record.invokeHandlers.get('nines:invoke')
  if (handler === undefined) throw new Error('nothing handles nines:invoke')
  return await Promise.resolve<unknown>(Reflect.apply(handler, undefined, [event, ...values]))
}

function cancel(event: object, requestId: unknown): void {
  ipcMain.emit('nines:cancel', event, requestId)
}

describe('nines:invoke', () => {
  it('and the choice of a workspace are all that is handled', async () => {
    await startShell()
    expect([...record.invokeHandlers.keys()]).toEqual(['nines:invoke', 'nines:choose-workspace'])
    expect(ipcMain.eventNames()).toEqual(['nines:cancel'])
  })

  it('carries a request to the core and its reply back', async () => {
    const { calls } = await startShell()
    const answer = invoke(ownEvent(), 'task.get', { task: 'airline' })
    expect(calls[0]).toMatchObject({ operation: 'task.get', input: { task: 'airline' } })
    const reply = { ok: true, value: { name: 'airline' } } as const
    calls[0]?.answer(reply)
    expect(await answer).toEqual(reply)
  })

  it('says which workspace the window believes it is in', async () => {
    const { calls } = await startShell()
    void invoke(ownEvent(), 'task.list', {}, 'request-1', 'an-id')
    void invoke(ownEvent(), 'task.list', {}, 'request-2', { id: 'an-id' })
    expect(calls.map(({ workspace }) => workspace)).toEqual(['an-id', undefined])
  })

  it('asks for the name of an operation', async () => {
    const { calls } = await startShell()
    expect(await invoke(ownEvent(), { toString: 'x' }, {})).toMatchObject({ error: { code: 'bad-input' } })
    expect(calls).toEqual([])
  })
})

describe('forged senders', () => {
  const forged: readonly (readonly [string, () => object])[] = [
    ['a frame that is gone', () => ({ ...ownEvent(), senderFrame: null })],
    ['a subframe', () => ({ ...ownEvent(), senderFrame: { ...ownFrame, parent: ownFrame } })],
    [
      'another origin',
      () => ({ ...ownEvent(), senderFrame: { ...ownFrame, origin: 'https://evil.example' } }),
    ],
    ['a look-alike', () => ({ ...ownEvent(), senderFrame: { ...ownFrame, url: 'app://bundle.evil/' } })],
    ['a file', () => ({ ...ownEvent(), senderFrame: { origin: 'file://', url: 'file:///x', parent: null } })],
    ['another window', () => ({ ...ownEvent(), sender: new FakeWebContents() })],
  ]

  it.each(forged)('%s is refused, told so and logged', async (_name, event) => {
    const { calls, errors } = await startShell()
    const reply = await invoke(event(), 'task.list', {})
    expect(reply).toMatchObject({ ok: false, error: { kind: 'expected', code: 'forbidden' } })
    expect(calls).toEqual([])
    expect(errors).toHaveLength(1)
  })

  it.each(forged)('%s cannot cancel', async (_name, event) => {
    const { calls, errors } = await startShell()
    void invoke(ownEvent(), 'import.commit', {}, 'request-1')
    cancel(event(), 'request-1')
    expect(calls[0]?.signal?.aborted).toBe(false)
    expect(errors).toHaveLength(1)
  })

  it('loses its rights with the window', async () => {
    const { calls } = await startShell()
    const event = ownEvent()
    firstWindow().close()
    expect(await invoke(event, 'task.list', {})).toMatchObject({ error: { code: 'forbidden' } })
    expect(calls).toEqual([])
  })
})

describe('cancelling', () => {
  it('stops the request of that name and no other', async () => {
    const { calls } = await startShell()
    void invoke(ownEvent(), 'import.commit', {}, 'request-1')
    void invoke(ownEvent(), 'report.render', {}, 'request-2')
    cancel(ownEvent(), 'request-2')
    expect(calls.map((call) => call.signal?.aborted)).toEqual([false, true])
  })

  it('does not mind a request that has ended, or a name that is none', async () => {
    const { calls } = await startShell()
    const answer = invoke(ownEvent(), 'task.list', {}, 'request-1')
    calls[0]?.answer({ ok: true, value: [] })
    await answer
    cancel(ownEvent(), 'request-1')
    cancel(ownEvent(), 7)
    expect(calls[0]?.signal?.aborted).toBe(false)
  })

  it('refuses a name that is in use', async () => {
    const { calls } = await startShell()
    void invoke(ownEvent(), 'import.commit', {}, 'request-1')
    const second = await invoke(ownEvent(), 'import.commit', {}, 'request-1')
    expect(second).toMatchObject({ error: { code: 'bad-input' } })
    expect(calls).toHaveLength(1)
  })

  it.each(['did-navigate', 'render-process-gone', 'destroyed'])(
    'stops everything a page was waiting for when it goes: %s',
    async (event) => {
      const { calls } = await startShell()
      void invoke(ownEvent(), 'change.next', { after: 1 })
      void invoke(ownEvent(), 'report.render', {}, 'request-1')
      firstWindow().webContents.emit(event, {}, { reason: 'crashed', exitCode: 1 })
      expect(calls.map((call) => call.signal?.aborted)).toEqual([true, true])
    },
  )
})
