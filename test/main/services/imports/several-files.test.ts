import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import type { Context } from '../../../../main/services/context.ts'
import { commitImports, type FilesRequest, previewImports } from '../../../../main/services/imports/index.ts'
import { openWorkspace } from '../../../../main/store/workspace.ts'
import { ExpectedFailure } from '../../../../shared/domain/failure.ts'
import { importOptions } from '../../../../shared/domain/import.ts'
import { temporaryFolder } from '../../../helpers/temporary-folder.ts'
import { freshFile } from '../../../helpers/workspace.ts'
import { now } from '../open-core.ts'
import { everythingIn } from '../stored.ts'
import { header } from './request.ts'
import { computer } from '../../../helpers/worker.ts'

const folder = temporaryFolder('several')

function openContext(): Context {
  const workspace = openWorkspace(freshFile(folder))
  onTestFinished(() => workspace.close())
  return {
    workspace,
    clock: () => new Date(now),
    printer: { print: async () => new Uint8Array() },
    settingsFile: join(folder, 'settings.json'),
    computer,
    resourcesFolder: folder,
    appVersion: '0.0.0-test',
  }
}

/** Files named by their keys, of these rows, imported together into "refunds". */
function together(files: Readonly<Record<string, readonly string[]>>, skipBadRows = false): FilesRequest {
  return {
    ...importOptions.parse({ skipBadRows }),
    task: 'refunds',
    createTask: true,
    files: Object.entries(files).map(([fileName, rows]) => ({
      fileName,
      content: Buffer.from([header, ...rows, ''].join('\n')),
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
