import { describe, expect, it } from 'vitest'
import type { Client } from '../../../../shared/contract/client.ts'
import type { LogTrial } from '../../../../shared/contract/contract.ts'
import { openCore } from '../open-core.ts'

type Given = Partial<LogTrial> & Pick<LogTrial, 'case' | 'outcome'>

async function log(client: Client, trials: readonly Given[]): Promise<void> {
  for (const each of trials) {
    await client.call('trial.log', { task: 'refunds', configuration: 'base', ...each })
  }
}

/** A clock that goes on by an hour each time it is read. */
function hourly(): () => Date {
  let hour = 0
  return () => new Date(Date.UTC(2026, 2, 1, 9 + hour++))
}

async function refunds(plannedRepeats = 2, clock?: () => Date): Promise<Client> {
  const { client } = openCore(clock === undefined ? {} : { clock })
  await client.call('task.create', { name: 'refunds', plannedRepeats })
  return client
}

const data = (client: Client) => client.call('report.data', { task: 'refunds' })

describe('every attempt at every case', () => {
  it('is of the configuration of the report, without void attempts and those beyond the plan', async () => {
    const client = await refunds()
    await log(client, [
      { case: 'never', outcome: 'fail' },
      { case: 'never', outcome: 'error' },
      { case: 'always', outcome: 'pass' },
      { case: 'always', outcome: 'void' },
      { case: 'always', outcome: 'pass' },
      { case: 'always', outcome: 'fail' },
      { case: 'begun', outcome: 'pass' },
      { case: 'only void', outcome: 'void' },
      { case: 'of another', outcome: 'pass', configuration: 'other' },
    ])
    const { caseGrid } = await client.call('report.data', { task: 'refunds', configuration: 'base' })
    expect(caseGrid).toEqual({
      casesPerColumn: 1,
      attemptsPerRow: 1,
      columns: [
        {
          cases: 1,
          isComplete: true,
          cells: [
            [1, 0, 0],
            [1, 0, 0],
          ],
        },
        {
          cases: 1,
          isComplete: true,
          cells: [
            [0, 1, 0],
            [0, 0, 1],
          ],
        },
        {
          cases: 1,
          isComplete: false,
          cells: [
            [1, 0, 0],
            [0, 0, 0],
          ],
        },
      ],
    })
  })
})

describe('the days on which attempts were made', () => {
  it('are those written beside counted attempts, the first and the last, and of how many', async () => {
    const client = await refunds()
    await log(client, [
      // In Seoul it is the 2nd already.
      { case: 'whole', outcome: 'pass', startedAt: '2026-02-02T00:30:00+09:00' },
      { case: 'whole', outcome: 'void', startedAt: '2026-01-01T10:00:00Z' },
      { case: 'whole', outcome: 'fail', startedAt: '2026-02-20T23:30:00Z' },
      { case: 'whole', outcome: 'pass', startedAt: '2026-02-25T10:00:00Z' },
      { case: 'also whole', outcome: 'pass' },
      { case: 'also whole', outcome: 'error', startedAt: '2026-02-03T10:00:00Z' },
      { case: 'begun', outcome: 'pass', startedAt: '2026-01-20T10:00:00Z' },
      { case: 'whole', outcome: 'pass', startedAt: '2025-05-05T10:00:00Z', configuration: 'other' },
    ])
    const { made } = await client.call('report.data', { task: 'refunds', configuration: 'base' })
    expect(made).toEqual({ first: '2026-02-02', last: '2026-02-20', told: 3, attempts: 4 })
  })

  it('are not there when no attempt says when it was made', async () => {
    const client = await refunds()
    await log(client, [
      { case: 'a', outcome: 'pass' },
      { case: 'a', outcome: 'fail' },
    ])
    expect((await data(client)).made).toBeNull()
  })
})

describe('examples of failures', () => {
  it('are counted attempts, of each cause first those with a note, then of the cases that passed least', async () => {
    const client = await refunds()
    await log(client, [
      { case: 'passes once', outcome: 'pass' },
      { case: 'passes once', outcome: 'fail', cause: 'limit' },
      { case: 'told', outcome: 'pass', segment: 'EU', input: 'Money back' },
      { case: 'told', outcome: 'fail', cause: 'limit', note: ' It stopped. ', severity: 'high' },
      { case: 'never', outcome: 'fail', cause: 'limit' },
      { case: 'never', outcome: 'error' },
      // None of these count: an incomplete case, a void attempt, one beyond the plan.
      { case: 'incomplete', outcome: 'fail', cause: 'limit', note: 'not this' },
      { case: 'beyond', outcome: 'pass' },
      { case: 'beyond', outcome: 'void', note: 'power cut' },
      { case: 'beyond', outcome: 'pass' },
      { case: 'beyond', outcome: 'fail', cause: 'limit', note: 'nor this' },
    ])
    const { examples, neverSolved, voids } = await data(client)
    expect(examples.map((each) => [each.cause, each.case, each.repeat, each.outcome, each.passes])).toEqual([
      [null, 'never', 2, 'error', 0],
      ['limit', 'told', 2, 'fail', 1],
      ['limit', 'never', 1, 'fail', 0],
      ['limit', 'passes once', 2, 'fail', 1],
    ])
    expect(examples[1]).toMatchObject({
      note: 'It stopped.',
      severity: 'high',
      segment: 'EU',
      input: 'Money back',
    })
    expect(neverSolved).toEqual([{ case: 'never', segment: null, input: null }])
    expect(voids).toEqual([{ reason: 'power cut', trials: 1 }])
  })

  it('are three of a cause, one of a case, and no longer than is printed', async () => {
    const client = await refunds()
    const cases = ['a', 'b', 'c', 'd']
    await log(
      client,
      cases.flatMap((label) => [
        { case: label, outcome: 'fail' as const, cause: 'other', note: '긴 메모 '.repeat(300) },
        { case: label, outcome: 'fail' as const, cause: 'other' },
      ]),
    )
    const { examples } = await data(client)
    expect(examples.map((each) => [each.case, each.repeat])).toEqual([
      ['a', 1],
      ['b', 1],
      ['c', 1],
    ])
    // One letter more than is printed tells that it goes on.
    expect(examples[0]?.note).toHaveLength(301)
  })
})

describe('edits after the fact', () => {
  it('are counted by what they changed, and the newest are named', async () => {
    const client = await refunds(2, hourly())
    await log(client, [
      { case: 'a', outcome: 'fail' },
      { case: 'a', outcome: 'fail' },
      { case: 'b', outcome: 'pass' },
    ])
    const key = { task: 'refunds', configuration: 'base' }
    // fail → pass → fail, fail → pass, a note alone, and one taken back.
    await client.call('trial.amend', { ...key, case: 'a', repeat: 1, changes: { outcome: 'pass' } })
    await client.call('trial.amend', { ...key, case: 'a', repeat: 1, changes: { outcome: 'fail' } })
    await client.call('trial.amend', { ...key, case: 'a', repeat: 2, changes: { outcome: 'pass' } })
    await client.call('trial.amend', { ...key, case: 'a', repeat: 2, changes: { note: 'looked again' } })
    await client.call('trial.withdraw', { ...key, case: 'b', repeat: 1 })
    const { edits } = await data(client)
    const { firstAt, lastAt, newest, ...counts } = edits
    expect(counts).toEqual({
      replaced: 4,
      withdrawn: 1,
      outcomes: [
        { before: 'fail', after: 'pass', edits: 2 },
        { before: 'pass', after: 'fail', edits: 1 },
      ],
    })
    expect(newest.map((each) => [each.case, each.repeat, each.before, each.after])).toEqual([
      ['b', 1, 'pass', null],
      ['a', 2, 'fail', 'pass'],
      ['a', 1, 'pass', 'fail'],
      ['a', 1, 'fail', 'pass'],
    ])
    expect([firstAt, lastAt]).toEqual([newest.at(-1)?.changedAt, newest[0]?.changedAt])
    expect(firstAt !== null && lastAt !== null && firstAt < lastAt).toBe(true)
  })

  it('of another configuration are not told', async () => {
    const client = await refunds()
    await log(client, [
      { case: 'a', outcome: 'pass' },
      { case: 'a', outcome: 'pass', configuration: 'other' },
    ])
    await client.call('trial.withdraw', { task: 'refunds', configuration: 'other', case: 'a', repeat: 1 })
    const { edits } = await client.call('report.data', { task: 'refunds', configuration: 'base' })
    expect([edits.replaced, edits.withdrawn, edits.newest]).toEqual([0, 0, []])
  })
})

describe('several configurations', () => {
  it('are compared, and the one reported on is paired with the most reliable other one', async () => {
    const client = await refunds(1)
    // a passes 3 of 4, b 1, c 2.
    const passed = { a: 3, b: 1, c: 2 }
    for (const [configuration, passes] of Object.entries(passed)) {
      await log(
        client,
        [0, 1, 2, 3].map((each) => ({
          case: `case ${each}`,
          configuration,
          outcome: each < passes ? ('pass' as const) : ('fail' as const),
        })),
      )
    }
    const pairs: (readonly string[] | null)[] = []
    for (const configuration of Object.keys(passed)) {
      const { pair, comparison } = await client.call('report.data', { task: 'refunds', configuration })
      expect(comparison?.configurations).toHaveLength(3)
      pairs.push(pair === null ? null : [pair.first, pair.second])
    }
    expect(pairs).toEqual([
      ['a', 'c'],
      ['b', 'a'],
      ['c', 'a'],
    ])
  })

  it('one of which is not measured make no pair', async () => {
    const client = await refunds()
    await log(client, [
      { case: 'a', outcome: 'pass' },
      { case: 'a', outcome: 'pass' },
      { case: 'a', outcome: 'pass', configuration: 'other' },
    ])
    const { pair, comparison } = await client.call('report.data', { task: 'refunds', configuration: 'base' })
    expect(pair).toBeNull()
    expect(comparison?.configurations).toHaveLength(2)
  })

  it('of one compute series bring the curve with its band, the same each time', async () => {
    const client = await refunds(1)
    for (const amount of [1, 2, 4]) {
      const configuration = `${amount} samples`
      await log(
        client,
        [0, 1, 2, 3, 4].map((each) => ({
          case: `case ${each}`,
          configuration,
          outcome: each <= amount ? ('pass' as const) : ('fail' as const),
        })),
      )
      await client.call('configuration.set', {
        task: 'refunds',
        configuration,
        changes: { compute: { amount, unit: 'samples' } },
      })
    }
    const ask = { task: 'refunds', configuration: '1 samples' }
    const { band } = await client.call('report.data', ask)
    // 2, 3 and all 5 of 5 cases pass.
    expect('fit' in band && band.fit.map((each) => each.reliability)).toEqual([0.4, 0.6, 1])
    expect((await client.call('report.data', ask)).band).toEqual(band)
  })
})
