import { setTimeout as wait } from 'node:timers/promises'
import { describe, expect, it, onTestFinished } from 'vitest'
import { watchChanges } from '../../../../main/services/workspaces/index.ts'
import { openWorkspace } from '../../../../main/store/workspace.ts'
import { temporaryFolder } from '../../../helpers/temporary-folder.ts'
import { freshFile } from '../../../helpers/workspace.ts'
import { now, openCore, openOn } from '../open-core.ts'

const folder = temporaryFolder('changes')

describe('waiting for a change', () => {
  it('ends at once for a caller who knows of none', async () => {
    const { client } = openCore()
    expect(await client.call('change.next', { after: -1 })).toEqual({ change: 0 })
  })

  it('ends when something is written here', async () => {
    const { client } = openCore()
    const { change } = await client.call('change.next', { after: -1 })
    const next = client.call('change.next', { after: change })
    await client.call('task.create', { name: 'refunds' })
    expect(await next).toEqual({ change: change + 1 })
  })

  it('ends when another program writes to the file', async () => {
    const here = openCore()
    const elsewhere = openOn(here.file)
    const { change } = await here.client.call('change.next', { after: -1 })
    const next = here.client.call('change.next', { after: change })
    await elsewhere.client.call('task.create', { name: 'refunds' })
    expect(await next).toEqual({ change: change + 1 })
    expect(await here.client.call('task.list', {})).toHaveLength(1)
  })

  it('is not ended by looking', async () => {
    const { client } = openCore()
    await client.call('sample.open', {})
    const { change } = await client.call('change.next', { after: -1 })
    const [task] = await client.call('task.list', {})
    await client.call('assessment.get', { task: task?.name ?? '' })
    await client.call('workspace.check', {})
    expect(await client.call('change.next', { after: change - 1 })).toEqual({ change })
  })

  it('gives every window the same numbers', async () => {
    const { client } = openCore()
    const { change } = await client.call('change.next', { after: -1 })
    const both = [
      client.call('change.next', { after: change }),
      client.call('change.next', { after: change }),
    ]
    await client.call('task.create', { name: 'refunds' })
    expect(await Promise.all(both)).toEqual([{ change: change + 1 }, { change: change + 1 }])
  })

  it('ends when the caller gives up', async () => {
    const { client } = openCore()
    const { change } = await client.call('change.next', { after: -1 })
    const controller = new AbortController()
    const next = client.call('change.next', { after: change }, controller.signal)
    controller.abort()
    await expect(next).rejects.toMatchObject({ name: 'Cancelled' })
  })

  it('does not begin for a caller who has given up', async () => {
    const { client } = openCore()
    const { change } = await client.call('change.next', { after: -1 })
    const next = client.call('change.next', { after: change }, AbortSignal.abort())
    await expect(next).rejects.toMatchObject({ name: 'Cancelled' })
  })

  it('ends after a while with the present number when nothing happens', async () => {
    const workspace = openWorkspace(freshFile(folder))
    onTestFinished(() => workspace.close())
    const changes = watchChanges({ workspace, clock: () => new Date(now) }, { longestWaitMs: 20, pollMs: 5 })
    const { change } = await changes.next(-1)
    expect(await changes.next(change)).toEqual({ change })
  })

  it('never looks again after that: the workspace may be closed at once', async () => {
    const { client, core } = openCore()
    const { change } = await client.call('change.next', { after: -1 })
    const controller = new AbortController()
    const next = client.call('change.next', { after: change }, controller.signal)
    await wait(1)
    controller.abort()
    core.close()
    await expect(next).rejects.toMatchObject({ name: 'Cancelled' })
  })
})
