import type * as fs from 'node:fs'
import {
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { writeWholeFile } from '../../main/whole-file.ts'
import { temporaryFolder } from '../helpers/temporary-folder.ts'
import { freshFile } from '../helpers/workspace.ts'

const disk = vi.hoisted(() => ({ room: Infinity, atOnce: Infinity }))

// The real file system, except that a test can make the disk full, or slow to take bytes.
vi.mock('node:fs', async (original) => {
  const real = await original<typeof fs>()
  const writeSync = (descriptor: number, content: Uint8Array, from: number): number => {
    const length = Math.min(content.length - from, disk.atOnce, disk.room)
    if (length === 0) throw new Error('no space left on device')
    disk.room -= length
    return real.writeSync(descriptor, content, from, length)
  }
  return { ...real, writeSync }
})

const folder = temporaryFolder('whole-file')

function newFolder(): string {
  return dirname(freshFile(folder))
}

beforeEach(() => {
  Object.assign(disk, { room: Infinity, atOnce: Infinity })
})

describe('writing a whole file', () => {
  it('makes it, and the folders that lead to it', () => {
    const file = join(newFolder(), 'a', '보고서', 'report.html')
    writeWholeFile(file, Buffer.from('<p>안녕</p>'))
    expect(readFileSync(file, 'utf8')).toBe('<p>안녕</p>')
    expect(readdirSync(dirname(file))).toEqual(['report.html'])
  })

  it('takes no bytes as well', () => {
    const file = join(newFolder(), 'empty')
    writeWholeFile(file, new Uint8Array())
    expect(statSync(file).size).toBe(0)
  })

  it('replaces what was there', () => {
    const file = join(newFolder(), 'report.html')
    writeFileSync(file, 'a much longer text that must be gone')
    writeWholeFile(file, Buffer.from('new'))
    expect(readFileSync(file, 'utf8')).toBe('new')
  })

  it('goes on when the disk takes only some bytes at once', () => {
    const file = join(newFolder(), 'report.html')
    disk.atOnce = 3
    writeWholeFile(file, Buffer.from('0123456789'))
    expect(readFileSync(file, 'utf8')).toBe('0123456789')
  })

  it('leaves the old file, and no draft, when the disk is full half-way', () => {
    const file = join(newFolder(), 'report.html')
    writeFileSync(file, 'old')
    disk.room = 5
    expect(() => writeWholeFile(file, Buffer.from('0123456789'))).toThrow('no space left')
    expect(readFileSync(file, 'utf8')).toBe('old')
    expect(readdirSync(dirname(file))).toEqual(['report.html'])
  })

  it('leaves nothing when there was nothing', () => {
    const place = newFolder()
    disk.room = 5
    expect(() => writeWholeFile(join(place, 'report.html'), Buffer.from('0123456789'))).toThrow(
      'no space left',
    )
    expect(readdirSync(place)).toEqual([])
  })

  it('leaves a folder of that name alone', () => {
    const place = newFolder()
    mkdirSync(join(place, 'report.html'))
    expect(() => writeWholeFile(join(place, 'report.html'), Buffer.from('new'))).toThrow(
      /EISDIR|EEXIST|EPERM/,
    )
    expect(readdirSync(place)).toEqual(['report.html'])
  })

  it('fails below a file that is no folder', () => {
    const file = join(newFolder(), 'notes.txt')
    writeFileSync(file, 'notes')
    expect(() => writeWholeFile(join(file, 'report.html'), Buffer.from('new'))).toThrow(/EEXIST|ENOTDIR/)
    expect(readFileSync(file, 'utf8')).toBe('notes')
  })

  it('fails where nobody can make a folder, instead of trying for ever', () => {
    const place = existsSync('/proc/self') ? '/proc' : join(newFolder(), 'missing\0')
    expect(() => writeWholeFile(join(place, 'a', 'report.html'), Buffer.from('new'))).toThrow(
      /ENOENT|EACCES|null/,
    )
  })

  it('writes through a link to the file it stands for', () => {
    const place = newFolder()
    const real = join(place, 'dotfiles', 'settings.json')
    mkdirSync(dirname(real))
    writeFileSync(real, 'old')
    symlinkSync(real, join(place, 'settings.json'))
    writeWholeFile(join(place, 'settings.json'), Buffer.from('new'))
    expect(readFileSync(real, 'utf8')).toBe('new')
    expect(lstatSync(join(place, 'settings.json')).isSymbolicLink()).toBe(true)
  })

  it.skipIf(process.platform === 'win32')('writes to a device and leaves it one', () => {
    const link = join(newFolder(), 'report.html')
    symlinkSync('/dev/null', link)
    writeWholeFile(link, Buffer.from('new'))
    expect(statSync('/dev/null').isCharacterDevice()).toBe(true)
    expect(readdirSync(dirname(link))).toEqual(['report.html'])
  })

  it('takes the longest name there is', () => {
    const file = join(newFolder(), `${'x'.repeat(250)}.html`)
    writeWholeFile(file, Buffer.from('new'))
    expect(existsSync(file)).toBe(true)
  })
})
