import { describe, expect, it } from 'vitest'
import { type OpenCore, openCore } from '../open-core.ts'
import { header, passes, request } from './request.ts'

async function coreWithTask(plannedRepeats?: number): Promise<OpenCore> {
  const open = openCore()
  await open.client.call('task.create', {
    name: 'refunds',
    ...(plannedRepeats === undefined ? {} : { plannedRepeats }),
  })
  return open
}

async function planOf({ client }: OpenCore): Promise<number | null> {
  return (await client.call('task.get', { task: 'refunds' })).task.plannedRepeats
}

const row = (label: string, repeat: number, outcome = 'pass', configuration = 'base') =>
  `${label},${configuration},${repeat},${outcome}`

describe('planned repeats', () => {
  it('are fixed at the first import to the most common count there', async () => {
    const open = await coreWithTask()
    // Counts of the pairs: a 3, b 3, c 1 with base; a 5 with other. Cases alone would make it 8.
    const rows = [
      ...[1, 2, 3].flatMap((repeat) => [row('a', repeat), row('b', repeat)]),
      row('c', 1),
      ...[1, 2, 3, 4, 5].map((repeat) => row('a', repeat, 'fail', 'other')),
    ]
    const summary = await open.client.call('import.commit', request([header, ...rows]))
    expect(summary.plannedRepeats).toBe(3)
    expect(await planOf(open)).toBe(3)
    const { counts } = await open.client.call('assessment.get', { task: 'refunds', configuration: 'base' })
    expect(counts).toMatchObject({ plannedRepeats: 3, cases: 3, completeCases: 2 })
  })

  it('are the larger count when two are equally common', async () => {
    const open = await coreWithTask()
    await open.client.call('import.commit', request([header, row('a', 1), row('b', 1), row('b', 2)]))
    expect(await planOf(open)).toBe(2)
  })

  it('do not count attempts that were not fair', async () => {
    const open = await coreWithTask()
    const rows = [row('a', 1), row('a', 2, 'void'), row('b', 1), row('b', 2, 'void')]
    await open.client.call('import.commit', request([header, ...rows]))
    expect(await planOf(open)).toBe(1)
  })

  it('stay open when no attempt was fair', async () => {
    const open = await coreWithTask()
    const summary = await open.client.call('import.commit', request([header, row('a', 1, 'void')]))
    expect(summary.plannedRepeats).toBeNull()
    expect(await planOf(open)).toBeNull()
  })

  it('are never more than a plan may have, and the rest of the trials is extra', async () => {
    const open = await coreWithTask()
    const preview = await open.client.call('import.preview', request([header, ...passes(1, 1001)]))
    expect(preview.plannedRepeats).toBe(1000)
    const summary = await open.client.call('import.commit', request([header, ...passes(1, 1001)]))
    expect(summary).toMatchObject({ plannedRepeats: 1000, added: 1001 })
    expect(await planOf(open)).toBe(1000)
    expect(await open.client.call('task.list', {})).toMatchObject([{ name: 'refunds', trials: 1001 }])
    const { counts } = await open.client.call('assessment.get', { task: 'refunds' })
    expect(counts).toMatchObject({ completeCases: 1, passes: 1000, notCounted: 1 })
  })

  it('do not change with a later import', async () => {
    const open = await coreWithTask()
    await open.client.call('import.commit', request([header, ...passes(3, 2)]))
    const later = await open.client.call('import.commit', request([header, ...passes(9, 5)]))
    expect(later.plannedRepeats).toBe(2)
    expect(await planOf(open)).toBe(2)
  })

  it('of a plan stay, whatever the file holds', async () => {
    const open = await coreWithTask(4)
    const summary = await open.client.call('import.commit', request([header, ...passes(3, 2)]))
    expect(summary.plannedRepeats).toBe(4)
    const { counts } = await open.client.call('assessment.get', { task: 'refunds' })
    expect(counts).toMatchObject({ plannedRepeats: 4, completeCases: 0, notCounted: 6 })
  })

  it('hold for the trials that were logged by hand before', async () => {
    const open = await coreWithTask()
    const byHand = { task: 'refunds', configuration: 'base', case: 'by hand', outcome: 'fail' } as const
    await open.client.call('trial.log', [byHand, byHand])
    await open.client.call('import.commit', request([header, ...passes(3, 2)]))
    const { counts } = await open.client.call('assessment.get', { task: 'refunds' })
    expect(counts).toMatchObject({
      plannedRepeats: 2,
      completeCases: 4,
      passes: 6,
      failures: 2,
      notCounted: 0,
    })
  })

  it('are fixed by the first import even when every trial of it was logged by hand already', async () => {
    const open = await coreWithTask()
    const byHand = { task: 'refunds', configuration: 'base', case: 'case 1', outcome: 'pass' } as const
    await open.client.call('trial.log', [byHand, byHand])
    const summary = await open.client.call('import.commit', request([header, ...passes(1, 2)]))
    expect(summary).toMatchObject({ added: 0, alreadyThere: 2, plannedRepeats: 2 })
    expect(await planOf(open)).toBe(2)
    const { counts } = await open.client.call('assessment.get', { task: 'refunds' })
    expect(counts).toMatchObject({ plannedRepeats: 2, passes: 2, notCounted: 0 })
  })

  it('are foretold by the preview', async () => {
    const open = await coreWithTask()
    const preview = await open.client.call('import.preview', request([header, ...passes(3, 2)]))
    expect(preview.plannedRepeats).toBe(2)
    expect(await planOf(open)).toBeNull()
  })
})
