import { describe, expect, it } from 'vitest'
import { catalogue } from '../../../shared/text/catalogue.ts'
import { languages } from '../../../shared/domain/settings.ts'

type Messages = { readonly [key: string]: string | Messages }

/** Every message with its path, `verdict.word.meets` → "meets". */
function leaves(messages: Messages, prefix = ''): readonly (readonly [path: string, text: string])[] {
  return Object.entries(messages).flatMap(([key, value]) =>
    typeof value === 'string' ? [[`${prefix}${key}`, value] as const] : leaves(value, `${prefix}${key}.`),
  )
}

const plural = /_(one|other)$/

/** The messages of one language by their path without plural ending; a counted one has several texts. */
function byStem(language: 'en' | 'ko'): ReadonlyMap<string, readonly string[]> {
  const stems = Map.groupBy(leaves(catalogue[language]), ([path]) => path.replace(plural, ''))
  return new Map([...stems].map(([stem, found]) => [stem, found.map(([, text]) => text)]))
}

/** The plural endings that each message has: '' for one that is not counted. */
function endings(language: 'en' | 'ko'): ReadonlyMap<string, readonly string[]> {
  const stems = Map.groupBy(leaves(catalogue[language]), ([path]) => path.replace(plural, ''))
  return new Map(
    [...stems].map(([stem, found]) => [stem, found.map(([path]) => plural.exec(path)?.[1] ?? '')]),
  )
}

/** What a translator has to translate. */
function letters(texts: readonly string[] = []): string {
  return texts.join(' ').replaceAll(/\{\{\w+\}\}|Nines/g, '')
}

function placeholders(texts: readonly string[] = []): readonly string[] {
  const names = texts.flatMap((text) => [...text.matchAll(/\{\{(\w+)\}\}/g)].map((match) => match[1] ?? ''))
  return [...new Set(names)].toSorted()
}

const english = byStem('en')
const korean = byStem('ko')
const stems = [...english.keys()]

/** Hundreds of messages in one comparison each: what is expected of none. */
function stemsWhere(isWrong: (stem: string) => boolean): readonly string[] {
  return stems.filter(isWrong)
}

describe('the two catalogues', () => {
  it('hold the same messages, several hundred', () => {
    expect([...korean.keys()].toSorted()).toEqual(stems.toSorted())
    expect(stems.length).toBeGreaterThan(200)
  })

  it('count in one and many in English, in one form in Korean', () => {
    const koreanEndings = endings('ko')
    for (const [stem, found] of endings('en')) {
      const isCounted = found.join() !== ''
      expect([stem, found]).toEqual([stem, isCounted ? ['one', 'other'] : ['']])
      expect([stem, koreanEndings.get(stem)]).toEqual([stem, isCounted ? ['other'] : ['']])
    }
  })

  it('fill in the same values; what the core says in English may stay out of the Korean', () => {
    const differing = stemsWhere((stem) => {
      const [first, second] = [placeholders(english.get(stem)).join(), placeholders(korean.get(stem)).join()]
      const isCore = stem.startsWith('screens.failures.') && first === 'message' && second === ''
      return first !== second && !isCore
    })
    expect(differing).toEqual([])
  })

  it('leave nothing untranslated: Korean words stand where English ones do', () => {
    const untranslated = stemsWhere(
      (stem) =>
        /[A-Za-z]/.test(letters(english.get(stem))) && !/\p{Script=Hangul}/u.test(letters(korean.get(stem))),
    )
    // "$0.12 and 34 s" is "$0.12, 34초", and A4 is A4.
    expect(untranslated.toSorted()).toEqual(['screens.report.papers.A4', 'verdict.price.both'])
    const same = stemsWhere(
      (stem) =>
        /\p{L}/u.test(letters(english.get(stem))) && english.get(stem)?.join() === korean.get(stem)?.join(),
    )
    expect(same).toEqual(['screens.report.papers.A4'])
  })
})

describe.each(languages)('every message in %s', (language) => {
  const all = leaves(catalogue[language])
  const wrong = (pattern: RegExp): readonly string[] =>
    all.filter(([, text]) => pattern.test(text)).map(([path]) => path)

  it('is not empty and has no stray spaces', () => {
    expect(wrong(/^\s|\s$|\s\s|^$/)).toEqual([])
  })

  it('has braces only around a name, and refers to no other message', () => {
    const rest = all.map(([path, text]) => [path, text.replaceAll(/\{\{\w+\}\}/g, '')] as const)
    expect(rest.filter(([, text]) => /[{}]|\$t\(/.test(text)).map(([path]) => path)).toEqual([])
  })

  it('has typographic quotation marks and ellipses, and no markup', () => {
    expect(wrong(/["`]|\.\.\.|<\w|&\w+;/)).toEqual([])
    expect(wrong(/(^|\s)'|'(\s|$)/)).toEqual([])
  })
})

describe('Korean particles after values', () => {
  const particles = '(?:을|를|이|가|은|는|과|와|로|으로|이나|나)'

  it('follow only percentages, whose sign is read 퍼센트, and never a name', () => {
    const percentages = new Set([
      'estimate',
      'ceiling',
      'required',
      'share',
      'confidence',
      'closes',
      'perfect',
    ])
    const after = new RegExp(`\\{\\{(\\w+)\\}\\}${particles}(?=[\\s.,]|$)`, 'gu')
    const found = leaves(catalogue.ko).flatMap(([path, text]) =>
      [...text.matchAll(after)].map((match) => [path, match[1] ?? ''] as const),
    )
    expect(found.filter(([, value]) => !percentages.has(value))).toEqual([])
    // Three such particles there are: the rule above has something to hold.
    expect(found.length).toBeGreaterThanOrEqual(3)
  })

  it('are those of a word that ends in a vowel, as 퍼센트 does', () => {
    const wrong =
      /\{\{(?:estimate|ceiling|required|share|confidence|closes|perfect)\}\}(?:을|이|은|과|으로)(?=[\s.,]|$)/u
    expect(leaves(catalogue.ko).filter(([, text]) => wrong.test(text))).toEqual([])
  })
})
