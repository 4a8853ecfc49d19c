import { describe, expect, it } from 'vitest'
import { sha256 } from '../../../helpers/workspace.ts'
import { failureOf, openCore } from '../open-core.ts'
import { header, passes, request } from './request.ts'

const mixed = [
  'case,configuration,repeat,outcome,messages,note',
  'a,base,1,pass,12,',
  'a,base,2,fail,7,wrong seat',
  'b,other,1,error,,',
  'b,other,2,void,3,the server was down',
]

describe('a preview', () => {
  it('says what an import would do', async () => {
    const { client } = openCore()
    await client.call('task.create', { name: 'refunds' })
    expect(await client.call('import.preview', request(mixed))).toEqual({
      fileName: 'trials.csv',
      format: 'csv',
      columns: [
        { name: 'case', field: 'case', known: true },
        { name: 'configuration', field: 'configuration', known: true },
        { name: 'repeat', field: 'repeat', known: true },
        { name: 'outcome', field: 'outcome', known: true },
        { name: 'messages', field: null, known: true },
        { name: 'note', field: 'note', known: true },
      ],
      rows: 4,
      added: 4,
      alreadyThere: 0,
      problems: [],
      problemCount: 0,
      blocking: false,
      cases: 2,
      untriedCases: 0,
      addedCases: 0,
      configurations: ['base', 'other'],
      outcomes: { pass: 1, fail: 1, error: 1, void: 1 },
      // Pairs with fair trials: a with base has two, b with other has one; of equally common counts the larger.
      plannedRepeats: 2,
      setsUp: false,
      preview: [
        { case: 'a', configuration: 'base', repeat: 1, outcome: 'pass' },
        { case: 'a', configuration: 'base', repeat: 2, outcome: 'fail', note: 'wrong seat' },
        { case: 'b', configuration: 'other', repeat: 1, outcome: 'error' },
        { case: 'b', configuration: 'other', repeat: 2, outcome: 'void', note: 'the server was down' },
      ],
      committed: false,
      importId: null,
    })
  })

  it('writes nothing: no byte of the workspace changes, whatever the file', async () => {
    const open = openCore()
    await open.client.call('task.create', { name: 'refunds' })
    await open.client.call('import.commit', request([header, ...passes(3, 2)]))
    const hashes = () => [sha256(open.file), sha256(`${open.file}-wal`)]
    const before = hashes()
    const { change } = await open.client.call('change.next', { after: -1 })
    await open.client.call('import.preview', request(mixed))
    await open.client.call('import.preview', request([header, 'case 1,base,1,fail']))
    await open.client.call('import.preview', request(mixed, { task: 'new task', createTask: true }))
    expect(hashes()).toEqual(before)
    expect(await open.client.call('change.next', { after: change - 1 })).toEqual({ change })
    expect(await open.client.call('task.list', {})).toHaveLength(1)
  })

  it('tells new trials from those that are there and those that contradict one', async () => {
    const { client } = openCore()
    await client.call('task.create', { name: 'refunds' })
    await client.call('import.commit', request([header, ...passes(2, 1)]))
    const overlapping = [header, 'case 1,base,1,pass', 'case 2,base,1,error', 'case 3,base,1,pass']
    const summary = await client.call('import.preview', request(overlapping))
    expect(summary).toMatchObject({ rows: 3, added: 1, alreadyThere: 1, problemCount: 1 })
    const [problem] = summary.problems
    expect(problem).toMatchObject({ line: 3, column: null })
    expect(problem?.reason).toContain('case "case 2" with "base"')
  })

  it('shows at most the first 50 rows and counts all', async () => {
    const { client } = openCore()
    await client.call('task.create', { name: 'refunds' })
    const summary = await client.call('import.preview', request([header, ...passes(60, 1)]))
    expect(summary.preview).toHaveLength(50)
    expect(summary.preview[49]?.case).toBe('case 50')
    expect(summary).toMatchObject({ rows: 60, added: 60, cases: 60 })
  })

  it('lists at most 1,000 problems and counts all', async () => {
    const { client } = openCore()
    await client.call('task.create', { name: 'refunds' })
    await client.call('import.commit', request([header, ...passes(1100, 1)]))
    const failures = passes(1100, 1).map((row) => row.replace('pass', 'fail'))
    const summary = await client.call('import.preview', request([header, ...failures, 'x,base,1,maybe']))
    expect(summary.problems).toHaveLength(1000)
    expect(summary.problemCount).toBe(1101)
    // In order of line, whatever kind they are of.
    expect(summary.problems.map((each) => each.line)).toEqual(Array.from({ length: 1000 }, (_, i) => i + 2))
  })

  it('of a file that cannot be imported by leaving rows out adds nothing', async () => {
    const { client } = openCore()
    await client.call('task.create', { name: 'refunds' })
    const lines = [`${header},colour`, 'a,base,1,pass,red']
    const asked = await client.call('import.preview', request(lines))
    expect(asked).toMatchObject({ added: 1, problemCount: 1 })
    const skipping = await client.call('import.preview', request(lines, { skipBadRows: true }))
    expect(skipping).toMatchObject({ added: 0, problemCount: 1 })
  })

  it.each([
    ['an empty file', [''], 'trials.csv: the file is empty.'],
    ['a JSON document', ['[{"case": "a"}]'], 'trials.csv: this is one JSON document'],
    ['a web page', ['<!doctype html><p>trials</p>'], 'trials.csv: this is XML or HTML'],
  ])('refuses %s in words', async (_, lines, beginning) => {
    const { client } = openCore()
    await client.call('task.create', { name: 'refunds' })
    const failure = await failureOf(client.call('import.preview', request(lines)))
    expect(failure.code).toBe('import-unreadable')
    expect(failure.message).toContain(beginning)
    expect(failure.message).toContain('Nothing was imported.')
  })
})
