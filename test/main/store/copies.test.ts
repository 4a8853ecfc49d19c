import {
  chmodSync,
  copyFileSync,
  existsSync,
  readdirSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { basename, dirname, join } from 'node:path'
import Database from 'better-sqlite3'
import { describe, expect, it, onTestFinished } from 'vitest'
import { contentOf, prepareContent } from '../../../main/store/backup-content.ts'
import { migrations } from '../../../main/store/migrations/index.ts'
import { countTrials } from '../../../main/store/trials.ts'
import { openWorkspace } from '../../../main/store/workspace.ts'
import { ExpectedFailure } from '../../../shared/domain/failure.ts'
import { temporaryFolder } from '../../helpers/temporary-folder.ts'
import {
  addTask,
  contentsOf,
  failureOf,
  freshFile,
  logTrials,
  makeWorkspace,
  taskNamed,
  trial,
  withWorkspace,
} from '../../helpers/workspace.ts'
import { nextMigrations } from './next-migrations.ts'
import { startChild } from './processes.ts'

const folder = temporaryFolder('copies')

/** A small workspace that stays open until the test is done: 6 trials of the task "refunds". */
function openSmall() {
  const file = freshFile(folder)
  makeWorkspace(file)
  const workspace = openWorkspace(file, { busyTimeoutMs: 300 })
  onTestFinished(() => workspace.close())
  return { file, workspace, beside: (name: string) => join(dirname(file), name) }
}

function logOne(workspace: ReturnType<typeof openWorkspace>, label: string): void {
  const { queries } = workspace
  queries.transaction(() => logTrials(queries, taskNamed(queries, 'refunds'), [trial(label, 1)]))
}

async function failureOfWork(work: Promise<unknown>): Promise<ExpectedFailure> {
  const [end] = await Promise.allSettled([work])
  const reason: unknown = end.status === 'rejected' ? end.reason : 'it did not fail'
  if (reason instanceof ExpectedFailure) return reason
  throw new Error('no expected failure', { cause: reason })
}

describe('a copy', () => {
  it('is one file that holds everything and opens as a workspace', async () => {
    const { workspace, beside } = openSmall()
    logOne(workspace, 'fresh')
    await workspace.copyTo(beside('copy.nines'))
    expect(readdirSync(dirname(beside('x'))).filter((name) => name.startsWith('copy'))).toEqual([
      'copy.nines',
    ])
    expect(contentOf(beside('copy.nines'))).toEqual({ tasks: 1, trials: 7 })
    withWorkspace(beside('copy.nines'), (copy) => {
      expect(copy.check()).toEqual([])
      expect(countTrials(copy.queries)).toBe(7)
    })
  })

  it('of a large workspace has what was logged while it was made, or had not begun', async () => {
    const { workspace, beside } = openSmall()
    const { queries } = workspace
    const large = Array.from({ length: 3000 }, (_, index) =>
      trial(`c${index}`, 1, 'pass', { note: 'x'.repeat(2000) }),
    )
    logTrials(queries, addTask(queries, { name: 'large' }), large)
    const copying = workspace.copyTo(beside('copy.nines'))
    // 6 MB are copied in several slices; between two of them somebody logs.
    for (let logged = 0; logged < 5; logged += 1) {
      await new Promise((resolve) => setImmediate(resolve))
      logOne(workspace, `meanwhile ${logged}`)
    }
    await copying
    expect(contentOf(beside('copy.nines'))).toEqual({ tasks: 2, trials: 3011 })
    withWorkspace(beside('copy.nines'), (copy) => expect(copy.check()).toEqual([]))
  })

  it('does not make the workspace look changed when it is closed after it', async () => {
    const file = freshFile(folder)
    const workspace = openWorkspace(file)
    addTask(workspace.queries, { name: 'refunds' })
    logOne(workspace, 'a')
    await workspace.copyTo(`${file}.copy`)
    const { mtimeMs } = statSync(`${file}.copy`)
    workspace.close()
    expect(existsSync(`${file}-wal`)).toBe(false)
    expect(statSync(file).mtimeMs).toBeLessThanOrEqual(mtimeMs)
  })

  it('that cannot be written leaves nothing behind', async () => {
    const { workspace, beside, file } = openSmall()
    const failure = await failureOfWork(workspace.copyTo(join(beside('no-folder'), 'copy.nines')))
    expect(failure.code).toBe('output-unwritable')
    writeFileSync(beside('in-the-way'), '')
    expect((await failureOfWork(workspace.copyTo(join(beside('in-the-way'), 'copy.nines')))).code).toBe(
      'output-unwritable',
    )
    const names = readdirSync(dirname(file)).filter((name) => !name.startsWith(basename(file)))
    expect(names).toEqual(['in-the-way'])
    logOne(workspace, 'still works')
  })
})

describe('content that replaces what a workspace holds', () => {
  it('is seen by this and by another program, which both go on, and nothing is damaged', async () => {
    const { file, workspace, beside } = openSmall()
    await workspace.copyTo(beside('early.nines'))
    const other = startChild('work-along', [file])
    expect(await other.line()).toBe('ready')
    expect(await other.ask('log elsewhere')).toBe('logged')
    logOne(workspace, 'here')
    expect(await other.ask('count')).toBe('8')

    prepareContent(beside('early.nines'), beside('draft'))
    const before = workspace.changeMark()
    await workspace.replaceBy(beside('draft'))
    expect(workspace.changeMark()).not.toBe(before)
    expect(countTrials(workspace.queries)).toBe(6)
    expect(await other.ask('count')).toBe('6')

    expect(await other.ask('log afterwards')).toBe('logged')
    logOne(workspace, 'here again')
    expect(countTrials(workspace.queries)).toBe(8)
    expect(await other.ask('count')).toBe('8')
    expect(await other.ask('check')).toBe('[]')
    expect(workspace.check()).toEqual([])
    await other.end()
  })

  it('waits for no reader: one that has begun sees the old content to its end', async () => {
    const { file, workspace, beside } = openSmall()
    await workspace.copyTo(beside('early.nines'))
    logOne(workspace, 'late')
    const other = startChild('work-along', [file])
    await other.line()
    expect(await other.ask('read')).toBe('7')
    prepareContent(beside('early.nines'), beside('draft'))
    await workspace.replaceBy(beside('draft'))
    expect(await other.ask('readOn')).toBe('7')
    expect(await other.ask('count')).toBe('6')
    expect(await other.ask('readEnd')).toBe('6')
    await other.end()
    expect(workspace.check()).toEqual([])
  })

  it('is not put there while another program is writing: the old content stays whole', async () => {
    const { file, workspace, beside } = openSmall()
    await workspace.copyTo(beside('early.nines'))
    logOne(workspace, 'late')
    const other = startChild('work-along', [file])
    await other.line()
    expect(await other.ask('lock')).toBe('locked')
    prepareContent(beside('early.nines'), beside('draft'))
    expect((await failureOfWork(workspace.replaceBy(beside('draft')))).code).toBe('workspace-locked')
    expect(await other.ask('unlock')).toBe('unlocked')
    expect(await other.ask('count')).toBe('7')
    expect(countTrials(workspace.queries)).toBe(7)
    expect(workspace.check()).toEqual([])
    await workspace.replaceBy(beside('draft'))
    expect(await other.ask('count')).toBe('6')
    await other.end()
  })

  it('survives the crash of both programs right after it', async () => {
    const { file, workspace, beside } = openSmall()
    await workspace.copyTo(beside('early.nines'))
    logOne(workspace, 'late')
    const other = startChild('work-along', [file])
    await other.line()
    prepareContent(beside('early.nines'), beside('draft'))
    await workspace.replaceBy(beside('draft'))
    await other.ask('log afterwards')
    await other.kill()
    // The files as they are on the disk now, without whatever this program still means to do with them.
    const image = freshFile(folder)
    for (const end of ['', '-wal'])
      if (existsSync(`${file}${end}`)) copyFileSync(`${file}${end}`, `${image}${end}`)
    withWorkspace(image, (found) => {
      expect(found.check()).toEqual([])
      expect(countTrials(found.queries)).toBe(7)
    })
  })

  it('that does not fit on the disk leaves the old content', async () => {
    const { file, workspace, beside } = openSmall()
    const large = freshFile(folder)
    withWorkspace(large, ({ queries }) =>
      logTrials(
        queries,
        addTask(queries, { name: 'large' }),
        Array.from({ length: 100 }, (_, index) => trial(`c${index}`, 1, 'pass', { note: 'x'.repeat(9000) })),
      ),
    )
    prepareContent(large, beside('draft'))
    // The limit on a file's size stands in for a full disk; it holds for a whole process.
    const child = startChild('replace', [file, beside('draft')], { fileSizeLimit: 512 })
    expect(await child.line()).toMatch(/disk-full|workspace-unreachable/)
    await child.end()
    expect(countTrials(workspace.queries)).toBe(6)
    expect(workspace.check()).toEqual([])
  })
})

describe('a backup that is looked at before it replaces anything', () => {
  it('of an earlier schema is brought up to date, and is left as it was itself', async () => {
    const old = freshFile(folder)
    withWorkspace(old, () => undefined, { migrations: migrations.slice(0, 1) })
    const before = contentsOf(dirname(old))
    const draft = join(dirname(freshFile(folder)), 'draft')
    prepareContent(old, draft)
    expect(contentsOf(dirname(old))).toEqual(before)
    expect(readdirSync(dirname(draft))).toEqual(['draft'])
    withWorkspace(draft, ({ schemaVersion }) => expect(schemaVersion).toBe(migrations.length))
  })

  it('may be marked read-only', () => {
    const { file } = openSmall()
    const kept = freshFile(folder)
    withWorkspace(file, () => undefined)
    makeWorkspace(kept)
    chmodSync(kept, 0o400)
    const draft = join(dirname(freshFile(folder)), 'draft')
    prepareContent(kept, draft)
    expect(contentOf(draft)).toEqual({ tasks: 1, trials: 6 })
  })

  it.each([
    ['empty', (file: string) => truncateSync(file, 0), 'workspace-corrupt'],
    ['cut off', (file: string) => truncateSync(file, statSync(file).size - 5000), 'workspace-corrupt'],
    ['something else', (file: string) => writeFileSync(file, 'notes '.repeat(200)), 'workspace-foreign'],
    [
      'of a newer Nines',
      (file: string) => withWorkspace(file, () => undefined, { migrations: nextMigrations }),
      'workspace-newer',
    ],
    [
      'not whole in itself',
      (file: string) => {
        const torn = new Database(file)
        torn.pragma('foreign_keys = OFF')
        torn.exec('DELETE FROM configuration')
        torn.close()
      },
      'workspace-corrupt',
    ],
  ])('is refused when it is %s, and told by its own name', (_how, spoil, code) => {
    const backup = freshFile(folder)
    makeWorkspace(backup)
    spoil(backup)
    const draft = join(dirname(freshFile(folder)), 'draft')
    const failure = failureOf(() => prepareContent(backup, draft))
    expect(failure.code).toBe(code)
    expect(failure.message).toContain(backup)
    expect(failure.message).not.toContain(draft)
    expect(readdirSync(dirname(draft))).toEqual([])
  })
})
