import { readFileSync } from 'node:fs'
import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { getDocumentProxy } from 'unpdf'
import { afterAll, afterEach, describe, expect, it } from 'vitest'
import { createChromiumPrinter } from '../../../../main/hosting/chromium/print.ts'
import { fontsOf, ownTemporaryFolder, realBrowser, textOf } from './browsers.ts'
import { unpackedText } from '../unpacked-pdf.ts'

const browser = realBrowser()
const own = ownTemporaryFolder()
afterAll(() => own.remove())
afterEach(() => own.assertNothingLeft())

const printer = createChromiumPrinter({ findBrowser: () => browser })

/** One face of Noto Sans KR, as a report embeds it. */
function fontFace(family: string, weight: 400 | 600): string {
  const path = `../../../../node_modules/@fontsource/noto-sans-kr/files/noto-sans-kr-latin-${weight}-normal.woff2`
  const base64 = readFileSync(fileURLToPath(new URL(path, import.meta.url)), 'base64')
  return `@font-face { font-family: '${family}'; src: url(data:font/woff2;base64,${base64}) format('woff2') }`
}

describe('the PDF', () => {
  it('holds the text, the page size of the report, tags, an outline and its language', async () => {
    const html = `<!doctype html><html lang="ko"><meta charset="utf-8"><title>신뢰도</title>
      <style>@page { size: A5 landscape }</style><h1>신뢰도 99%</h1><table><tr><th>Level</th></tr></table></html>`
    const pdf = await printer.print(html)
    expect(await textOf(pdf)).toContain('신뢰도 99%')
    const source = unpackedText(pdf)
    // A5 landscape is 210 × 148 mm: 595.3 × 419.5 points of 1/72 inch.
    const [, width, height] = /\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/.exec(source) ?? []
    expect(Number(width)).toBeCloseTo(595.3, -0.5)
    expect(Number(height)).toBeCloseTo(419.5, -0.5)
    expect(source).toContain('/StructTreeRoot')
    expect(source).toContain('/Outlines')
    expect(source).toMatch(/\/Lang \(ko\)/)
  })

  it('is set in the embedded fonts, one of them only in the page margins', async () => {
    const html = `<!doctype html><meta charset="utf-8"><style>
      ${fontFace('Body', 400)} ${fontFace('Margin', 600)}
      body { font-family: Body, monospace }
      @page { margin: 20mm; @bottom-center { font-family: Margin, monospace; content: 'Sheet ' counter(page) ' of ' counter(pages) } }
      </style><p>Reliable</p>`
    const pdf = await printer.print(html)
    expect(fontsOf(pdf)).toEqual(
      expect.arrayContaining(['NotoSansKRThin-Regular', 'NotoSansKRThin-SemiBold']),
    )
    expect(fontsOf(pdf)).toHaveLength(2)
    expect(await textOf(pdf)).toContain('Reliable')
    expect(await textOf(pdf)).toContain('Sheet 1 of 1')
  })

  it('is the same file when the same report is printed later', async () => {
    const html = `<!doctype html><html lang="en"><meta charset="utf-8"><title>A (B)</title><h1>신뢰도</h1></html>`
    const first = await printer.print(html)
    // The times that Chromium writes are of a second.
    await wait(1100)
    const second = await printer.print(html)
    expect(Buffer.compare(first, second)).toBe(0)
    expect(unpackedText(first)).not.toMatch(/CreationDate|ModDate/)
    const document = await getDocumentProxy(new Uint8Array(first))
    expect((await document.getMetadata()).info).toMatchObject({ Title: 'A (B)' })
  })

  it('is whole for a report far above the 2 MB that a data: address may have', async () => {
    const rows = Array.from(
      { length: 120 },
      (_, index) => `<p>row ${index}</p><!-- ${'x'.repeat(50_000)} -->`,
    )
    const text = await textOf(await printer.print(`<!doctype html>${rows.join('')}`))
    expect(text).toContain('row 0')
    expect(text).toContain('row 119')
  })

  it('keeps the links of a report', async () => {
    const html =
      '<!doctype html><a href="#end">to the end</a><a href="https://example.com/x">out</a><h2 id="end">End</h2>'
    const source = unpackedText(await printer.print(html))
    expect(source).toContain('https://example.com/x')
    expect(source).toMatch(/\/Dest/)
  })
})

describe('createChromiumPrinter', () => {
  it('prints several at once, each its own', async () => {
    const names = ['one', 'two', 'three']
    const pdfs = await Promise.all(names.map((name) => printer.print(`<!doctype html><p>report ${name}</p>`)))
    const texts = await Promise.all(pdfs.map((pdf) => textOf(pdf)))
    expect(texts.map((text) => text.trim())).toEqual(names.map((name) => `report ${name}`))
  })

  it('uses the browser that was started ahead, once', async () => {
    let searches = 0
    const warmed = createChromiumPrinter({
      findBrowser: () => {
        searches += 1
        return browser
      },
    })
    warmed.warm()
    warmed.warm()
    expect(own.left()).toHaveLength(1)
    expect(searches).toBe(1)
    const pdfs = await Promise.all(['first', 'second'].map((name) => warmed.print(`<!doctype html>${name}`)))
    const texts = await Promise.all(pdfs.map((pdf) => textOf(pdf)))
    expect(texts.map((text) => text.trim())).toEqual(['first', 'second'])
    expect(searches).toBe(2)
  })

  it('ends a browser that was started ahead and not used', async () => {
    const warmed = createChromiumPrinter({ findBrowser: () => browser })
    warmed.warm()
    expect(own.left()).toHaveLength(1)
    await warmed.close()
  })
})
