import Database from 'better-sqlite3'
import { chmodSync, truncateSync, writeFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { toFailure } from '../../../main/store/sqlite-failure.ts'
import { makeWorkspace } from '../../helpers/workspace.ts'
import { answer, newPlace, run, succeed } from './run.ts'

describe('nines doctor', () => {
  it('says versions, where data lives, that it is sound and what would print', async () => {
    const place = newPlace()
    makeWorkspace(place.workspace)
    expect(await succeed(place, ['doctor'])).toBe(
      [
        '  Nines        1.2.3',
        `  Node         ${process.version} on ${process.platform} ${process.arch}`,
        `  Workspace    ${place.workspace} (format 4, 1 task, 6 trials)`,
        '  Integrity    sound',
        '  PDF through  /opt/browser',
        '',
      ].join('\n'),
    )
    expect(await answer(place, ['doctor'])).toEqual({
      version: '1.2.3',
      node: process.version,
      platform: `${process.platform} ${process.arch}`,
      workspace: place.workspace,
      schemaVersion: 4,
      tasks: 1,
      trials: 6,
      sound: true,
      problems: [],
      browser: '/opt/browser',
    })
  })

  it('says what to install when nothing would print, which is no failure', async () => {
    const place = newPlace()
    const out = await succeed(place, ['doctor'], { findBrowser: () => null })
    expect(out).toContain('no browser found; on Debian: apt install chromium, or set NINES_BROWSER')
    expect(await answer(place, ['doctor'], { findBrowser: () => null })).toMatchObject({ browser: null })
  })

  it('fails for a workspace whose parts do not fit together', async () => {
    const place = newPlace()
    makeWorkspace(place.workspace)
    const database = new Database(place.workspace)
    database.pragma('foreign_keys = OFF')
    database.prepare('DELETE FROM configuration').run()
    database.close()
    const { code, out } = await run(place, ['doctor'])
    expect(code).toBe(1)
    expect(out).toMatch(/Integrity +not sound: foreign key/)
  })

  it('tells the rest also of a workspace that cannot be opened', async () => {
    const place = newPlace()
    makeWorkspace(place.workspace)
    truncateSync(place.workspace, 5000)
    const { code, out, err } = await run(place, ['doctor'])
    expect({ code, err }).toEqual({ code: 1, err: '' })
    expect(out).toMatch(/^ {2}Nines +1\.2\.3$/m)
    expect(out).toMatch(/^ {2}PDF through +\/opt\/browser$/m)
    expect(out).toMatch(/Integrity +not sound: .* was left as it is/)
    const inJson = await run(place, ['doctor', '--json'])
    expect(inJson.code).toBe(1)
    expect(JSON.parse(inJson.out)).toMatchObject({ sound: false, workspace: null, trials: null })
  })

  it.each([
    ['foreign', (file: string) => writeFileSync(file, 'not a workspace'), 'is not a Nines workspace'],
    ['newer', (file: string) => setVersion(file, 99), 'was written by a newer Nines'],
    ['read-only', (file: string) => chmodSync(file, 0o444), 'may not be written to'],
  ])('does not judge what it could not look at: a %s workspace', async (_, spoil, reason) => {
    const place = newPlace()
    makeWorkspace(place.workspace)
    spoil(place.workspace)
    const { code, out, err } = await run(place, ['doctor'])
    expect({ code, err }).toEqual({ code: 1, err: '' })
    expect(out).toMatch(new RegExp(`Integrity +not checked: .*${reason}`))
    expect(out).not.toContain('not sound')
    const inJson = await run(place, ['doctor', '--json'])
    expect(inJson.code).toBe(1)
    expect(JSON.parse(inJson.out)).toMatchObject({ sound: null, problems: [expect.stringContaining(reason)] })
  })

  it('never speaks of a change that was not saved: it changes nothing', async () => {
    const place = newPlace()
    makeWorkspace(place.workspace)
    const broken = new Database.SqliteError('disk I/O error', 'SQLITE_IOERR_READ')
    const openCore = () => {
      throw toFailure(broken, place.workspace)
    }
    const { out } = await run(place, ['doctor'], { openCore })
    expect(out).toMatch(/not checked: The disk failed .* Nothing was changed\./)
    expect(out).not.toContain('saved')
  })

  it('names a task that cannot be read', async () => {
    const place = newPlace()
    makeWorkspace(place.workspace)
    const database = new Database(place.workspace)
    database.prepare(`UPDATE task SET target = 'Nobody'`).run()
    database.close()
    const { code, out } = await run(place, ['doctor'])
    expect(code).toBe(1)
    expect(out).toMatch(/Integrity +not sound: task "refunds" cannot be read \(.*target/)
  })
})

function setVersion(file: string, version: number): void {
  const database = new Database(file)
  database.pragma(`user_version = ${version}`)
  database.close()
}
