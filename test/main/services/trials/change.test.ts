import { describe, expect, it } from 'vitest'
import type { LogTrial } from '../../../../shared/contract/contract.ts'
import { type OpenCore, openCore } from '../open-core.ts'
import { everythingIn, historyOf } from '../stored.ts'

const first: LogTrial = {
  task: 'refunds',
  configuration: 'base',
  case: 'a',
  repeat: 1,
  outcome: 'fail',
  note: 'a note',
}
const key = { task: 'refunds', configuration: 'base', case: 'a', repeat: 1 } as const

async function coreWithTrial(times: readonly string[]): Promise<OpenCore> {
  const left = [...times]
  const open = openCore({ clock: () => new Date(left.shift() ?? 'no time left') })
  await open.client.call('task.create', { name: 'refunds' })
  await open.client.call('trial.log', first)
  return open
}

const morning = ['2026-03-01T09:00:00.000Z', '2026-03-01T09:00:00.000Z', '2026-03-01T10:00:00.000Z']

describe('replacing a trial', () => {
  it('keeps the old one in the history, with the time of the change', async () => {
    const { client, file } = await coreWithTrial(morning)
    const { trials } = await client.call('trial.log', { ...key, outcome: 'pass', replace: true })
    expect(trials).toEqual([{ ...key, outcome: 'pass' }])
    expect(historyOf(file)).toEqual([
      {
        change: 'replaced',
        changedAt: '2026-03-01T10:00:00.000Z',
        was: { repeat: 1, outcome: 'fail', note: 'a note' },
      },
    ])
    const { cases } = await client.call('trial.grid', { task: 'refunds' })
    expect(cases[0]?.trials).toEqual([
      {
        repeat: 1,
        outcome: 'pass',
        cause: null,
        verifier: null,
        note: null,
        latencyMs: null,
        loggedBy: null,
      },
    ])
  })

  it('renews the assessment', async () => {
    const { client } = await coreWithTrial(morning)
    await client.call('trial.log', { ...key, outcome: 'pass', replace: true })
    const { counts, reliability } = await client.call('assessment.get', { task: 'refunds' })
    expect(counts).toMatchObject({ trials: 1, passes: 1, failures: 0 })
    expect(reliability.estimate).toBe(1)
  })

  it('keeps every version when it happens twice', async () => {
    const { client, file } = await coreWithTrial([...morning, '2026-03-01T11:00:00.000Z'])
    await client.call('trial.log', { ...key, outcome: 'error', replace: true })
    await client.call('trial.log', { ...key, outcome: 'pass', replace: true })
    expect(historyOf(file).map((each) => each.was.outcome)).toEqual(['fail', 'error'])
  })

  it('leaves the attempt at the time it was logged', async () => {
    const { client } = await coreWithTrial(morning)
    await client.call('trial.log', { ...key, outcome: 'pass', replace: true })
    const { period } = await client.call('assessment.get', { task: 'refunds' })
    expect(period).toEqual({ firstLoggedAt: morning[1], lastLoggedAt: morning[1] })
  })

  it('logs a trial that was not there', async () => {
    const { client, file } = await coreWithTrial(morning)
    await client.call('trial.log', { ...key, repeat: 2, outcome: 'pass', replace: true })
    expect(historyOf(file)).toEqual([])
    expect((await client.call('task.get', { task: 'refunds' })).trials).toBe(2)
  })

  it('is undone with the rest of its array', async () => {
    const { client, file } = await coreWithTrial(morning)
    const before = everythingIn(file)
    const array: LogTrial[] = [{ ...key, outcome: 'pass', replace: true }, first]
    await expect(client.call('trial.log', array)).rejects.toMatchObject({ code: 'trial-exists' })
    expect(everythingIn(file)).toEqual(before)
  })
})

describe('taking a trial back', () => {
  it('answers what it was and keeps it in the history', async () => {
    const { client, file } = await coreWithTrial(morning)
    const { task: _task, ...withdrawn } = first
    expect(await client.call('trial.withdraw', key)).toEqual(withdrawn)
    expect(historyOf(file)).toMatchObject([{ change: 'withdrawn', was: { outcome: 'fail', note: 'a note' } }])
    expect((await client.call('task.get', { task: 'refunds' })).trials).toBe(0)
    expect((await client.call('trial.grid', { task: 'refunds' })).cases).toMatchObject([
      { case: 'a', trials: [] },
    ])
  })

  it('makes room for another attempt of the same number', async () => {
    const { client } = await coreWithTrial([...morning, '2026-03-01T11:00:00.000Z'])
    await client.call('trial.withdraw', key)
    const { trials } = await client.call('trial.log', { ...first, repeat: undefined })
    expect(trials).toMatchObject([{ repeat: 1 }])
  })

  it('leaves the other trials of the case counted', async () => {
    const { client } = await coreWithTrial([...morning, '2026-03-01T11:00:00.000Z'])
    await client.call('trial.log', { ...first, repeat: 2, outcome: 'pass' })
    await client.call('trial.withdraw', key)
    const { counts } = await client.call('assessment.get', { task: 'refunds' })
    expect(counts).toMatchObject({ trials: 1, passes: 1, failures: 0, notCounted: 0 })
  })

  it.each([
    ['configuration', { configuration: 'other' }],
    ['case', { case: 'b' }],
    ['repeat', { repeat: 2 }],
  ])('refuses a %s that is not there', async (_, other) => {
    const { client, file } = await coreWithTrial(morning)
    const before = everythingIn(file)
    const wanted = { ...key, ...other }
    await expect(client.call('trial.withdraw', wanted)).rejects.toMatchObject({
      code: 'trial-not-found',
      message: `There is no trial ${wanted.repeat} of case "${wanted.case}" with "${wanted.configuration}". Nothing was changed.`,
    })
    expect(everythingIn(file)).toEqual(before)
  })
})
