import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { languages } from '../../../shared/domain/settings.ts'
import {
  bottleneckSentence,
  joined,
  nextStepText,
  plain,
  verdictHeadline,
} from '../../../shared/text/sentences.ts'
import { setApart } from '../../../shared/text/sentence.ts'
import { translatorFor } from '../../../shared/text/translator.ts'
import { assessmentWith, strategyWith } from './sample.ts'

/** Names that mean something to a template, to HTML, to a regular expression or to a bidirectional text. */
const hostile = [
  '<script>alert(1)</script>',
  '&lt;b&gt; &amp;',
  '{{required}}',
  '{{ level }}',
  '{{on}}Ready{{off}}',
  '{{{level}}}',
  '{{unknown}}',
  '$t(verdict.word.meets)',
  '$t(verdict.headline.meets, { "level": "x" })',
  '$t(verdict.word.meets) and $t(verdict.word.short)',
  '$t(',
  "$& $1 $$ $` $'",
  '%s %d ${level}',
  'a.b:c|d,e',
  '__proto__',
  'back\\slash',
  '수준',
]

function headlineWith(name: string, language: 'en' | 'ko'): ReturnType<typeof verdictHeadline> {
  const [level] = assessmentWith().levels
  if (level === undefined) throw new Error('no level')
  return verdictHeadline(translatorFor(language), assessmentWith({}, { levels: [{ ...level, name }] }), name)
}

describe.each(languages)('names in sentences, %s', (language) => {
  const translator = translatorFor(language)

  it.each(hostile)('%s stands as it is, once', (name) => {
    const headline = plain(headlineWith(name, language))
    const expected = { en: `Not ready for ${name} (80%).`, ko: `${name}(80%) 수준에 아직 못 미칩니다.` }
    expect(headline).toBe(expected[language])
    expect(nextStepText(translator, { step: 'keep-watch', level: name })).toBe(
      nextStepText(translator, { step: 'keep-watch', level: 'LEVEL' }).replace('LEVEL', () => name),
    )
    const chosen = strategyWith({ strategy: 'configuration', configuration: name })
    const sentence = (of: typeof chosen): string =>
      joined(
        bottleneckSentence(
          translator,
          assessmentWith({ verdict: 'inference-scaling', reasons: [], chosen: of }),
        ),
      )
    expect(sentence(chosen)).toBe(sentence({ ...chosen, configuration: 'NAME' }).replace('NAME', () => name))
  })

  it('any name of letters, signs and braces stands as it is', () => {
    const piece = fc.oneof(
      fc.constantFrom('{{', '}}', '$t(', ')', 'level', 'verdict.word.meets', '$', '{', '}', ',', ' '),
      fc.string({ unit: 'grapheme', maxLength: 3 }),
    )
    const name = fc.array(piece, { minLength: 1, maxLength: 8 }).map((pieces) => pieces.join(''))
    fc.assert(
      fc.property(
        name.filter((each) => !/[\u202A-\u202E\u2066-\u2069]/u.test(each)),
        (each) => {
          const step = { step: 'keep-watch', level: each } as const
          expect(nextStepText(translator, step)).toBe(
            nextStepText(translator, { ...step, level: 'LEVEL' }).replace('LEVEL', () => setApart(each)),
          )
        },
      ),
    )
  })

  it('a name cannot colour the sentence with the marks of its own deciding words', () => {
    const { parts } = headlineWith('\uE000Ready\uE001', language)
    const toned = parts.filter((part) => part.tone !== undefined).map((part) => part.text)
    expect(toned).toEqual([{ en: 'Not ready', ko: '아직 못 미칩니다' }[language]])
    expect(plain({ parts })).toBe(plain(headlineWith('Ready', language)))
  })

  it('a name written from right to left is set apart from the figures beside it, any other stays as it is', () => {
    expect(plain(headlineWith('עזרה (א)', language))).toContain('\u2068עזרה (א)\u2069')
    expect(plain(headlineWith('مساعدة', language))).toContain('\u2068مساعدة\u2069')
    expect(plain(headlineWith('Assist 지원', language))).not.toMatch(/[\u2066-\u2069]/u)
  })

  it('a name cannot turn the rest of the sentence around', () => {
    for (const control of [
      '\u202A',
      '\u202B',
      '\u202C',
      '\u202D',
      '\u202E',
      '\u2066',
      '\u2067',
      '\u2068',
      '\u2069',
    ]) {
      expect(plain(headlineWith(`${control}Assist`, language))).toBe(plain(headlineWith('Assist', language)))
    }
    // Letters of a script that runs the other way are kept, as is a mark that only sides with one direction.
    expect(plain(headlineWith('עזרה\u200F', language))).toContain('עזרה\u200F')
  })
})
