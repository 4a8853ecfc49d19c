import { describe, expect, it } from 'vitest'
import type { Input } from '../../../../shared/contract/contract.ts'
import { failureOf, openCore, type OpenCore } from '../open-core.ts'
import { everythingIn } from '../stored.ts'

const task = 'refunds'
type Changes = Input<'task.change'>['changes']

/** Two repeats planned; two cases with three trials each, all but the first attempts pass. */
async function coreWithTrials(): Promise<OpenCore> {
  const open = openCore()
  await open.client.call('task.create', { name: task, plannedRepeats: 2 })
  for (const label of ['a', 'b']) {
    for (const outcome of ['fail', 'pass', 'pass'] as const) {
      await open.client.call('trial.log', { task, configuration: 'base', case: label, outcome })
    }
  }
  return open
}

const change = ({ client }: OpenCore, changes: Changes) => client.call('task.change', { task, changes })

async function planChangesOf({ client }: OpenCore) {
  return (await client.call('assessment.get', { task })).planChanges
}

describe('changing a task', () => {
  it('before the first trial is no change of plan', async () => {
    const open = openCore()
    await open.client.call('task.create', { name: task, plannedRepeats: 2 })
    const changed = await change(open, { plannedRepeats: 4, scope: 'these-cases', alpha: 0.01 })
    expect(changed).toMatchObject({ plannedRepeats: 4, scope: 'these-cases', alpha: 0.01 })
    await open.client.call('trial.log', { task, configuration: 'base', case: 'a', outcome: 'pass' })
    expect(await planChangesOf(open)).toEqual([])
  })

  it('what is not named stays', async () => {
    const open = await coreWithTrials()
    const { task: before } = await open.client.call('task.get', { task })
    const changed = await change(open, { definition: 'The money is back.' })
    expect(changed).toEqual({ ...before, definition: 'The money is back.' })
    expect((await open.client.call('task.get', { task })).task).toEqual(changed)
  })

  it('what of the plan changes after trials is remembered, before and after, and nothing else', async () => {
    const open = await coreWithTrials()
    await change(open, { plannedRepeats: 3, wrongCost: 5, definition: 'done', alpha: 0.05 })
    await change(open, { budget: { maxCostUsd: 1, maxLatencyMs: null } })
    await change(open, { target: 'Assist', plannedCases: 50 })
    const at = { changedAt: '2026-03-01T09:00:00.000Z', trials: 6 }
    expect(await planChangesOf(open)).toEqual([
      { ...at, before: { plannedRepeats: 2 }, after: { plannedRepeats: 3 } },
      {
        ...at,
        before: { plannedCases: null, target: 'Unattended' },
        after: { plannedCases: 50, target: 'Assist' },
      },
    ])
  })

  it('other planned repeats count the trials anew', async () => {
    const open = await coreWithTrials()
    const reliability = async () => (await open.client.call('assessment.get', { task })).reliability.estimate
    expect(await reliability()).toBe(0.5)
    await change(open, { plannedRepeats: 3 })
    expect(await reliability()).toBeCloseTo(2 / 3, 12)
    await change(open, { plannedRepeats: 4 })
    expect(await reliability()).toEqual({ notMeasured: 'no-complete-cases' })
    await change(open, { plannedRepeats: 1 })
    expect(await reliability()).toBe(0)
  })

  it.each([
    [{ target: 'Alone' }, '"Alone"'],
    [{ levels: [{ name: 'Ready', required: 0.9 }] }, '"Unattended"'],
    [
      {
        levels: [
          { name: 'A', required: 0.9 },
          { name: 'A', required: 0.8 },
        ],
        target: 'A',
      },
      '"A"',
    ],
    [{ plannedRepeats: null }, '2 repeats a case'],
    [{ levels: [] }, 'levels'],
    [{ alpha: 0.6 }, 'alpha'],
    [{ plannedRepeats: 0 }, 'plannedRepeats'],
  ])('to %j is refused and changes nothing', async (changes, words) => {
    const open = await coreWithTrials()
    const before = everythingIn(open.file)
    const failure = await failureOf(change(open, changes))
    expect(failure.code).toBe('bad-input')
    expect(failure.message).toContain(words)
    expect(everythingIn(open.file)).toEqual(before)
  })

  it('to another name keeps everything under the new one, and is no change of the plan', async () => {
    const open = await coreWithTrials()
    const before = await open.client.call('assessment.get', { task })
    expect(await change(open, { name: ' payments ' })).toMatchObject({ name: 'payments', plannedRepeats: 2 })
    expect(await open.client.call('assessment.get', { task: 'payments' })).toEqual({
      ...before,
      task: 'payments',
    })
    expect((await failureOf(open.client.call('task.get', { task }))).code).toBe('task-not-found')
    await open.client.call('task.create', { name: task })
  })

  it('to the name of another task is refused', async () => {
    const open = await coreWithTrials()
    await open.client.call('task.create', { name: 'orders' })
    const before = everythingIn(open.file)
    const failure = await failureOf(change(open, { name: 'orders', alpha: 0.01 }))
    expect(failure.code).toBe('task-exists')
    expect(failure.message).toContain('"orders"')
    expect(everythingIn(open.file)).toEqual(before)
    expect(await change(open, { name: task })).toMatchObject({ name: task })
  })

  it('of a name that is not there is refused', async () => {
    const { client } = await coreWithTrials()
    const failure = await failureOf(client.call('task.change', { task: 'orders', changes: {} }))
    expect(failure.code).toBe('task-not-found')
  })
})
