import { describe, expect, it } from 'vitest'
import { matchScore } from '../../../../renderer/features/palette/match.ts'
import { typedLetters } from '../../../../shared/text/typed-letters.ts'

/** What a two-set keyboard and an input method show while 가져오기 is typed, key by key. */
// ㅇ goes under 져 until the vowel after it is typed, and ㄱ under 오.
const composing = ['ㄱ', '가', '갖', '가져', '가졍', '가져오', '가져옥', '가져오기']

describe('letters as they are typed', () => {
  it.each([
    ['Log', 'log'],
    ['Café', 'cafe'],
    ['새 작업', 'ㅅㅐ ㅈㅏㄱㅇㅓㅂ'],
    // Two keys each, though Unicode has one letter: ㄳ, ㅘ.
    ['몫', 'ㅁㅗㄱㅅ'],
    ['과', 'ㄱㅗㅏ'],
    // One key with Shift.
    ['까', 'ㄲㅏ'],
    ['있', 'ㅇㅣㅆ'],
    // The last syllable, with the last letters of every part.
    ['힣', 'ㅎㅣㅎ'],
    ['의', 'ㅇㅡㅣ'],
    ['값', 'ㄱㅏㅂㅅ'],
  ])('of %s', (text, letters) => {
    expect(typedLetters(text)).toBe(letters)
    expect(typedLetters(text.normalize('NFD'))).toBe(letters)
  })

  it('of a letter alone are those of the syllable it begins', () => {
    expect(typedLetters('ㅈ')).toBe(typedLetters('자').slice(0, 1))
  })
})

describe('a search', () => {
  it.each(composing)('fits while its Korean is put together: %s', (search) => {
    expect(matchScore(search, '파일 가져오기')).toBe(3)
  })

  it.each([
    ['', 'anything', 0],
    ['  ', 'anything', 0],
    ['log', 'Log', 4],
    ['LOG', 'Log', 4],
    ['file', 'Import a file', 3],
    ['port', 'Import a file', 2],
    ['airl τ', 'Airline rebooking (τ-bench)', 3.5],
    ['ㅅㅈ', '새 작업', 1],
    ['ㅅㅈㅇ', '새 작업', 1],
    ['ㅅ작', '새 작업', 0.5],
    ['nt', 'New task', 1],
  ])('"%s" fits "%s" by %d', (search, text, score) => {
    expect(matchScore(search, text)).toBe(score)
  })

  it.each([
    ['x', 'Log'],
    ['gol', 'Log'],
    ['log x', 'Log'],
    // Letters in the middle of words, none at a beginning.
    ['ogs', 'Log trials'],
    ['삭', '새 작업'],
    ['ep', 'Empty'],
  ])('"%s" does not fit "%s"', (search, text) => {
    expect(matchScore(search, text)).toBeNull()
  })

  it('comes to an end, however often its letters are there', () => {
    expect(matchScore(`${'a'.repeat(40)}b`, 'a '.repeat(200))).toBeNull()
  })

  it('is a text, whatever signs are in it', () => {
    for (const search of ['(', '.*', '\\', '[a', '$&']) expect(matchScore(search, 'Log')).toBeNull()
    expect(matchScore('(τ', 'Airline (τ-bench)')).not.toBeNull()
  })
})
