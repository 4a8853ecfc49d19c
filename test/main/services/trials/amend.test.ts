import { describe, expect, it } from 'vitest'
import type { Input } from '../../../../shared/contract/contract.ts'
import { type OpenCore, openCore } from '../open-core.ts'
import { everythingIn, historyOf } from '../stored.ts'

const key = { task: 'refunds', configuration: 'base', case: 'a', repeat: 1 } as const

async function coreWithTrial(): Promise<OpenCore> {
  const open = openCore()
  await open.client.call('task.create', { name: 'refunds' })
  await open.client.call('trial.log', {
    ...key,
    outcome: 'fail',
    cause: 'limit',
    verifier: 'accept',
    latencyMs: 40,
    answer: 'No.',
  })
  return open
}

describe('amending a trial', () => {
  it('changes what is named, takes away what is null and keeps the rest', async () => {
    const { client, file } = await coreWithTrial()
    const changes = { outcome: 'error', cause: null, note: 'timed out' } as const
    const { before, after } = await client.call('trial.amend', { ...key, changes })
    const { task: _task, ...trialKey } = key
    expect(before).toMatchObject({ outcome: 'fail', cause: 'limit' })
    expect(after).toEqual({
      ...trialKey,
      outcome: 'error',
      verifier: 'accept',
      latencyMs: 40,
      answer: 'No.',
      note: 'timed out',
    })
    expect(historyOf(file)).toMatchObject([{ change: 'replaced', was: { outcome: 'fail', note: null } }])
  })

  it('says who graded it now', async () => {
    const { client } = await coreWithTrial()
    await client.call('trial.log', { ...key, outcome: 'fail', grader: 'judge', replace: true })
    const changes = { outcome: 'pass', grader: 'human' } as const
    const { before, after } = await client.call('trial.amend', { ...key, changes })
    expect([before.grader, after.grader]).toEqual(['judge', 'human'])
    const kept = await client.call('trial.amend', { ...key, changes: { note: 'clear' } })
    expect(kept.after.grader).toBe('human')
  })

  it('renews the assessment', async () => {
    const { client } = await coreWithTrial()
    await client.call('trial.amend', { ...key, changes: { outcome: 'pass' } })
    const { counts } = await client.call('assessment.get', { task: 'refunds' })
    expect(counts).toMatchObject({ trials: 1, passes: 1, failures: 0 })
  })

  it('leaves the attempt at the time it was logged', async () => {
    const times = ['2026-03-01T09:00:00.000Z', '2026-03-05T12:00:00.000Z']
    let index = 0
    const { client } = openCore({ clock: () => new Date(times[index] ?? '') })
    await client.call('task.create', { name: 'refunds' })
    await client.call('trial.log', { ...key, outcome: 'fail' })
    index = 1
    await client.call('trial.amend', { ...key, changes: { outcome: 'pass' } })
    const { period } = await client.call('assessment.get', { task: 'refunds' })
    expect(period).toEqual({ firstLoggedAt: times[0], lastLoggedAt: times[0] })
  })

  it.each<readonly [string, Partial<Input<'trial.amend'>>]>([
    ['a repeat', { repeat: 2 }],
    ['a case', { case: 'b' }],
    ['a configuration', { configuration: 'other' }],
  ])('refuses %s that is not there', async (_, other) => {
    const { client, file } = await coreWithTrial()
    const before = everythingIn(file)
    const amended = client.call('trial.amend', { ...key, changes: { outcome: 'pass' }, ...other })
    await expect(amended).rejects.toMatchObject({ code: 'trial-not-found' })
    expect(everythingIn(file)).toEqual(before)
  })
})

describe('adding cases', () => {
  it('shows them in the grid, after those that are there, and counts each once', async () => {
    const { client } = await coreWithTrial()
    const cases = [
      { case: 'c', segment: 'night', input: 'the third' },
      { case: 'b' },
      { case: 'a', segment: 'day' },
      { case: 'b', input: 'the second' },
    ]
    expect(await client.call('case.add', { task: 'refunds', cases })).toEqual({ added: 2, alreadyThere: 2 })
    const grid = await client.call('trial.grid', { task: 'refunds' })
    expect(grid.cases.map((each) => [each.case, each.segment, each.input, each.trials.length])).toEqual([
      ['a', 'day', null, 1],
      ['c', 'night', 'the third', 0],
      ['b', null, 'the second', 0],
    ])
  })

  it('does not make a task or part of a list', async () => {
    const { client, file } = await coreWithTrial()
    const before = everythingIn(file)
    const cases = [{ case: 'x' }]
    await expect(client.call('case.add', { task: 'orders', cases })).rejects.toMatchObject({
      code: 'task-not-found',
    })
    await expect(
      client.call('case.add', { task: 'refunds', cases: [...cases, { case: ' ' }] }),
    ).rejects.toMatchObject({ code: 'bad-input' })
    expect(everythingIn(file)).toEqual(before)
  })
})
