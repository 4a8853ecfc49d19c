import type { Page } from '@playwright/test'
import { accessibilityFaults } from './accessibility.ts'
import { expect, test } from './nines.ts'

const sample = 'Airline rebooking (τ-bench)'
const verdict = `#/task/${encodeURIComponent(sample)}/verdict`

const palette = (window: Page) => window.getByRole('combobox')
const options = (window: Page) => window.getByRole('option')
const active = (window: Page) => window.getByRole('option', { selected: true })

async function go(window: Page, origin: string, place: string): Promise<void> {
  await window.goto(`${origin}/${place}`)
  await expect(window.getByRole('heading', { level: 1 })).toBeVisible()
}

test.beforeEach(async ({ nines }) => {
  await nines.call('sample.open', {})
  await nines.call('task.create', { name: 'Refunds' })
})

test('the palette leads to a task and to a command, by keys alone', async ({ window, nines }) => {
  await go(window, nines.origin, '#/')
  await window.keyboard.press('Control+k')
  await expect(palette(window)).toBeFocused()
  await window.keyboard.type('refu')
  await expect(active(window)).toHaveText(/^Refunds/)
  await window.keyboard.press('Enter')
  await expect(window.getByRole('heading', { level: 1, name: 'Refunds' })).toBeVisible()
  await expect(palette(window)).toBeHidden()
  await expect(window.getByRole('main')).toBeFocused()
  await window.keyboard.press('Control+k')
  await expect(palette(window)).toBeFocused()
  await window.keyboard.type('set')
  await window.keyboard.press('Enter')
  await expect(window.getByRole('heading', { level: 1, name: 'Settings' })).toBeVisible()
})

test('what was chosen lately comes first the next time, also after a reload', async ({ window, nines }) => {
  await go(window, nines.origin, '#/')
  await window.keyboard.press('Control+k')
  await expect(options(window).first()).toHaveText(/^Home/)
  await window.keyboard.type('air')
  await window.keyboard.press('Enter')
  await expect(window.getByText('Not ready')).toBeVisible()
  await window.reload()
  await expect(window.getByText('Not ready')).toBeVisible()
  await window.keyboard.press('Control+k')
  await expect(options(window).first()).toHaveText(new RegExp(`^${sample.replace(/[()]/g, '\\$&')}`))
})

test('arrows go round, Escape leaves everything as it was', async ({ window, nines }) => {
  await go(window, nines.origin, verdict)
  await window.getByRole('link', { name: 'Log trials' }).focus()
  await window.keyboard.press('Control+k')
  await expect(palette(window)).toBeFocused()
  // The last of all come from the core.
  await expect(options(window).filter({ hasText: 'gpt-4o tool-calling' })).toBeVisible()
  const count = await options(window).count()
  await window.keyboard.press('ArrowUp')
  await expect(options(window).nth(count - 1)).toHaveAttribute('aria-selected', 'true')
  await window.keyboard.press('ArrowDown')
  await expect(options(window).first()).toHaveAttribute('aria-selected', 'true')
  await window.keyboard.type('no such thing')
  await expect(window.getByText('Nothing has these letters in its name.')).toBeVisible()
  await window.keyboard.press('Enter')
  await expect(palette(window)).toBeVisible()
  await window.keyboard.press('Escape')
  await expect(palette(window)).toBeHidden()
  await expect(window.getByRole('link', { name: 'Log trials' })).toBeFocused()
})

test('what is typed while the palette is on its way is in its field, and nowhere else', async ({
  window,
  nines,
}) => {
  const { promise: released, resolve: release } = Promise.withResolvers<void>()
  await window.route('**/assets/PaletteDialog*.js', async (route) => {
    await released
    await route.continue()
  })
  await go(window, nines.origin, verdict.replace('verdict', 'log'))
  await window.reload()
  await expect(window.getByRole('grid')).toBeFocused()
  await window.keyboard.press('Control+k')
  // In the grid these letters would grade: P passes, F fails.
  await window.keyboard.type('pfx')
  for (const key of ['Backspace', 'Backspace', 'Backspace']) await window.keyboard.press(key)
  await window.keyboard.type('refu')
  release()
  await expect(palette(window)).toBeFocused()
  await expect(palette(window)).toHaveValue('refu')
  await window.keyboard.type('nd')
  await window.keyboard.press('Enter')
  await expect(window.getByRole('heading', { level: 1, name: 'Refunds' })).toBeVisible()
  expect(await nines.call('workspace.info', {})).toMatchObject({ trials: 200 })
})

test('Escape gives up a palette that is still on its way', async ({ window, nines }) => {
  const { promise: released, resolve: release } = Promise.withResolvers<void>()
  await window.route('**/assets/PaletteDialog*.js', async (route) => {
    await released
    await route.continue()
  })
  await go(window, nines.origin, verdict.replace('verdict', 'log'))
  await window.reload()
  await expect(window.getByRole('grid')).toBeFocused()
  await window.keyboard.press('Control+k')
  await window.keyboard.type('re')
  await window.keyboard.press('Escape')
  release()
  await window.keyboard.press('Control+k')
  await expect(palette(window)).toHaveValue('')
})

test('the palette opens from fields, pickers and the grid, and keeps the other keys to itself', async ({
  window,
  nines,
}) => {
  const opens = async (): Promise<void> => {
    await window.keyboard.press('Control+k')
    await expect(palette(window)).toBeFocused()
    await window.keyboard.press('Alt+h')
    await window.keyboard.press('Control+,')
    await expect(palette(window)).toBeFocused()
    await window.keyboard.press('Escape')
    await expect(palette(window)).toBeHidden()
  }
  await go(window, nines.origin, '#/new-task')
  for (const field of ['Name', 'What “done” means for one attempt', 'Attempts per case']) {
    await window.getByLabel(field, { exact: true }).focus()
    await opens()
    await expect(window.getByLabel(field, { exact: true })).toBeFocused()
  }
  await window.getByRole('radio', { name: 'Assist' }).focus()
  await opens()
  await go(window, nines.origin, verdict)
  await window.getByRole('button', { name: /Level/ }).focus()
  await opens()
  await go(window, nines.origin, verdict.replace('verdict', 'log'))
  await expect(window.getByRole('grid')).toBeFocused()
  await opens()
  await expect(window.getByRole('grid')).toBeFocused()
})

test('a configuration is found and shown', async ({ window, nines }) => {
  await nines.call('trial.log', { task: sample, configuration: 'other', case: 'airline-00', outcome: 'pass' })
  await go(window, nines.origin, verdict)
  await expect(window.getByText('Not ready')).toBeVisible()
  await window.keyboard.press('Control+k')
  await expect(palette(window)).toBeFocused()
  await window.keyboard.type('other')
  await window.keyboard.press('Enter')
  await expect(window.getByRole('button', { name: /Configuration/ })).toContainText('other')
})

test('a case of the task on screen is found by its label and opened', async ({ window, nines }) => {
  await go(window, nines.origin, verdict)
  await expect(window.getByText('Not ready')).toBeVisible()
  await window.keyboard.press('Control+k')
  await expect(palette(window)).toBeFocused()
  await window.keyboard.type('line-17')
  await expect(active(window)).toHaveText('airline-17Case')
  await window.keyboard.press('Enter')
  await expect(window).toHaveURL(/\/cases\?.*case=airline-17/)
  await expect(window.getByRole('heading', { name: /airline-17/ })).toBeVisible()
})

test('theme and language are switched', async ({ window, nines }) => {
  await go(window, nines.origin, '#/')
  const run = async (search: string): Promise<void> => {
    await window.keyboard.press('Control+k')
    await palette(window).fill(search)
    await window.keyboard.press('Enter')
  }
  await run('dark')
  await expect(window.locator('html')).toHaveAttribute('data-theme', 'dark')
  await run('dark')
  await expect(window.locator('html')).toHaveAttribute('data-theme', 'light')
  await run('korean')
  await expect(window.locator('html')).toHaveAttribute('lang', 'ko')
  // Found by its name in the other language too, and by half a syllable.
  await run('영ㅇ')
  await expect(window.locator('html')).toHaveAttribute('lang', 'en')
})

test('in Korean everything is found by the beginning of a syllable', async ({ window, nines }) => {
  await nines.call('settings.set', { language: 'ko' })
  await window.reload()
  await expect(window.getByRole('heading', { level: 1, name: '홈' })).toBeVisible()
  await window.keyboard.press('Control+k')
  for (const search of ['ㄱ', '가', '갖', '가져', '가져오기']) {
    await palette(window).fill(search)
    await expect(options(window).filter({ hasText: '파일 가져오기' })).toBeVisible()
  }
  await expect(options(window)).toHaveCount(1)
  await window.keyboard.press('Enter')
  await expect(window.getByRole('heading', { level: 1, name: '가져오기' })).toBeVisible()
})

test('the question mark shows the keys, not while somebody types one', async ({ window, nines }) => {
  const help = window.getByRole('dialog', { name: 'Keyboard shortcuts' })
  await go(window, nines.origin, '#/new-task')
  await window.getByLabel('Name', { exact: true }).fill('Done')
  await window.getByLabel('Name', { exact: true }).press('?')
  await expect(window.getByLabel('Name', { exact: true })).toHaveValue('Done?')
  await expect(help).toBeHidden()
  await window.keyboard.press('F1')
  await expect(help).toBeVisible()
  await window.keyboard.press('Escape')
  await go(window, nines.origin, verdict.replace('verdict', 'log'))
  await expect(window.getByRole('grid')).toBeFocused()
  await window.keyboard.press('?')
  await expect(help.getByRole('heading', { level: 3 })).toHaveText([
    'Everywhere',
    'On a chart',
    'While logging',
  ])
  await expect(help.getByText('Find anything…')).toBeVisible()
  await help.getByRole('button', { name: 'Close' }).click()
  await expect(help).toBeHidden()
})

for (const language of ['en', 'ko'] as const) {
  for (const theme of ['light', 'dark'] as const) {
    test(`palette and dialogs are accessible in ${language}, ${theme}`, async ({ window, nines }) => {
      await nines.call('settings.set', { language, theme })
      await go(window, nines.origin, verdict)
      await window.reload()
      await expect(window.locator('html')).toHaveAttribute('data-theme', theme)
      await expect(window.locator('svg').first()).toBeVisible()
      await window.keyboard.press('Control+k')
      await expect(palette(window)).toBeFocused()
      expect(await accessibilityFaults(window)).toEqual([])
      await palette(window).fill('zzzz')
      expect(await accessibilityFaults(window)).toEqual([])
      await window.keyboard.press('Escape')
      await window.keyboard.press('?')
      await expect(window.getByRole('dialog')).toBeVisible()
      expect(await accessibilityFaults(window)).toEqual([])
      await window.keyboard.press('Escape')
      await window.getByRole('button', { name: language === 'en' ? /Configuration/ : /구성/ }).click()
      await window.getByRole('option').last().click()
      await expect(window.getByRole('dialog').getByRole('textbox').first()).toBeFocused()
      expect(await accessibilityFaults(window)).toEqual([])
    })
  }
}

test('no dialog is wider or higher than the smallest window', async ({ window, nines }) => {
  await window.setViewportSize({ width: 1024, height: 700 })
  await go(window, nines.origin, verdict)
  for (const key of ['Control+k', '?']) {
    await window.keyboard.press(key)
    const box = await window.getByRole('dialog').boundingBox()
    expect(box?.y ?? -1).toBeGreaterThan(0)
    expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThanOrEqual(700)
    await window.keyboard.press('Escape')
    await expect(window.getByRole('dialog')).toBeHidden()
  }
})
