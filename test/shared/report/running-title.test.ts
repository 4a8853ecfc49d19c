import { getDocumentProxy } from 'unpdf'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Page } from '@playwright/test'
import { readFontsFor } from '../../../main/services/reports/fonts.ts'
import { languages } from '../../../shared/domain/settings.ts'
import { resourcesFolder } from '../../helpers/resources.ts'
import { openBrowser } from '../charts/browser.ts'
import { paperPage } from './pages.ts'
import { inputOf, reportOf } from './worlds.ts'

const browser = openBrowser()
let page: Page
beforeAll(async () => {
  page = await paperPage(await browser())
})

interface Piece {
  readonly text: string
  readonly from: number
  readonly to: number
}

/** What stands over the second page, from left to right, in points. */
async function overSecondPage(html: string): Promise<readonly Piece[]> {
  await page.setContent(html)
  await page.evaluate(() => document.fonts.ready)
  const pdf = await page.pdf({ preferCSSPageSize: true, printBackground: true })
  const read = await getDocumentProxy(new Uint8Array(pdf))
  const { items } = await (await read.getPage(2)).getTextContent()
  return items
    .flatMap((item) => {
      if (!('str' in item)) return []
      const [, , , , x = 0, y = 0] = item.transform.map(Number)
      // A4 is 842 points high; the margin is 23 mm.
      return y > 842 - 60 ? [{ text: item.str, from: x, to: x + item.width }] : []
    })
    .toSorted((a, b) => a.from - b.from)
}

const names = {
  'of Hebrew': 'שלום עולם טיסה מבוטלת',
  'of Arabic': 'مرحبا بالعالم رحلة ملغاة',
  'of letters with marks piled up': `Z${'\u0351\u036B\u0343\u033D'.repeat(8)}`.repeat(9),
  'of a sign as wide as ten letters': '\uFDFD'.repeat(8),
} as const

const date = { en: '2 January 2025', ko: '2025년 1월 2일' } as const

describe.each(languages)('the running title in %s', (language) => {
  it.each(Object.entries(names))('ends with the whole date beside a name %s', async (_, name) => {
    const input = inputOf('tauBench')
    const report = {
      ...input,
      configuration: { ...input.configuration, name, lastLoggedAt: '2025-01-02T10:00:00.000Z' },
    }
    const plain = reportOf(report, language)
    const pieces = await overSecondPage(reportOf(report, language, readFontsFor(plain, resourcesFolder())))
    const words = pieces.map(({ text }) => text).join('')
    expect(words.replaceAll(/\s+/gu, ' ').trim().endsWith(`· ${date[language]}`)).toBe(true)
    // The text ends 16 mm from the edge of the paper, 210 mm wide.
    expect(Math.max(...pieces.map(({ to }) => to))).toBeLessThan(((210 - 16) / 25.4) * 72 + 1)
  })
})
