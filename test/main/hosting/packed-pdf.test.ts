import { afterAll, describe, expect, it } from 'vitest'
import { getDocumentProxy } from 'unpdf'
import { findBrowser } from '../../../main/hosting/chromium/find.ts'
import { launchBrowser } from '../../../main/hosting/chromium/launch.ts'
import { openPage } from '../../../main/hosting/chromium/page.ts'
import { packPdf } from '../../../main/hosting/packed-pdf.ts'
import { ownTemporaryFolder } from './chromium/browsers.ts'
import { smallPdf } from './small-pdf.ts'
import { unpackedText } from './unpacked-pdf.ts'

const own = ownTemporaryFolder()
afterAll(() => own.remove())

/** As Chromium prints it, with nothing done to it. */
async function printed(html: string): Promise<Uint8Array> {
  const browser = launchBrowser(findBrowser() ?? 'no browser')
  try {
    return await (await openPage(browser.connection)).print(html)
  } finally {
    await browser.close()
  }
}

const rows = Array.from(
  { length: 300 },
  (_, index) => `<tr><th scope="row">case ${index}</th><td>PFPF</td><td>2 of 4</td></tr>`,
).join('')
const table = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Every case (신뢰도)</title></head><body><h1>Cases</h1><h2>All</h2><table>${rows}</table><p><a href="#end">to the end</a></p><p id="end">The end</p></body></html>`

/** All that a reader finds in it. Fonts are named by the documents that were opened before. */
async function contentOf(pdf: Uint8Array): Promise<unknown> {
  const document = await getDocumentProxy(Uint8Array.from(pdf))
  const pages = await Promise.all(
    Array.from({ length: document.numPages }, async (_, index) => {
      const page = await document.getPage(index + 1)
      const { items } = await page.getTextContent()
      const links = (await page.getAnnotations()).length
      return { items, links, tags: await page.getStructTree(), view: page.view }
    }),
  )
  const { info } = await document.getMetadata()
  const facts = Object.entries(info).filter(([name]) => name !== 'PDFFormatVersion')
  const content = { pages, facts, outline: await document.getOutline() }
  return JSON.parse(JSON.stringify(content).replaceAll(/"g_d\d+_/g, '"'))
}

describe('a packed PDF', () => {
  it('holds all that it held, tags, outline and links too, in a fraction of the room', async () => {
    const pdf = await printed(table)
    const packed = await packPdf(pdf)
    expect(await contentOf(packed)).toEqual(await contentOf(pdf))
    expect(packed.length).toBeLessThan(pdf.length / 3)
    expect(unpackedText(packed)).toContain('/StructTreeRoot')
    expect(Buffer.from(packed).toString('latin1')).not.toContain('/StructElem')
    expect(Buffer.from(await packPdf(pdf)).equals(Buffer.from(packed))).toBe(true)
  })

  it('keeps a stream as it is, whatever stands in it', async () => {
    const stream = 'endobj 3 0 obj endstream <</Type/ObjStm>> xref'
    const packed = await packPdf(Buffer.from(smallPdf({ stream }), 'latin1'))
    expect(Buffer.from(packed).toString('latin1')).toContain(`stream\n${stream}\nendstream`)
    const document = await getDocumentProxy(Uint8Array.from(packed))
    expect((await document.getMetadata()).info).toMatchObject({ Title: 'A (B)' })
    expect(document.numPages).toBe(1)
  })

  it.each([
    ['nothing', ''],
    ['no PDF', '<!doctype html>'],
    ['without a table', smallPdf().replace('\nxref\n', '\nxxxx\n')],
    ['encrypted', smallPdf({ trailer: '\n/Encrypt 4 0 R' })],
    ['written in several goes', smallPdf({ trailer: '\n/Prev 9' })],
    ['without a root', smallPdf().replace('/Root', '/Toor')],
  ])('is left alone when it is %s', async (_, text) => {
    const pdf = Buffer.from(text, 'latin1')
    expect(Buffer.from(await packPdf(pdf)).equals(pdf)).toBe(true)
  })
})
