import { describe, expect, it } from 'vitest'
import type { LogTrial } from '../../../../shared/contract/contract.ts'
import { openCore } from '../open-core.ts'

function trial(label: string, more: Partial<LogTrial> = {}): LogTrial {
  return { task: 'refunds', configuration: 'base', case: label, outcome: 'pass', ...more }
}

/** Two tasks whose cases were seen in turns, so that the rows of one are not next to each other. */
async function filledClient() {
  const { client } = openCore()
  await client.call('task.create', { name: 'refunds' })
  await client.call('task.create', { name: 'orders' })
  const labels = ['zebra', 'apple', '사과', 'mango', 'kiwi']
  await client.call(
    'trial.log',
    labels.flatMap((label) => [
      trial(label, { segment: 'fruit', input: `peel the ${label}` }),
      trial(label, { task: 'orders', configuration: 'elsewhere' }),
    ]),
  )
  await client.call('trial.log', [
    trial('apple', { repeat: 3, outcome: 'fail', cause: 'limit', verifier: 'reject', note: 'slow' }),
    trial('apple', { repeat: 2, outcome: 'void' }),
    trial('kiwi', { configuration: 'other', outcome: 'error' }),
  ])
  return client
}

describe('the grid of a task', () => {
  it('shows cases in the order they were seen, with their trials by repeat', async () => {
    const client = await filledClient()
    const grid = await client.call('trial.grid', { task: 'refunds', configuration: 'base' })
    expect(grid).toMatchObject({ configuration: 'base', total: 5 })
    expect(grid.cases.map((each) => each.case)).toEqual(['zebra', 'apple', '사과', 'mango', 'kiwi'])
    const plain = { cause: null, verifier: null, note: null, latencyMs: null, loggedBy: null }
    expect(grid.cases[1]).toEqual({
      case: 'apple',
      segment: 'fruit',
      input: 'peel the apple',
      trials: [
        { repeat: 1, outcome: 'pass', ...plain },
        { repeat: 2, outcome: 'void', ...plain },
        { repeat: 3, ...plain, outcome: 'fail', cause: 'limit', verifier: 'reject', note: 'slow' },
      ],
    })
  })

  it('shows the first configuration when none is named', async () => {
    const client = await filledClient()
    const grid = await client.call('trial.grid', { task: 'refunds' })
    expect(grid.configuration).toBe('base')
    expect(grid.cases[4]?.trials).toHaveLength(1)
  })

  it('shows every case of another configuration, also those it never tried', async () => {
    const client = await filledClient()
    const { cases } = await client.call('trial.grid', { task: 'refunds', configuration: 'other' })
    expect(cases.map((each) => each.trials.length)).toEqual([0, 0, 0, 0, 1])
  })

  it('shows every case, without trials, for a configuration that nobody has used', async () => {
    const client = await filledClient()
    const grid = await client.call('trial.grid', { task: 'refunds', configuration: 'tomorrow' })
    expect(grid).toMatchObject({ configuration: 'tomorrow', total: 5 })
    expect(grid.cases.map((each) => each.trials)).toEqual([[], [], [], [], []])
    // Looking does not make it.
    const { configurations } = await client.call('task.get', { task: 'refunds' })
    expect(configurations.map((each) => each.name)).toEqual(['base', 'other'])
  })

  it('is empty for a task that has no trial yet', async () => {
    const { client } = openCore()
    await client.call('task.create', { name: 'refunds', plannedRepeats: 4 })
    expect(await client.call('trial.grid', { task: 'refunds' })).toEqual({
      configuration: null,
      plannedRepeats: 4,
      total: 0,
      cases: [],
    })
  })

  it.each([
    [0, 2, ['zebra', 'apple']],
    [2, 2, ['사과', 'mango']],
    [4, 2, ['kiwi']],
    [5, 2, []],
    [1, 10_000, ['apple', '사과', 'mango', 'kiwi']],
  ])('from %i, at most %i', async (offset, limit, labels) => {
    const client = await filledClient()
    const page = await client.call('trial.grid', { task: 'refunds', offset, limit })
    expect(page.cases.map((each) => each.case)).toEqual(labels)
    expect(page.cases.every((each) => each.trials.length > 0)).toBe(true)
    expect(page.total).toBe(5)
  })

  it.each([{ offset: -1 }, { limit: 0 }, { limit: 10_001 }, { offset: 0.5 }])(
    'refuses the page %o',
    async (page) => {
      const client = await filledClient()
      const refused = client.call('trial.grid', { task: 'refunds', ...page })
      await expect(refused).rejects.toMatchObject({ code: 'bad-input' })
    },
  )
})
