import { describe, expect, it } from 'vitest'
import type { LogTrial } from '../../../../shared/contract/contract.ts'
import { openCore } from '../open-core.ts'

function trial(outcome: LogTrial['outcome'], more: Partial<LogTrial> = {}): LogTrial {
  return { task: 'refunds', configuration: 'base', case: 'c1', outcome, ...more }
}

const whole = {
  score: 0.25,
  cause: 'tool-error',
  severity: 'high',
  verifier: 'accept',
  answer: '환불했습니다',
  confidence: 0.9,
  latencyMs: 1250,
  costUsd: 0.0125,
  inputTokens: 900,
  outputTokens: 120,
  actions: ['look', 'pay'],
  grader: 'human',
  loggedBy: 'Kim',
  startedAt: '2026-02-28T08:00:00+09:00',
  note: 'wrong account',
} as const

/** A core whose clock goes on by an hour at every operation that asks for the time. */
function clockedCore() {
  let hour = 8
  return openCore({ clock: () => new Date(Date.UTC(2026, 2, 1, (hour += 1))) })
}

describe('a case', () => {
  it('has its trials with every configuration that tried it, with all that was logged', async () => {
    const { client } = openCore()
    await client.call('task.create', { name: 'refunds', plannedRepeats: 2 })
    await client.call('trial.log', [
      trial('fail', { ...whole, segment: 'EU', input: 'Refund me' }),
      trial('void', { note: 'network was down' }),
      trial('pass', { repeat: 5 }),
      trial('pass', { repeat: 7 }),
      trial('error', { configuration: 'other', repeat: 3 }),
      trial('pass', { configuration: 'third', case: 'c2' }),
    ])
    const loggedAt = '2026-03-01T09:00:00.000Z'
    expect(await client.call('case.get', { task: 'refunds', case: 'c1' })).toEqual({
      case: 'c1',
      input: 'Refund me',
      segment: 'EU',
      plannedRepeats: 2,
      configurations: [
        {
          configuration: 'base',
          complete: true,
          passes: 1,
          counted: 2,
          trials: [
            { repeat: 1, outcome: 'fail', ...whole, loggedAt, counts: true },
            // No repeat, so that the fifth is the second that counts, and the seventh is beyond the plan.
            { repeat: 2, outcome: 'void', note: 'network was down', loggedAt, counts: false },
            { repeat: 5, outcome: 'pass', loggedAt, counts: true },
            { repeat: 7, outcome: 'pass', loggedAt, counts: false },
          ],
        },
        {
          configuration: 'other',
          complete: false,
          passes: 0,
          counted: 1,
          trials: [{ repeat: 3, outcome: 'error', loggedAt, counts: true }],
        },
      ],
      edits: [],
    })
  })

  it('tells what each change made of a trial, the newest first', async () => {
    const { client } = clockedCore()
    await client.call('task.create', { name: 'refunds', plannedRepeats: 2 })
    const address = { task: 'refunds', configuration: 'base', case: 'c1', repeat: 1 }
    await client.call('trial.log', trial('pass', { loggedBy: 'Kim' }))
    await client.call('trial.log', trial('pass', { repeat: 2 }))
    await client.call('trial.amend', { ...address, changes: { outcome: 'fail', loggedBy: 'Lee' } })
    await client.call('trial.amend', { ...address, changes: { cause: 'limit' } })
    await client.call('trial.withdraw', address)
    await client.call('trial.log', trial('error', { repeat: 1 }))
    await client.call('trial.log', trial('pass', { repeat: 1, replace: true, note: 'again' }))
    // Of another case: not told here.
    await client.call('trial.log', trial('pass', { case: 'c2' }))
    await client.call('trial.withdraw', { ...address, case: 'c2' })
    const { edits } = await client.call('case.get', { task: 'refunds', case: 'c1' })
    expect(edits.map(({ repeat, change, before, after }) => [repeat, change, before, after])).toEqual([
      [1, 'replaced', { outcome: 'error' }, { outcome: 'pass', note: 'again' }],
      [1, 'withdrawn', { outcome: 'fail', cause: 'limit', loggedBy: 'Lee' }, null],
      [
        1,
        'replaced',
        { outcome: 'fail', loggedBy: 'Lee' },
        { outcome: 'fail', cause: 'limit', loggedBy: 'Lee' },
      ],
      [1, 'replaced', { outcome: 'pass', loggedBy: 'Kim' }, { outcome: 'fail', loggedBy: 'Lee' }],
    ])
    const times = edits.map(({ changedAt }) => changedAt)
    expect(times).toEqual(times.toSorted().toReversed())
    expect(new Set(times).size).toBe(4)
  })

  it('keeps its history apart by configuration and repeat', async () => {
    const { client } = openCore()
    await client.call('task.create', { name: 'refunds', plannedRepeats: 2 })
    await client.call('trial.log', [trial('fail'), trial('fail'), trial('fail', { configuration: 'other' })])
    const address = { task: 'refunds', case: 'c1' }
    await client.call('trial.withdraw', { ...address, configuration: 'base', repeat: 2 })
    await client.call('trial.amend', {
      ...address,
      configuration: 'other',
      repeat: 1,
      changes: { outcome: 'pass' },
    })
    const { edits } = await client.call('case.get', { task: 'refunds', case: 'c1' })
    expect(edits.map(({ configuration, repeat, after }) => [configuration, repeat, after])).toEqual([
      ['other', 1, { outcome: 'pass' }],
      ['base', 2, null],
    ])
  })

  it('that is not there, or of a task that is not, is told by name', async () => {
    const { client } = openCore()
    await client.call('task.create', { name: 'refunds' })
    await expect(client.call('case.get', { task: 'refunds', case: 'c9' })).rejects.toMatchObject({
      code: 'case-not-found',
      message: 'The task "refunds" has no case "c9".',
    })
    await expect(client.call('case.get', { task: 'orders', case: 'c9' })).rejects.toMatchObject({
      code: 'task-not-found',
    })
  })
})
