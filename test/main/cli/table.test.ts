import { describe, expect, it } from 'vitest'
import { displayWidth, formatTable } from '../../../main/cli/table.ts'
import { printable } from '../../../main/cli/terminal.ts'

describe('the width of a text in a terminal', () => {
  it.each([
    ['', 0],
    ['refunds', 7],
    ['τ-bench ±', 9],
    ['환불', 4],
    // The same in jamo, as some systems write file names.
    ['환불'.normalize('NFD'), 4],
    ['東京タワー', 10],
    ['Ａ１', 4],
    ['é', 1],
    ['e\u0301', 1],
    ['a\u200Bb', 2],
    ['😀', 2],
    ['👩‍💻', 2],
    ['𠮷', 2],
  ])('of %j is %i', (text, width) => {
    expect(displayWidth(text)).toBe(width)
  })
})

describe('a table', () => {
  it('aligns columns, also under wide characters, and leaves no blanks at the end of a line', () => {
    const rows = [
      ['Task', 'Trials', 'Verdict'],
      ['refunds', '5', 'meets'],
      ['환불 처리', '1200', ''],
    ]
    expect(formatTable(rows, ['left', 'right', 'left'])).toBe(
      ['  Task       Trials  Verdict', '  refunds         5  meets', '  환불 처리    1200'].join('\n'),
    )
  })

  it('keeps a row on its line and takes rows that are short', () => {
    expect(formatTable([['a\r\nb\tc'], ['d', 'e']], ['left', 'left'])).toBe('  a b c\n  d      e')
  })

  it('of no rows is nothing', () => {
    expect(formatTable([], ['left'])).toBe('')
  })
})

describe('printable text', () => {
  it.each([
    ['two\r\nlines\tand a tab', 'two\nlines\tand a tab'],
    ['\u001B[31mred', '\uFFFD[31mred'],
    ['a\u009B2Jb\u0007', 'a\uFFFD2Jb\uFFFD'],
    ['over\rwritten', 'over\uFFFDwritten'],
    ['right\u202Eto left', 'right\uFFFDto left'],
    ['환불 τ ±', '환불 τ ±'],
  ])('of %j is %j', (text, shown) => {
    expect(printable(text)).toBe(shown)
  })
})
