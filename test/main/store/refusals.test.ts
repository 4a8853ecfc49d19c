import {
  chmodSync,
  copyFileSync,
  mkdirSync,
  readFileSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import Database from 'better-sqlite3'
import { beforeAll, describe, expect, it } from 'vitest'
import type { FailureCode } from '../../../shared/domain/failure.ts'
import { openWorkspace } from '../../../main/store/workspace.ts'
import { temporaryFolder } from '../../helpers/temporary-folder.ts'
import {
  addTask,
  contentsOf,
  type Failure,
  failureOf,
  freshFile,
  logTrials,
  makeWorkspace,
  trial,
  withWorkspace,
} from '../../helpers/workspace.ts'
import { crashMidTransaction } from './crash-image.ts'

const folder = temporaryFolder('refusals')

interface Refusal {
  readonly code: Failure['code']
  readonly namesTheFile: boolean
  readonly saysWhatWasKept: boolean
  /** Every byte of its folder is as it was, and no log was left beside it. */
  readonly untouched: boolean
}

function refusalOf(file: string, folderToCompare = dirname(file)): Refusal {
  const before = JSON.stringify(contentsOf(folderToCompare))
  const { code, message } = failureOf(() => openWorkspace(file, { busyTimeoutMs: 20 }).close())
  return {
    code,
    namesTheFile: message.includes(file),
    saysWhatWasKept: /untouched|as it is|Nothing was changed/.test(message),
    untouched: JSON.stringify(contentsOf(folderToCompare)) === before,
  }
}

function refused(code: FailureCode): Refusal {
  return { code, namesTheFile: true, saysWhatWasKept: true, untouched: true }
}

function damaged(damage: (file: string) => void): string {
  const file = freshFile(folder)
  makeWorkspace(file)
  damage(file)
  return file
}

function overwrite(file: string, offset: number, bytes: Uint8Array): void {
  const content = readFileSync(file)
  content.set(bytes, offset)
  writeFileSync(file, content)
}

function pageCount(file: string): number {
  return readFileSync(file).length / 4096
}

describe('a file that is not a workspace', () => {
  it.each(['delete', 'wal'])('is refused when it is another program’s database (journal mode %s)', (mode) => {
    const file = freshFile(folder)
    const database = new Database(file)
    database.pragma(`journal_mode = ${mode}`)
    database.pragma('user_version = 1')
    database.exec('CREATE TABLE task (name TEXT); INSERT INTO task VALUES (1)')
    database.close()
    expect(refusalOf(file)).toEqual(refused('workspace-foreign'))
  })

  it.each(['delete', 'wal'])('is refused with what its crashed owner left beside it (%s)', (mode) => {
    const origin = freshFile(folder)
    const database = new Database(origin)
    database.pragma(`journal_mode = ${mode}`)
    database.exec('CREATE TABLE task (name TEXT)')
    database.close()
    const file = freshFile(folder)
    crashMidTransaction(origin, file)
    expect(Object.keys(contentsOf(dirname(file)))).toHaveLength(2)
    expect(refusalOf(file)).toEqual(refused('workspace-foreign'))
  })

  it.each([
    ['a text file', 'case,configuration,outcome\n1,a,pass\n'.repeat(50)],
    ['a single byte', 'x'],
    ['a text that begins as a database does', 'SQLite format 3\0'],
    ['zeros', '\0'.repeat(8192)],
  ])('is refused when it is %s', (_, content) => {
    const file = freshFile(folder)
    writeFileSync(file, content)
    expect(refusalOf(file)).toEqual(refused('workspace-foreign'))
  })

  it('is refused when it is a folder', () => {
    const file = freshFile(folder)
    mkdirSync(file)
    expect(refusalOf(file, file)).toEqual(refused('workspace-foreign'))
  })

  it('is refused when its mark is another one, whatever else is right', () => {
    expect(refusalOf(damaged((file) => overwrite(file, 68, Buffer.from('Ten!'))))).toEqual(
      refused('workspace-foreign'),
    )
  })
})

describe('a workspace of a newer Nines', () => {
  it('is refused with both versions named', () => {
    const file = damaged((each) => overwrite(each, 60, Buffer.from([0, 0, 0, 7])))
    expect(refusalOf(file)).toEqual(refused('workspace-newer'))
    expect(failureOf(() => openWorkspace(file)).message).toMatch(/format 7; .* up to 4\)/)
  })

  it('is refused with what its crashed owner left beside it', () => {
    const file = freshFile(folder)
    crashMidTransaction(
      damaged((each) => overwrite(each, 60, Buffer.from([0, 0, 0, 7]))),
      file,
    )
    expect(Object.keys(contentsOf(dirname(file)))).toHaveLength(2)
    expect(refusalOf(file)).toEqual(refused('workspace-newer'))
  })
})

describe('a damaged workspace', () => {
  it.each([
    ['its last page', (file: string) => truncateSync(file, (pageCount(file) - 1) * 4096)],
    ['half a page', (file: string) => truncateSync(file, pageCount(file) * 4096 - 2048)],
    ['all but its header', (file: string) => truncateSync(file, 100)],
    ['all but its first page', (file: string) => truncateSync(file, 4096)],
  ])('is refused when it lost %s', (_, damage) => {
    expect(refusalOf(damaged(damage))).toEqual(refused('workspace-corrupt'))
  })

  it.each([0, 0x41, 0xff])('is refused when any page after the first holds only bytes of %i', (byte) => {
    const pages = pageCount(damaged(() => undefined))
    for (let page = 1; page < pages; page += 1) {
      const file = damaged((each) => overwrite(each, page * 4096, Buffer.alloc(4096, byte)))
      expect(refusalOf(file)).toEqual(refused('workspace-corrupt'))
    }
  })

  it('is refused when its schema cannot be read', () => {
    expect(refusalOf(damaged((file) => overwrite(file, 100, Buffer.alloc(3996, 0x55))))).toEqual(
      refused('workspace-corrupt'),
    )
  })

  it('is refused when half a page of it is lost', () => {
    const whole = readFileSync(damaged(() => undefined))
    const secondHalf = (page: number): Buffer => whole.subarray(page * 4096 + 2048, (page + 1) * 4096)
    const nothing = Buffer.alloc(2048)
    // The last page that has something to lose there.
    const pages = Array.from({ length: whole.length / 4096 }, (_, page) => page)
    const page = pages.findLast((each) => !secondHalf(each).equals(nothing)) ?? 0
    expect(page).toBeGreaterThan(0)
    const file = damaged((each) => overwrite(each, page * 4096 + 2048, nothing))
    expect(refusalOf(file)).toEqual(refused('workspace-corrupt'))
  })

  describe('that is too large to be read whole', () => {
    const large = freshFile(folder)
    beforeAll(() => {
      const note = 'x'.repeat(700)
      const rows = Array.from({ length: 12_000 }, (_, index) => trial(`${index}`, 1, 'pass', { note }))
      withWorkspace(large, ({ queries }) =>
        logTrials(queries, addTask(queries, { name: 'refunds', plannedRepeats: 1 }), rows),
      )
    })

    function damagedLarge(damage: (file: string) => void): string {
      const file = freshFile(folder)
      copyFileSync(large, file)
      damage(file)
      return file
    }

    it('is more than 8 MB', () => {
      expect(pageCount(large) * 4096).toBeGreaterThan(8 * 1024 * 1024)
    })

    it.each([0.3, 0.5, 0.7])('is refused when a page %f of the way through is none', (share) => {
      const page = Math.floor(pageCount(large) * share)
      const file = damagedLarge((each) => overwrite(each, page * 4096, Buffer.alloc(4096, 0x2e)))
      expect(refusalOf(file)).toEqual(refused('workspace-corrupt'))
    })

    it.each([1, 4095, 4096, 100_000])('is refused when it lost its last %i bytes', (bytes) => {
      const file = damagedLarge((each) => truncateSync(each, pageCount(large) * 4096 - bytes))
      expect(refusalOf(file)).toEqual(refused('workspace-corrupt'))
    })
  })
})

describe('a workspace out of reach', () => {
  it('is refused when the file is marked read-only, for root as well', () => {
    const file = damaged((each) => chmodSync(each, 0o444))
    expect(refusalOf(file)).toEqual(refused('workspace-read-only'))
  })

  it('is refused when it is empty and marked read-only', () => {
    const file = freshFile(folder)
    writeFileSync(file, '', { mode: 0o444 })
    expect(refusalOf(file)).toEqual(refused('workspace-read-only'))
  })

  it.each([
    ['a file stands where its folder should be', (file: string) => join(file, 'team.nines')],
    ['its name is too long for the disk', (file: string) => `${file}${'x'.repeat(300)}`],
    ['its name ends in a space', (file: string) => `${file} `],
  ])('is refused when %s', (_, toPath) => {
    const file = damaged(() => undefined)
    expect(refusalOf(toPath(file), dirname(file))).toEqual(refused('workspace-unreachable'))
  })

  it('is refused when it is a link that leads back to itself', () => {
    const file = freshFile(folder)
    symlinkSync(file, file)
    expect(failureOf(() => openWorkspace(file))).toMatchObject({ code: 'workspace-unreachable' })
  })
})
