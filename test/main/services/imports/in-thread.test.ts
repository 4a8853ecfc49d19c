import { describe, expect, it } from 'vitest'
import type { Client } from '../../../../shared/contract/client.ts'
import { openTestCore } from '../../../helpers/core.ts'
import { failureOf, openCore } from '../open-core.ts'
import { header, passes, request } from './request.ts'
import { rowsOf } from './stored-rows.ts'

/** Long enough to be caught under way on any machine. */
const large = request([header, ...passes(6_000, 4)], { createTask: true, job: 'mine' })

const cancelled = [{ status: 'rejected', reason: { name: 'Cancelled' } }]

/** Resolves with the first share of the job above `least` that it is seen at. */
async function untilAbove(call: Client['call'], least: number): Promise<number> {
  for (;;) {
    const { progress } = await call('job.progress', { job: 'mine' })
    if (progress !== null && progress > least) return progress
    await new Promise((resolve) => setTimeout(resolve, 2))
  }
}

describe('an import', () => {
  it('says how far it is, and other operations are answered meanwhile', async () => {
    const { client } = openCore()
    const commit = client.call('import.commit', large)
    const share = await untilAbove(client.call, 0)
    expect(share).toBeLessThan(1)
    expect(await client.call('task.list', {})).toEqual([])
    expect(await commit).toMatchObject({ added: 24_000, committed: true })
    expect(await client.call('job.progress', { job: 'mine' })).toEqual({ progress: null })
    expect(await client.call('task.list', {})).toMatchObject([{ name: 'refunds', trials: 24_000 }])
  })

  it.each([
    ['while it reads', 0],
    // Reading and comparing are 55 of 100 parts: from there on rows are being stored.
    ['while it stores', 0.6],
  ])('that is cancelled %s leaves nothing behind', async (_when, share) => {
    const { client } = openCore()
    const commit = client.call('import.commit', large)
    const settled = Promise.allSettled([commit])
    await untilAbove(client.call, share)
    expect(await client.call('job.cancel', { job: 'mine' })).toEqual({ underWay: true })
    expect(await settled).toMatchObject(cancelled)
    expect(await client.call('task.list', {})).toEqual([])
    expect(await client.call('workspace.check', {})).toEqual({ sound: true, problems: [] })
    // Nothing of it holds a lock: the same file comes in afterwards.
    expect(await client.call('import.commit', large)).toMatchObject({ added: 24_000 })
  })

  it('whose caller goes away is given up', async () => {
    const { client } = openCore()
    const gone = new AbortController()
    const commit = client.call('import.commit', large, gone.signal)
    const settled = Promise.allSettled([commit])
    await untilAbove(client.call, 0)
    gone.abort()
    expect(await settled).toMatchObject(cancelled)
    expect(await client.call('task.list', {})).toEqual([])
  })

  it('is refused in the words of the core, with the rows at fault', async () => {
    const { client } = openCore()
    const failure = await failureOf(
      client.call('import.commit', request([header, 'a,base,1,maybe'], { createTask: true })),
    )
    expect(failure.code).toBe('import-refused')
    expect(failure.details).toMatchObject({ problemCount: 1, problems: [{ line: 2, column: 'outcome' }] })
  })

  it('waits for the one before it, and sees what that stored', async () => {
    const { client } = openCore()
    const both = await Promise.all([
      client.call('import.commit', { ...large, job: 'first' }),
      client.call('import.commit', { ...large, job: 'second' }),
    ])
    expect(both.map(({ added, alreadyThere }) => [added, alreadyThere])).toEqual([
      [24_000, 0],
      [0, 24_000],
    ])
  })

  it('lets an attempt be logged meanwhile: it is stored before or after, never lost', async () => {
    const { client } = openCore()
    await client.call('task.create', { name: 'orders' })
    const commit = client.call('import.commit', large)
    await untilAbove(client.call, 0.6)
    await client.call('trial.log', { task: 'orders', case: 'a', configuration: 'm', outcome: 'pass' })
    await commit
    expect(await client.call('task.list', {})).toMatchObject([
      { name: 'orders', trials: 1 },
      { name: 'refunds', trials: 24_000 },
    ])
  })

  it('that breaks is a bug: logged, its message hidden, nothing stored', async () => {
    // A clock that tells no time: nothing can be stored at it.
    const { core, client, errors, close } = openTestCore({ clock: () => new Date(Number.NaN) })
    expect(await core.call('import.commit', large)).toMatchObject({ ok: false, error: { kind: 'bug' } })
    expect(errors).toHaveLength(1)
    expect(await client.call('task.list', {})).toEqual([])
    close()
  })
})

async function withImport() {
  const { client, file } = openCore()
  await client.call('task.create', { name: 'refunds' })
  const { importId } = await client.call('import.commit', { ...large, createTask: false })
  return { client, file, undoing: { import: importId ?? 0, job: 'mine' } }
}

describe('the undo of an import', () => {
  it('that is given up changes nothing, and can be done afterwards', async () => {
    const { client, file, undoing } = await withImport()
    const before = rowsOf(file)
    const gone = new AbortController()
    const settled = Promise.allSettled([client.call('import.undo', undoing, gone.signal)])
    gone.abort()
    expect(await settled).toMatchObject(cancelled)
    expect(rowsOf(file)).toEqual(before)
    expect(await client.call('import.undo', undoing)).toMatchObject({ trials: 24_000, cases: 6_000 })
    expect(await client.call('workspace.check', {})).toEqual({ sound: true, problems: [] })
  })

  it('asked for twice at once is done once', async () => {
    const { client, undoing } = await withImport()
    const both = await Promise.allSettled([
      client.call('import.undo', undoing),
      client.call('import.undo', { ...undoing, job: 'second' }),
    ])
    expect(both).toMatchObject([
      { status: 'fulfilled', value: { trials: 24_000 } },
      { status: 'rejected', reason: { code: 'import-undone' } },
    ])
  })
})
