import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import Database from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { commitImport } from '../../../main/services/imports/index.ts'
import { undoImport } from '../../../main/services/imports/undo.ts'
import { importOptions } from '../../../shared/domain/import.ts'
import { foundation } from '../../../main/store/migrations/0001-foundation.ts'
import { migrations as released } from '../../../main/store/migrations/index.ts'
import type { Migration } from '../../../main/store/migrations/migration.ts'
import { listRemovedTasks, listTasks } from '../../../main/store/tasks.ts'
import { countTrials } from '../../../main/store/trials.ts'
import { openWorkspace } from '../../../main/store/workspace.ts'
import { temporaryFolder } from '../../helpers/temporary-folder.ts'
import {
  addTask,
  contentsOf,
  failureOf,
  freshFile,
  logTrials,
  makeWorkspace,
  recordOf,
  taskNamed,
  trial,
  withWorkspace,
} from '../../helpers/workspace.ts'
import { copyCrashImage } from './crash-image.ts'
import { failingMigrations, nextMigrations } from './next-migrations.ts'
import { opened, startChild } from './processes.ts'

const folder = temporaryFolder('migrations')
const next = { migrations: nextMigrations }

function workspaceFile(): string {
  const file = freshFile(folder)
  makeWorkspace(file)
  return file
}

/** The whole content of a workspace, as far as its first schema goes. */
function dataOf(file: string): unknown {
  const database = new Database(file, { readonly: true })
  try {
    const tables = ['task_case', 'configuration', 'trial', 'trial_history', 'roll_up']
    const rows = tables.map((table) => database.prepare(`SELECT * FROM ${table}`).all())
    return [database.prepare('SELECT name, levels, causes, created_at FROM task').all(), ...rows]
  } finally {
    database.close()
  }
}

function versionInHeader(file: string): number {
  return readFileSync(file).readUInt32BE(60)
}

describe('bringing an older workspace up to date', () => {
  it('keeps its data and puts a whole copy of what it was beside it', () => {
    const file = workspaceFile()
    const before = dataOf(file)
    const backup = `${file}.v4.backup`
    const found = withWorkspace(file, ({ schemaVersion, backups }) => ({ schemaVersion, backups }), next)
    expect(found).toEqual({ schemaVersion: 5, backups: [backup] })
    expect(readdirSync(dirname(file)).toSorted()).toEqual(['team.nines', 'team.nines.v4.backup'])
    expect([versionInHeader(file), versionInHeader(backup)]).toEqual([5, 4])
    expect(dataOf(file)).toEqual(before)
    expect(dataOf(backup)).toEqual(before)
  })

  it('leaves a copy that opens as the workspace it was', () => {
    const file = workspaceFile()
    const record = withWorkspace(file, ({ queries }) => recordOf(queries, taskNamed(queries, 'refunds')))
    openWorkspace(file, next).close()
    withWorkspace(`${file}.v4.backup`, (workspace) => {
      expect(workspace.schemaVersion).toBe(4)
      expect(workspace.check()).toEqual([])
      expect(recordOf(workspace.queries, taskNamed(workspace.queries, 'refunds'))).toEqual(record)
    })
  })

  it('runs the steps on the data that is there', () => {
    const file = workspaceFile()
    openWorkspace(file, next).close()
    const database = new Database(file, { readonly: true })
    expect(database.prepare('SELECT owner FROM task').pluck().all()).toEqual(['nobody yet'])
    database.close()
  })

  it('happens once: opened again, nothing is copied', () => {
    const file = workspaceFile()
    openWorkspace(file, next).close()
    const before = contentsOf(dirname(file))
    expect(withWorkspace(file, (workspace) => workspace.backups, next)).toEqual([])
    expect(contentsOf(dirname(file))).toEqual(before)
  })

  it('tells an older Nines to keep away at once, in the header of the file itself', () => {
    const file = workspaceFile()
    withWorkspace(
      file,
      () => {
        expect(versionInHeader(file)).toBe(5)
        expect(failureOf(() => openWorkspace(file)).code).toBe('workspace-newer')
      },
      next,
    )
  })

  it('copies what another program has logged but not yet moved into the file', () => {
    const file = workspaceFile()
    withWorkspace(file, ({ queries }) => {
      logTrials(queries, taskNamed(queries, 'refunds'), [trial('fourth', 1)])
      expect(withWorkspace(file, (workspace) => workspace.schemaVersion, next)).toBe(5)
    })
    withWorkspace(`${file}.v4.backup`, ({ queries }) => expect(countTrials(queries)).toBe(7))
  })

  it('never overwrites an earlier copy, and clears away half a one', () => {
    const file = workspaceFile()
    writeFileSync(`${file}.v4.backup`, 'kept')
    writeFileSync(`${file}.v4-2.backup.partial`, 'cut off')
    const backups = withWorkspace(file, (workspace) => workspace.backups, next)
    expect(backups).toEqual([`${file}.v4-2.backup`])
    expect(readFileSync(`${file}.v4.backup`, 'utf8')).toBe('kept')
    expect(existsSync(`${file}.v4-2.backup.partial`)).toBe(false)
    expect(dataOf(`${file}.v4-2.backup`)).toEqual(dataOf(file))
  })

  it('makes a new workspace without a copy of nothing', () => {
    const file = freshFile(folder)
    expect(withWorkspace(file, ({ schemaVersion, backups }) => [schemaVersion, backups], next)).toEqual([
      5,
      [],
    ])
    expect(readdirSync(dirname(file))).toEqual(['team.nines'])
  })
})

describe('a step that fails', () => {
  it('leaves the file and its folder as they were', () => {
    const file = workspaceFile()
    const before = contentsOf(dirname(file))
    for (let attempt = 0; attempt < 2; attempt += 1) {
      expect(() => openWorkspace(file, { migrations: failingMigrations })).toThrow(/no_such_table/)
      expect(contentsOf(dirname(file))).toEqual(before)
    }
    withWorkspace(file, ({ queries }) => expect(countTrials(queries)).toBe(6))
  })

  it('takes back the steps before it', () => {
    const file = workspaceFile()
    const before = contentsOf(dirname(file))
    const broken: Migration = { version: 6, name: 'broken', sql: 'INSERT INTO no_such_table VALUES (1)' }
    expect(() => openWorkspace(file, { migrations: [...nextMigrations, broken] })).toThrow(/no_such_table/)
    expect(contentsOf(dirname(file))).toEqual(before)
  })
})

/** A workspace of an older schema, the first unless another is given, with the rows of a present one as far as it has them. */
function olderVersionOf(present: string, migrations: readonly Migration[] = [foundation]): string {
  const file = freshFile(folder)
  openWorkspace(file, { migrations }).close()
  const database = new Database(file)
  database.prepare('ATTACH ? AS present').run(present)
  for (const table of ['task', 'task_case', 'configuration', 'trial', 'trial_history', 'roll_up']) {
    const columns = database
      .prepare(`SELECT name FROM pragma_table_info(?, 'main')`)
      .pluck()
      .all(table)
      .join()
    database.exec(`INSERT INTO main.${table} (${columns}) SELECT ${columns} FROM present.${table}`)
  }
  database.close()
  return file
}

describe('a workspace of the first schema', () => {
  it('keeps every trial, and its roll-ups are those that the trials give', () => {
    const present = workspaceFile()
    const answered = withWorkspace(present, ({ queries }) => {
      const task = addTask(queries, { name: 'answered', plannedRepeats: 2 })
      logTrials(queries, task, [
        trial('a', 1, 'pass', { answer: '42' }),
        trial('a', 2, 'fail', { answer: '41' }),
        trial('b', 1, 'pass', { answer: ' 42 ' }),
        trial('b', 2, 'pass', { answer: '42' }),
      ])
      return recordOf(queries, task)
    })
    const file = olderVersionOf(present)
    withWorkspace(file, (workspace) => {
      expect(workspace.schemaVersion).toBe(4)
      expect(workspace.check()).toEqual([])
      const { queries } = workspace
      expect(recordOf(queries, taskNamed(queries, 'answered'))).toEqual(answered)
    })
    // The two different answers of case a stand for themselves, the equal ones of case b together.
    expect(answered.answers).toEqual([
      {
        groups: [
          { count: 1, passes: 1 },
          { count: 1, passes: 0 },
        ],
        blanks: 0,
        cases: 1,
      },
      { groups: [{ count: 2, passes: 2 }], blanks: 0, cases: 1 },
    ])
    expect(dataOf(file)).toEqual(dataOf(present))
    expect(versionInHeader(`${file}.v1.backup`)).toBe(1)
  })
})

describe('a workspace of the schema before tasks could be removed', () => {
  it('keeps every task in use', () => {
    const file = freshFile(folder)
    openWorkspace(file, { migrations: released.slice(0, 2) }).close()
    const database = new Database(file)
    database.exec(
      `INSERT INTO task (name, definition, levels, target, scope, alpha, causes, created_at)
        VALUES ('refunds', '', '[{"name":"Alone","required":0.9}]', 'Alone', 'new-cases', 0.05, '[]', 'then')`,
    )
    database.close()
    withWorkspace(file, ({ schemaVersion, queries }) => {
      expect(schemaVersion).toBe(4)
      expect(listTasks(queries).map((each) => each.task.name)).toEqual(['refunds'])
      expect(listRemovedTasks(queries)).toEqual([])
    })
  })
})

describe('a workspace of the schema before imports were recorded', () => {
  it('keeps every row, brought by no import, and records those that come', () => {
    const present = workspaceFile()
    const file = olderVersionOf(present, released.slice(0, 3))
    withWorkspace(file, (workspace) => {
      expect([workspace.schemaVersion, workspace.check()]).toEqual([4, []])
      const context = { workspace, clock: () => new Date('2026-03-02T09:00:00Z') }
      const content = Buffer.from('case,configuration,outcome\nnew,base,pass\nfirst,base,pass\n')
      const target = { ...importOptions.parse({}), task: 'refunds', createTask: false, fileName: 'a.csv' }
      const { importId, added } = commitImport(context, { ...target, content, skipBadRows: true })
      expect([importId, added]).toEqual([1, 1])
      expect(undoImport(context, { import: 1, keepChanged: false })).toMatchObject({ trials: 1, cases: 1 })
    })
    expect(dataOf(file)).toEqual(dataOf(present))
    expect(versionInHeader(`${file}.v3.backup`)).toBe(3)
  })
})

describe('several programs that bring a workspace up to date at once', () => {
  it('do it once between them', async () => {
    const file = workspaceFile()
    const before = dataOf(file)
    const go = join(dirname(file), 'go')
    const children = [1, 2, 3].map(() => startChild('open', [file, 'next', `go=${go}`]))
    for (const child of children) await child.line()
    writeFileSync(go, '')
    const backups: string[] = []
    for (const child of children) {
      const answer = opened.parse(JSON.parse(await child.line()))
      expect(answer).toMatchObject({ version: 5 })
      if ('backups' in answer) backups.push(...answer.backups)
      await child.end()
    }
    expect(backups).toEqual([`${file}.v4.backup`])
    expect(dataOf(file)).toEqual(before)
    expect(dataOf(`${file}.v4.backup`)).toEqual(before)
  })
})

describe('a workspace whose newer version stands in its log only', () => {
  it('is refused, and file and log stay as they are', () => {
    const origin = workspaceFile()
    const file = freshFile(folder)
    const writer = new Database(origin)
    writer.pragma('user_version = 5')
    copyCrashImage(origin, file)
    writer.close()
    expect(versionInHeader(file)).toBe(4)
    const before = [readFileSync(file), readFileSync(`${file}-wal`)]
    expect(failureOf(() => openWorkspace(file)).code).toBe('workspace-newer')
    expect([readFileSync(file), readFileSync(`${file}-wal`)]).toEqual(before)
  })
})

function step(version: number): Migration {
  return { version, name: `step ${version}`, sql: 'SELECT 1' }
}

describe('the numbering of the steps', () => {
  it.each([
    ['a hole', [foundation, step(3)]],
    ['no beginning', [step(2)]],
    ['zero', [step(0)]],
    ['the wrong order', [step(2), step(1)]],
    ['the same number twice', [foundation, step(1)]],
  ])('with %s is a mistake that touches no file', (_, migrations) => {
    const fresh = freshFile(folder)
    const file = workspaceFile()
    const before = contentsOf(dirname(file))
    for (const each of [fresh, file]) {
      expect(() => openWorkspace(each, { migrations })).toThrow(/is numbered \d, out of order/)
    }
    expect(readdirSync(dirname(fresh))).toEqual([])
    expect(contentsOf(dirname(file))).toEqual(before)
  })

  it('of the released ones runs from 1 without holes', () => {
    expect(released.map((migration) => migration.version)).toEqual(released.map((_, index) => index + 1))
  })
})
