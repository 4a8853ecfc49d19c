import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { EvidenceOverCases, readEvidenceHistory } from '../../../shared/charts/index.ts'
import { layOutEvidenceHistory, signedEvidence } from '../../../shared/charts/evidence-history-layout.ts'
import { languages } from '../../../shared/domain/settings.ts'
import { translatorFor } from '../../../shared/text/translator.ts'
import { histories, historyOf } from './histories.ts'
import { parseMarkup } from './markup.ts'

const translator = translatorFor('en')
const names = Object.keys(histories)

function history(name: string) {
  const found = histories[name]
  if (found === undefined) throw new Error(`no history ${name}`)
  return found
}

function layout(name: string, width = 600) {
  return layOutEvidenceHistory({ history: history(name), translator }, width, 10, 200)
}

describe('evidence as one number', () => {
  it('is above 0 for meets, below for short, and 0 where neither is above even odds', () => {
    expect(signedEvidence({ logEvidenceMeets: 2.5, logEvidenceShort: -4 })).toBe(2.5)
    expect(signedEvidence({ logEvidenceMeets: -30, logEvidenceShort: 7 })).toBe(-7)
    expect(signedEvidence({ logEvidenceMeets: -0.1, logEvidenceShort: -0.2 })).toBe(0)
  })
})

const texts = (width: number) => layout('all fail', width)?.decisions.map((each) => each.text)

const described = (name: string): string | undefined =>
  parseMarkup(
    renderToStaticMarkup(
      <EvidenceOverCases
        history={history(name)}
        translator={translator}
        width={600}
        height={236}
        prefix="history"
      />,
    ),
  ).find((each) => each.name === 'desc')?.text

describe('the plot', () => {
  it('has even odds between the two lines that decide, and all of them at the same odds', () => {
    for (const name of names.filter((each) => each !== 'no case')) {
      const found = layout(name)
      const [meets, short] = found?.decisions ?? []
      const decides = -Math.log(history(name).alpha)
      expect(found?.y.invert(meets?.y ?? 0)).toBeCloseTo(decides, 9)
      expect(found?.y.invert(short?.y ?? 0)).toBeCloseTo(-decides, 9)
      expect(found?.y(0)).toBeCloseTo(((meets?.y ?? 0) + (short?.y ?? 0)) / 2, 9)
    }
  })

  it('keeps the curve, its ticks and the decisions inside, at every width', () => {
    for (const name of names) {
      for (const width of [160, 300, 600, 1400]) {
        const found = layout(name, width)
        if (found === null) continue
        const heights = [
          ...found.oddsTicks.map((each) => each.y),
          ...found.decisions.map((each) => each.y),
          found.end.y,
        ]
        expect(Math.min(...heights)).toBeGreaterThanOrEqual(10)
        expect(Math.max(...heights)).toBeLessThanOrEqual(200)
        expect(found.plotWidth).toBeLessThanOrEqual(width)
      }
    }
  })

  it('begins at even odds without a case, and ends where the evidence stands', () => {
    const found = layout('all fail')
    expect(found?.path.startsWith(`M0,${Math.round((found.y(0) ?? 0) * 100) / 100}`)).toBe(true)
    expect(found?.end.logEvidence).toBe(-(history('all fail').points.at(-1)?.logEvidenceShort ?? 0))
  })

  it('names the first count, the last, and whole ones between', () => {
    expect(layout('all fail')?.countTicks).toEqual([0, 20, 40, 60, 80, 100, 120])
    expect(layout('one case')?.countTicks).toEqual([0, 1])
  })

  it('says less at the lines where there is less room', () => {
    expect(texts(600)).toEqual(['meets: decided from here on', 'short: decided from here on'])
    expect(texts(200)).toEqual(['meets', 'short'])
  })
})

describe('the drawing', () => {
  it.each(languages)('has finite numbers, a title and a description in %s', (language) => {
    for (const name of names) {
      const elements = parseMarkup(
        renderToStaticMarkup(
          <EvidenceOverCases
            history={history(name)}
            translator={translatorFor(language)}
            width={600}
            height={236}
            prefix="history"
          />,
        ),
      )
      const values = elements.flatMap((each) => [...each.attributes.values()])
      expect(values.filter((each) => /NaN|undefined|Infinity|\de[+-]/.test(each))).toEqual([])
      expect(elements.map((each) => each.name).slice(0, 3)).toEqual(
        name === 'no case' ? ['p'] : ['svg', 'title', 'desc'],
      )
    }
  })

  it('is described by where it stands now', () => {
    // One case that passed once of twice against 90%: the mean of 1 + c · (0.9 − 0.5) / 0.1 is 1 + 4 / 2.
    expect(described('one case')).toBe(
      'Evidence about Supervised (90%) after 1 complete case: 3\u00A0:\u00A01 that it falls short. 20\u00A0:\u00A01 decides.',
    )
    expect(described('rounds')).toMatch(
      /^Evidence about Supervised \(90%\) over 4 complete rounds, now [\d.]+\u00A0:\u00A01 that it/,
    )
  })
})

describe('what can be read off it', () => {
  it('is every point with its evidence in words, where it is drawn', () => {
    const given = { history: historyOf([1]), translator }
    const { marks, table } = readEvidenceHistory(given, 600, 236)
    expect(marks).toHaveLength(1)
    expect(marks[0]?.text).toBe('after 1 case: 50% passed, 3\u00A0:\u00A01 that it falls short')
    expect(marks[0]?.x).toBeGreaterThan(400)
    expect(table.columns.map((each) => each.title)).toEqual([
      'Complete cases',
      'Passed so far',
      'That it meets',
      'That it falls short',
    ])
    // 1 − c · (0.9 − 0.5) / 0.9 is below 1 for every bettor.
    expect(table.rows).toEqual([['1', '50.0%', 'under 1\u00A0:\u00A01', '3\u00A0:\u00A01']])
  })

  it('is nothing without a case', () => {
    expect(readEvidenceHistory({ history: history('no case'), translator }, 600, 236)).toMatchObject({
      marks: [],
      table: { rows: [] },
    })
  })
})
