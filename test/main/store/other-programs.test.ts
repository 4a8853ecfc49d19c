import { readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import Database from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { build } from '../../../main/store/queries.ts'
import { findTask } from '../../../main/store/tasks.ts'
import { countTrials } from '../../../main/store/trials.ts'
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
import { copyCrashImage, crashMidTransaction } from './crash-image.ts'
import { startChild } from './processes.ts'

const folder = temporaryFolder('programs')
const quick = { busyTimeoutMs: 50 }

describe('a workspace that another program holds', () => {
  it('is refused while it is locked whole, and opens when the lock is gone', async () => {
    const file = freshFile(folder)
    makeWorkspace(file)
    const holder = startChild('hold-lock', [file, 'whole'])
    await holder.line()
    const before = contentsOf(dirname(file))
    const failure = failureOf(() => withWorkspace(file, () => 0, quick))
    expect(failure).toMatchObject({ code: 'workspace-locked' })
    expect(failure.message).toContain(file)
    expect(contentsOf(dirname(file))).toEqual(before)
    await holder.end()
    withWorkspace(file, ({ queries }) => expect(countTrials(queries)).toBe(6), quick)
  })

  it('can be read while the other one writes; a write fails with nothing changed', async () => {
    const file = freshFile(folder)
    makeWorkspace(file)
    const holder = startChild('hold-lock', [file, 'writing'])
    await holder.line()
    withWorkspace(
      file,
      ({ queries }) => {
        expect(countTrials(queries)).toBe(6)
        const attempts = [
          () => addTask(queries, { name: 'billing' }),
          () => queries.transaction(() => addTask(queries, { name: 'billing' })),
        ]
        for (const attempt of attempts) {
          const failure = failureOf(attempt)
          expect(failure).toMatchObject({ code: 'workspace-locked' })
          expect(failure.message).toContain(file)
        }
      },
      quick,
    )
    await holder.end()
    withWorkspace(file, ({ queries }) => expect(findTask(queries, 'billing')).toBeUndefined())
  })

  it.each(['whole', 'writing'])('is waited for (%s)', async (extent) => {
    const file = freshFile(folder)
    makeWorkspace(file)
    const holder = startChild('hold-lock', [file, extent, '200'])
    await holder.line()
    withWorkspace(file, ({ queries }) => expect(addTask(queries, { name: 'billing' }).id).toBe(2))
    await holder.end()
  })
})

function setJournalMode(file: string, mode: string): void {
  const database = new Database(file)
  database.pragma(`journal_mode = ${mode}`)
  database.close()
}

function rootPage(file: string, table: string): number {
  const database = new Database(file, { readonly: true })
  try {
    return Number(database.prepare('SELECT rootpage FROM sqlite_schema WHERE name = ?').pluck().get(table))
  } finally {
    database.close()
  }
}

/** The files as they stand while the log holds what the workspace's file does not. */
function crashDuringLog(): { readonly file: string; readonly whole: Buffer } {
  const file = freshFile(folder)
  const image = freshFile(folder)
  makeWorkspace(file)
  withWorkspace(file, ({ queries }) => {
    const rows = Array.from({ length: 500 }, (_, index) => trial(`case ${index}`, 1))
    logTrials(queries, addTask(queries, { name: 'billing', plannedRepeats: 1 }), rows)
    copyCrashImage(file, image)
  })
  return { file: image, whole: readFileSync(file) }
}

describe('a program that was killed', () => {
  it('leaves every trial it had logged, and nothing of the transaction it was in', async () => {
    const file = freshFile(folder)
    const victim = startChild('log-until-killed', [file, '25'])
    await victim.linesUntil('in the middle')
    await victim.kill()
    expect(statSync(`${file}-wal`).size).toBeGreaterThan(10_000_000)
    withWorkspace(file, (workspace) => {
      const labels = workspace.queries.all(build.selectFrom('task_case').select('label').orderBy('id'))
      expect(labels.map((row) => row.label)).toEqual(Array.from({ length: 25 }, (_, i) => `kept ${i + 1}`))
      expect(countTrials(workspace.queries)).toBe(25)
      expect(workspace.check()).toEqual([])
      expect(recordOf(workspace.queries, taskNamed(workspace.queries, 'refunds')).counts.passes).toBe(25)
    })
  })

  it('may die before its log reached the file', () => {
    const { file } = crashDuringLog()
    withWorkspace(file, ({ queries }) => expect(countTrials(queries)).toBe(506))
  })

  it.each(['directly', 'through a link'])(
    'may die while its log is copied into the file, which then promises pages it lacks (opened %s)',
    (way) => {
      const { file, whole } = crashDuringLog()
      const halfway = readFileSync(file)
      expect(whole.length).toBeGreaterThan(halfway.length)
      whole.copy(halfway, 0, 0, 4096)
      writeFileSync(file, halfway)
      const link = freshFile(folder)
      symlinkSync(file, link)
      withWorkspace(way === 'directly' ? file : link, (workspace) => {
        expect(countTrials(workspace.queries)).toBe(506)
        expect(workspace.check()).toEqual([])
      })
    },
  )

  it('may die while it adds to a file without a log, a backup for example: the journal takes it back', () => {
    const origin = freshFile(folder)
    makeWorkspace(origin)
    setJournalMode(origin, 'delete')
    const file = freshFile(folder)
    crashMidTransaction(origin, file)
    const sound = readFileSync(origin)
    const halfway = Buffer.from(sound)
    // The first page promises more pages than had been added when the program died.
    halfway.writeUInt32BE(sound.length / 4096 + 20, 28)
    writeFileSync(file, halfway)
    withWorkspace(file, (workspace) => {
      expect(countTrials(workspace.queries)).toBe(6)
      expect(workspace.check()).toEqual([])
    })
  })

  it('may leave a damaged file with a log: both stay as they are, for someone to look into', () => {
    const { file } = crashDuringLog()
    const content = readFileSync(file)
    // The root of a table that the log has no newer copy of: nothing was changed or withdrawn.
    const root = rootPage(file, 'trial_history')
    content.fill(0x2e, (root - 1) * 4096, root * 4096)
    writeFileSync(file, content)
    const before = [readFileSync(file), readFileSync(`${file}-wal`)]
    expect(failureOf(() => withWorkspace(file, () => 0)).code).toBe('workspace-corrupt')
    expect([readFileSync(file), readFileSync(`${file}-wal`)]).toEqual(before)
  })
})

describe('several programs', () => {
  it('may make the same workspace at once: one makes it, all log in it', async () => {
    const file = freshFile(folder)
    const go = join(dirname(file), 'go')
    const children = ['a', 'b', 'c', 'd'].map((name) =>
      startChild('open', [file, `go=${go}`, `task=${name}`]),
    )
    for (const child of children) expect(await child.line()).toBe('ready')
    writeFileSync(go, '')
    for (const child of children) {
      expect(JSON.parse(await child.line())).toEqual({ version: 4, backups: [] })
      await child.end()
    }
    withWorkspace(file, (workspace) => {
      expect(countTrials(workspace.queries)).toBe(40)
      expect(workspace.check()).toEqual([])
    })
  })
})
