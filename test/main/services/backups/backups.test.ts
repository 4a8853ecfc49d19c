import { chmodSync, existsSync, mkdirSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import Database from 'better-sqlite3'
import { describe, expect, it, onTestFinished } from 'vitest'
import { type Backups, createBackups } from '../../../../main/services/backups/index.ts'
import { openWorkspace } from '../../../../main/store/workspace.ts'
import { temporaryFolder } from '../../../helpers/temporary-folder.ts'
import { freshFile, logTrials, makeWorkspace, taskNamed, trial } from '../../../helpers/workspace.ts'
import { failureOf, openCore, openOn } from '../open-core.ts'

const folder = temporaryFolder('backups')

interface Opened {
  readonly backups: Backups
  readonly file: string
  readonly errors: string[]
  readonly moveTo: (iso: string) => void
  readonly log: (label: string) => void
  readonly close: () => void
}

/** The backups of a workspace, at a time that the test sets. */
function open(file: string, iso: string): Opened {
  let now = new Date(iso)
  const workspace = openWorkspace(file)
  const errors: string[] = []
  const context = { workspace, clock: () => now }
  const close = (): void => workspace.close()
  onTestFinished(close)
  return {
    backups: createBackups(context, { alone: (work) => work() }, (message) => errors.push(message)),
    file,
    errors,
    moveTo: (next) => {
      now = new Date(next)
    },
    log: (label) => {
      const { queries } = workspace
      queries.transaction(() => logTrials(queries, taskNamed(queries, 'refunds'), [trial(label, 1)]))
    },
    close,
  }
}

function filled(iso: string): Opened {
  const file = freshFile(folder)
  makeWorkspace(file)
  return open(file, iso)
}

/** So that what is written now is later than the backup, on file systems that count in coarse steps too. */
function ageBackups({ file }: Opened): void {
  for (const name of readdirSync(`${file}.backups`)) utimesSync(join(`${file}.backups`, name), 1000, 1000)
}

const kindsOf = ({ backups }: Opened) => backups.list().backups.map(({ kind }) => kind)

describe('the backup of the day', () => {
  it('is made when there is something to keep, once a day, and only after a change', async () => {
    const opened = filled('2026-03-01T09:00:00')
    await opened.backups.daily()
    expect(opened.backups.list().backups).toMatchObject([{ kind: 'daily', tasks: 1, trials: 6 }])
    ageBackups(opened)
    opened.log('later that day')
    opened.moveTo('2026-03-01T23:00:00')
    await opened.backups.daily()
    expect(kindsOf(opened)).toHaveLength(1)
    opened.moveTo('2026-03-02T00:30:00')
    await opened.backups.daily()
    expect(opened.backups.list().backups.map(({ trials }) => trials)).toEqual([7, 6])
    opened.moveTo('2026-03-03T09:00:00')
    await opened.backups.daily()
    expect(kindsOf(opened)).toHaveLength(2)
  })

  it('is not made of a workspace that was only opened and closed since the last one', async () => {
    const first = filled('2026-03-01T09:00:00')
    first.log('a')
    await first.backups.daily()
    first.close()
    const second = open(first.file, '2026-03-02T09:00:00')
    await second.backups.daily()
    expect(kindsOf(second)).toEqual(['daily'])
  })

  it('is not made of a workspace without tasks', async () => {
    const opened = open(freshFile(folder), '2026-03-01T09:00:00')
    await opened.backups.daily()
    expect(kindsOf(opened)).toEqual([])
    expect(existsSync(`${opened.file}.backups`)).toBe(false)
  })

  it('is not needed on a day on which one was made on demand', async () => {
    const opened = filled('2026-03-01T09:00:00')
    await opened.backups.create()
    ageBackups(opened)
    opened.log('a')
    await opened.backups.daily()
    expect(kindsOf(opened)).toEqual(['on-demand'])
  })

  it('thins out the ones before it, and leaves other files in the folder alone', async () => {
    const opened = filled('2026-03-01T09:00:00')
    const notes = join(`${opened.file}.backups`, 'notes.txt')
    for (let day = 1; day <= 12; day += 1) {
      opened.moveTo(`2026-03-${String(day).padStart(2, '0')}T09:00:00Z`)
      opened.log(`day ${day}`)
      await opened.backups.daily()
      ageBackups(opened)
      writeFileSync(notes, 'mine')
    }
    // 12 March 2026 is a Thursday: seven days back to the 6th, and of the week before that its Sunday, the 1st.
    expect(opened.backups.list().backups.map(({ madeAt }) => Number(madeAt.slice(8, 10)))).toEqual([
      12, 11, 10, 9, 8, 7, 6, 1,
    ])
    expect(existsSync(notes)).toBe(true)
  })

  it('that cannot be made is told once, and made when it can be again', async () => {
    const opened = filled('2026-03-01T09:00:00')
    const inTheWay = `${opened.file}.backups`
    writeFileSync(inTheWay, '')
    const before = opened.backups.mark()
    await opened.backups.daily()
    await opened.backups.daily()
    expect(opened.errors).toEqual(['the backup of the day could not be made'])
    expect(opened.backups.summary()).toMatchObject({ lastAt: null })
    expect(opened.backups.summary().problem).toContain(inTheWay)
    expect(opened.backups.mark()).not.toBe(before)
    opened.log('goes on')
    rmSync(inTheWay)
    await opened.backups.daily()
    expect(opened.backups.summary()).toEqual({
      lastAt: new Date('2026-03-01T09:00:00').toISOString(),
      problem: null,
    })
  })
})

describe('a list of backups', () => {
  it('has the copy made before an update too, and says what it cannot read', async () => {
    const opened = filled('2026-03-01T09:00:00')
    await opened.backups.create()
    writeFileSync(`${opened.file}.v1.backup`, 'torn')
    writeFileSync(`${opened.file}.v1.backup.partial`, '')
    writeFileSync(join(`${opened.file}.backups`, '2026-03-01T10-00-00Z-daily.nines.partial'), '')
    utimesSync(`${opened.file}.v1.backup`, new Date(), new Date('2026-01-01T00:00:00Z'))
    expect(opened.backups.list().backups).toMatchObject([
      { kind: 'on-demand', trials: 6 },
      {
        kind: 'before-update',
        name: 'team.nines.v1.backup',
        madeAt: '2026-01-01T00:00:00.000Z',
        trials: null,
      },
    ])
  })

  it('keeps two of the same second apart', async () => {
    const opened = filled('2026-03-01T09:00:00Z')
    await opened.backups.create()
    opened.log('a')
    await opened.backups.create()
    expect(opened.backups.list().backups.map(({ name, trials }) => [name, trials])).toEqual(
      [
        ['2026-03-01T09-00-00Z-on-demand.nines', 6],
        ['2026-03-01T09-00-00Z-on-demand-2.nines', 7],
      ].toReversed(),
    )
  })
})

describe('a restore', () => {
  it('brings back what was there, and can be taken back by the backup it made first', async () => {
    const { client } = openCore()
    await client.call('sample.open', {})
    const full = await client.call('backup.create', {})
    await client.call('task.create', { name: 'by mistake' })
    const { before } = await client.call('backup.restore', { name: full.name })
    expect(await client.call('task.list', {})).toHaveLength(1)
    await client.call('backup.restore', { name: before.name })
    expect(await client.call('task.list', {})).toHaveLength(2)
    expect(await client.call('workspace.check', {})).toEqual({ sound: true, problems: [] })
  })

  it('is followed by another program on the same workspace', async () => {
    const here = openCore()
    const elsewhere = openOn(here.file)
    await here.client.call('task.create', { name: 'refunds' })
    const { name } = await here.client.call('backup.create', {})
    await elsewhere.client.call('task.create', { name: 'billing' })
    const { change } = await elsewhere.client.call('change.next', { after: -1 })
    const next = elsewhere.client.call('change.next', { after: change })
    await here.client.call('backup.restore', { name })
    expect((await next).change).toBeGreaterThan(change)
    expect(await elsewhere.client.call('task.list', {})).toMatchObject([{ name: 'refunds' }])
    await elsewhere.client.call('task.create', { name: 'afterwards' })
    expect(await here.client.call('task.list', {})).toHaveLength(2)
  })

  it('waits for what is under way, and holds back what comes meanwhile', async () => {
    const { client } = openCore()
    await client.call('task.create', { name: 'refunds' })
    const { name } = await client.call('backup.create', {})
    const logged = Array.from({ length: 20 }, (_, index) =>
      client.call('trial.log', {
        task: 'refunds',
        configuration: 'x',
        case: `before ${index}`,
        outcome: 'pass',
      }),
    )
    const restored = client.call('backup.restore', { name })
    await new Promise((resolve) => setImmediate(resolve))
    const after = Array.from({ length: 20 }, (_, index) =>
      client.call('trial.log', {
        task: 'refunds',
        configuration: 'x',
        case: `after ${index}`,
        outcome: 'pass',
      }),
    )
    await Promise.all([...logged, ...after])
    // Those from before are in the backup that the restore made, those from after in the workspace: none is lost.
    expect((await restored).before.trials).toBe(20)
    const { cases } = await client.call('trial.grid', { task: 'refunds' })
    expect(cases.map((each) => each.case)).toEqual(Array.from({ length: 20 }, (_, index) => `after ${index}`))
  })

  it('of two at once happens twice, one after the other', async () => {
    const { client } = openCore()
    await client.call('task.create', { name: 'refunds' })
    const { name } = await client.call('backup.create', {})
    await client.call('task.create', { name: 'billing' })
    const both = await Promise.all([
      client.call('backup.restore', { name }),
      client.call('backup.restore', { name }),
      client.call('backup.create', {}),
    ])
    expect(both[0].before.tasks).toBe(2)
    expect(both[1].before.tasks).toBe(1)
    expect(await client.call('task.list', {})).toHaveLength(1)
  })

  it('of a damaged backup changes nothing and makes none', async () => {
    const { client, file } = openCore()
    await client.call('sample.open', {})
    const made = await client.call('backup.create', {})
    writeFileSync(made.path, 'no database any more')
    const failure = await failureOf(client.call('backup.restore', { name: made.name }))
    expect(failure.code).toBe('workspace-foreign')
    expect(await client.call('workspace.info', {})).toMatchObject({ trials: 200 })
    expect(readdirSync(`${file}.backups`)).toEqual([made.name])
  })

  it('that failed leaves the windows in the workspace they name', async () => {
    const { client, core, file } = openCore()
    await client.call('task.create', { name: 'refunds' })
    const { id } = await client.call('workspace.info', {})
    makeWorkspace(`${file}.v1.backup`)
    writeFileSync(`${file}.backups`, 'in the way')
    await failureOf(client.call('backup.restore', { name: 'team.nines.v1.backup' }))
    rmSync(`${file}.backups`)
    // The lock of another program keeps the content from being put there, after everything was prepared.
    const other = new Database(file)
    other.exec('BEGIN IMMEDIATE')
    const failure = await failureOf(client.call('backup.restore', { name: 'team.nines.v1.backup' }))
    expect(failure.code).toBe('workspace-locked')
    other.close()
    expect(await core.call('task.list', {}, undefined, id)).toMatchObject({ ok: true })
    expect(readdirSync(`${file}.backups`).filter((name) => name.endsWith('.partial'))).toEqual([])
  })

  it('does nothing without a backup of the present state', async () => {
    const { client, file } = openCore()
    await client.call('task.create', { name: 'refunds' })
    const kept = `${file}.v1.backup`
    makeWorkspace(kept)
    writeFileSync(`${file}.backups`, 'in the way')
    const failure = await failureOf(client.call('backup.restore', { name: 'team.nines.v1.backup' }))
    expect(failure.code).toBe('output-unwritable')
    expect(await client.call('task.list', {})).toMatchObject([{ name: 'refunds', trials: 0 }])
    rmSync(`${file}.backups`)
    await client.call('backup.restore', { name: 'team.nines.v1.backup' })
    expect(await client.call('task.list', {})).toMatchObject([{ trials: 6 }])
  })

  it('of a workspace that was left meanwhile touches neither', async () => {
    const { client, file } = openCore()
    await client.call('task.create', { name: 'refunds' })
    const { name } = await client.call('backup.create', {})
    await client.call('task.create', { name: 'billing' })
    const other = join(dirname(file), 'other.nines')
    const restored = client.call('backup.restore', { name })
    const opened = client.call('workspace.create', { path: other })
    expect((await failureOf(restored)).code).toBe('workspace-changed')
    await opened
    expect(await client.call('task.list', {})).toEqual([])
    await client.call('workspace.open', { path: file })
    expect(await client.call('task.list', {})).toMatchObject([{ name: 'refunds' }, { name: 'billing' }])
  })
})

describe.skipIf(process.getuid?.() === 0)('a folder that may not be written to', () => {
  it('is told, and the workspace goes on', async () => {
    const opened = filled('2026-03-01T09:00:00')
    mkdirSync(`${opened.file}.backups`)
    chmodSync(`${opened.file}.backups`, 0o500)
    onTestFinished(() => chmodSync(`${opened.file}.backups`, 0o700))
    expect((await failureOf(opened.backups.create())).code).toBe('output-unwritable')
    opened.log('goes on')
  })
})
