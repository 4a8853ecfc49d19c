import { readFileSync } from 'node:fs'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { exportTrials } from '../../../../main/services/exports/index.ts'
import { commitImport } from '../../../../main/services/imports/index.ts'
import { exportedTrials } from '../../../../main/store/exported-trials.ts'
import { readNames } from '../../../../main/store/names.ts'
import { build, type Queries } from '../../../../main/store/queries.ts'
import { openWorkspace, type Workspace } from '../../../../main/store/workspace.ts'
import { type ExportFormat, exportFormats } from '../../../../shared/domain/export.ts'
import { importFields, importOptions, type ImportSummary } from '../../../../shared/domain/import.ts'
import type { TrialRow } from '../../../../shared/domain/trial.ts'
import { temporaryFolder } from '../../../helpers/temporary-folder.ts'
import {
  addTask,
  freshFile,
  type GivenTrial,
  logTrials,
  recordOf,
  taskNamed,
} from '../../../helpers/workspace.ts'
import { hostileCases, hostileTrials } from './hostile.ts'

const folder = temporaryFolder('exports')
const clock = (): Date => new Date('2027-12-31T23:59:59Z')

function written(workspace: Workspace, task: string, format: ExportFormat): Uint8Array {
  return exportTrials({ workspace, clock }, { task, format }, () => undefined).content
}

function read(workspace: Workspace, task: string, content: Uint8Array): ImportSummary {
  const target = { ...importOptions.parse({}), task, createTask: false }
  return commitImport({ workspace, clock }, { ...target, fileName: 'trials', content })
}

interface Content {
  /** All of them, tried or not, in the order in which they are listed. */
  readonly cases: readonly unknown[]
  /** All that is known of each configuration: its trials, and what assessments read. */
  readonly configurations: ReadonlyMap<string, unknown>
}

function contentOf({ queries }: Workspace, name: string): Content {
  const task = taskNamed(queries, name)
  const trials = [...exportedTrials(queries, task.id, null)]
  const byConfiguration = Map.groupBy(trials, ({ configuration }) => configuration)
  return {
    cases: queries.all(
      build
        .selectFrom('task_case')
        .select(['label', 'segment', 'input'])
        .where('task_id', '=', task.id)
        .orderBy('id'),
    ),
    configurations: new Map(
      [...byConfiguration].map(([each, own]) => [each, { own, record: recordOf(queries, task, each) }]),
    ),
  }
}

type Cases = readonly Pick<TrialRow, 'case' | 'segment' | 'input'>[]

/** Half of the cases come before the first trial, the others after the last. @returns how many nobody tries */
function logAll(queries: Queries, name: string, cases: Cases, trials: readonly GivenTrial[]): number {
  const stored = addTask(queries, { name, plannedRepeats: 2 })
  const add = (some: Cases): void => {
    const names = readNames(queries, stored.id)
    for (const { case: label, ...known } of some) names.caseId(label, known)
  }
  const half = Math.ceil(cases.length / 2)
  add(cases.slice(0, half))
  logTrials(queries, stored, trials)
  add(cases.slice(half))
  const tried = new Set(trials.map((each) => each.case))
  return cases.filter((each) => !tried.has(each.case)).length
}

describe.each(exportFormats)('any trials and cases, exported as %s', (format) => {
  it('are the same trials in an empty task, with the same fingerprints', () => {
    const first = openWorkspace(freshFile(folder))
    const second = openWorkspace(freshFile(folder))
    let runs = 0
    fc.assert(
      fc.property(hostileTrials, hostileCases, (trials, cases) => {
        runs += 1
        const name = `환불 ${runs}`
        const untriedCases = logAll(first.queries, name, cases, trials)
        addTask(second.queries, { name, plannedRepeats: 2 })
        const file = written(first, name, format)
        expect(read(second, name, file)).toMatchObject({
          format,
          added: trials.length,
          problemCount: 0,
          untriedCases,
          addedCases: untriedCases,
        })
        expect(contentOf(second, name)).toEqual(contentOf(first, name))
      }),
      { numRuns: 150 },
    )
    first.close()
    second.close()
  }, 60_000)

  it('are there already in the task they come from', () => {
    const workspace = openWorkspace(freshFile(folder))
    let runs = 0
    fc.assert(
      fc.property(hostileTrials, hostileCases, (trials, cases) => {
        runs += 1
        const name = `환불 ${runs}`
        const untriedCases = logAll(workspace.queries, name, cases, trials)
        const before = contentOf(workspace, name)
        expect(read(workspace, name, written(workspace, name, format))).toMatchObject({
          added: 0,
          alreadyThere: trials.length,
          problemCount: 0,
          untriedCases,
          addedCases: 0,
        })
        expect(contentOf(workspace, name)).toEqual(before)
      }),
      { numRuns: 50 },
    )
    workspace.close()
  }, 60_000)
})

/** The cells of a file whose cells hold neither commas nor quotes. */
function cellsOf(content: Uint8Array): readonly (readonly string[])[] {
  const lines = Buffer.from(content).toString().trimEnd().split('\r\n')
  return lines.map((line) => line.split(','))
}

describe('a CSV file for a spreadsheet', () => {
  it('begins with a byte order mark and keeps Korean', () => {
    const workspace = openWorkspace(freshFile(folder))
    logTrials(workspace.queries, addTask(workspace.queries, { name: '환불' }), [
      { configuration: '모델', case: '예약 변경', repeat: 1, outcome: 'pass' },
    ])
    const content = written(workspace, '환불', 'csv')
    workspace.close()
    expect([...content.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf])
    expect(cellsOf(content)[1]?.slice(0, 4)).toEqual(['예약 변경', '모델', '1', 'pass'])
  })

  it('computes nothing, while numbers stay numbers', () => {
    const workspace = openWorkspace(freshFile(folder))
    const formula = '=HYPERLINK(A1)'
    logTrials(workspace.queries, addTask(workspace.queries, { name: '환불' }), [
      {
        configuration: '+m',
        case: '-5',
        repeat: 1,
        outcome: 'fail',
        score: -2.5,
        cause: '@a',
        answer: formula,
        note: "'=1",
        actions: ['=1', '=2'],
      },
    ])
    const [head = [], row = []] = cellsOf(written(workspace, '환불', 'csv'))
    workspace.close()
    const cells = new Map(head.map((name, index) => [name.replace('\uFEFF', ''), row[index]]))
    expect(Object.fromEntries(cells)).toMatchObject({
      case: "'-5",
      configuration: "'+m",
      score: '-2.5',
      cause: "'@a",
      answer: "'=HYPERLINK(A1)",
      note: "''=1",
      actions: "'=1|=2",
    })
  })
})

it('docs/exports.md describes every column, in the order of the file', () => {
  const page = readFileSync(new URL('../../../../docs/exports.md', import.meta.url), 'utf8')
  const [, table = ''] = page.split('## Columns')
  const [rows = ''] = table.split('## CSV')
  const described = [...rows.matchAll(/^\| (`[^|]+`) \|/gmu)].flatMap(([, names = '']) =>
    [...names.matchAll(/`(\w+)`/gu)].map(([, name]) => name),
  )
  expect(described).toEqual(importFields)
})
