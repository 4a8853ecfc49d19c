import { describe, expect, it } from 'vitest'
import { failureOf, lines, problemsOf, read } from './read.ts'

const header = 'case,model,outcome,note'
const stray =
  'a quote (") stands inside a field that is not quoted: put the whole field in quotes and write "" for a quote inside it'
const wentOn =
  'the quoted field that opens on this line goes on after a closing quote: a quote is missing, or a quote inside it must be written ""; nothing after it was read'
const neverClosed =
  'the quoted field that opens on this line is never closed: add the closing quote; nothing after it was read'
const tooLong =
  'the row that starts here is longer than 8 MB: a quote was probably left open; nothing after it was read'

function ragged(found: number): string {
  return `the row has ${found} fields and the header 4: a separator, a quote or a line break is missing or too many`
}

function casesOf(content: string): readonly (readonly [number, string])[] {
  return read(content).trials.map(({ line, row }) => [line, row.case])
}

describe('a row with more or fewer fields than the header', () => {
  it('is not used, the others are', () => {
    const content = lines(header, 'a,m,pass,x', 'b,m,pass', 'c,m,pass,x,y', 'd', 'e,m,pass,x,,', 'f,m,pass,x')
    expect(problemsOf(content)).toEqual([`3: ${ragged(3)}`, `4: ${ragged(5)}`, `5: ${ragged(1)}`])
    expect(read(content)).toMatchObject({ rows: 6, blocking: false })
    expect(casesOf(content)).toEqual([
      [2, 'a'],
      [6, 'e'],
      [7, 'f'],
    ])
  })

  it('is listed where a column is missing, too', () => {
    const content = lines('case,outcome', 'a,pass', 'b,pass,x')
    expect(read(content).problems.map((problem) => problem.line)).toEqual([1, 3])
  })

  it('starts on the line that is named, whatever is above it', () => {
    const content = 'case,model,outcome,note\r\n\r\n"a\r\na",m,pass,"x\n\ny"\r\nb,m,pass\r\n'
    expect(problemsOf(content)).toEqual([`7: ${ragged(3)}`])
  })
})

describe('half a quoted field', () => {
  it('ends the reading where it opens and blocks the file', () => {
    const content = lines(header, 'a,m,pass,x', 'b,m,pass,"x', 'c,m,pass,x', 'd,m,pass,x')
    expect(problemsOf(content)).toEqual([`3: ${neverClosed}`])
    expect(read(content)).toMatchObject({ rows: 1, blocking: true })
    expect(casesOf(content)).toEqual([[2, 'a']])
  })

  it('is found at its beginning when a later quote seems to close it', () => {
    const content = lines(header, 'a,m,pass,x', 'b,m,pass,"x', 'c,m,pass,"x"', 'd,m,pass,x')
    expect(problemsOf(content)).toEqual([`3: ${wentOn}`])
    expect(casesOf(content)).toEqual([[2, 'a']])
  })

  it.each([
    ['in the first field', lines(header, 'a,m,pass,x', '"b,m,pass,x', 'c,m,pass,x')],
    ['below blank lines', lines(header, '', '', '"b,m,pass,x')],
    ['with CR LF', lines(header, 'a,m,pass,"x', 'x"', '"b,m,pass,x', 'c,m,pass,x').replaceAll('\n', '\r\n')],
    ['with CR', lines(header, 'a,m,pass,"x', 'x"', '"b,m,pass,x', 'c,m,pass,x').replaceAll('\n', '\r')],
    ['on the last line', `${lines(header, 'a,m,pass,x', 'a,m,pass,x')}b,m,pass,"`],
    ['in a row over several lines', lines(header, 'a,"m', 'm",pass,"x')],
  ])('is named by its line %s', (where, content) => {
    const expected = where.startsWith('in a row over') || where === 'in the first field' ? 3 : 4
    expect(problemsOf(content)).toEqual([`${expected}: ${neverClosed}`])
  })

  it('goes no further than 8 MB', () => {
    const row = `b,m,pass,${'x'.repeat(99_989)}`
    const content = lines(header, 'a,m,pass,x', 'b,m,pass,"x', ...Array.from({ length: 90 }, () => row), '"')
    expect(problemsOf(content)).toEqual([`3: ${tooLong}`])
  })

  it('in the header leaves nothing to read', () => {
    expect(failureOf(lines('"case,model,outcome', 'a,m,pass'))).toBe(
      `import-unreadable: trials.txt: line 1: ${neverClosed}. Mend the header line. Nothing was imported.`,
    )
  })
})

describe('a quote after the end of a quoted field', () => {
  it.each(['"x"y', '"x" ', '"x""', '"x"y"'])('%s ends the reading there', (cell) => {
    const content = lines(header, 'a,m,pass,x', `b,m,pass,${cell}`, 'c,m,pass,"x"')
    expect(problemsOf(content)).toEqual([`3: ${wentOn}`])
    expect(casesOf(content)).toEqual([[2, 'a']])
    expect(read(content).blocking).toBe(true)
  })
})

describe('a quote inside a field that is not quoted', () => {
  it.each(['5" disk', 'x"', ' "x"', 'x"y"z', '\'"x"'])('%s costs only its row', (cell) => {
    const content = lines(header, 'a,m,pass,x', `b,m,pass,${cell}`, 'c,m,pass,"x"')
    expect(problemsOf(content)).toEqual([`3: ${stray}`])
    expect(read(content)).toMatchObject({ rows: 3, blocking: false })
    expect(casesOf(content)).toEqual([
      [2, 'a'],
      [4, 'c'],
    ])
  })

  it('is named by its line below blank lines, quoted line breaks and other strays', () => {
    const content = lines(
      header,
      '',
      'x"y,m,pass,',
      '',
      '"a',
      'a",m,pass,x"y',
      'b,"m',
      'm",pass,"x',
      'x"',
      'c"',
    )
    expect(problemsOf(content.replaceAll('\n', '\r\n'))).toEqual([
      `3: ${stray}`,
      `6: ${stray}`,
      `10: ${stray}`,
    ])
    expect(casesOf(content.replaceAll('\n', '\r'))).toEqual([[7, 'b']])
  })

  it('in the header leaves nothing to read', () => {
    expect(failureOf(lines('', 'case,"model,outcome', 'a,m,pass').replace('"', 'x"'))).toBe(
      `import-unreadable: trials.txt: line 2: ${stray}. Mend the header line. Nothing was imported.`,
    )
  })

  it('ends the reading after a hundred rows with one', () => {
    const content = lines(header, ...Array.from({ length: 200 }, () => 'a,m,pass,5" disk'))
    const file = read(content)
    expect(file).toMatchObject({ problemCount: 101, blocking: true })
    expect(file.problems.at(-2)).toEqual({ line: 101, column: null, reason: stray })
    expect(file.problems.at(-1)).toEqual({
      line: 102,
      column: null,
      reason: `${stray}; nothing after it was read`,
    })
  })
})

describe('a table without rows', () => {
  it.each([
    ['only a header', `${header}\n`],
    ['a header and empty rows', lines(header, ',,,', ' ,,,')],
    ['a line about the separator and a header', lines('sep=,', header)],
  ])('with %s is a problem', (_, content) => {
    const line = content.startsWith('sep') ? 2 : 1
    expect(problemsOf(content)).toEqual([`${line}: there are no rows below the header`])
    expect(read(content)).toMatchObject({ rows: 0, trials: [], blocking: true })
  })

  it('and without a header is refused', () => {
    const empty = 'import-unreadable: trials.txt: the file has no header line. Add one. Nothing was imported.'
    expect(failureOf(lines(',,,', ' ,,'))).toBe(empty)
    expect(failureOf('sep=;\n')).toBe(empty)
    expect(failureOf('\u00A0\n')).toBe(empty)
  })
})
