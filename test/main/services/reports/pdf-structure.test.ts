import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Page } from '@playwright/test'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createChromiumPrinter } from '../../../../main/hosting/chromium/print.ts'
import { readFontsFor } from '../../../../main/services/reports/fonts.ts'
import { type Paper, papers, type ReportDetail } from '../../../../shared/domain/report-options.ts'
import { type Language, languages } from '../../../../shared/domain/settings.ts'
import { translatorFor } from '../../../../shared/text/translator.ts'
import { openTestCore } from '../../../helpers/core.ts'
import { resourcesFolder } from '../../../helpers/resources.ts'
import { temporaryFolder } from '../../../helpers/temporary-folder.ts'
import { openBrowser } from '../../../shared/charts/browser.ts'
import { type World, worldReport } from '../../../shared/report/worlds.ts'
import { readPage, type ReadPage } from './read-page.ts'
import { readPdf, type ReadPdf } from './read-pdf.ts'

/*
 * What the printed report must be for those who do not see it, or move through it by its bookmarks: held against its own
 * HTML, whatever sections and charts that has.
 */

const printer = createChromiumPrinter()
const browser = openBrowser()
let blank: Page
beforeAll(async () => {
  blank = await (await browser()).newPage()
})
afterAll(() => printer.close())

/** The sample's report, as it leaves the program. */
async function sampleReport(
  language: Language,
  options: { readonly paper?: Paper; readonly detail?: ReportDetail } = {},
): Promise<{ html: string; pdf: Uint8Array }> {
  const { client, close } = openTestCore({ printer })
  try {
    const { task } = await client.call('sample.open', {})
    const [html, pdf] = await Promise.all(
      (['html', 'pdf'] as const).map(async (format) => {
        const rendered = await client.call('report.render', { task, language, ...options, format })
        return Buffer.from(rendered.contentBase64, 'base64')
      }),
    )
    return { html: String(html), pdf: pdf ?? new Uint8Array() }
  } finally {
    close()
  }
}

async function worldsReport(world: World, language: Language): Promise<{ html: string; pdf: Uint8Array }> {
  const fonts = readFontsFor(worldReport(world, language), resourcesFolder())
  const html = worldReport(world, language, fonts)
  return { html, pdf: await printer.print(html) }
}

const reports: readonly {
  readonly name: string
  readonly language: Language
  readonly make: () => Promise<{ html: string; pdf: Uint8Array }>
}[] = [
  ...languages.map((language) => ({
    name: `the sample in ${language}`,
    language,
    make: () => sampleReport(language),
  })),
  { name: 'sixty segments', language: 'en', make: () => worldsReport('segments', 'en') },
  { name: 'long Korean names', language: 'ko', make: () => worldsReport('longKoreanNames', 'ko') },
  { name: 'no case at all', language: 'ko', make: () => worldsReport('noCase', 'ko') },
]

/** Words as they compare: lines are broken elsewhere in a PDF, and fonts draw some marks with the same glyph. */
function plain(text: string): string {
  return text
    .replaceAll(/[\s\u200B\u2060\u00AD]+/gu, '')
    .replaceAll('\u02BC', '\u2019')
    .normalize('NFC')
}

function spaced(text: string): string {
  return text.replaceAll(/\s+/gu, ' ').trim()
}

function times(text: string, label: string): number {
  return text.split(label).length - 1
}

/** Numbers and dictionaries of the objects that have this entry. */
function objectsWith({ objects }: ReadPdf, entry: RegExp): readonly (readonly [number, string])[] {
  return [...objects].filter(([, dictionary]) => entry.test(dictionary))
}

const activeEntries =
  /\/(?:JavaScript|JS|OpenAction|AA|Launch|SubmitForm|ImportData|AcroForm|XFA|EmbeddedFiles?|RichMedia|Rendition|Movie|Sound)\b/gu

describe.each(reports)('the PDF of $name', ({ name, language, make }) => {
  let page: ReadPage
  let pdf: ReadPdf
  beforeAll(async () => {
    const made = await make()
    page = await readPage(blank, made.html)
    pdf = await readPdf(made.pdf)
  }, 60_000)

  it('says its title and its language, and has tags', () => {
    expect(pdf).toMatchObject({ language, title: page.title, marked: true })
    expect(page.language).toBe(language)
    expect(page.title).not.toBe('')
    const facts = [...pdf.objects.values()].join('\n')
    expect(facts).toContain('/DisplayDocTitle true')
    expect(facts).toContain('/StructTreeRoot')
    expect(facts).toContain('/Creator (Nines)')
    expect(facts).not.toContain('Mozilla')
  })

  it('has the headings of the page in their order, one first, and leaves no level out', () => {
    const headings = pdf.tags.flatMap(({ role, text }) =>
      /^H[1-6]$/u.test(role) ? [{ level: Number(role.slice(1)), text: plain(text) }] : [],
    )
    expect(headings).toEqual(page.headings.map(({ level, text }) => ({ level, text: plain(text) })))
    expect(headings.filter(({ level }) => level === 1)).toHaveLength(1)
    for (const [index, { level }] of headings.entries()) {
      expect(level).toBeLessThanOrEqual((headings[index - 1]?.level ?? 0) + 1)
    }
  })

  it('has a bookmark for every heading, as deep, that leads to where it is', () => {
    const bookmarks = pdf.bookmarks.map(({ title, level }) => ({ level, text: spaced(title) }))
    expect(bookmarks).toEqual(page.headings.map(({ level, text }) => ({ level, text: spaced(text) })))
    for (const { title, page: number } of pdf.bookmarks) {
      expect(plain(pdf.pages[number - 1] ?? '')).toContain(plain(title))
    }
  })

  it('has no element but those that PDF 1.5 knows', () => {
    const roles = [...pdf.objects.values()].flatMap((each) => /\/S ?\/(\w+)/u.exec(each)?.[1] ?? [])
    expect(roles).toContain('H1')
    // They came with PDF 2.0, and no map says what they stand for.
    expect(
      roles.filter((role) => /^(?:Strong|Em|Sub|Title|Aside|FENote|DocumentFragment)$/u.test(role)),
    ).toEqual([])
  })

  it('holds every power of ten as one, for who copies it or has it read aloud', () => {
    const powers = page.text.match(/10[⁰¹²³⁴-⁹]+\u00A0:\u00A01/gu) ?? []
    expect(powers.length > 0).toBe(name !== 'no case at all')
    const printed = plain(pdf.pages.join(''))
    expect(powers.filter((power) => !printed.includes(plain(power)))).toEqual([])
    expect(printed).not.toMatch(/(?<![\d,.])10\d+:1(?!\d)/u)
  })

  it('says of every picture what it shows', () => {
    const figures = pdf.tags.filter(({ role }) => role === 'Figure').map(({ alt }) => plain(alt ?? ''))
    expect(figures).toEqual(page.figures.map(plain))
    // A name alone does not tell what there is to see.
    const names = new Set(page.headings.map(({ text }) => plain(text)))
    expect(figures.filter((alt) => alt === '' || names.has(alt))).toEqual([])
  })

  it('has each label with a halo as often as the page', () => {
    const labels = page.labels.map(({ text }) => plain(text))
    const halos = page.labels.filter(({ hasHalo }) => hasHalo).map(({ text }) => plain(text))
    const printed = plain(pdf.pages.join(''))
    expect(halos.length).toBeGreaterThan(0)
    expect(halos.map((label) => [label, times(printed, label)])).toEqual(
      halos.map((label) => [label, times(plain(page.text), label) + times(labels.join('\n'), label)]),
    )
  })

  it('has tables whose heads are heads, again on each page that goes on with one', () => {
    const heads: string[][] = []
    /** What should stand again over the rows on a further page. */
    const again: string[] = []
    for (const { role, children } of pdf.tags) {
      if (!role.startsWith('Table')) continue
      const cells = children.flatMap((row) => row.children.filter((cell) => cell.role === 'TH'))
      const words = cells.map(({ text }) => plain(text))
      if (role === 'Table') heads.push(words)
      else {
        // A row that goes on has its head on the page before.
        heads.at(-1)?.push(...words.filter((word) => word !== ''))
        again.push(plain(page.tables[heads.length - 1]?.columns.join('') ?? ''))
      }
    }
    expect(heads).toEqual(page.tables.map(({ columns, rows }) => [...columns, ...rows].map(plain)))
    // Some tables have no words over their columns.
    expect(pdf.repeatedHeads.map((head) => plain(head.join('')))).toEqual(again.filter((head) => head !== ''))
    expect(pdf.repeatedHeads.length > 0).toBe(name === 'sixty segments')
    const facts = [...pdf.objects.values()].join('\n')
    const scoped = (scope: string): number => facts.split(`/Scope /${scope}`).length - 1
    expect(scoped('Column')).toBe(page.tables.flatMap(({ columns }) => columns).length)
    expect(scoped('Row')).toBe(page.tables.flatMap(({ rows }) => rows).length)
  })

  it('lists its parts in the order of their names, each with where it is', () => {
    const [list, ...others] = objectsWith(pdf, /\/Limits \[\(node/u)
    expect(others).toEqual([])
    const entries = [...(list?.[1] ?? '').matchAll(/\((node\d{8})\) (\d+) 0 R/gu)]
    const names = entries.map(([, part]) => part)
    expect(names).toEqual(names.map((_, index) => `node${String(index + 1).padStart(8, '0')}`))
    expect(list?.[1]).toContain(`/Limits [(${names.at(0)}) (${names.at(-1)})]`)
    for (const [, part, object] of entries) expect(pdf.objects.get(Number(object))).toContain(`/ID (${part})`)
    expect(entries).toHaveLength(objectsWith(pdf, /\/ID \(node\d{8}\)/u).length)
  })

  it('is read in the order of the page, every word of it', () => {
    const spoken = (tag: ReadPdf['tags'][number]): string => {
      // Numbers of a list stand in its style, not in its words; pictures have their description.
      if (tag.role === 'Figure' || tag.role === 'Lbl') return ''
      return tag.children.length === 0 ? tag.text : tag.children.map(spoken).join('')
    }
    const documents = pdf.tags.filter(({ role }) => role === 'Document')
    expect(plain(documents.map(spoken).join(''))).toBe(plain(page.text))
  })

  it('says on every page which one it is, and of how many', () => {
    const { t } = translatorFor(language)
    for (const [index, text] of pdf.pages.entries()) {
      expect(plain(text)).toContain(plain(t('report.page', { page: index + 1, pages: pdf.pages.length })))
    }
  })

  it('carries its fonts, of each only what it shows, and how to read their glyphs', () => {
    const descriptors = objectsWith(pdf, /\/Type \/FontDescriptor\b/u)
    const names = descriptors.map(([, each]) => /\/FontName \/[A-Z]{6}\+(\S+)/u.exec(each)?.[1])
    // None of the computer that printed it: the same report is the same on each. Korean ones only where they are needed.
    const inter = ['Inter-Regular', 'Inter-SemiBold']
    const korean = ['NotoSansKR-Regular', 'NotoSansKR-SemiBold']
    expect(new Set(names)).toEqual(new Set(language === 'ko' ? [...inter, ...korean] : inter))
    expect(names).toHaveLength(language === 'ko' ? 4 : 2)
    for (const [, each] of descriptors) expect(each).toMatch(/\/FontFile[23]? \d+ 0 R/u)
    // A font of Type 3 would be drawings instead of letters.
    expect(objectsWith(pdf, /\/Subtype \/Type3\b/u)).toEqual([])
    const fonts = objectsWith(pdf, /\/Subtype \/(?:Type0|TrueType|Type1)\b/u)
    expect(fonts).toHaveLength(names.length)
    for (const [, each] of fonts) expect(each).toMatch(/\/ToUnicode \d+ 0 R/u)
  })

  it('has links that lead somewhere', () => {
    expect(page.links.length).toBeGreaterThanOrEqual(6)
    // None breaks over two lines, where it would be two links.
    expect(pdf.links).toHaveLength(page.links.length)
    for (const [index, { href, to }] of page.links.entries()) {
      const link = pdf.links[index]
      expect([href, link?.url]).toEqual([href, null])
      expect(plain(pdf.pages[(link?.page ?? 0) - 1] ?? '')).toContain(plain(to ?? 'nothing'))
    }
  })

  it('does nothing by itself, on paper and on screen', () => {
    expect([...pdf.objects.values()].join('\n').match(activeEntries)).toBeNull()
    expect(page.active).toEqual([])
  })
})

describe.each(papers)('the sample on %s', (paper) => {
  it.each(languages)('ends on a full page, in %s', async (language) => {
    const { pdf } = await sampleReport(language, { paper })
    const { pages } = await readPdf(pdf)
    expect(pages).toHaveLength(5)
    const { t } = translatorFor(language)
    expect(plain(pages.at(-1) ?? '')).toContain(plain(t('report.parts.data.title')))
  })
})

describe('the sample with every case', () => {
  it('leads from the cases that never passed to their rows', async () => {
    const { html, pdf } = await sampleReport('en', { detail: 'full' })
    const { links } = await readPage(blank, html)
    const read = await readPdf(pdf)
    expect(read.links).toHaveLength(links.length)
    const rows = links.flatMap(({ href, to }, index) =>
      href.startsWith('#case-') ? [{ to: plain(to ?? ''), page: read.links[index]?.page ?? 0 }] : [],
    )
    expect(rows).toHaveLength(14)
    for (const { to, page } of rows) {
      // Each of them failed all of its four attempts.
      expect(to).toMatch(/^airline-\d\dFFFF0of4$/)
      expect(plain(read.pages[page - 1] ?? '')).toContain(to)
    }
  })
})

describe.each(languages)('the saved page in %s', (language) => {
  const folder = temporaryFolder('saved-page')

  it('prints as the report does, from any browser', async () => {
    const { html, pdf } = await sampleReport(language)
    const file = join(folder, `${language}.html`)
    writeFileSync(file, html)
    await blank.goto(pathToFileURL(file).href)
    const printed = await blank.pdf({ preferCSSPageSize: true, printBackground: true, tagged: true })
    expect((await readPdf(printed)).pages).toEqual((await readPdf(pdf)).pages)
  })
})
