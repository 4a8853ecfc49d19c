import { describe, expect, it } from 'vitest'
import { exportFormats } from '../../../../shared/domain/export.ts'
import { openCore, type OpenCore } from '../open-core.ts'
import { header, passes, request } from './request.ts'
import { rowsOf } from './stored-rows.ts'

const task = 'refunds'
const withFields = `${header},segment,input`

async function imported({ client }: OpenCore, lines: readonly string[]): Promise<number> {
  const { importId } = await client.call('import.commit', request(lines))
  return importId ?? 0
}

/** What is claimed of every configuration, of new cases and of exactly these. */
async function claims({ client }: OpenCore): Promise<unknown> {
  const { configurations } = await client.call('task.get', { task })
  const about = configurations.flatMap(({ name: configuration }) =>
    (['new-cases', 'these-cases'] as const).map((scope) => ({ task, configuration, scope })),
  )
  return await Promise.all(about.map((each) => client.call('assessment.get', each)))
}

async function caseNames({ client }: OpenCore): Promise<readonly string[]> {
  const { cases } = await client.call('case.list', { task, limit: 100 })
  return cases.map((each) => each.case)
}

/** A task with five cases, two of which nobody has tried. */
async function exportWithUntried(format: (typeof exportFormats)[number]) {
  const { client } = openCore()
  await client.call('task.create', { name: task, plannedRepeats: 1 })
  const trial = { task, configuration: 'm', outcome: 'pass' as const }
  await client.call('trial.log', [
    { ...trial, case: 'a', segment: 'EU' },
    { ...trial, case: 'b', configuration: 'other' },
  ])
  const cases = [{ case: 'c', segment: 'EU', input: '=c' }, { case: 'd' }]
  await client.call('case.add', { task, cases })
  await client.call('trial.log', { ...trial, case: 'e' })
  return await client.call('trial.export', { task, format })
}

describe.each(exportFormats)('an import of an export as %s with cases that nobody has tried', (format) => {
  async function importExport({ client }: OpenCore, createTask = false) {
    const { fileName, contentBase64 } = await exportWithUntried(format)
    return await client.call('import.commit', { task, createTask, fileName, contentBase64 })
  }

  it('leaves an empty task empty, comes in again and goes again', async () => {
    const open = openCore()
    await open.client.call('task.create', { name: task })
    const before = rowsOf(open.file)
    const first = await importExport(open)
    expect(first).toMatchObject({ added: 3, addedCases: 2 })
    const after = await claims(open)
    const cases = await open.client.call('case.list', { task, limit: 100 })
    const undone = await open.client.call('import.undo', { import: first.importId ?? 0 })
    expect(undone).toMatchObject({ trials: 3, cases: 5, configurations: ['m', 'other'], removedTask: false })
    expect(rowsOf(open.file)).toEqual(before)
    const again = await importExport(open)
    expect(again).toMatchObject({ added: 3, addedCases: 2 })
    expect(await claims(open)).toEqual(after)
    expect(await open.client.call('case.list', { task, limit: 100 })).toEqual(cases)
    await open.client.call('import.undo', { import: again.importId ?? 0 })
    expect(rowsOf(open.file)).toEqual(before)
  })

  it('leaves a task with other cases, one of them untried, as it was', async () => {
    const open = openCore()
    await open.client.call('task.create', { name: task, plannedRepeats: 1 })
    const trial = { task, configuration: 'm', outcome: 'fail' as const }
    await open.client.call('trial.log', [
      { ...trial, case: 'x', segment: 'US' },
      { ...trial, case: 'y' },
    ])
    // The export tells the segment and the input of this one.
    await open.client.call('case.add', { task, cases: [{ case: 'c' }] })
    const before = { rows: rowsOf(open.file), claims: await claims(open) }
    const exported = await open.client.call('trial.export', { task, format })
    const { importId, addedCases } = await importExport(open)
    expect(addedCases).toBe(1)
    const told = await open.client.call('case.get', { task, case: 'c' })
    expect(told).toMatchObject({ segment: 'EU', input: '=c' })
    const undone = await open.client.call('import.undo', { import: importId ?? 0 })
    expect(undone).toMatchObject({ trials: 3, cases: 4, configurations: ['other'] })
    expect({ rows: rowsOf(open.file), claims: await claims(open) }).toEqual(before)
    expect(await open.client.call('trial.export', { task, format })).toEqual(exported)
  })

  it('takes the task that it made out of sight', async () => {
    const open = openCore()
    const { importId } = await importExport(open, true)
    const undone = await open.client.call('import.undo', { import: importId ?? 0 })
    expect(undone).toMatchObject({ trials: 3, removedTask: true })
    expect(await open.client.call('task.list', {})).toEqual([])
    const again = await importExport(open, true)
    expect(again).toMatchObject({ added: 3, addedCases: 2 })
    expect(await caseNames(open)).toEqual(['a', 'b', 'c', 'd', 'e'])
  })
})

async function withUntried(): Promise<OpenCore & { readonly id: number }> {
  const open = openCore()
  await open.client.call('task.create', { name: task, plannedRepeats: 1 })
  await open.client.call('import.commit', request([header, ...passes(1, 1)]))
  const untried = ['logged', 'listed', 'tried', 'told', 'gone'].map((label) => `${label},,,,EU,`)
  const id = await imported(open, [withFields, 'case 1,base,1,pass,,', ...untried])
  return { ...open, id }
}

describe('cases without an attempt that came with an import', () => {
  it('go, also when it brought nothing else', async () => {
    const open = await withUntried()
    const undone = await open.client.call('import.undo', { import: open.id })
    expect(undone).toMatchObject({ trials: 0, cases: 5, configurations: [] })
    expect(await caseNames(open)).toEqual(['case 1'])
  })

  it('stay where somebody or a later import tried, listed or told more of them', async () => {
    const open = await withUntried()
    const { client, id } = open
    await client.call('trial.log', { task, case: 'logged', configuration: 'base', outcome: 'fail' })
    await client.call('case.add', { task, cases: [{ case: 'listed' }] })
    const later = await imported(open, [withFields, 'tried,base,1,pass,,', 'told,,,,,why?'])
    expect(await client.call('import.undo', { import: id })).toMatchObject({ trials: 0, cases: 1 })
    expect(await caseNames(open)).toEqual(['case 1', 'logged', 'listed', 'tried', 'told'])
    expect(await client.call('case.get', { task, case: 'listed' })).toMatchObject({ segment: 'EU' })
    expect(await client.call('case.get', { task, case: 'told' })).toMatchObject({ input: 'why?' })
    expect(await client.call('import.undo', { import: later })).toMatchObject({ trials: 1, cases: 2 })
    expect(await caseNames(open)).toEqual(['case 1', 'logged', 'listed'])
  })

  it('give up the segment they told of a case, in figures of configurations they had no attempt with, too', async () => {
    const open = await withUntried()
    await open.client.call('import.undo', { import: open.id })
    const before = await claims(open)
    const id = await imported(open, [withFields, 'case 1,base,1,pass,EU,', 'b,other,1,pass,,', 'c,,,,,'])
    expect(await open.client.call('assessment.get', { task, configuration: 'base' })).toMatchObject({
      segments: [{ segment: 'EU', cases: 1 }],
    })
    await open.client.call('import.undo', { import: id })
    expect(await claims(open)).toEqual(before)
  })

  it('take with them what they told of a case that was there, unless somebody listed it since', async () => {
    const open = await withUntried()
    const { client } = open
    await client.call('case.add', { task, cases: [{ case: 'kept' }, { case: 'plain' }] })
    const lines = ['case 1,base,1,pass,,', 'kept,,,,EU,ask', 'plain,,,,EU,ask']
    const id = await imported(open, [withFields, ...lines])
    await client.call('case.add', { task, cases: [{ case: 'kept', segment: 'EU' }] })
    expect(await client.call('import.undo', { import: id })).toMatchObject({ trials: 0, cases: 0 })
    const told = { segment: 'EU', input: 'ask' }
    expect(await client.call('case.get', { task, case: 'kept' })).toMatchObject(told)
    const untold = { segment: null, input: null }
    expect(await client.call('case.get', { task, case: 'plain' })).toMatchObject(untold)
  })
})
