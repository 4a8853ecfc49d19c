import { describe, expect, it } from 'vitest'
import { codePointsOf, isInRange, parseUnicodeRange } from '../../../shared/text/unicode-range.ts'

describe('a unicode-range', () => {
  const range = parseUnicodeRange('U+0-FF, u+131,U+AC00-D7A3, U+1F600')

  it.each(['A', 'ÿ', 'ı', '가', '힣', '😀'])('holds %s', (letter) =>
    expect(isInRange(range, letter.codePointAt(0) ?? 0)).toBe(true),
  )

  it.each(['Ā', 'Ĳ', '漢', '😁'])('does not hold %s', (letter) =>
    expect(isInRange(range, letter.codePointAt(0) ?? 0)).toBe(false),
  )

  it.each(['U+4??', 'latin', ''])('written as %j cannot be read, which is said', (text) =>
    expect(() => parseUnicodeRange(text)).toThrow('is not a unicode-range that Nines can read'),
  )
})

describe('the code points of a text', () => {
  it('are there once each, beyond the first plane too', () => {
    expect([...codePointsOf('aa통😀')]).toEqual([0x61, 0xd1b5, 0x1f600])
  })
})
