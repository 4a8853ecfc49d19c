import type { Page } from '@playwright/test'
import { expect, test } from './nines.ts'

const task = 'Airline rebooking (τ-bench)'

test.beforeEach(async ({ nines }) => {
  await nines.call('sample.open', {})
})

/** The chosen words of a picker, and whether all of them can be read. */
async function wordsOf(window: Page, picker: RegExp): Promise<{ text: string | null; isCut: boolean }> {
  return await window
    .getByRole('button', { name: picker })
    .locator('span')
    .first()
    .evaluate((element) => ({
      text: element.textContent,
      isCut: element.scrollWidth > element.clientWidth,
    }))
}

for (const [language, level, claim, claimed] of [
  ['en', /Level/, /Claim about/, 'new cases'],
  ['ko', /수준/, /판정 대상/, '새 사례'],
] as const) {
  for (const width of [900, 1024, 1180, 1280]) {
    test(`level and claim can be read whole in ${language} at ${width}`, async ({ window, nines }) => {
      await nines.call('settings.set', { language })
      const configuration = 'a configuration with a name as long as they come in practice, version 3'
      await nines.call('trial.log', { task, configuration, case: 'airline-00', outcome: 'pass' })
      await window.setViewportSize({ width, height: 640 })
      await window.goto(
        `${nines.origin}/#/task/${encodeURIComponent(task)}/verdict?configuration=${configuration}`,
      )
      await window.reload()
      await expect.poll(() => wordsOf(window, level)).toEqual({ text: 'Unattended 99%', isCut: false })
      await expect.poll(() => wordsOf(window, claim)).toEqual({ text: claimed, isCut: false })
      for (const picker of [level, claim]) {
        await expect(window.getByRole('button', { name: picker })).toBeInViewport({ ratio: 1 })
      }
    })
  }
}

/** The intervals among the words of the headline, and in how many lines each of them stands. */
async function intervals(window: Page): Promise<readonly (readonly [string, number])[]> {
  return await window
    .locator('main h2')
    .first()
    .evaluate((headline) => {
      const found: [string, number][] = []
      const nodes = document.createTreeWalker(headline, NodeFilter.SHOW_TEXT)
      for (let node = nodes.nextNode(); node !== null; node = nodes.nextNode()) {
        for (const { 0: text, index } of (node.textContent ?? '').matchAll(/\(?\d+–\d+%\)?/g)) {
          const range = document.createRange()
          range.setStart(node, index)
          range.setEnd(node, index + text.length)
          const lines = new Set([...range.getClientRects()].map((rect) => Math.round(rect.top)))
          found.push([text, lines.size])
        }
      }
      return found
    })
}

for (const language of ['en', 'ko'] as const) {
  test(`no headline breaks inside an interval, in ${language}`, async ({ window, nines }) => {
    await nines.call('settings.set', { language })
    await window.goto(`${nines.origin}/#/task/${encodeURIComponent(task)}/verdict`)
    await window.reload()
    await expect(window.locator('main h2').first()).toContainText('27–59%')
    for (let width = 620; width <= 1300; width += 8) {
      await window.setViewportSize({ width, height: 640 })
      expect(await intervals(window), `${width}`).toEqual([['(27–59%)', 1]])
    }
  })
}
