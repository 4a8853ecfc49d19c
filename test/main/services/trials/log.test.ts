import { describe, expect, it } from 'vitest'
import type { LogTrial } from '../../../../shared/contract/contract.ts'
import { failureOf, type OpenCore, openCore } from '../open-core.ts'
import { everythingIn } from '../stored.ts'

async function coreWithTask(): Promise<OpenCore> {
  const open = openCore()
  await open.client.call('task.create', { name: 'refunds' })
  return open
}

function trial(label: string, more: Partial<LogTrial> = {}): LogTrial {
  return { task: 'refunds', configuration: 'base', case: label, outcome: 'pass', ...more }
}

const everyField: LogTrial = {
  task: 'refunds',
  configuration: 'base, long thinking',
  case: 'Lost luggage',
  repeat: 3,
  outcome: 'fail',
  score: 0.25,
  cause: 'tool-error',
  severity: 'high',
  verifier: 'accept',
  answer: 'Refunded.\nTwice.',
  confidence: 0.9,
  latencyMs: 1234.5,
  costUsd: 0.0421,
  inputTokens: 1200,
  outputTokens: 340,
  actions: ['find_booking', 'refund', 'refund'],
  grader: 'human',
  loggedBy: 'Jiwoo',
  startedAt: '2026-02-28T23:59:59+09:00',
  note: ' refunded twice ',
  segment: 'complaints',
  input: 'My suitcase is gone.',
}

describe('logging trials', () => {
  it('keeps every field', async () => {
    const { client, file } = await coreWithTask()
    const { trials } = await client.call('trial.log', everyField)
    const { segment: _segment, input: _input, ...stored } = everyField
    expect(trials).toEqual([stored])
    expect(everythingIn(file)).toMatchObject({
      task_case: [{ label: 'Lost luggage', segment: 'complaints', input: 'My suitcase is gone.' }],
      configuration: [{ name: 'base, long thinking' }],
      trial: [
        {
          repeat: 3,
          outcome: 'fail',
          score: 0.25,
          cause: 'tool-error',
          severity: 'high',
          verifier: 'accept',
          answer: 'Refunded.\nTwice.',
          confidence: 0.9,
          latency_ms: 1234.5,
          cost_usd: 0.0421,
          input_tokens: 1200,
          output_tokens: 340,
          actions: '["find_booking","refund","refund"]',
          grader: 'human',
          logged_by: 'Jiwoo',
          started_at: '2026-02-28T23:59:59+09:00',
          note: ' refunded twice ',
          logged_at: '2026-03-01T09:00:00.000Z',
        },
      ],
    })
  })

  it('takes the next repeat of the case with the configuration', async () => {
    const { client } = await coreWithTask()
    const logged = [
      trial('a'),
      trial('a'),
      trial('b'),
      trial('a', { configuration: 'other' }),
      trial('a', { repeat: 7 }),
      trial('a'),
    ]
    const { trials } = await client.call('trial.log', logged)
    expect(trials.map((each) => each.repeat)).toEqual([1, 2, 1, 1, 7, 8])
    const next = await client.call('trial.log', trial('a'))
    expect(next.trials).toMatchObject([{ task: 'refunds', case: 'a', repeat: 9 }])
  })

  it('serves several tasks in one go', async () => {
    const { client } = await coreWithTask()
    await client.call('task.create', { name: 'orders' })
    const { trials } = await client.call('trial.log', [
      trial('a'),
      trial('a', { task: 'orders' }),
      trial('a'),
    ])
    expect(trials.map((each) => [each.task, each.repeat])).toEqual([
      ['refunds', 1],
      ['orders', 1],
      ['refunds', 2],
    ])
    const counts = (await client.call('task.list', {})).map((each) => each.trials)
    expect(counts).toEqual([2, 1])
  })

  it('fills in what is not known of a case yet and keeps what is', async () => {
    const { client } = await coreWithTask()
    await client.call('trial.log', trial('a', { segment: 'first' }))
    await client.call('trial.log', trial('a', { segment: 'second', input: 'the request' }))
    const { cases } = await client.call('trial.grid', { task: 'refunds' })
    expect(cases).toMatchObject([{ case: 'a', segment: 'first', input: 'the request' }])
  })
})

describe('a trial that cannot be logged', () => {
  it.each<readonly [string, Partial<LogTrial>, string]>([
    ['a duplicate', { repeat: 1 }, 'trial-exists'],
    ['one of an unknown task', { task: 'orders' }, 'task-not-found'],
    ['a confidence of 2', { confidence: 2 }, 'bad-input'],
    ['a negative cost', { costUsd: -1 }, 'bad-input'],
    ['repeat 0', { repeat: 0 }, 'bad-input'],
    ['no case', { case: '  ' }, 'bad-input'],
    ['a start without a time zone', { startedAt: '2026-02-28T10:00:00' }, 'bad-input'],
  ])('%s takes the whole array with it', async (_, bad, code) => {
    const { client, file } = await coreWithTask()
    await client.call('trial.log', trial('a'))
    const before = everythingIn(file)
    const array = [trial('new case'), trial('a', { configuration: 'new' }), trial('a', bad), trial('b')]
    const failure = await failureOf(client.call('trial.log', array))
    expect(failure.code).toBe(code)
    expect(failure.message).toMatch(code === 'task-not-found' ? /"orders"/ : /Nothing was changed/)
    expect(everythingIn(file)).toEqual(before)
  })

  it('names a duplicate and what to do about it', async () => {
    const { client } = await coreWithTask()
    await client.call('trial.log', trial('a', { repeat: 2 }))
    await expect(client.call('trial.log', trial('a', { repeat: 2 }))).rejects.toMatchObject({
      code: 'trial-exists',
      message:
        'The trial 2 of case "a" with "base" is logged already. Nothing was changed. Leave the repeat out to log the next one, or ask to replace it.',
    })
  })

  it('is noticed when its twin is in the same array', async () => {
    const { client, file } = await coreWithTask()
    const before = everythingIn(file)
    const twins = [trial('a', { repeat: 1 }), trial('a', { repeat: 1, outcome: 'fail' })]
    await expect(client.call('trial.log', twins)).rejects.toMatchObject({ code: 'trial-exists' })
    expect(everythingIn(file)).toEqual(before)
  })

  it('has no place behind the last repeat there can be', async () => {
    const { client, file } = await coreWithTask()
    await client.call('trial.log', trial('a', { repeat: 100_000 }))
    const before = everythingIn(file)
    await expect(client.call('trial.log', trial('a'))).rejects.toMatchObject({
      code: 'bad-input',
      message:
        'Case "a" has trial 100000 with "base", the last there can be. Nothing was changed. Say which repeat is meant.',
    })
    expect(everythingIn(file)).toEqual(before)
  })

  it('cannot be an empty array', async () => {
    const { client } = await coreWithTask()
    await expect(client.call('trial.log', [])).rejects.toMatchObject({ code: 'bad-input' })
  })
})

describe('planned repeats of trials that are logged by hand', () => {
  it('are one while nobody has planned any: a case counts from its first attempt on', async () => {
    const { client } = await coreWithTask()
    await client.call('trial.log', [trial('a'), trial('a', { outcome: 'fail' }), trial('b')])
    const { counts } = await client.call('assessment.get', { task: 'refunds' })
    expect(counts).toMatchObject({
      plannedRepeats: 1,
      cases: 2,
      completeCases: 2,
      trials: 3,
      passes: 2,
      failures: 0,
      notCounted: 1,
    })
    expect((await client.call('trial.grid', { task: 'refunds' })).plannedRepeats).toBeNull()
    expect((await client.call('task.get', { task: 'refunds' })).task.plannedRepeats).toBeNull()
  })

  it('are those of the plan when there is one', async () => {
    const { client } = openCore()
    await client.call('task.create', { name: 'refunds', plannedRepeats: 2 })
    await client.call('trial.log', [trial('a'), trial('a', { outcome: 'fail' }), trial('b')])
    const { counts } = await client.call('assessment.get', { task: 'refunds' })
    expect(counts).toMatchObject({ plannedRepeats: 2, cases: 2, completeCases: 1, passes: 1, failures: 1 })
    expect((await client.call('trial.grid', { task: 'refunds' })).plannedRepeats).toBe(2)
  })
})
