import type { Page } from '@playwright/test'
import { beforeAll, describe, expect, it } from 'vitest'
import type { AssessmentInput } from '../../../shared/assessment/index.ts'
import { completeTask } from '../../../shared/domain/task.ts'
import { textWidth } from '../../../shared/charts/text-width.ts'
import { tauBench } from '../assessment/records.ts'
import { openBrowser } from '../charts/browser.ts'
import { paperPage, printed } from './pages.ts'
import { reportOf } from './worlds.ts'

const browser = openBrowser()

const hostile = [
  '</style><script>globalThis.ran = true</script>',
  '</title><script>globalThis.ran = true</script>',
  '<img src=x onerror="globalThis.ran = true">',
  '"} body{display:none} @page{size:10px} x{content:"',
  'ends with a backslash \\',
  'a\\"b\\27 c\\000022 d',
  'one\nline\r\nand\u2028another\u2029one\fmore',
  '<!-- no comment ]]> */ /*',
  'url(http://example.org/x.png)',
  '{{page}} of {{pages}} $t(report.title)',
  'counter(page) \uE000 of \uE001',
  '&lt;b&gt; &amp; &#x27;',
  '긴 이름의 작업 '.repeat(55).trim(),
  'W'.repeat(500),
]

/** τ-bench with this name wherever a team gives one. */
function namedThroughout(name: string): AssessmentInput {
  const { configuration } = tauBench()
  const short = name.slice(0, 80).trim()
  return {
    task: completeTask({
      name,
      levels: [{ name: short, required: 0.99 }],
      target: short,
      causes: [{ key: 'ours', name: short, lever: 'product-engineering' }],
    }),
    configuration: {
      ...configuration,
      name,
      causes: [{ cause: 'ours', failures: 116 }],
      loggers: [{ name, trials: 200 }],
      segments: [{ segment: name, classes: configuration.classes }],
    },
    others: [],
  }
}

/** What stays the same whatever the names are, and the words where names stand. */
async function inspect(page: Page, html: string) {
  await page.setContent(html)
  return page.evaluate(() => {
    const rules = [...(document.styleSheets[0]?.cssRules ?? [])]
    const [segment, configuration, heading] = [
      '[aria-labelledby=segments] tbody th',
      '[aria-labelledby=what] tr:nth-child(2) td',
      'h1',
    ].map((selector) => document.querySelector(selector)?.textContent.replaceAll(/\s+/gu, ' ').trim())
    const tags = [...document.querySelectorAll('*')].map((each) => each.tagName)
    return {
      // A level label that had to be shortened has a title of its own in the chart.
      structure: tags.filter((tag) => tag !== 'title').join(' '),
      rules: rules.map((rule) => rule.constructor.name).join(' '),
      paper: rules.find((rule) => rule.cssText.startsWith('@page'))?.cssText.includes('size: a4'),
      display: getComputedStyle(document.body).display,
      ran: 'ran' in globalThis,
      title: document.title.replaceAll(/\s+/gu, ' ').trim(),
      segment,
      configuration,
      heading,
    }
  })
}

/** A name that is wider than a table has room for, in em, is shortened there; the data page has it whole. */
const widestSegment = 38
const widestLevel = 18

/** Whether `text` is the name, or its beginning and its end where it is wider than that. */
function stands(name: string, text: string, widest: number): boolean {
  const [start = '', end] = text.split(' … ')
  const whole = asLine(name)
  if (textWidth(name, 1) <= widest) return text === whole
  return end !== undefined && whole.startsWith(start) && whole.endsWith(end) && textWidth(text, 1) <= widest
}

const asLine = (text: string): string => text.replaceAll(/\s+/gu, ' ').trim()

let page: Page
let plain: Awaited<ReturnType<typeof inspect>>
beforeAll(async () => {
  page = await paperPage(await browser())
  plain = await inspect(page, reportOf(namedThroughout('Plain')))
})

describe('names in a report', () => {
  it.each(hostile)('%j are text: no script runs, style sheet and markup stay whole', async (name) => {
    const { heading, segment = '', ...found } = await inspect(page, reportOf(namedThroughout(name)))
    expect(found).toEqual({
      structure: plain.structure,
      rules: plain.rules,
      paper: true,
      display: 'block',
      ran: false,
      title: asLine(`Reliability assessment: ${name}`),
      configuration: asLine(name),
    })
    expect(stands(name, segment, widestSegment)).toBe(true)
    // The marks that colour the verdict's own words are taken out of a name there.
    const level = name
      .slice(0, 80)
      .trim()
      .replaceAll(/[\uE000\uE001]/g, '')
    const told = /^Not ready for (.*) \(99%\)\./.exec(heading ?? '')?.[1] ?? ''
    expect(stands(level, told, widestLevel)).toBe(true)
  })
})

describe('the head of every printed page', () => {
  it('shows names as they are', async () => {
    const name = '</style> "yes" \\ \'no\' {{page}} $t(report.title) 왕복'
    const input = namedThroughout(name)
    const configuration = { ...input.configuration, name: 'gpt-4o' }
    const pages = await printed(page, reportOf({ ...input, configuration }))
    expect(pages.length).toBeGreaterThan(2)
    for (const [index, text] of pages.entries()) {
      expect(text).toContain('Reliability assessment')
      expect(text).toContain(`${name} · gpt-4o · 2 January 2025`)
      expect(text).toContain(`Page ${index + 1} of ${pages.length}`)
      expect(text).toContain('Nines 0.1.0 · method 3 · data sha256 0000…0000')
    }
  })

  it('shortens long names and keeps the date', async () => {
    const name = 'Airline rebooking with everything in it '.repeat(12).trim()
    const [first] = await printed(page, reportOf(namedThroughout(name)))
    expect(first).toMatch(/Airline [\w ]+… · Airline [\w ]+… · 2 January 2025/)
  })

  it('is not turned around by a name', async () => {
    const [first] = await printed(page, reportOf(namedThroughout('\u202Eytisrever')))
    expect(first).toContain('ytisrever · ytisrever · 2 January 2025')
  })
})
