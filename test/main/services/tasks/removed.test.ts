import { describe, expect, it } from 'vitest'
import type { Client } from '../../../../shared/contract/client.ts'
import { failureOf, openCore, type OpenCore } from '../open-core.ts'
import { everythingIn } from '../stored.ts'

const task = 'refunds'

/** A task with three trials, one of which names a cause, and another task with one. */
async function coreWithTasks(): Promise<OpenCore> {
  const open = openCore()
  const { client } = open
  await client.call('task.create', { name: task, plannedRepeats: 1 })
  await client.call('task.create', { name: 'orders', plannedRepeats: 1 })
  await client.call('trial.log', [
    { task, configuration: 'base', case: 'a', outcome: 'pass' },
    { task, configuration: 'base', case: 'b', outcome: 'fail', cause: 'limit' },
    { task, configuration: 'base', case: 'c', outcome: 'void' },
    { task: 'orders', configuration: 'base', case: 'a', outcome: 'fail', cause: 'limit' },
  ])
  return open
}

describe('a removed task', () => {
  it('is out of every list and count, and nothing else is', async () => {
    const { client } = await coreWithTasks()
    expect(await client.call('task.remove', { task })).toEqual({
      name: task,
      removedAt: '2026-03-01T09:00:00.000Z',
      trials: 3,
    })
    expect((await client.call('task.list', {})).map((each) => each.name)).toEqual(['orders'])
    expect(await client.call('workspace.info', {})).toMatchObject({ tasks: 1, trials: 1 })
    expect(await client.call('workspace.check', {})).toEqual({ sound: true, problems: [] })
  })

  it('can be neither read nor written, and says how it comes back', async () => {
    const { client, file } = await coreWithTasks()
    await client.call('task.remove', { task })
    const before = everythingIn(file)
    const trial = { task, configuration: 'base', case: 'd', outcome: 'pass' } as const
    const csv = { task, fileName: 'a.csv', contentBase64: btoa('case,outcome\nx,pass\n') }
    const attempts = [
      () => client.call('task.get', { task }),
      () => client.call('assessment.get', { task }),
      () => client.call('trial.grid', { task }),
      () => client.call('trial.log', trial),
      () => client.call('case.add', { task, cases: [{ case: 'd' }] }),
      () => client.call('task.change', { task, changes: { alpha: 0.01 } }),
      () => client.call('import.commit', csv),
      () => client.call('task.remove', { task }),
    ]
    for (const attempt of attempts) {
      const failure = await failureOf(attempt())
      expect(failure.code).toBe('task-not-found')
      expect(failure.message).toContain('was removed. All of it is kept.')
    }
    expect(everythingIn(file)).toEqual(before)
  })

  it.each([
    ['created', (client: Client) => client.call('task.create', { name: task })],
    [
      'imported',
      (client: Client) =>
        client.call('import.commit', {
          task,
          fileName: 'a.csv',
          contentBase64: btoa('case,configuration,outcome\nx,base,pass\n'),
          createTask: true,
        }),
    ],
    ['renamed', (client: Client) => client.call('task.change', { task: 'orders', changes: { name: task } })],
  ] as const)('gives its name up to one that is %s, and comes back under another', async (_, take) => {
    const { client } = await coreWithTasks()
    await client.call('task.create', { name: 'refunds (2)' })
    await client.call('task.remove', { task })
    await take(client)
    expect((await client.call('task.list', {})).map((each) => each.name)).toContain(task)
    expect(await client.call('task.listRemoved', {})).toMatchObject([{ name: 'refunds (3)', trials: 3 }])
    expect(await client.call('task.restore', { task: 'refunds (3)' })).toMatchObject({ name: 'refunds (3)' })
    expect(await client.call('task.get', { task: 'refunds (3)' })).toMatchObject({ cases: 3, trials: 3 })
  })

  it('has a name as long as names may be when it gives its own up', async () => {
    const { client } = openCore()
    const name = `${'x'.repeat(496)}👩👩`
    await client.call('task.create', { name })
    await client.call('task.remove', { task: name })
    await client.call('task.create', { name })
    const [removed] = await client.call('task.listRemoved', {})
    expect(removed?.name).toBe(`${'x'.repeat(496)} (2)`)
  })

  it('comes back exactly as it was', async () => {
    const { client, file } = await coreWithTasks()
    const before = everythingIn(file)
    await client.call('task.remove', { task })
    await client.call('task.restore', { task })
    expect(everythingIn(file)).toEqual(before)
    expect(await client.call('task.listRemoved', {})).toEqual([])
  })

  it('is not one that was never there, or never removed', async () => {
    const { client } = await coreWithTasks()
    for (const name of ['nothing', task]) {
      expect((await failureOf(client.call('task.restore', { task: name }))).code).toBe('task-not-found')
    }
    expect((await failureOf(client.call('task.remove', { task: 'nothing' }))).code).toBe('task-not-found')
  })

  it('comes back when it is the sample and the sample is opened', async () => {
    const { client } = openCore()
    const { task: sample } = await client.call('sample.open', {})
    await client.call('task.remove', { task: sample })
    expect(await client.call('sample.open', {})).toEqual({ task: sample })
    expect(await client.call('task.get', { task: sample })).toMatchObject({ cases: 50, trials: 200 })
  })
})

describe('removed tasks', () => {
  it('are listed with the latest first', async () => {
    const times = ['2026-03-01T09:00:00.000Z', '2026-03-02T09:00:00.000Z', '2026-03-03T09:00:00.000Z']
    let time = 0
    const { client } = openCore({ clock: () => new Date(times[time] ?? '') })
    for (const name of ['a', 'b', 'c']) await client.call('task.create', { name })
    for (const name of ['b', 'a', 'c']) {
      await client.call('task.remove', { task: name })
      time += 1
    }
    expect(await client.call('task.listRemoved', {})).toEqual([
      { name: 'c', removedAt: times[2], trials: 0 },
      { name: 'a', removedAt: times[1], trials: 0 },
      { name: 'b', removedAt: times[0], trials: 0 },
    ])
  })
})

describe('the causes that trials carry', () => {
  it('are counted for the task alone, over all its trials', async () => {
    const { client } = await coreWithTasks()
    await client.call('trial.log', [
      { task, configuration: 'other', case: 'a', outcome: 'fail', cause: 'limit' },
      { task, configuration: 'base', case: 'a', outcome: 'fail', cause: 'tool-error' },
      { task, configuration: 'base', case: 'a', outcome: 'fail' },
    ])
    const found = await client.call('task.causes', { task })
    expect(found.toSorted((a, b) => b.trials - a.trials)).toEqual([
      { cause: 'limit', trials: 2 },
      { cause: 'tool-error', trials: 1 },
    ])
  })
})
