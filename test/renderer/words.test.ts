import { describe, expect, it } from 'vitest'
import { literalWords } from './literal-words.ts'
import { parseSource, sourcesIn } from './sources.ts'

/** The name, the verifier's sign after its key, and a language for those who cannot read the present one. */
const allowed = new Set(['Nines', 'V✓', 'V✕', '한국어'])

function wordsIn(code: string): readonly string[] {
  return literalWords(parseSource('example.tsx', code)).map(({ text }) => text)
}

describe('the scan finds words', () => {
  it.each([
    ['between tags', 'const a = <p>Save it</p>', ['Save it']],
    ['in a fragment', 'const a = <>Save</>', ['Save']],
    ['in braces', "const a = <p>{'save'}</p>", ['save']],
    ['behind a condition', "const a = <p>{b ? 'yes' : <i />}{c && 'no'}</p>", ['yes', 'no']],
    ['in a template', 'const a = <p>{`${n} cases`}</p>', ['cases']],
    ['in a sum', "const a = <p>{n + ' cases'}</p>", ['cases']],
    ['in a list that is joined', "const a = <p>{[n, 'of', m].join(' und ')}</p>", ['of', 'und']],
    ['in read attributes', 'const a = <i aria-label="close" title={`row ${n}`} />', ['close', 'row']],
    ['in a notice', "notify('done', `${n} saved`)", ['saved']],
    ['in a sentence anywhere', "const a = { problem: 'Name is missing' }", ['Name is missing']],
    ['in Korean anywhere', "const a = { problem: '이름' }", ['이름']],
  ])('%s', (_where, code, expected) => {
    expect(wordsIn(code)).toEqual(expected)
  })

  it.each([
    ['what a message says', "const a = <p title={t('screens.app.close')}>{t('screens.app.saved')}</p>"],
    ['signs', "const a = <p aria-label=\"+\">× {' · '}{b ? '✓' : '–'}</p>"],
    ['what is not read', 'const a = <p id="content" className={styles["main"]} role="status" />'],
    ['the tone of a notice', "notify('failure', t('screens.import.oneFile'))"],
    ['what is for developers', "throw new Error('the page has no root')"],
  ])('but not in %s', (_what, code) => {
    expect(wordsIn(code)).toEqual([])
  })
})

describe('the window', () => {
  const words = sourcesIn('renderer').flatMap(literalWords)

  it('has all its words from the catalogues, in no component of its own', () => {
    expect(words.filter(({ text }) => !allowed.has(text))).toEqual([])
  })

  it('uses every word that is allowed', () => {
    const used = new Set(words.map(({ text }) => text))
    expect([...allowed].filter((text) => !used.has(text))).toEqual([])
  })
})
