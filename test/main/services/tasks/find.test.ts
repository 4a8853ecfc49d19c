import { describe, expect, it } from 'vitest'
import { openCore } from '../open-core.ts'

describe('a task that is not there', () => {
  it('is answered with the names that are', async () => {
    const { client } = openCore()
    await client.call('task.create', { name: 'refunds' })
    await client.call('task.create', { name: '항공권 변경' })
    await expect(client.call('task.get', { task: 'refund' })).rejects.toMatchObject({
      code: 'task-not-found',
      message: 'There is no task named "refund" in this workspace. It has "refunds", "항공권 변경".',
    })
  })

  it('is answered differently while there is none', async () => {
    const { client } = openCore()
    await expect(client.call('task.get', { task: 'refunds' })).rejects.toMatchObject({
      code: 'task-not-found',
      message: 'There is no task named "refunds" in this workspace. This workspace has no task yet.',
    })
  })

  it('does not bury the answer under hundreds of names', async () => {
    const { client } = openCore()
    for (let number = 1; number <= 23; number += 1) {
      await client.call('task.create', { name: `task ${number}` })
    }
    await expect(client.call('task.get', { task: 'refunds' })).rejects.toMatchObject({
      message:
        'There is no task named "refunds" in this workspace. It has "task 1", "task 2", "task 3", "task 4", "task 5", "task 6", "task 7", "task 8", "task 9", "task 10" and 13 more.',
    })
  })

  it.each([
    ['task.get', {}],
    ['trial.grid', {}],
    ['assessment.get', {}],
    ['report.render', { format: 'html' }],
    ['trial.withdraw', { configuration: 'base', case: 'a', repeat: 1 }],
    ['trial.log', { configuration: 'base', case: 'a', outcome: 'pass' }],
    ['import.preview', { fileName: 'a.csv', contentBase64: '' }],
    ['import.commit', { fileName: 'a.csv', contentBase64: '' }],
  ] as const)('is not made by %s', async (operation, input) => {
    const { core, client } = openCore()
    const reply = await core.call(operation, { task: 'refunds', ...input })
    expect(reply).toMatchObject({ ok: false, error: { kind: 'expected', code: 'task-not-found' } })
    expect(await client.call('task.list', {})).toEqual([])
  })
})

const trial = (configuration: string, label: string) =>
  ({ task: 'refunds', configuration, case: label, outcome: 'pass' }) as const

describe('looking at a task', () => {
  it('counts what was logged, configuration by configuration', async () => {
    const { client } = openCore()
    await client.call('task.create', { name: 'refunds' })
    await client.call('trial.log', [
      trial('slow', 'a'),
      trial('base', 'a'),
      trial('base', 'a'),
      trial('base', 'b'),
      { ...trial('base', 'c'), outcome: 'void' },
    ])
    expect(await client.call('task.get', { task: ' refunds ' })).toMatchObject({
      configurations: [
        { name: 'slow', trials: 1, cases: 1, moreComputeThan: null },
        { name: 'base', trials: 4, cases: 3, moreComputeThan: null },
      ],
      cases: 3,
      trials: 5,
    })
  })
})
