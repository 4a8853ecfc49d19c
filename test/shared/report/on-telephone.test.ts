import type { Page } from '@playwright/test'
import { beforeAll, describe, expect, it } from 'vitest'
import { readFontsFor } from '../../../main/services/reports/fonts.ts'
import { languages } from '../../../shared/domain/settings.ts'
import { resourcesFolder } from '../../helpers/resources.ts'
import { openBrowser } from '../charts/browser.ts'
import { type World, worldReport } from './worlds.ts'

const browser = openBrowser()
let page: Page
beforeAll(async () => {
  page = await (await browser()).newPage({ viewport: { width: 390, height: 844 } })
})

/** What reaches out of the page; what stands in a table that is wider is reached by moving the table. */
function outside(): readonly string[] {
  const { scrollWidth, clientWidth } = document.documentElement
  const found = [...document.querySelectorAll('body :not(.marginFaces)')].filter((each) => {
    const { left, right } = each.getBoundingClientRect()
    return (right > clientWidth + 0.5 || left < -0.5) && each.closest('.table') === null
  })
  return [
    ...(scrollWidth > clientWidth ? [`the page is ${scrollWidth} px wide`] : []),
    ...found.map((each) => `${each.tagName} ${each.textContent.slice(0, 40)}`),
  ]
}

/** The widest of what a table has beside its place. */
function tableOverflow(id: string): number {
  const place = document.querySelector(`.table:has([aria-labelledby="${id}"])`)
  return place === null ? Number.NaN : place.scrollWidth - place.clientWidth
}

const worlds: readonly World[] = [
  'tauBench',
  'twelveConfigurations',
  'twelveLevels',
  'longSeries',
  'longKoreanNames',
  'unbrokenNames',
]

describe.each(languages)('the saved page in %s, 390 px wide', (language) => {
  it.each(worlds)('stands in one column that holds all of it: %s', async (world) => {
    const plain = worldReport(world, language)
    await page.setContent(worldReport(world, language, readFontsFor(plain, resourcesFolder())))
    await page.evaluate(() => document.fonts.ready)
    expect(await page.evaluate(outside)).toEqual([])
  })

  it('has what decides without moving a table', async () => {
    await page.setContent(worldReport('tauBench', language))
    const overflows = await Promise.all(
      ['levels', 'compute', 'tested'].map(async (id) => await page.evaluate(tableOverflow, id)),
    )
    expect(overflows).toEqual([0, 0, 0])
  })
})
