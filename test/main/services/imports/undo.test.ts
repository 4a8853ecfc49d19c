import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { commitImport } from '../../../../main/services/imports/index.ts'
import { undoImport } from '../../../../main/services/imports/undo.ts'
import { renewTaskRollUps } from '../../../../main/store/roll-ups.ts'
import { openWorkspace, type Workspace } from '../../../../main/store/workspace.ts'
import { importOptions } from '../../../../shared/domain/import.ts'
import { temporaryFolder } from '../../../helpers/temporary-folder.ts'
import { addTask, freshFile, recordOf, rollUpRows, taskNamed } from '../../../helpers/workspace.ts'
import { failureOf, openCore, type OpenCore } from '../open-core.ts'
import { header, passes, request } from './request.ts'
import { rowsOf } from './stored-rows.ts'

function stop(share: number): void {
  if (share >= 0.8) throw new Error('gone')
}

const folder = temporaryFolder('undo-imports')

async function imported({ client }: OpenCore, lines: readonly string[], more = {}): Promise<number> {
  const { importId } = await client.call('import.commit', request(lines, more))
  if (importId === null) throw new Error('nothing came in')
  return importId
}

async function withTask(): Promise<OpenCore> {
  const open = openCore()
  await open.client.call('task.create', { name: 'refunds', plannedRepeats: 2 })
  await open.client.call('import.commit', request([header, ...passes(3, 2)]))
  return open
}

describe('an import that is undone', () => {
  it('leaves every row as it was, and is undone once', async () => {
    const open = await withTask()
    const before = rowsOf(open.file)
    const assessment = await open.client.call('assessment.get', { task: 'refunds' })
    const lines = ['case 1,base,3,fail,EU', 'new,base,1,fail,EU', 'case 2,other,1,pass,EU']
    const id = await imported(open, [`${header},segment`, ...lines])
    expect(rowsOf(open.file)).not.toEqual(before)
    expect(await open.client.call('import.undo', { import: id })).toMatchObject({
      trials: 3,
      cases: 1,
      configurations: ['other'],
      changed: 0,
      removedTask: false,
    })
    expect(rowsOf(open.file)).toEqual(before)
    expect(await open.client.call('assessment.get', { task: 'refunds' })).toEqual(assessment)
    const failure = await failureOf(open.client.call('import.undo', { import: id }))
    expect(failure.code).toBe('import-undone')
    expect(await open.client.call('workspace.check', {})).toEqual({ sound: true, problems: [] })
    expect(await imported(open, [`${header},segment`, ...lines])).toBe(id + 1)
  })

  it('takes back the plan that it fixed, with its remembered change', async () => {
    const open = openCore()
    await open.client.call('task.create', { name: 'refunds' })
    await open.client.call('trial.log', {
      task: 'refunds',
      case: 'a',
      configuration: 'base',
      outcome: 'pass',
    })
    const before = rowsOf(open.file)
    const id = await imported(open, [header, ...passes(2, 3)])
    expect((await open.client.call('task.get', { task: 'refunds' })).task.plannedRepeats).toBe(3)
    await open.client.call('import.undo', { import: id })
    expect(rowsOf(open.file)).toEqual(before)
  })

  it('leaves what a later import uses, until that is undone as well', async () => {
    const open = await withTask()
    const before = rowsOf(open.file)
    const first = await imported(open, [`${header},segment`, 'case 1,base,3,fail,EU', 'new,other,1,pass,EU'])
    const second = await imported(open, [header, 'case 1,base,4,pass', 'new,other,2,pass'])
    expect(await open.client.call('import.undo', { import: first })).toMatchObject({
      trials: 2,
      cases: 0,
      configurations: [],
    })
    expect(await open.client.call('case.get', { task: 'refunds', case: 'case 1' })).toMatchObject({
      segment: 'EU',
    })
    expect(await open.client.call('import.undo', { import: second })).toMatchObject({
      trials: 2,
      cases: 1,
      configurations: ['other'],
    })
    expect(rowsOf(open.file)).toEqual(before)
  })

  it('leaves cases and configurations that somebody made their own', async () => {
    const open = await withTask()
    const id = await imported(open, [header, 'listed,base,1,pass', 'gone,described,1,pass'])
    await open.client.call('case.add', { task: 'refunds', cases: [{ case: 'listed' }] })
    const described = { task: 'refunds', configuration: 'described', create: false }
    await open.client.call('configuration.set', { ...described, changes: { model: 'x' } })
    expect(await open.client.call('import.undo', { import: id })).toMatchObject({
      trials: 2,
      cases: 1,
      configurations: [],
    })
    expect(await open.client.call('task.get', { task: 'refunds' })).toMatchObject({ cases: 4 })
  })

  it('is refused while trials were changed since, unless they are to stay', async () => {
    const open = await withTask()
    const id = await imported(open, [header, 'x,base,1,pass', 'y,base,1,pass', 'z,base,1,pass'])
    const key = { task: 'refunds', configuration: 'base', repeat: 1 }
    await open.client.call('trial.amend', { ...key, case: 'x', changes: { note: 'mine' } })
    await open.client.call('trial.amend', { ...key, case: 'x', changes: { outcome: 'void' } })
    await open.client.call('trial.withdraw', { ...key, case: 'y' })
    const before = rowsOf(open.file)
    const failure = await failureOf(open.client.call('import.undo', { import: id }))
    expect(failure.code).toBe('import-changed')
    expect(failure.message).toContain('2 trials were graded, edited or taken back')
    expect(rowsOf(open.file)).toEqual(before)
    expect(await open.client.call('import.undo', { import: id, keepChanged: true })).toMatchObject({
      trials: 1,
      changed: 2,
      cases: 1,
    })
    const { configurations } = await open.client.call('case.get', { task: 'refunds', case: 'x' })
    expect(JSON.stringify(configurations)).toContain('mine')
  })

  it('takes a task that it made out of sight, which can be brought back and taken back again', async () => {
    const open = openCore()
    const id = await imported(open, [header, ...passes(2, 2)], { createTask: true })
    expect(await open.client.call('import.undo', { import: id })).toMatchObject({
      trials: 4,
      removedTask: true,
    })
    expect(await open.client.call('task.list', {})).toEqual([])
    expect((await failureOf(open.client.call('import.undo', { import: id }))).code).toBe('task-not-found')
    await open.client.call('task.restore', { task: 'refunds' })
    expect(await open.client.call('task.list', {})).toMatchObject([{ trials: 4 }])
    await open.client.call('trial.log', {
      task: 'refunds',
      case: 'c',
      configuration: 'base',
      outcome: 'pass',
    })
    expect(await open.client.call('import.undo', { import: id })).toMatchObject({
      trials: 4,
      cases: 2,
      removedTask: false,
    })
    expect(await open.client.call('task.list', {})).toMatchObject([{ cases: 1, trials: 1 }])
  })

  it('that breaks off midway changes nothing', () => {
    const file = freshFile(folder)
    const workspace = openWorkspace(file)
    addTask(workspace.queries, { name: 'refunds', plannedRepeats: 1 })
    commit(workspace, 'a,base,1,pass,')
    const id = commit(workspace, 'a,base,2,pass,\nb,base,1,fail,')
    const before = rowsOf(file)
    const context = { workspace, clock: () => new Date('2026-03-02T09:00:00Z') }
    expect(() => undoImport(context, { import: id, keepChanged: false }, stop)).toThrow('gone')
    expect(rowsOf(file)).toEqual(before)
    workspace.close()
  })
})

const clock = (): Date => new Date('2026-03-01T09:00:00Z')

function commit(workspace: Workspace, rows: string): number {
  const target = { ...importOptions.parse({}), task: 'refunds', createTask: false, fileName: 'trials.csv' }
  const content = Buffer.from(`${header},segment\n${rows}\n`)
  return commitImport({ workspace, clock }, { ...target, content }).importId ?? 0
}

const row = fc.record({
  case: fc.constantFrom('a', 'b', '한국', '__proto__'),
  configuration: fc.constantFrom('base', 'more'),
  repeat: fc.integer({ min: 1, max: 5 }),
  outcome: fc.constantFrom('pass', 'fail', 'error', 'void', 'untried'),
})
const rows = fc.uniqueArray(row, {
  selector: (each) => JSON.stringify([each.case, each.configuration, each.repeat]),
  minLength: 2,
  maxLength: 30,
})

type Row = typeof row extends fc.Arbitrary<infer Each> ? Each : never

/** A row of the file, and what says of its case where nobody has tried it. */
function lineOf({ case: label, configuration, repeat, outcome }: Row, segment: string): string {
  const attempt = outcome === 'untried' ? ',,' : `${configuration},${repeat},${outcome}`
  return `${label},${attempt},${segment}`
}

describe('any two imports', () => {
  it('leave what was there before, undone in either order, with roll-ups and figures that the trials give', () => {
    fc.assert(
      fc.property(rows, fc.nat(), fc.boolean(), fc.boolean(), (all, cut, hasSegments, isReversed) => {
        const file = freshFile(folder)
        const workspace = openWorkspace(file)
        addTask(workspace.queries, { name: 'refunds', plannedRepeats: 2 })
        const there = 'base case,base,1,pass,north'
        commit(workspace, `${there}\nbase case,base,2,fail,\na,base,8,pass,\na,base,9,fail,\nlisted,,,,`)
        const before = rowsOf(file)
        const figures = recordOf(workspace.queries, taskNamed(workspace.queries, 'refunds'))
        const segment = hasSegments ? 'south' : ''
        const lines = all.map((each) => lineOf(each, segment))
        const at = 1 + (cut % (lines.length - 1))
        // A file without any attempt is refused: nothing tells that its rows were never to have one.
        const parts = [lines.slice(0, at), lines.slice(at)].map((part) => [there, ...part].join('\n'))
        const ids = parts.map((part) => commit(workspace, part)).filter((id) => id !== 0)
        const context = { workspace, clock: () => new Date('2026-03-02T09:00:00Z') }
        for (const id of isReversed ? ids.toReversed() : ids) {
          undoImport(context, { import: id, keepChanged: false })
          const task = taskNamed(workspace.queries, 'refunds')
          const kept = rollUpRows(workspace.queries, task)
          const told = recordOf(workspace.queries, task)
          renewTaskRollUps(workspace.queries, task.id, 2)
          expect(rollUpRows(workspace.queries, task)).toEqual(kept)
          expect(recordOf(workspace.queries, task)).toEqual(told)
        }
        expect(rowsOf(file)).toEqual(before)
        expect(recordOf(workspace.queries, taskNamed(workspace.queries, 'refunds'))).toEqual(figures)
        expect(workspace.check()).toEqual([])
        workspace.close()
      }),
      { numRuns: 60 },
    )
  }, 60_000)
})
