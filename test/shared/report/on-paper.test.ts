import type { Page } from '@playwright/test'
import { beforeAll, describe, expect, it } from 'vitest'
import { getDocumentProxy } from 'unpdf'
import { readFontsFor } from '../../../main/services/reports/fonts.ts'
import { papers } from '../../../shared/domain/report-options.ts'
import { languages } from '../../../shared/domain/settings.ts'
import { resourcesFolder } from '../../helpers/resources.ts'
import { openBrowser } from '../charts/browser.ts'
import { crowdedWorlds } from './crowded-worlds.ts'
import { paperPage, printed } from './pages.ts'
import { crowdedReport, type World, worldNames, worldReport } from './worlds.ts'

const browser = openBrowser()
let page: Page
beforeAll(async () => {
  page = await paperPage(await browser())
})

/** Where something is wider than its place: Chromium would then shrink every page until it fits. */
function overflows(): readonly string[] {
  const faults: string[] = []
  const { scrollWidth, clientWidth } = document.documentElement
  if (scrollWidth > clientWidth) faults.push(`the page is ${scrollWidth} px wide`)
  for (const each of document.querySelectorAll('body :not(.marginFaces)')) {
    const box = each.getBoundingClientRect()
    const what = `${each.tagName} ${each.textContent.slice(0, 40)}`
    if (box.right > clientWidth + 0.5 || box.left < -0.5) faults.push(`out of the page: ${what}`)
    if (/^T[HD]$/.test(each.tagName) && each.scrollWidth > each.clientWidth + 1)
      faults.push(`out of its cell: ${what}`)
  }
  return faults
}

/** Words that run over two lines: a level called Supervised is not to read "Supervi sed". */
function brokenWords(): readonly string[] {
  const broken: string[] = []
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    for (const { 0: word, index } of (node.textContent ?? '').matchAll(/\p{L}+/gu)) {
      const range = document.createRange()
      range.setStart(node, index)
      range.setEnd(node, index + word.length)
      const lines = new Set([...range.getClientRects()].map((box) => Math.round(box.top)))
      if (lines.size > 1) broken.push(word)
    }
  }
  return broken
}

/** Between the report's margins: 297 − 23 − 20 mm, and 279.4 − 19 − 15 mm. */
const paperHeightPx = { A4: (254 / 25.4) * 96, Letter: (245.4 / 25.4) * 96 }

/** Stays free at the least: names may be longer than those below. */
const reservePx = 16

/** How far page one reaches down, with what stands under it about parts that were left out. */
function firstPageHeight(): number {
  const [first, left] = [document.querySelector('.page'), document.querySelector('.page+.leftOut')]
  const top = first?.getBoundingClientRect().top ?? 0
  return ((left ?? first)?.getBoundingClientRect().bottom ?? 0) - top
}

function show(content: string): Promise<void> {
  return page.evaluate(async (body) => {
    document.body.innerHTML = body
    document.body.getBoundingClientRect()
    await document.fonts.ready
  }, content)
}

function bodyOf(html: string): string {
  return html.slice(html.indexOf('<body>') + '<body>'.length, html.indexOf('</body>'))
}

describe.each(languages)('in %s', (language) => {
  const bodies = worldNames.map((world) => [world, bodyOf(worldReport(world, language))] as const)

  beforeAll(async () => {
    // Fonts for all of the reports: they are loaded once.
    const fonts = readFontsFor(bodies.map(([, body]) => body).join(''), resourcesFolder())
    await page.setContent(worldReport('tauBench', language, fonts))
  })

  it.each(bodies)('the report of %s fits the paper, with whole words', async (world, body) => {
    await show(body)
    expect(await page.evaluate(overflows)).toEqual([])
    const broken = await page.evaluate(brokenWords)
    // Names without a single space cannot but be broken.
    expect(broken.filter((word) => !/^[ZW]+$/.test(word))).toEqual([])
    expect(broken.length > 0).toBe(world === 'unbrokenNames')
  })
})

const pageOnes = languages.flatMap((language) => papers.map((paper) => [language, paper] as const))

describe.each(pageOnes)('page one in %s on %s', (language, paper) => {
  const full = Object.entries(crowdedWorlds(language))
  const reports: readonly (readonly [name: string, html: string])[] = [
    ...worldNames.map((world) => [world, worldReport(world, language, [], { paper })] as const),
    ...worldNames.map(
      (world) => [`${world} alone`, worldReport(world, language, [], { paper, detail: 'one-page' })] as const,
    ),
    ...full.map(([name, world]) => [name, crowdedReport(world, language, paper)] as const),
  ]

  beforeAll(async () => {
    const fonts = readFontsFor(reports.map(([, html]) => bodyOf(html)).join(''), resourcesFolder())
    await page.setContent(worldReport('tauBench', language, fonts, { paper }))
  })

  it.each(reports)('is one page: %s', async (_, html) => {
    await show(bodyOf(html))
    expect(await page.evaluate(firstPageHeight)).toBeLessThan(paperHeightPx[paper] - reservePx)
    expect(await page.evaluate(overflows)).toEqual([])
  })
})

describe('page one with all that it can hold', () => {
  it.each(papers)('is followed by the second on %s, as it is printed', async (paper) => {
    const world = crowdedWorlds('en')['six levels, everything']
    if (world === undefined) throw new Error('no such world')
    const pages = await printed(page, crowdedReport(world, 'en', paper))
    expect(pages[0]).toContain('How to read this')
    expect(pages[0]).toContain('The plan was changed 2 times after the first results.')
    expect(pages[0]).not.toContain('The levels were changed')
    expect(pages[1]).toContain('Page 2')
    expect(pages[1]).toMatch(/Evidence/u)
    expect(pages.slice(1).join(' ')).toContain('The levels were changed on 26 November 2026')
  })
})

describe('the PDF', () => {
  it('of τ-bench has five pages; the first decides alone', async () => {
    const pages = await printed(page, worldReport('tauBench'))
    expect(pages).toHaveLength(5)
    for (const words of [
      'Not ready for Unattended',
      'Build a verifier',
      'What was tested',
      'How to read this',
    ]) {
      expect(pages[0]).toContain(words)
    }
    expect(pages[1]).toContain('Evidence as cases came in')
    expect(pages[2]).toContain('Trying more than once')
    expect(pages[4]).toContain('Fingerprint')
  })

  it('of many segments repeats the head of the table on each page it runs over', async () => {
    const pages = await printed(page, worldReport('segments'))
    const heads = pages.filter((text) => text.includes('Segment Cases Passes Interval'))
    expect(heads.length).toBeGreaterThanOrEqual(2)
    expect(pages.join(' ').match(/Segment \d+ 10 25% 14–56%/g)).toHaveLength(60)
    // It begins under its drawing, not on a page of its own.
    expect(pages.find((text) => text.includes('Segment 1 10'))).toContain('Worst segments')
  })
})

/** Of each page, how much of its height between the margins stands empty at its foot. */
async function emptyFeet(html: string): Promise<readonly number[]> {
  await page.setContent(html)
  await page.evaluate(() => document.fonts.ready)
  const pdf = await page.pdf({ preferCSSPageSize: true, printBackground: true })
  const read = await getDocumentProxy(new Uint8Array(pdf))
  const [top, foot] = [842 - 65, 57]
  return Promise.all(
    Array.from({ length: read.numPages }, async (_, index) => {
      const { items } = await (await read.getPage(index + 1)).getTextContent()
      const heights = items.flatMap((item) => {
        if (!('str' in item) || item.str.trim() === '') return []
        const y = Number(item.transform[5])
        return y > foot ? [y] : []
      })
      return (Math.min(top, ...heights) - foot) / (top - foot)
    }),
  )
}

describe('a page', () => {
  it.each(['twelveConfigurations', 'longSeries'] as const)(
    'is not left half empty for a table that goes on over the next: %s',
    async (world) => {
      const feet = await emptyFeet(worldReport(world))
      // Page one stands alone, and the last ends where the report does. A picture is not divided.
      expect(feet.slice(1, -1).filter((empty) => empty > 0.5)).toEqual([])
    },
  )
})

function squeezed(text: string): string {
  return text.replaceAll(/\s+/gu, '')
}

/** Headings that nothing follows on their page. */
async function loneHeadings(world: World): Promise<readonly string[]> {
  const html = worldReport(world)
  const pages = await printed(page, html)
  const headings = [...html.matchAll(/<h[123][^>]*>(.*?)<\/h[123]>/gs)]
    .map(([, heading = '']) => squeezed(heading.replaceAll(/<[^>]*>/g, '')))
    .filter((heading) => heading !== '')
  return pages.flatMap((text) => {
    // What stands above and under every page comes before all else.
    const [, body = ''] = /Page\d+of\d+(.*)$/u.exec(squeezed(text)) ?? []
    return body === '' ? ['an empty page'] : headings.filter((heading) => body.endsWith(heading))
  })
}

describe('a heading', () => {
  it.each(['segments', 'manyRepeats', 'twelveConfigurations', 'longNames', 'longSeries'] as const)(
    'never stands alone at the foot of a page: %s',
    async (world) => {
      expect(await loneHeadings(world)).toEqual([])
    },
  )
})
