import type { Page } from '@playwright/test'
import { beforeAll, describe, expect, it } from 'vitest'
import { createChromiumPrinter } from '../../../main/hosting/chromium/print.ts'
import { readFontsFor } from '../../../main/services/reports/fonts.ts'
import type { ReportCase } from '../../../shared/domain/report-cases.ts'
import { type Language, languages } from '../../../shared/domain/settings.ts'
import type { Paper } from '../../../shared/domain/report-options.ts'
import type { ReportFont } from '../../../shared/report/font.ts'
import { renderReport } from '../../../shared/report/index.tsx'
import { resourcesFolder } from '../../helpers/resources.ts'
import { unpackedText } from '../../main/hosting/unpacked-pdf.ts'
import { tauBench } from '../assessment/records.ts'
import { openBrowser } from '../charts/browser.ts'
import { assessed } from '../text/sample.ts'
import { paperPage, printed } from './pages.ts'
import { dataOf } from './report-data.ts'

const browser = openBrowser()
let page: Page
beforeAll(async () => {
  page = await paperPage(await browser())
})

function trial(repeat: number, given: Partial<ReportCase['trials'][number]> = {}) {
  return { repeat, outcome: 'fail', counts: true, cause: null, note: null, ...given } as const
}

const usual: ReportCase = {
  case: 'ticket',
  segment: 'EU',
  passes: 2,
  trials: [trial(1), trial(2, { outcome: 'pass' }), trial(3, { cause: 'tool-error' }), trial(4)],
}

function reportOf(
  told: readonly ReportCase[],
  paper: Paper = 'A4',
  coverNote = '',
  language: Language = 'en',
  fonts: readonly ReportFont[] = [],
): string {
  const input = { ...tauBench(), others: [] }
  const content = { ...dataOf(input, assessed(input)), appendix: { total: told.length, told }, loggers: null }
  return renderReport({ ...content, detail: 'full', paper, coverNote, language, appVersion: '0.1.0', fonts })
}

/** Everything that reaches out of the page, or out of its cell. */
function overflows(): readonly string[] {
  const { scrollWidth, clientWidth } = document.documentElement
  const cells = [...document.querySelectorAll('.cases :is(th, td)')]
  return [
    ...(scrollWidth > clientWidth ? [`the page is ${scrollWidth} px wide`] : []),
    ...cells.filter((each) => each.scrollWidth > each.clientWidth + 1).map((each) => each.textContent),
  ]
}

describe('the appendix on paper', () => {
  it('repeats its head on every page and cuts no row in two', async () => {
    const told = Array.from({ length: 150 }, (_, index) => ({ ...usual, case: `ticket ${index + 1}` }))
    const pages = (await printed(page, reportOf(told))).filter((text) => /ticket \d/.test(text))
    expect(pages.length).toBeGreaterThanOrEqual(4)
    for (const text of pages) expect(text).toContain('Case Segment Attempts Passed Causes and notes')
    const found = pages.flatMap(
      (text) => text.match(/ticket \d+ EU FPFF 2 of 4 3: Tool or integration error/g) ?? [],
    )
    expect(found).toHaveLength(150)
    expect(pages[0]).toContain('Every case')
  })

  it.each([
    ['long English names', 'Rebooking of passengers whose flights were cancelled '.repeat(9)],
    ['long Korean names', '출발 이십사 시간 이내에 연결편이 취소된 승객의 재예약 '.repeat(12)],
    ['names without a space', 'W'.repeat(500)],
  ])('holds %s, thousand attempts and long notes', async (_, text) => {
    const trials = Array.from({ length: 1000 }, (__, index) =>
      trial(index + 1, { cause: text.slice(0, 60), note: text }),
    )
    await page.setContent(
      reportOf([{ case: text.trim(), segment: text.slice(0, 200), passes: 0, trials }, usual]),
    )
    expect(await page.evaluate(overflows)).toEqual([])
  })

  it.each(languages)('tells in whole words that a case is not complete, in %s', async (language) => {
    const open = { ...usual, passes: null }
    const untold = { ...open, trials: [trial(1)] }
    const fonts = readFontsFor('incomplete 미완료', resourcesFolder())
    for (const told of [[open], [untold], [{ ...untold, segment: null }]]) {
      await page.setContent(reportOf(told, 'A4', '', language, fonts))
      await page.evaluate(() => document.fonts.ready)
      const lines = await page.evaluate(() =>
        [...document.querySelectorAll('td.passes')].map((cell) => {
          const range = document.createRange()
          range.selectNodeContents(cell)
          return { words: cell.textContent, lines: range.getClientRects().length }
        }),
      )
      expect(lines).toEqual([{ words: language === 'ko' ? '미완료' : 'incomplete', lines: 1 }])
      expect(await page.evaluate(overflows)).toEqual([])
    }
  })

  it('has no empty column where nobody noted anything', async () => {
    const html = reportOf([
      { ...usual, segment: null, trials: usual.trials.map((each) => ({ ...each, cause: null })) },
    ])
    const head = /<table aria-labelledby="appendix".*?<\/thead>/s.exec(html)?.[0] ?? ''
    expect([...head.matchAll(/<th scope="col">(.*?)<\/th>/g)].map(([, text]) => text)).toEqual([
      'Case',
      'Attempts',
      'Passed',
    ])
  })
})

/** In points of 1/72 inch. */
const sizes = { A4: [595, 842], Letter: [612, 792] } as const

describe('the paper of a PDF', () => {
  it.each(['A4', 'Letter'] as const)('%s has its size on every page, and page one fits it', async (paper) => {
    const html = reportOf([usual], paper, 'First paragraph.\n\nSecond paragraph.')
    const pdf = await createChromiumPrinter().print(html)
    const boxes = [...unpackedText(pdf).matchAll(/\/MediaBox ?\[0 0 ([\d.]+) ([\d.]+)\]/g)]
    expect(boxes.length).toBeGreaterThan(2)
    for (const [, width, height] of boxes) {
      expect([Math.round(Number(width)), Math.round(Number(height))]).toEqual(sizes[paper])
    }
    const pages = await printed(page, html)
    expect(pages[0]).toContain('How to read this')
    expect(pages[1]).toContain('A note by the author')
    expect(pages[1]).toContain('Second paragraph.')
  })

  it('is as wide between its margins whichever it is', async () => {
    // CSS has 96 px to the inch and 25.4 mm: 210 − 2 × 16 mm, and 8.5 inches − 2 × 18.95 mm.
    for (const [paper, px] of [
      ['A4', ((210 - 2 * 16) / 25.4) * 96],
      ['Letter', (8.5 - (2 * 18.95) / 25.4) * 96],
    ] as const) {
      expect(px).toBeCloseTo(672.8, 0)
      expect(reportOf([usual], paper)).toContain(paper === 'A4' ? '23mm 16mm 20mm' : '19mm 18.95mm 15mm')
    }
  })
})
