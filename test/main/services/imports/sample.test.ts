import { describe, expect, it } from 'vitest'
import { openCore } from '../open-core.ts'
import { everythingIn } from '../stored.ts'

describe('opening the sample', () => {
  it('adds a task with 200 trials of 50 cases, four each', async () => {
    const { client } = openCore()
    const { task } = await client.call('sample.open', {})
    expect(await client.call('task.get', { task })).toMatchObject({
      task: { plannedRepeats: 4, target: 'Unattended' },
      configurations: [{ name: 'gpt-4o tool-calling', trials: 200, cases: 50 }],
      cases: 50,
      trials: 200,
    })
  })

  it('a second time changes nothing, also after the team has worked on it', async () => {
    const { client, file } = openCore()
    const { task } = await client.call('sample.open', {})
    const key = { task, configuration: 'gpt-4o tool-calling', case: 'airline-00' } as const
    await client.call('trial.log', { ...key, configuration: 'mine', outcome: 'pass' })
    await client.call('trial.amend', { ...key, repeat: 1, changes: { outcome: 'void' } })
    await client.call('trial.withdraw', { ...key, repeat: 2 })
    const before = everythingIn(file)
    expect(await client.call('sample.open', {})).toEqual({ task })
    expect(everythingIn(file)).toEqual(before)
  })

  it('leaves the other tasks of the workspace alone', async () => {
    const { client } = openCore()
    await client.call('task.create', { name: 'refunds' })
    const { task } = await client.call('sample.open', {})
    const names = (await client.call('task.list', {})).map((each) => each.name)
    expect(names).toEqual(['refunds', task])
  })
})
