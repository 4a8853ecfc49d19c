import { readFileSync } from 'node:fs'
import { gzipSync, zstdCompressSync } from 'node:zlib'
import Database from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { failureOf, lines, read } from './read.ts'

const plain = 'case,model,outcome\na,m,pass\nb,m,fail\n'
const saveAsText = 'Save it as text in UTF-8 (in Excel: "CSV UTF-8") and import that. Nothing was imported.'

/** The failure for a file that is not read at all, with the advice to save it as text. */
function notText(what: string): string {
  return `import-unreadable: trials.txt: ${what}. ${saveAsText}`
}

function sqliteFile(): Uint8Array {
  const database = new Database(':memory:')
  database.exec('CREATE TABLE trials (outcome TEXT)')
  const bytes = database.serialize()
  database.close()
  return bytes
}

const onePixel =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='

describe('a file that is not text', () => {
  it.each([
    [
      'zip archive',
      readFileSync(new URL('../../fixtures/imports/inspect-log-streaming.eval', import.meta.url)),
      'this is a zip archive or an Excel workbook, not text',
    ],
    ['gzip archive', gzipSync(plain), 'this is a gzip archive, not text'],
    ['zstd archive', zstdCompressSync(plain), 'this is a zstd archive, not text'],
    ['SQLite database', sqliteFile(), 'this is a SQLite database, not text'],
    ['PNG image', Buffer.from(onePixel, 'base64'), 'this is a PNG image, not text'],
    ['JPEG image', Buffer.from('ffd8ffe000104a464946', 'hex'), 'this is a JPEG image, not text'],
    ['PDF', Buffer.from('%PDF-1.7\n1 0 obj\n'), 'this is a PDF, not text'],
    ['old workbook', Buffer.from('d0cf11e0a1b11ae1', 'hex'), 'this is an old Excel workbook, not text'],
    ['bytes', Buffer.from('0a0d0a8f97c3', 'hex'), 'line 3 is not UTF-8'],
    ['UTF-16 without a mark', Buffer.from(plain, 'utf16le'), 'line 1 holds a NUL byte, which no text has'],
    ['UTF-32', Buffer.from('fffe00006300000061000000', 'hex'), 'line 1 holds a NUL byte, which no text has'],
  ])('such as a %s is named for what it is', (_, content, what) => {
    expect(failureOf(content)).toBe(notText(what))
  })

  it.each([
    ['LF', '\n', 4],
    ['CR LF', '\r\n', 4],
    ['CR', '\r', 4],
  ])('has the line of its first NUL byte: %s', (_, end, line) => {
    const content = ['case,model,outcome', '', 'a,m,pass', 'b\u0000,m,pass', 'c,m,\u0000', ''].join(end)
    expect(failureOf(content)).toBe(notText(`line ${line} holds a NUL byte, which no text has`))
  })

  it('in XML or HTML is refused by its content', () => {
    const refused =
      'import-unreadable: trials.txt: this is XML or HTML, which cannot be read. Choose a CSV or JSONL file with a row per trial. Nothing was imported.'
    expect(failureOf('<?xml version="1.0"?><testsuites/>')).toBe(refused)
    expect(failureOf('\uFEFF\n <!doctype html><p>a,b</p>')).toBe(refused)
  })
})

describe('an empty file', () => {
  it.each(['', '\uFEFF', '\n', ' \r\n\t\r \n', '\uFEFF\n\n'])('%j is refused', (content) => {
    expect(failureOf(content)).toBe(
      'import-unreadable: trials.txt: the file is empty. Choose a file with a row per trial. Nothing was imported.',
    )
  })

  it('is one in UTF-16, too', () => {
    expect(failureOf(Buffer.from('fffe', 'hex'))).toContain('the file is empty')
    expect(failureOf(Buffer.from('feff000a', 'hex'))).toContain('the file is empty')
  })
})

describe('an encoding other than UTF-8', () => {
  const [header = '', first = ''] = plain.split('\n')

  it.each([
    ['CP949', 'c7d7b0f820bfb9bee0'],
    ['Latin-1', Buffer.from('réservation', 'latin1').toString('hex')],
    ['an overlong form', 'c0af'],
    ['half of a surrogate pair', 'eda080'],
    ['a character cut in half', 'ed95'],
  ])('%s is not guessed; the line is named', (_, hex) => {
    const rows = [Buffer.from(hex, 'hex'), Buffer.from(',m,pass')]
    for (const end of ['\n', '\r\n', '\r']) {
      const above = Buffer.from([header, first, ''].join(end))
      expect(failureOf(Buffer.concat([above, ...rows]))).toBe(notText('line 3 is not UTF-8'))
      expect(failureOf(Buffer.concat([above, ...rows.toReversed()]))).toBe(notText('line 3 is not UTF-8'))
    }
  })

  it('is found in the header, also behind a UTF-8 mark', () => {
    expect(failureOf(Buffer.from('efbbbfe9', 'hex'))).toBe(notText('line 1 is not UTF-8'))
  })

  it.each([
    [
      'half a character at its end',
      Buffer.concat([Buffer.from(`\uFEFF${plain}`, 'utf16le'), Buffer.from('c')]),
    ],
    ['half a pair', Buffer.from('\uFEFFcase,\uD83D,outcome', 'utf16le')],
    ['half a pair, big end first', Buffer.from('\uFEFFcase,\uDE00,outcome', 'utf16le').swap16()],
  ])('UTF-16 with %s is damaged', (_, content) => {
    expect(failureOf(content)).toBe(notText('this is damaged UTF-16 text'))
  })
})

/** A table whose fourth line is of this length. */
function withLineOf(bytes: number): string {
  return `${plain}c,m,pass${' '.repeat(bytes - 8)}`
}

describe('a size', () => {
  it('of a line beyond 8 MB is refused with its number', () => {
    expect(read(withLineOf(8 * 1_048_576)).trials).toHaveLength(3)
    expect(failureOf(withLineOf(8.5 * 1_048_576))).toBe(
      'import-unreadable: trials.txt: line 4 is 8.5 MB long; lines up to 8 MB can be read. Shorten its texts, or check that the file has line breaks. Nothing was imported.',
    )
  })

  it('of a line is counted in bytes, without its end', () => {
    const limits = { maximumLineBytes: 18 }
    for (const end of ['\n', '\r\n', '\r']) {
      expect(read(plain.replaceAll('\n', end), {}, limits).trials).toHaveLength(2)
      const content = plain.replace('b', '예약예약예약').replaceAll('\n', end)
      expect(failureOf(content, {}, limits)).toContain('trials.txt: line 3 is ')
    }
  })

  it('of a file beyond the limit is refused before anything is read', () => {
    expect(failureOf(Buffer.alloc(3 * 1_048_576), {}, { maximumBytes: 2 * 1_048_576 })).toBe(
      'too-large: trials.txt is 3 MB; files up to 2 MB can be read. Split it and import the parts. Nothing was imported.',
    )
    expect(read(plain, {}, { maximumBytes: plain.length }).trials).toHaveLength(2)
    expect(failureOf(plain, {}, { maximumBytes: plain.length - 1 })).toContain('too-large')
  })
})

it('a view into a larger buffer is read from where it starts', () => {
  const larger = Buffer.from(`${lines('x,y,z')}${plain}1,2,3`)
  const view = new Uint8Array(larger.buffer, larger.byteOffset + 6, plain.length)
  expect(read(view).trials.map((trial) => trial.row.case)).toEqual(['a', 'b'])
})
