import { describe, expect, it } from 'vitest'
import type { LogTrial } from '../../../../shared/contract/contract.ts'
import { openCore } from '../open-core.ts'

function trial(label: string, more: Partial<LogTrial> = {}): LogTrial {
  return { task: 'refunds', configuration: 'base', case: label, outcome: 'pass', grader: 'human', ...more }
}

/** Three cases of two planned trials, at a time that a test can move. */
async function setUp(plannedRepeats: number | null = 2) {
  let now = '2026-03-01T09:00:00.000Z'
  const { client } = openCore({ clock: () => new Date(now) })
  await client.call('task.create', {
    name: 'refunds',
    ...(plannedRepeats === null ? {} : { plannedRepeats }),
  })
  await client.call('case.add', { task: 'refunds', cases: ['a', 'b', 'c'].map((label) => ({ case: label })) })
  const at = (time: string): void => {
    now = time
  }
  const progress = async (loggedBy: string | null = null, since = '2026-03-01T00:00:00.000Z') =>
    await client.call('trial.progress', { task: 'refunds', configuration: 'base', since, loggedBy })
  const open = async () => (await client.call('trial.open', { task: 'refunds', configuration: 'base' })).row
  return { client, at, progress, open }
}

describe('where logging goes on', () => {
  it('is at the first case that lacks a planned trial, whatever comes after it', async () => {
    const { client, open } = await setUp()
    expect(await open()).toBe(0)
    await client.call('trial.log', [trial('a'), trial('a'), trial('c'), trial('c')])
    expect(await open()).toBe(1)
    await client.call('trial.log', [trial('b'), trial('b')])
    expect(await open()).toBeNull()
  })

  it('is at a case again when one of its trials was void or withdrawn', async () => {
    const { client, open } = await setUp()
    await client.call(
      'trial.log',
      ['a', 'a', 'b', 'b', 'c', 'c'].map((label) => trial(label)),
    )
    const key = { task: 'refunds', configuration: 'base', case: 'b', repeat: 1 }
    await client.call('trial.amend', { ...key, changes: { outcome: 'void', note: 'locked' } })
    expect(await open()).toBe(1)
    await client.call('trial.log', trial('b', { repeat: 3 }))
    expect(await open()).toBeNull()
    await client.call('trial.withdraw', { ...key, case: 'a' })
    expect(await open()).toBe(0)
  })

  it('counts the cases of its own task alone', async () => {
    const { client, open } = await setUp()
    await client.call('task.create', { name: 'orders' })
    await client.call('case.add', { task: 'orders', cases: [{ case: 'x' }] })
    await client.call('case.add', { task: 'refunds', cases: [{ case: 'd' }] })
    await client.call(
      'trial.log',
      ['a', 'a', 'b', 'b', 'c', 'c'].map((label) => trial(label)),
    )
    expect(await open()).toBe(3)
    const elsewhere = await client.call('trial.open', { task: 'orders', configuration: 'base' })
    expect(elsewhere).toEqual({ row: 0 })
  })
})

describe('how far logging has come', () => {
  it('says how many planned trials are not there: extra ones make up for nothing, void ones neither', async () => {
    const { client, progress } = await setUp()
    expect((await progress()).toGo).toBe(6)
    await client.call('trial.log', [trial('a'), trial('a'), trial('a'), trial('b', { outcome: 'void' })])
    // Two of case a count, none of b, none of c.
    expect((await progress()).toGo).toBe(4)
  })

  it('says nothing of what is to go without a plan', async () => {
    const { progress } = await setUp(null)
    expect((await progress()).toGo).toBeNull()
  })

  it('counts what people logged since then, also what no claim counts', async () => {
    const { client, at, progress } = await setUp()
    at('2026-02-28T23:59:59.999Z')
    await client.call('trial.log', [trial('a'), trial('a')])
    at('2026-03-01T00:00:00.000Z')
    await client.call('trial.log', [
      trial('a', { loggedBy: 'Mina' }),
      trial('b', { outcome: 'void', loggedBy: 'Mina' }),
      trial('c', { loggedBy: 'Jun' }),
      trial('c', { grader: 'judge', loggedBy: 'Mina' }),
      trial('c', { configuration: 'other', loggedBy: 'Mina' }),
    ])
    expect((await progress()).logged).toBe(4)
    expect((await progress('Mina')).logged).toBe(3)
    expect((await progress('Jun')).logged).toBe(1)
    expect((await progress('nobody')).logged).toBe(0)
    // The same moment, told from Seoul.
    expect((await progress(null, '2026-03-01T09:00:00+09:00')).logged).toBe(4)
    expect((await progress(null, '2026-02-28T00:00:00Z')).logged).toBe(6)
  })
})

describe('who has logged', () => {
  it('is everybody with a name, over all tasks, who logged most first', async () => {
    const { client } = await setUp()
    await client.call('task.create', { name: 'orders' })
    await client.call('trial.log', [
      trial('a', { loggedBy: 'Jun' }),
      trial('b'),
      trial('c', { loggedBy: '민아', outcome: 'void' }),
      trial('c', { loggedBy: '민아' }),
      trial('x', { task: 'orders', loggedBy: 'Jun' }),
      trial('y', { task: 'orders', loggedBy: 'Jun' }),
      trial('z', { task: 'orders', loggedBy: 'Ann' }),
    ])
    expect(await client.call('trial.loggers', {})).toEqual({ names: ['Jun', '민아', 'Ann'] })
  })
})

describe('amending how long an attempt took', () => {
  it('stores, changes and takes away the time', async () => {
    const { client } = await setUp()
    await client.call('trial.log', trial('a'))
    const key = { task: 'refunds', configuration: 'base', case: 'a', repeat: 1 }
    const amend = async (latencyMs: number | null) =>
      (await client.call('trial.amend', { ...key, changes: { latencyMs } })).after.latencyMs
    expect(await amend(1500)).toBe(1500)
    expect(await amend(20)).toBe(20)
    expect(await amend(null)).toBeUndefined()
  })
})
