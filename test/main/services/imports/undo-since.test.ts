import { describe, expect, it } from 'vitest'
import { openCore, type OpenCore } from '../open-core.ts'
import { header, passes, request } from './request.ts'
import { rowsOf } from './stored-rows.ts'

const task = 'refunds'
const monday = ['a,base,1,pass', 'a,base,2,fail', 'b,base,1,pass', 'b,base,2,void']
const tuesday = ['a,base,2,fail', 'b,base,2,void', 'b,base,3,fail', 'c,more,1,pass', 'c,more,2,error']

async function imported({ client }: OpenCore, lines: readonly string[]): Promise<number> {
  const { importId } = await client.call('import.commit', request(lines))
  return importId ?? 0
}

async function withTask(plannedRepeats: number | null = 2): Promise<OpenCore> {
  const open = openCore()
  await open.client.call('task.create', {
    name: task,
    ...(plannedRepeats === null ? {} : { plannedRepeats }),
  })
  return open
}

async function fingerprints({ client }: OpenCore): Promise<readonly string[]> {
  const { configurations } = await client.call('task.get', { task })
  const all = configurations.map(({ name: configuration }) =>
    client.call('assessment.get', { task, configuration }),
  )
  return (await Promise.all(all)).map((each) => `${each.configuration} ${each.dataFingerprint}`).toSorted()
}

describe('an import that is undone after others', () => {
  it('leaves the repeats of a later one that overlaps; that one imported again is as if it had come alone', async () => {
    const alone = await withTask()
    await imported(alone, [header, ...tuesday])
    const open = await withTask()
    const first = await imported(open, [header, ...monday])
    await imported(open, [header, ...tuesday])
    expect(await open.client.call('import.undo', { import: first })).toMatchObject({ trials: 4, cases: 1 })
    const { trials } = await open.client.call('task.get', { task })
    expect(trials).toBe(3)
    const { added } = await open.client.call('import.commit', request([header, ...tuesday]))
    expect(added).toBe(2)
    expect(await fingerprints(open)).toEqual(await fingerprints(alone))
  })

  it('and undone again after it came again, leaves the same', async () => {
    const open = await withTask()
    await imported(open, [header, ...tuesday])
    const before = { rows: rowsOf(open.file), told: await fingerprints(open) }
    for (let round = 0; round < 2; round += 1) {
      const id = await imported(open, [header, ...monday])
      await open.client.call('import.undo', { import: id })
      expect({ rows: rowsOf(open.file), told: await fingerprints(open) }).toEqual(before)
    }
  })

  it('leaves what it told of a case, and the plan, to the changed trial of a later one that is dated before it', async () => {
    const open = await withTask(null)
    await open.client.call('case.add', { task, cases: [{ case: 'a' }] })
    const first = await imported(open, [`${header},segment`, 'a,base,1,pass,EU', 'b,base,1,pass,'])
    const later = await imported(open, [`${header},logged_at`, 'a,base,2,fail,2020-01-01T00:00:00Z'])
    const key = { task, configuration: 'base', case: 'a', repeat: 2 }
    await open.client.call('trial.amend', { ...key, changes: { note: 'mine' } })
    expect(await open.client.call('import.undo', { import: first })).toMatchObject({ trials: 2, cases: 1 })
    expect(await open.client.call('case.get', { task, case: 'a' })).toMatchObject({ segment: 'EU' })
    expect((await open.client.call('task.get', { task })).task.plannedRepeats).toBe(1)
    const undone = await open.client.call('import.undo', { import: later, keepChanged: true })
    expect(undone).toMatchObject({ trials: 0, changed: 1, cases: 0 })
  })

  it('leaves a plan that somebody chose since, and what it was before', async () => {
    const open = await withTask(null)
    const id = await imported(open, [header, ...monday])
    await open.client.call('task.change', { task, changes: { plannedRepeats: 3 } })
    await open.client.call('import.undo', { import: id })
    expect(await open.client.call('task.get', { task })).toMatchObject({
      task: { plannedRepeats: 3 },
      cases: 0,
      trials: 0,
    })
  })

  it('takes its trials from a configuration that was renamed since, and leaves that its name', async () => {
    const open = await withTask()
    await imported(open, [header, ...passes(1, 2)])
    const told = await fingerprints(open)
    const id = await imported(open, [header, ...monday, 'a,new,1,pass'])
    const rename = (configuration: string, name: string) =>
      open.client.call('configuration.set', { task, configuration, create: false, changes: { name } })
    await rename('base', 'first')
    await rename('new', 'second')
    expect(await open.client.call('import.undo', { import: id })).toMatchObject({ trials: 5, cases: 2 })
    const { configurations } = await open.client.call('task.get', { task })
    expect(configurations.map(({ name, trials }) => [name, trials])).toEqual([
      ['first', 2],
      ['second', 0],
    ])
    const { dataFingerprint } = await open.client.call('assessment.get', { task, configuration: 'first' })
    expect(told).toEqual([`base ${dataFingerprint}`])
  })

  it('keeps a withdrawn trial withdrawn, with its history, and the file brings it again', async () => {
    const open = await withTask()
    const id = await imported(open, [header, ...monday])
    await open.client.call('trial.withdraw', { task, configuration: 'base', case: 'b', repeat: 2 })
    await open.client.call('import.undo', { import: id, keepChanged: true })
    const found = await open.client.call('case.get', { task, case: 'b' })
    expect(found.edits).toMatchObject([{ change: 'withdrawn', repeat: 2, before: { outcome: 'void' } }])
    expect((await open.client.call('task.get', { task })).cases).toBe(1)
    expect(await open.client.call('import.commit', request([header, ...monday]))).toMatchObject({ added: 4 })
  })
})
