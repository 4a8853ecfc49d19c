import { describe, expect, it } from 'vitest'
import type { Input } from '../../../../shared/contract/contract.ts'
import { failureOf, openCore, openOn } from '../open-core.ts'

const everyField = {
  name: 'Refund requests',
  definition: 'The refund is booked and the customer is told.',
  levels: [
    { name: 'Draft', required: 0.7 },
    { name: 'Alone', required: 0.97, alpha: 0.01 },
  ],
  target: 'Draft',
  plannedRepeats: 3,
  plannedCases: 120,
  budget: { maxCostUsd: 0.4, maxLatencyMs: 30_000 },
  wrongCost: 5,
  scope: 'these-cases',
  alpha: 0.1,
  causes: [{ key: 'crm-down', name: 'CRM did not answer', lever: 'product-engineering' }],
} as const satisfies Input<'task.create'>

describe('creating a task', () => {
  it('keeps every field, also in the file', async () => {
    const first = openCore()
    expect(await first.client.call('task.create', everyField)).toEqual(everyField)
    first.core.close()
    const again = openOn(first.file)
    const detail = await again.client.call('task.get', { task: 'Refund requests' })
    expect(detail).toEqual({ task: everyField, configurations: [], cases: 0, trials: 0 })
  })

  it('fills in what is left out', async () => {
    const { client } = openCore()
    const task = await client.call('task.create', { name: 'refunds' })
    expect(task).toMatchObject({
      name: 'refunds',
      definition: '',
      levels: [
        { name: 'Assist', required: 0.8 },
        { name: 'Supervised', required: 0.95 },
        { name: 'Unattended', required: 0.99 },
      ],
      target: 'Unattended',
      plannedRepeats: null,
      plannedCases: null,
      budget: { maxCostUsd: null, maxLatencyMs: null },
      wrongCost: null,
      scope: 'new-cases',
      alpha: 0.05,
    })
    expect(task.causes).toHaveLength(10)
    expect(task.causes[4]).toEqual({
      key: 'tool-error',
      name: 'Tool or integration error',
      lever: 'product-engineering',
    })
  })

  it('aims at the strictest level, wherever it stands in the list', async () => {
    const { client } = openCore()
    const levels = [
      { name: 'Middle', required: 0.9 },
      { name: 'High', required: 0.999 },
      { name: 'Low', required: 0.5 },
    ]
    expect((await client.call('task.create', { name: 'refunds', levels })).target).toBe('High')
  })

  it('refuses a name that is taken and leaves the first task alone', async () => {
    const { client } = openCore()
    await client.call('task.create', { name: 'refunds', definition: 'the first' })
    const second = client.call('task.create', { name: ' refunds ', definition: 'the second' })
    await expect(second).rejects.toMatchObject({
      code: 'task-exists',
      message: 'There is a task named "refunds" already. Nothing was changed. Choose another name.',
    })
    expect((await client.call('task.get', { task: 'refunds' })).task.definition).toBe('the first')
    expect(await client.call('task.list', {})).toHaveLength(1)
  })
})

const level = (name: string, required: number) => ({ name, required })

/** What is wrong, the task's own fields, and what the message must say. */
const unsound: readonly (readonly [string, Omit<Input<'task.create'>, 'name'>, string])[] = [
  ['two levels of one name', { levels: [level('A', 0.8), level('A', 0.9)] }, '"A"'],
  ['two names that differ in blanks', { levels: [level('A', 0.8), level(' A ', 0.9)] }, '"A"'],
  ['a target that is no level', { target: 'Alone' }, '"Alone"'],
  ['a target that is none of the levels given', { levels: [level('A', 0.8)], target: 'Assist' }, '"A"'],
  ['no level at all', { levels: [] }, 'levels'],
  ['a level that requires nothing', { levels: [level('A', 0)] }, 'levels.0.required'],
  ['a level that requires certainty', { levels: [level('A', 1)] }, 'levels.0.required'],
  ['a level without a name', { levels: [level('  ', 0.9)] }, 'levels.0.name'],
  [
    'more levels than a chart can show',
    { levels: Array.from({ length: 13 }, (_, i) => level(`${i}`, 0.9)) },
    'levels',
  ],
  ['an error rate above one half', { alpha: 0.6 }, 'alpha'],
  ['no repeats', { plannedRepeats: 0 }, 'plannedRepeats'],
  ['half a case', { plannedCases: 2.5 }, 'plannedCases'],
  ['a budget of nothing', { budget: { maxCostUsd: 0, maxLatencyMs: null } }, 'budget.maxCostUsd'],
]

describe('a task that cannot be', () => {
  it.each(unsound)('is refused for %s, and nothing is made', async (_, fields, named) => {
    const { client } = openCore()
    const failure = await failureOf(client.call('task.create', { name: 'refunds', ...fields }))
    expect(failure.code).toBe('bad-input')
    expect(failure.message).toContain(named)
    expect(failure.message).toContain('Nothing was changed.')
    expect(await client.call('task.list', {})).toEqual([])
  })

  it('says which levels there are when the target is none of them', async () => {
    const { client } = openCore()
    const refused = client.call('task.create', { name: 'refunds', target: 'Alone' })
    await expect(refused).rejects.toMatchObject({
      message:
        'There is no level "Alone" to aim at. Nothing was changed. Choose one of "Assist", "Supervised", "Unattended".',
    })
  })

  it('says which level name is there twice', async () => {
    const { client } = openCore()
    const levels = [level('A', 0.8), level('B', 0.85), level('A', 0.9)]
    await expect(client.call('task.create', { name: 'refunds', levels })).rejects.toMatchObject({
      message: 'Several levels are named "A". Nothing was changed. Give each level a name of its own.',
    })
  })
})
