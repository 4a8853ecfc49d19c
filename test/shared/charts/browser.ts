import { type Browser, chromium, type Page } from '@playwright/test'
import { afterAll } from 'vitest'
import { findBrowser } from '../../../main/hosting/chromium/find.ts'
import { readFontsFor } from '../../../main/services/reports/fonts.ts'
import { resourcesFolder } from '../../helpers/resources.ts'

/** A font face of the report with its file inside. */
function fontFaces(text: string): string {
  return readFontsFor(text, resourcesFolder())
    .map(
      ({ family, weight, base64 }) =>
        `@font-face{font-family:"${family}";font-weight:${weight};src:url(data:font/ttf;base64,${base64})}`,
    )
    .join('\n')
}

/** Chromium, closed when the tests of the file are done. Call it at the top of the file. */
export function openBrowser(): () => Promise<Browser> {
  let starting: Promise<Browser> | undefined
  afterAll(async () => {
    await (await starting)?.close()
  })
  return () => {
    const executablePath = findBrowser()
    if (executablePath === null) throw new Error('No browser to test in: npm test installs one.')
    // Chromium's sandbox refuses to work for root.
    const args = process.getuid?.() === 0 ? ['--no-sandbox'] : []
    starting ??= chromium.launch({ executablePath, args })
    return starting
  }
}

/** A page with `body` and the fonts of the report, loaded for every character in it. */
export async function pageWithFonts(browser: Browser, body: string): Promise<Page> {
  const page = await browser.newPage()
  await page.setContent(
    `<!doctype html><meta charset="utf-8"><style>${fontFaces(body)}
body{margin:0;font-family:"Inter","Noto Sans KR",sans-serif}span,svg{display:block;width:max-content}</style>${body}`,
  )
  await page.evaluate(async () => {
    // Asking for a size lays the page out, which asks for the fonts.
    document.body.getBoundingClientRect()
    await document.fonts.ready
  })
  return page
}
