import { readFileSync, writeFileSync } from 'node:fs'
import Database from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { readNames } from '../../../main/store/names.ts'
import { countTrials, trialsOf } from '../../../main/store/trials.ts'
import { temporaryFolder } from '../../helpers/temporary-folder.ts'
import {
  addTask,
  failureOf,
  freshFile,
  logTrials,
  makeWorkspace,
  trial,
  withWorkspace,
} from '../../helpers/workspace.ts'

const folder = temporaryFolder('checking')
const pageBytes = 4096

/** A workspace too large to be read whole when it is opened, with the last half of a page of it zeroed. */
function worn(): string {
  const file = freshFile(folder)
  withWorkspace(file, ({ queries }) => {
    const task = addTask(queries, { name: 'refunds', plannedRepeats: 1 })
    const rows = Array.from({ length: 12_000 }, (_, index) =>
      trial(`${index}`, 1, 'pass', { note: 'x'.repeat(700) }),
    )
    logTrials(queries, task, rows)
  })
  const content = readFileSync(file)
  // Somewhere among the trials, which were written before their roll-ups.
  const page = Math.floor(content.length / pageBytes / 2)
  content.fill(0, page * pageBytes + pageBytes / 2, (page + 1) * pageBytes)
  writeFileSync(file, content)
  return file
}

describe('checking an open workspace', () => {
  it('finds nothing wrong with a sound one', () => {
    const file = freshFile(folder)
    makeWorkspace(file)
    withWorkspace(file, (workspace) => expect(workspace.check()).toEqual([]))
  })

  it('names a row that points nowhere', () => {
    const file = freshFile(folder)
    makeWorkspace(file)
    const other = new Database(file)
    other.pragma('foreign_keys = OFF')
    other.exec(`UPDATE trial SET case_id = 999 WHERE case_id = 1 AND repeat = 1`)
    other.close()
    withWorkspace(file, (workspace) => {
      expect(workspace.check()).toHaveLength(1)
      expect(workspace.check()[0]).toContain('trial')
    })
  })
})

describe('damage that shows only where it is read', () => {
  it('is found by the check, in a workspace that is too large to be read whole when opened', () => {
    const file = worn()
    withWorkspace(file, (workspace) => {
      // Reading goes on, and what it finds may be wrong.
      expect(countTrials(workspace.queries)).toBeGreaterThan(11_000)
      expect(workspace.check().length).toBeGreaterThan(0)
    })
  })
})

/** Overwrites every page but the first with something else, as a failing disk could. */
function ruin(file: string): void {
  const content = readFileSync(file)
  content.fill(0x2e, pageBytes)
  writeFileSync(file, content)
}

describe('damage that comes while the workspace is open', () => {
  it('is named for what it is, by every way of reading and writing', () => {
    const file = freshFile(folder)
    makeWorkspace(file)
    withWorkspace(file, (workspace) => {
      const { queries } = workspace
      const names = readNames(queries, 1)
      ruin(file)
      const attempts = [
        () => countTrials(queries),
        () => [...trialsOf(queries, 1, 'base')],
        () => names.caseId('new'),
        () => addTask(queries, { name: 'billing' }),
        () => queries.transaction(() => addTask(queries, { name: 'billing' })),
      ]
      const codes = attempts.map((attempt) => failureOf(attempt).code)
      expect(codes).toEqual(attempts.map(() => 'workspace-corrupt'))
    })
  })
})
