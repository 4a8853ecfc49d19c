import type { Browser, Page } from '@playwright/test'
import { extractText, getDocumentProxy } from 'unpdf'

/** An empty page as wide as what A4 leaves between the report's margins: 672 px. */
export async function paperPage(browser: Browser): Promise<Page> {
  const page = await browser.newPage({ viewport: { width: 672, height: 960 } })
  await page.emulateMedia({ media: 'print' })
  return page
}

/** Prints the report on `page`. @returns the text of each page of the PDF, in one line */
export async function printed(page: Page, html: string): Promise<readonly string[]> {
  await page.setContent(html)
  await page.evaluate(() => document.fonts.ready)
  const pdf = await page.pdf({ preferCSSPageSize: true, printBackground: true })
  const { text } = await extractText(await getDocumentProxy(new Uint8Array(pdf)))
  return text.map((each) => each.replaceAll(/\s+/gu, ' '))
}
