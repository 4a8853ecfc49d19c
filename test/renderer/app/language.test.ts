import { describe, expect, it } from 'vitest'
import { pickLanguage } from '../../../renderer/app/language.ts'

describe('pickLanguage', () => {
  it('takes the chosen language, whatever the browser speaks', () => {
    expect(pickLanguage('ko', ['en-GB'])).toBe('ko')
    expect(pickLanguage('en', ['ko-KR'])).toBe('en')
  })

  it.each([
    [['ko-KR', 'en-US'], 'ko'],
    [['en-US', 'ko-KR'], 'en'],
    [['ko'], 'ko'],
    [['KO-kr'], 'ko'],
    [['de-DE', 'fr', 'ko-KR', 'en'], 'ko'],
  ] as const)('takes the first of %o that Nines speaks: %s', (tags, expected) => {
    expect(pickLanguage(null, tags)).toBe(expected)
  })

  it.each([[[]], [['de-DE', 'fr']], [['']]])('falls back to English for %o', (tags) => {
    expect(pickLanguage(null, tags)).toBe('en')
  })

  it('does not take Konkani for Korean', () => {
    expect(pickLanguage(null, ['kok-IN', 'de'])).toBe('en')
    expect(pickLanguage(null, ['kok-IN', 'ko-KR'])).toBe('ko')
  })
})
