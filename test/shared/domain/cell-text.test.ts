import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cellOfNames, guardText, namesInCell, unguardText } from '../../../shared/domain/cell-text.ts'

const awkward = fc.constantFrom(
  "'",
  "''",
  '=',
  '+',
  '-',
  '@',
  '\t',
  '\r',
  '\n',
  '＝',
  '|',
  '[',
  ']',
  '"',
  ' ',
)
const text = fc.array(fc.oneof(awkward, fc.string({ unit: 'binary', maxLength: 3 })), { maxLength: 4 })

describe('a text in a cell', () => {
  it.each([
    ['=HYPERLINK("x")', `'=HYPERLINK("x")`],
    ['+1', "'+1"],
    ['-1', "'-1"],
    ['@a', "'@a"],
    ['\ta', "'\ta"],
    ['\ra', "'\ra"],
    ['＝1', "'＝1"],
    ["'=1", "''=1"],
    ["'", "''"],
    ['', "'"],
  ])('%j gets an apostrophe and loses it again', (given, cell) => {
    expect(guardText(given)).toBe(cell)
    expect(unguardText(cell)).toBe(given)
  })

  it.each(["'tis", 'a=1', ' =1', '1', '가'])('%j is left alone', (given) => {
    expect(guardText(given)).toBe(given)
    expect(unguardText(given)).toBe(given)
  })

  it('comes back as it was, and never begins as a formula', () => {
    fc.assert(
      fc.property(text, (parts) => {
        const given = parts.join('')
        expect(unguardText(guardText(given))).toBe(given)
        expect(guardText(given)).not.toMatch(/^(?:[=+\-@\t\r]|$)/u)
      }),
      { numRuns: 2000 },
    )
  })
})

describe('names in a cell', () => {
  it.each([
    [['look_up', 'refund'], 'look_up|refund'],
    [[], '[]'],
    [[''], '[""]'],
    [['a|b'], '["a|b"]'],
    [['["a"]'], '["[\\"a\\"]"]'],
    [[' a'], '[" a"]'],
  ])('%j are %s', (names, cell) => {
    expect(cellOfNames(names)).toBe(cell)
    expect(namesInCell(cell)).toEqual(names)
  })

  it('come back as they were', () => {
    fc.assert(
      fc.property(
        fc.array(
          text.map((parts) => parts.join('')),
          { maxLength: 4 },
        ),
        (names) => {
          expect(namesInCell(cellOfNames(names))).toEqual(names)
        },
      ),
      { numRuns: 2000 },
    )
  })
})
