import { describe, expect, it } from 'vitest'
import { chooseTransport, shellTransport } from '../../../renderer/api/transport.ts'

const cancelled = { ok: false, error: { kind: 'cancelled', message: '' } }

/** A request the shell was given, answered by the test. */
interface Invoked {
  readonly operation: string
  readonly input: unknown
  readonly requestId: string
  readonly resolve: (reply: unknown) => void
  readonly reject: (error: Error) => void
}

function makeShell() {
  const invoked: Invoked[] = []
  const cancels: string[] = []
  const shell = {
    invoke: (operation: string, input: unknown, requestId: string): Promise<unknown> => {
      const { promise, resolve, reject } = Promise.withResolvers<unknown>()
      invoked.push({ operation, input, requestId, resolve, reject })
      return promise
    },
    cancel: (requestId: string) => cancels.push(requestId),
  }
  return { shell, invoked, cancels }
}

describe('the shell', () => {
  it('is asked with the operation, the input and an id that is used once', async () => {
    const { shell, invoked } = makeShell()
    const transport = shellTransport(shell)
    const replies = [transport('task.get', { task: 'x' }), transport('task.list', {})]
    const bug = { ok: false, error: { kind: 'bug', message: 'Wrong.', reference: 'a1b2c3d4' } }
    invoked[1]?.resolve({ ok: true, value: [] })
    invoked[0]?.resolve(bug)
    expect(await Promise.all(replies)).toEqual([bug, { ok: true, value: [] }])
    expect(invoked.map(({ operation, input }) => [operation, input])).toEqual([
      ['task.get', { task: 'x' }],
      ['task.list', {}],
    ])
    const ids = invoked.map(({ requestId }) => requestId)
    expect(new Set(ids).size).toBe(2)
    expect(ids.every((id) => id.length > 0)).toBe(true)
  })

  it('is told which request to cancel, and has the last word on it', async () => {
    const { shell, invoked, cancels } = makeShell()
    const transport = shellTransport(shell)
    const caller = new AbortController()
    const other = transport('task.list', {})
    const asked = transport('change.next', { after: 1 }, caller.signal)
    expect(cancels).toEqual([])
    caller.abort()
    expect(cancels).toEqual([invoked[1]?.requestId])
    invoked[1]?.resolve(cancelled)
    invoked[0]?.resolve({ ok: true, value: [] })
    expect(await asked).toEqual(cancelled)
    expect(await other).toEqual({ ok: true, value: [] })
  })

  it('is not told of a request that is over', async () => {
    const { shell, invoked, cancels } = makeShell()
    const transport = shellTransport(shell)
    const caller = new AbortController()
    const good = transport('task.list', {}, caller.signal)
    invoked[0]?.resolve({ ok: true, value: [] })
    await good
    const bad = transport('task.list', {}, caller.signal)
    invoked[1]?.reject(new Error('the window is gone'))
    await expect(bad).rejects.toThrow('the window is gone')
    caller.abort()
    expect(cancels).toEqual([])
  })

  it('hears nothing of a request that was cancelled before', async () => {
    const { shell, invoked, cancels } = makeShell()
    expect(await shellTransport(shell)('task.list', {}, AbortSignal.abort())).toEqual(cancelled)
    expect([invoked, cancels]).toEqual([[], []])
  })

  it('is asked wherever there is one', async () => {
    const { shell, invoked } = makeShell()
    const asked = chooseTransport(shell)('task.list', {})
    invoked[0]?.resolve({ ok: true, value: [] })
    expect(await asked).toEqual({ ok: true, value: [] })
  })
})
