import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { CausesPareto, layOutCausesPareto, readCausesPareto } from '../../../shared/charts/index.ts'
import type { CausesParetoInput } from '../../../shared/charts/causes-pareto-layout.ts'
import type { Language } from '../../../shared/domain/settings.ts'
import { translatorFor } from '../../../shared/text/translator.ts'
import { type MarkupElement, parseMarkup } from './markup.ts'

/** 8 failures: four of one cause, two of another, one of a third, one that nobody labelled. */
const causes: CausesParetoInput['causes'] = [
  {
    cause: 'tool-error',
    name: 'Tool or integration error',
    lever: 'product-engineering',
    failures: 4,
    share: 0.5,
    cumulativeShare: 0.5,
  },
  {
    cause: 'reasoning-slip',
    name: 'Reasoning slip',
    lever: 'inference-scaling',
    failures: 2,
    share: 0.25,
    cumulativeShare: 0.75,
  },
  { cause: 'other', name: 'Other', lever: null, failures: 1, share: 0.125, cumulativeShare: 0.875 },
  { cause: null, name: null, lever: null, failures: 1, share: 0.125, cumulativeShare: 1 },
]

const input = (language: Language = 'en'): CausesParetoInput => ({
  causes,
  translator: translatorFor(language),
})

function elements(language: Language = 'en', width = 360): readonly MarkupElement[] {
  return parseMarkup(
    renderToStaticMarkup(<CausesPareto {...input(language)} width={width} prefix="pareto" />),
  )
}

describe('the bars', () => {
  it('are as long as there are failures, most first, on one scale', () => {
    const { rows } = layOutCausesPareto(input(), 360)
    const [most = 0, ...others] = rows.map((each) => each.barWidth)
    expect(others.map((each) => each / most)).toEqual([0.5, 0.25, 0.25])
    expect(rows.map((each) => each.y)).toEqual(rows.map((each) => each.y).toSorted((a, b) => a - b))
  })

  it('leave the figures their room at every width', () => {
    for (const width of [240, 300, 360, 700, 1400]) {
      const { rows, columns } = layOutCausesPareto(input(), width)
      expect(columns.cumulative).toBeLessThan(width)
      for (const { barWidth } of rows) expect(barWidth).toBeLessThan(columns.failures)
    }
  })

  it('tell the lever by a pattern and in words', () => {
    const drawn = elements()
    const bars = drawn.filter((each) => each.name === 'rect' && each.attributes.get('rx') === '1')
    const styles = bars.map((each) => ['fill', 'stroke-dasharray'].map((name) => each.attributes.get(name)))
    expect(new Set(styles.map((each) => JSON.stringify(each))).size).toBe(4)
    const texts = drawn.filter((each) => each.name === 'text').map((each) => each.text)
    expect(texts).toEqual(expect.arrayContaining(['product engineering', 'inference scaling', 'neither']))
    expect(texts).toContain('Not labelled')
  })
})

describe('the description', () => {
  it('has every cause with its failures, its share and its lever', () => {
    expect(elements().find((each) => each.name === 'desc')?.text).toBe(
      'Tool or integration error: 4 (50%), product engineering, Reasoning slip: 2 (25%), inference scaling, Other: 1 (13%), neither, Not labelled: 1 (13%)',
    )
    expect(elements('ko').find((each) => each.name === 'desc')?.text).toBe(
      '도구 또는 연동 오류: 4건(50%), 제품 엔지니어링, 추론 실수: 2건(25%), 추론 확장, 기타: 1건(13%), 해당 없음, 원인 미표시: 1건(13%)',
    )
  })

  it('of no failure says so', () => {
    const [only, more] = parseMarkup(
      renderToStaticMarkup(<CausesPareto {...input()} causes={[]} width={360} prefix="pareto" />),
    )
    expect(only?.text).toBe('No attempt failed.')
    expect(more).toBeUndefined()
  })
})

describe('names', () => {
  it('that are cut can be read in full', () => {
    const name = 'A cause that the team explains at length '.repeat(3).trim()
    const long = {
      ...input(),
      causes: causes.map((each) => (each.cause === 'other' ? { ...each, name } : each)),
    }
    const drawn = parseMarkup(renderToStaticMarkup(<CausesPareto {...long} width={300} prefix="pareto" />))
    expect(drawn.filter((each) => each.name === 'title').map((each) => each.text)).toContain(name)
    expect(drawn.some((each) => each.name === 'text' && each.text.endsWith('…'))).toBe(true)
  })
})

describe('what can be read off it', () => {
  it('is every row in words, and a table of all figures', () => {
    const { marks, table } = readCausesPareto(input(), 360)
    expect(marks.map((each) => each.text)).toEqual([
      'Tool or integration error: 4 (50%), together 50%; usual lever: product engineering',
      'Reasoning slip: 2 (25%), together 75%; usual lever: inference scaling',
      'Other: 1 (13%), together 88%; usual lever: neither',
      'Not labelled: 1 (13%), together 100%',
    ])
    expect(table.rows).toEqual([
      ['Tool or integration error', '4', '50%', '50%', 'product engineering'],
      ['Reasoning slip', '2', '25%', '75%', 'inference scaling'],
      ['Other', '1', '13%', '88%', 'neither'],
      ['Not labelled', '1', '13%', '100%', '–'],
    ])
    expect(table.columns).toHaveLength(5)
  })
})
