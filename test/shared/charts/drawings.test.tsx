import type { ReactElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { CaseProfile, GapBar, Odds, RepeatsFan } from '../../../shared/charts/index.ts'
import { type Language, languages } from '../../../shared/domain/settings.ts'
import { translatorFor } from '../../../shared/text/translator.ts'
import { type MarkupElement, parseMarkup } from './markup.ts'
import { assessmentOf, assessments, gapBarInput } from './sample.ts'

const widths = [240, 672, 1400]
const names = Object.keys(assessments)

function gapBar(name: string, language: Language, width = 672, prefix = 'bar'): ReactElement {
  return <GapBar {...gapBarInput(assessmentOf(name), language)} width={width} prefix={prefix} />
}

function fan(name: string, language: Language, width = 672, prefix = 'fan'): ReactElement {
  const { passAt, passAll } = assessmentOf(name).repeats
  const level = { name: 'Unattended', required: 0.99 }
  return (
    <RepeatsFan
      passAt={passAt}
      passAll={passAll}
      level={level}
      translator={translatorFor(language)}
      width={width}
      height={250}
      prefix={prefix}
    />
  )
}

function profile(name: string, language: Language, width = 672, prefix = 'profile'): ReactElement {
  const { casesByPasses, counts } = assessmentOf(name)
  return (
    <CaseProfile
      casesByPasses={casesByPasses}
      repeats={counts.plannedRepeats}
      translator={translatorFor(language)}
      width={width}
      height={120}
      prefix={prefix}
    />
  )
}

function elementsOf(drawing: ReactElement): readonly MarkupElement[] {
  return parseMarkup(renderToStaticMarkup(drawing))
}

function byId(elements: readonly MarkupElement[], id: string): MarkupElement | undefined {
  return elements.find((each) => each.attributes.get('id') === id)
}

/** The texts that the drawing's root is labelled by: title, then description. */
function labelsOf(elements: readonly MarkupElement[]): readonly (readonly [name: string, text: string])[] {
  const ids = elements[0]?.attributes.get('aria-labelledby')?.split(' ') ?? []
  return ids.map((id) => [byId(elements, id)?.name ?? 'nothing', byId(elements, id)?.text ?? ''] as const)
}

describe.each(languages)('every drawing, in %s', (language) => {
  const drawings = names.flatMap((name) =>
    widths.flatMap((width) =>
      [gapBar, fan, profile].map((draw) => ({
        name,
        width,
        elements: elementsOf(draw(name, language, width)),
      })),
    ),
  )

  it('has only finite numbers and no word for nothing in its attributes', () => {
    const values = drawings.flatMap(({ elements }) =>
      elements.flatMap((each) => [...each.attributes].map(([key, value]) => `${each.name} ${key}=${value}`)),
    )
    expect(values.length).toBeGreaterThan(1000)
    expect(
      values.filter((each) => /NaN|undefined|null|Infinity|\[object|\de[+-]/.test(each.split('=')[1] ?? '')),
    ).toEqual([])
    const lengths = values.filter((each) => / (width|height|r|rx)=-/.test(each))
    expect(lengths).toEqual([])
  })

  it('is an image with a title and a description, or says in words that there is nothing to draw', () => {
    for (const { elements } of drawings) {
      const [root] = elements
      const labels =
        root?.name === 'svg'
          ? labelsOf(elements)
          : [
              ['title', '-'],
              ['desc', root?.text],
            ]
      expect(labels.map(([name]) => name)).toEqual(['title', 'desc'])
      expect(labels.every(([, text]) => text !== undefined && text.length > 0)).toBe(true)
      expect(root?.attributes.get('role') ?? root?.name).toBe(root?.name === 'svg' ? 'img' : 'p')
    }
  })

  it('is drawn in the width it was given', () => {
    for (const { elements, width } of drawings) {
      const [root] = elements
      if (root?.name !== 'svg') continue
      expect(Number(root.attributes.get('width'))).toBe(width)
      const [, , across, down] = (root.attributes.get('viewBox') ?? '').split(' ').map(Number)
      expect([across, down]).toEqual([width, Number(root.attributes.get('height'))])
    }
  })

  it('refers to its own ids, which differ with the prefix', () => {
    for (const draw of [gapBar, fan, profile]) {
      const page = ['a', 'b'].flatMap((prefix) => elementsOf(draw('τ-bench', language, 672, prefix)))
      const ids = page.flatMap((each) => each.attributes.get('id') ?? [])
      expect(ids.length).toBeGreaterThan(3)
      expect(new Set(ids).size).toBe(ids.length)
      const used = page.flatMap((each) =>
        [...each.attributes.values()].flatMap((value) => /^url\(#(.+)\)$/.exec(value)?.[1] ?? []),
      )
      expect(used.filter((id) => byId(page, id) === undefined)).toEqual([])
    }
  })
})

const description = (drawing: ReactElement): string => labelsOf(elementsOf(drawing))[1]?.[1] ?? ''

describe('the accessible description of τ-bench', () => {
  it('of the gap bar has the shares, the interval and the levels', () => {
    expect(description(gapBar('τ-bench', 'en'))).toBe(
      '42% passes, 30% flaky, 28% never in 4. Interval of the reliability 27–59%. Levels: Assist 80%, Supervised 95%, Unattended 99%.',
    )
    expect(description(gapBar('τ-bench', 'ko'))).toBe(
      '통과 42%, 불안정 30%, 4회 모두 실패 28%. 신뢰도의 구간은 27–59%입니다. 수준: Assist 80%, Supervised 95%, Unattended 99%.',
    )
    expect(description(gapBar('no case', 'en'))).toBe('No case is complete yet.')
  })

  it('of the curves has every published figure', () => {
    expect(description(fan('τ-bench', 'en'))).toBe(
      'Chance that any of k attempts passes: 42% at 1, 57% at 2, 66% at 3, 72% at 4. Chance that all k pass: 42% at 1, 27% at 2, 22% at 3, 20% at 4. Unattended requires 99%.',
    )
    expect(description(fan('τ-bench', 'ko'))).toBe(
      'k번 중 한 번이라도 통과할 확률: k=1에서 42%, k=2에서 57%, k=3에서 66%, k=4에서 72%. k번 모두 통과할 확률: k=1에서 42%, k=2에서 27%, k=3에서 22%, k=4에서 20%. Unattended 수준은 99%를 요구합니다.',
    )
  })

  it('of the cases has each group, best first', () => {
    expect(description(profile('τ-bench', 'en'))).toBe(
      '10 cases passed 4 of 4, 4 cases passed 3 of 4, 10 cases passed 2 of 4, 12 cases passed 1 of 4, 14 cases passed 0 of 4',
    )
    expect(description(profile('one case, one repeat', 'en'))).toBe('1 case passed 1 of 1')
    expect(description(profile('one case, one repeat', 'ko'))).toBe('1회 중 1회 통과한 사례 1개')
  })
})

describe('what cannot be drawn', () => {
  it('is said in words', () => {
    expect(elementsOf(fan('one case, one repeat', 'en'))[0]?.text).toBe(
      'Only one repeat per case: a second one shows what trying again would buy.',
    )
    expect(elementsOf(fan('no case', 'ko'))[0]?.text).toBe('아직 완료된 사례가 없습니다.')
    expect(elementsOf(profile('no case', 'en'))[0]?.text).toBe('No case is complete yet.')
  })

  it('leaves an empty bar with the levels', () => {
    const elements = elementsOf(gapBar('no case', 'en'))
    expect(elements.filter((each) => each.attributes.get('class')?.startsWith('segment') === true)).toEqual(
      [],
    )
    expect(elements.filter((each) => each.attributes.get('class') === 'level')).toHaveLength(3)
    expect(elements.map((each) => each.text)).toContain('No case is complete yet.')
  })
})

describe('names', () => {
  it('are text, whatever they hold', () => {
    const name = '<b>"Bold" & \'co\'</b> {{level}}'
    const input = { ...gapBarInput(assessmentOf('τ-bench')), levels: [{ name, required: 0.9 }], target: name }
    const elements = elementsOf(<GapBar {...input} width={900} prefix="bar" />)
    expect(elements.map((each) => each.text)).toContain(`${name} 90% · target`)
    expect(elements.filter((each) => each.name === 'b')).toEqual([])
  })

  it('cannot turn the percentage beside them around', () => {
    const levels = [{ name: '\u202Etsissa', required: 0.9 }]
    const input = { ...gapBarInput(assessmentOf('τ-bench')), levels, target: levels[0]?.name ?? '' }
    const texts = elementsOf(<GapBar {...input} width={900} prefix="bar" />).map((each) => each.text)
    expect(texts).toContain('tsissa 90% · target')
    expect(texts.filter((text) => text.includes('\u202E'))).toEqual([])
  })

  it('that were shortened can be read in full', () => {
    const name = 'Level '.repeat(13).trim()
    const input = {
      ...gapBarInput(assessmentOf('τ-bench')),
      levels: [{ name, required: 0.5 }],
      target: 'other',
    }
    const titles = elementsOf(<GapBar {...input} width={240} prefix="bar" />).filter(
      (each) => each.name === 'title',
    )
    expect(titles.map((each) => each.text)).toEqual(['Where the gap is', `${name} 50%`])
  })
})

const odds = (logEvidence: number, language: Language = 'en'): string =>
  renderToStaticMarkup(<Odds translator={translatorFor(language)} logEvidence={logEvidence} />)

describe('odds', () => {
  it('set the power as one from ten thousand on', () => {
    expect(odds(25.767)).toBe('10<sup>11</sup>\u00A0:\u00A01')
    expect(odds(Math.log(20))).toBe('20\u00A0:\u00A01')
    expect(odds(-3.2)).toBe('under 1\u00A0:\u00A01')
    expect(odds(-3.2, 'ko')).toBe('1\u00A0:\u00A01 미만')
  })
})
