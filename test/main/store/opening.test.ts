import { closeSync, openSync, readdirSync, readFileSync, symlinkSync } from 'node:fs'
import { dirname, join } from 'node:path'
import Database from 'better-sqlite3'
import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import { build } from '../../../main/store/queries.ts'
import { renewTaskRollUps } from '../../../main/store/roll-ups.ts'
import { listTasks } from '../../../main/store/tasks.ts'
import { countTrials } from '../../../main/store/trials.ts'
import { openWorkspace, type Workspace } from '../../../main/store/workspace.ts'
import { temporaryFolder } from '../../helpers/temporary-folder.ts'
import {
  addTask,
  failureOf,
  freshFile,
  insertTrials,
  logTrials,
  makeWorkspace,
  recordOf,
  taskNamed,
  trial,
  withWorkspace,
} from '../../helpers/workspace.ts'

const folder = temporaryFolder('opening')

/** What SQLite itself says of a closed file. */
function pragmaOf(file: string, pragma: string): unknown {
  const database = new Database(file)
  try {
    return database.pragma(pragma, { simple: true })
  } finally {
    database.close()
  }
}

/** What holds on the workspace's own connection. */
function settingsOf({ queries }: Workspace) {
  return queries.first(
    build
      .selectFrom(sql<{ synchronous: number }>`pragma_synchronous`.as('synchronous'))
      .innerJoin(sql<{ foreign_keys: number }>`pragma_foreign_keys`.as('keys'), (both) => both.onTrue())
      .select(['synchronous', 'foreign_keys']),
  )
}

describe('opening a workspace that is not there yet', () => {
  it('writes its mark and version into the header of the file', () => {
    const file = freshFile(folder)
    openWorkspace(file).close()
    const header = readFileSync(file)
    expect(header.toString('latin1', 68, 72)).toBe('Nine')
    expect(header.readUInt32BE(60)).toBe(4)
  })

  it('is in write-ahead mode and leaves one file behind', () => {
    const file = freshFile(folder)
    openWorkspace(file).close()
    expect(pragmaOf(file, 'journal_mode')).toBe('wal')
    expect(readdirSync(dirname(file))).toEqual(['team.nines'])
  })

  it('waits for the disk with every transaction and holds foreign keys, also when opened again', () => {
    const file = freshFile(folder)
    const full = { synchronous: 2, foreign_keys: 1 }
    expect(withWorkspace(file, settingsOf)).toEqual(full)
    expect(withWorkspace(file, settingsOf)).toEqual(full)
  })

  it('makes the folders that lead to it', () => {
    const file = join(dirname(freshFile(folder)), 'a', 'b', '팀 작업.nines')
    const version = withWorkspace(file, (workspace) => workspace.schemaVersion)
    expect(version).toBe(4)
  })

  it('takes an empty file for a new one', () => {
    const file = freshFile(folder)
    closeSync(openSync(file, 'w'))
    withWorkspace(file, ({ queries }) => expect(countTrials(queries)).toBe(0))
  })

  it('says where the file really is', () => {
    const file = freshFile(folder)
    const crooked = join(dirname(file), 'x', '..', 'team.nines')
    withWorkspace(crooked, (workspace) => expect(workspace.file).toBe(file))
  })
})

describe('opening a workspace again', () => {
  it('finds what was stored, and nothing else has changed', () => {
    const file = freshFile(folder)
    const before = withWorkspace(file, ({ queries }) => {
      const task = addTask(queries, { name: 'refunds', plannedRepeats: 2 })
      logTrials(queries, task, [trial('a', 1), trial('a', 2, 'fail')])
      return { task, record: recordOf(queries, task) }
    })
    withWorkspace(file, (workspace) => {
      expect(workspace.backups).toEqual([])
      expect(recordOf(workspace.queries, before.task)).toEqual(before.record)
      expect(countTrials(workspace.queries)).toBe(2)
    })
  })

  it('does not write to it only because it was opened', () => {
    const file = freshFile(folder)
    makeWorkspace(file)
    const before = readFileSync(file)
    openWorkspace(file).close()
    expect(readFileSync(file).equals(before)).toBe(true)
  })

  it('follows a link to it', () => {
    const file = freshFile(folder)
    makeWorkspace(file)
    const link = join(dirname(file), 'link.nines')
    symlinkSync(file, link)
    withWorkspace(link, ({ queries }) => expect(countTrials(queries)).toBe(6))
  })

  it('can be open twice: each sees what the other has written', () => {
    const file = freshFile(folder)
    withWorkspace(file, (first) =>
      withWorkspace(file, (second) => {
        const mark = second.changeMark()
        expect(second.changeMark()).toBe(mark)
        logTrials(first.queries, addTask(first.queries, { name: 'refunds' }), [trial('a', 1)])
        expect(second.changeMark()).not.toBe(mark)
        expect(countTrials(second.queries)).toBe(1)
      }),
    )
  })

  it('says of its own writes that something changed', () => {
    withWorkspace(freshFile(folder), (workspace) => {
      const mark = workspace.changeMark()
      addTask(workspace.queries, { name: 'refunds' })
      expect(workspace.changeMark()).not.toBe(mark)
    })
  })
})

describe('a transaction', () => {
  it('is undone whole when its work throws', () => {
    withWorkspace(freshFile(folder), ({ queries }) => {
      const attempt = () =>
        queries.transaction(() => {
          addTask(queries, { name: 'half' })
          throw new RangeError('stop')
        })
      expect(attempt).toThrow(new RangeError('stop'))
      expect(queries.all(build.selectFrom('task').select('name'))).toEqual([])
    })
  })

  it('undoes only itself inside another one', () => {
    withWorkspace(freshFile(folder), ({ queries }) => {
      queries.transaction(() => {
        addTask(queries, { name: 'outer' })
        const inner = () =>
          queries.transaction(() => {
            addTask(queries, { name: 'inner' })
            throw new RangeError('stop')
          })
        expect(inner).toThrow('stop')
      })
      expect(queries.all(build.selectFrom('task').select('name'))).toEqual([{ name: 'outer' }])
    })
  })

  it('keeps everyone else from writing from its beginning, so that what it read stays true', () => {
    const file = freshFile(folder)
    withWorkspace(file, (first) =>
      withWorkspace(
        file,
        (second) => {
          first.queries.transaction(() => {
            expect(listTasks(first.queries)).toEqual([])
            const failure = failureOf(() => addTask(second.queries, { name: 'refunds' }))
            expect(failure).toMatchObject({ code: 'workspace-locked' })
            addTask(first.queries, { name: 'refunds' })
          })
          expect(listTasks(second.queries)).toHaveLength(1)
        },
        { busyTimeoutMs: 20 },
      ),
    )
  })

  it('reads one result while another is still being read', () => {
    const file = freshFile(folder)
    makeWorkspace(file)
    withWorkspace(file, ({ queries }) => {
      const labels = build.selectFrom('task_case').select('label').orderBy('id')
      const pairs: string[] = []
      for (const outer of queries.each(labels)) {
        for (const inner of queries.each(labels)) pairs.push(`${outer.label} ${inner.label}`)
        expect(queries.all(labels)).toHaveLength(3)
      }
      expect(pairs).toHaveLength(9)
    })
  })
})

/** One case with 1,001 passes and one with 1,000, planned and rolled up as earlier versions did. */
function withLongPlan(): string {
  const file = freshFile(folder)
  withWorkspace(file, ({ queries }) => {
    const task = addTask(queries, { name: 'long', plannedRepeats: 1000 })
    const rows = Array.from({ length: 1001 }, (_, index) => trial('a', index + 1))
    insertTrials(queries, task, [...rows, ...rows.slice(1).map((row) => ({ ...row, case: 'b' }))])
    queries.run(build.updateTable('task').set({ planned_repeats: 1001 }).where('id', '=', task.id))
    renewTaskRollUps(queries, task.id, 1001)
    addTask(queries, { name: 'other', plannedRepeats: 2 })
  })
  return file
}

describe('opening a workspace with a plan of more repeats than one may have', () => {
  it('lists every task, and counts with the most there can be', () => {
    withWorkspace(withLongPlan(), ({ queries }) => {
      const [long, other] = listTasks(queries)
      expect(long?.task).toMatchObject({ name: 'long', plannedRepeats: 1000 })
      expect(other?.task).toMatchObject({ name: 'other', plannedRepeats: 2 })
      const { counts, classes } = recordOf(queries, taskNamed(queries, 'long'))
      expect(counts).toMatchObject({ completeCases: 2, passes: 2000, failures: 0, extraRepeats: 1 })
      expect(classes).toMatchObject([{ passes: 1000, cases: 2 }])
    })
  })

  it('reads one that another program writes meanwhile', () => {
    withWorkspace(withLongPlan(), ({ file, queries }) => {
      const database = new Database(file)
      database.prepare('UPDATE task SET planned_repeats = 4000').run()
      database.close()
      expect(listTasks(queries).map(({ task }) => task.plannedRepeats)).toEqual([1000, 1000])
    })
  })
})
