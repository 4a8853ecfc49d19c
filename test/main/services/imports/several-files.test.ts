import { describe, expect, it, onTestFinished } from 'vitest'
import { z } from 'zod'
import type { StoreContext } from '../../../../main/services/context.ts'
import { commitImports, type FilesRequest, previewImports } from '../../../../main/services/imports/index.ts'
import { openWorkspace } from '../../../../main/store/workspace.ts'
import { ExpectedFailure } from '../../../../shared/domain/failure.ts'
import { importOptions } from '../../../../shared/domain/import.ts'
import { temporaryFolder } from '../../../helpers/temporary-folder.ts'
import { freshFile } from '../../../helpers/workspace.ts'
import { now } from '../open-core.ts'
import { everythingIn } from '../stored.ts'
import { header } from './request.ts'

const folder = temporaryFolder('several')

function openContext(): StoreContext {
  const workspace = openWorkspace(freshFile(folder))
  onTestFinished(() => workspace.close())
  return { workspace, clock: () => new Date(now) }
}

/** Files named by their keys, of these rows, imported together into "refunds". */
function together(
  files: Readonly<Record<string, readonly string[]>>,
  skipBadRows = false,
  head = header,
): FilesRequest {
  return {
    ...importOptions.parse({ skipBadRows }),
    task: 'refunds',
    createTask: true,
    files: Object.entries(files).map(([fileName, rows]) => ({
      fileName,
      content: Buffer.from([head, ...rows, ''].join('\n')),
    })),
  }
}

function failureIn(work: () => unknown): ExpectedFailure {
  try {
    work()
  } catch (error) {
    if (error instanceof ExpectedFailure) return error
    throw error
  }
  throw new Error('it did not fail')
}

const first = ['a,base,1,pass', 'b,base,1,fail']

describe('files that are imported together', () => {
  it('come in together, with a summary each', () => {
    const context = openContext()
    const second = ['a,base,2,pass', 'b,base,2,pass', 'b,base,1,fail']
    const summaries = commitImports(context, together({ 'one.csv': first, 'two.csv': second }))
    expect(summaries).toMatchObject([
      { fileName: 'one.csv', added: 2, alreadyThere: 0, committed: true },
      { fileName: 'two.csv', added: 2, alreadyThere: 1, committed: true },
    ])
    expect(everythingIn(context.workspace.file)['trial']).toHaveLength(4)
  })

  it('fix the planned repeats together: two files of one repeat each are two repeats', () => {
    const context = openContext()
    const second = ['a,base,2,pass', 'b,base,2,pass']
    commitImports(context, together({ 'one.csv': first, 'two.csv': second }))
    expect(everythingIn(context.workspace.file)).toMatchObject({
      task: [{ planned_repeats: 2 }],
      roll_up: [{ complete: 1 }, { complete: 1 }],
    })
  })

  it('count a trial once towards the planned repeats when two files hold it', () => {
    const context = openContext()
    commitImports(context, together({ 'one.csv': first, 'copy.csv': first }))
    expect(everythingIn(context.workspace.file)).toMatchObject({ task: [{ planned_repeats: 1 }] })
  })

  it.each([
    ['contradict each other', ['a,base,1,fail']],
    ['hold a row that cannot be used', ['c,base,1,maybe']],
  ])('are all refused when they %s', (_, second) => {
    const context = openContext()
    const before = everythingIn(context.workspace.file)
    const request = together({ 'one.csv': first, 'two.csv': second, 'three.csv': ['d,base,1,pass'] })
    const failure = failureIn(() => commitImports(context, request))
    expect(failure.code).toBe('import-refused')
    expect(failure.message).toMatch(/^two\.csv has one problem\. Nothing was imported\./)
    expect(failure.details).toMatchObject({ fileName: 'two.csv', problemCount: 1 })
    expect(everythingIn(context.workspace.file)).toEqual(before)
  })

  it('are all refused when one of them cannot be read', () => {
    const context = openContext()
    const before = everythingIn(context.workspace.file)
    const request = together({ 'one.csv': first })
    const files = [...request.files, { fileName: 'picture.csv', content: Buffer.from('89504e470d0a', 'hex') }]
    expect(() => commitImports(context, { ...request, files })).toThrow('picture.csv')
    expect(everythingIn(context.workspace.file)).toEqual(before)
  })

  it('say which line of which file a row contradicts', () => {
    const context = openContext()
    const [, second] = previewImports(context, together({ 'one.csv': first, 'two.csv': ['b,base,1,pass'] }))
    expect(second?.problems).toEqual([
      {
        line: 2,
        column: null,
        reason:
          'repeat 1 of case "b" with "base" is on line 3 of one.csv too and differs in outcome (fail there, pass here); the first one is taken',
      },
    ])
  })

  it('keep the first of two rows that contradict each other when rows may be left out', () => {
    const context = openContext()
    const request = together({ 'one.csv': first, 'two.csv': ['b,base,1,pass', 'c,base,1,pass'] }, true)
    expect(commitImports(context, request)).toMatchObject([
      { added: 2, problemCount: 0 },
      { added: 1, problemCount: 1 },
    ])
    const outcomes = everythingIn(context.workspace.file)['trial']
    expect(outcomes).toMatchObject([{ outcome: 'pass' }, { outcome: 'fail' }, { outcome: 'pass' }])
  })

  it('are only looked at by a preview', () => {
    const context = openContext()
    const before = everythingIn(context.workspace.file)
    const summaries = previewImports(context, together({ 'one.csv': first, 'two.csv': first }))
    expect(summaries).toMatchObject([
      { added: 2, alreadyThere: 0, committed: false },
      { added: 0, alreadyThere: 2, committed: false },
    ])
    expect(everythingIn(context.workspace.file)).toEqual(before)
  })
})

/** Each stored trial as the number of its case, its repeat and its outcome. */
function storedTrials(context: StoreContext) {
  return z
    .array(z.object({ case_id: z.number(), repeat: z.number(), outcome: z.string() }))
    .parse(everythingIn(context.workspace.file)['trial'])
    .map(({ case_id, repeat, outcome }) => `${case_id}.${repeat} ${outcome}`)
}

describe('files without a repeat column', () => {
  const head = 'case,configuration,outcome'
  const monday = ['a,base,pass', 'a,base,fail', 'b,base,pass']
  const tuesday = ['a,base,pass', 'b,base,fail', 'a,other,pass']

  it('count on from file to file of one import, and add nothing a second time', () => {
    const context = openContext()
    const request = together({ 'monday.csv': monday, 'tuesday.csv': tuesday }, false, head)
    expect(previewImports(context, request)).toMatchObject([{ added: 3 }, { added: 3, alreadyThere: 0 }])
    expect(commitImports(context, request)).toMatchObject([{ added: 3 }, { added: 3, alreadyThere: 0 }])
    const trials = ['1.1 pass', '1.2 fail', '1.3 pass', '2.1 pass', '2.2 fail', '1.1 pass']
    expect(storedTrials(context)).toEqual(trials)
    expect(commitImports(context, request)).toMatchObject([
      { added: 0, alreadyThere: 3 },
      { added: 0, alreadyThere: 3 },
    ])
    expect(commitImports(context, together({ 'monday.csv': monday }, false, head))).toMatchObject([
      { added: 0, alreadyThere: 3 },
    ])
    expect(storedTrials(context)).toEqual(trials)
  })

  it('are twice as many attempts when the same file is there twice', () => {
    const context = openContext()
    commitImports(context, together({ 'one.csv': monday, 'again.csv': monday }, false, head))
    expect(storedTrials(context)).toEqual([
      '1.1 pass',
      '1.2 fail',
      '1.3 pass',
      '1.4 fail',
      '2.1 pass',
      '2.2 pass',
    ])
  })

  it('count unusable rows, and on from the repeats that a file before names', () => {
    const context = openContext()
    const request = together({ 'bad.csv': ['a,base,maybe', 'c,base,pass'], 'monday.csv': monday }, true, head)
    const named = {
      fileName: 'named.csv',
      content: Buffer.from(`${header}\nb,base,7,fail\nb,base,2,pass\n`),
    }
    commitImports(context, { ...request, files: [named, ...request.files, ...request.files.slice(1)] })
    // The cases are stored as b, c, a. Of b, 2 and 7 are named, 8 and 9 follow; of a, the bad row was attempt 1.
    expect(storedTrials(context)).toEqual([
      '1.2 pass',
      '1.7 fail',
      '1.8 pass',
      '1.9 pass',
      '2.1 pass',
      '3.2 pass',
      '3.3 fail',
      '3.4 pass',
      '3.5 fail',
    ])
  })
})
