import type { Page } from '@playwright/test'
import { accessibilityFaults } from './accessibility.ts'
import { fourConfigurations, logConfigurations } from './configurations.ts'
import { expect, test } from './nines.ts'

const sample = encodeURIComponent('Airline rebooking (τ-bench)')
const places = [
  '#/',
  '#/new-task',
  '#/import',
  '#/settings',
  `#/task/${sample}/verdict`,
  `#/task/${sample}/log`,
  `#/task/${sample}/cases`,
  `#/task/${sample}/cases?group=never&sort=case&case=airline-03`,
  `#/task/${sample}/scaling`,
  `#/task/${sample}/report`,
  '#/task/Routing/compare',
  '#/task/Routing/plan?level=Assist',
  `#/edit-task/${sample}`,
]

async function visit(window: Page, origin: string, place: string): Promise<void> {
  await window.goto(`${origin}/${place}`)
  await expect(window.getByRole('heading', { level: 1 })).toBeVisible()
  if (place.includes('/task/'))
    await expect(window.locator('svg, [role=grid], main table').first()).toBeVisible()
}

for (const language of ['en', 'ko'] as const) {
  for (const theme of ['light', 'dark'] as const) {
    test(`every screen is accessible in ${language}, ${theme}`, async ({ window, nines }) => {
      // One place after the other: the more there are, the longer it takes.
      test.slow()
      await nines.call('sample.open', {})
      await logConfigurations(nines, 'Routing', fourConfigurations)
      await nines.call('settings.set', { language, theme, loggerName: null })
      await window.reload()
      for (const place of places) {
        await visit(window, nines.origin, place)
        await expect(window.locator('html')).toHaveAttribute('lang', language)
        await expect(window.locator('html')).toHaveAttribute('data-theme', theme)
        expect(await accessibilityFaults(window), place).toEqual([])
      }
    })
  }
}

test('nothing overflows the smallest window', async ({ window, nines }) => {
  await window.setViewportSize({ width: 1024, height: 700 })
  await nines.call('task.create', { name: `${'a very long task name '.repeat(10)}끝` })
  await nines.call('sample.open', {})
  await logConfigurations(nines, 'Routing', fourConfigurations)
  for (const place of places) {
    await visit(window, nines.origin, place)
    const overflow = await window.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    )
    expect(overflow, place).toBe(0)
  }
})

test('the window speaks Korean when the system does', async ({ browser, nines }) => {
  const context = await browser.newContext({ locale: 'ko-KR' })
  const page = await context.newPage()
  await page.goto(nines.url)
  // By its name: what else the home shows comes when its list is read.
  await expect(
    page
      .getByRole('main')
      .getByRole('heading', { name: '이 모델에게 작업을 맡겨도 될 만큼 믿을 수 있습니까?' }),
  ).toBeVisible()
  await context.close()
})

test('a window that was let in by an earlier start says what to do', async ({ window, nines, faults }) => {
  await nines.stop()
  await expect(window.getByText('Nines does not answer.')).toBeVisible()
  // The browser reports the refused connections; they are what this test is about.
  faults.length = 0
})
