import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Output } from '../../shared/contract/contract.ts'
import { createClient } from '../../shared/contract/client.ts'
import { type Connected, connect, transports } from './transports.ts'

/** A client that names a workspace with every request, as a window does. */
function clientIn({ id }: Output<'workspace.info'>, { transport }: Connected) {
  return createClient((operation, input, signal) => transport(operation, input, signal, id))
}

const changed = { name: 'ExpectedFailure', code: 'workspace-changed' }
const task = { name: 'refunds' }

describe.each(transports)('over %s, a window that names its workspace', (_name, via) => {
  it('is served while it lies open', async () => {
    const connected = await connect(via)
    const window = clientIn(await connected.client.call('workspace.info', {}), connected)
    expect(await window.call('task.create', task)).toMatchObject(task)
  })

  it('cannot write into, or read from, another one', async () => {
    const connected = await connect(via)
    const { client, test } = connected
    const window = clientIn(await client.call('workspace.info', {}), connected)
    await client.call('workspace.create', { path: join(test.folder, '다른 곳.nines') })
    await expect(window.call('task.create', task)).rejects.toMatchObject(changed)
    await expect(window.call('task.list', {})).rejects.toMatchObject(changed)
    expect(await client.call('task.list', {})).toEqual([])
    await client.call('workspace.open', { path: test.workspaceFile })
    expect(await client.call('task.list', {})).toEqual([])
  })

  it('is refused after the same one was left and opened again: it may have changed meanwhile', async () => {
    const connected = await connect(via)
    const { client, test } = connected
    const window = clientIn(await client.call('workspace.info', {}), connected)
    await client.call('workspace.create', { path: join(test.folder, 'other.nines') })
    await client.call('workspace.open', { path: test.workspaceFile })
    await expect(window.call('task.list', {})).rejects.toMatchObject(changed)
  })

  it('is told at once while it waits for a change', async () => {
    const connected = await connect(via)
    const { client, test } = connected
    const window = clientIn(await client.call('workspace.info', {}), connected)
    const { change } = await window.call('change.next', { after: -1 })
    const waiting = window.call('change.next', { after: change })
    const [told] = await Promise.all([
      Promise.allSettled([waiting]),
      client.call('workspace.create', { path: join(test.folder, 'other.nines') }),
    ])
    expect(told).toMatchObject([{ status: 'rejected', reason: changed }])
  })

  it('is refused after a backup was restored', async () => {
    const connected = await connect(via)
    const { client } = connected
    await client.call('task.create', task)
    const { name } = await client.call('backup.create', {})
    const window = clientIn(await client.call('workspace.info', {}), connected)
    await client.call('backup.restore', { name })
    await expect(window.call('task.create', { name: 'billing' })).rejects.toMatchObject(changed)
    const again = clientIn(await client.call('workspace.info', {}), connected)
    expect(await again.call('task.list', {})).toHaveLength(1)
  })
})
