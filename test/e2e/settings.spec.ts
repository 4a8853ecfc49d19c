import { expect, test } from './nines.ts'

test.beforeEach(async ({ window }) => {
  await window.getByRole('link', { name: 'Settings' }).click()
  await expect(window.getByRole('heading', { level: 1, name: 'Settings' })).toBeVisible()
})

test('a theme chosen right after a name was typed keeps both', async ({ window, nines }) => {
  await window.getByLabel('Your name').fill('Mina')
  await window.getByText('Dark', { exact: true }).click()
  await expect(window.locator('html')).toHaveAttribute('data-theme', 'dark')
  await expect
    .poll(() => nines.call('settings.get', {}))
    .toEqual({ language: null, theme: 'dark', loggerName: 'Mina' })
  await window.reload()
  await expect(window.getByLabel('Your name')).toHaveValue('Mina')
  await expect(window.getByRole('radio', { name: 'Dark' })).toBeChecked()
})

test('of quick changes the last one of each field wins, however slow the first is', async ({
  window,
  nines,
}) => {
  let calls = 0
  const { promise: released, resolve: release } = Promise.withResolvers<void>()
  await window.route('**/api/settings.set', async (route) => {
    calls += 1
    if (calls === 1) await released
    await route.continue()
  })
  await window.getByText('Dark', { exact: true }).click()
  await window.getByText('한국어').click()
  await window.getByText('밝게').click()
  await window.getByLabel('이름').fill('지민')
  await window.getByLabel('이름').press('Enter')
  await window.getByLabel('이름').fill('Mina')
  // Back to what it was before the first change, which is not stored yet.
  await window.getByRole('radiogroup', { name: '테마' }).getByText('시스템 설정').click()
  release()
  await expect.poll(() => calls).toBe(6)
  await expect
    .poll(() => nines.call('settings.get', {}))
    .toEqual({ language: 'ko', theme: 'system', loggerName: 'Mina' })
  await expect(window.getByRole('radio', { name: '한국어' })).toBeChecked()
})

test('a change that cannot be kept does not look kept', async ({ window, faults }) => {
  await window.route('**/api/settings.set', (route) =>
    route.fulfill({
      status: 422,
      json: {
        error: { kind: 'expected', code: 'output-unwritable', message: 'The settings could not be saved.' },
      },
    }),
  )
  await window.getByText('Dark', { exact: true }).click()
  await expect(window.getByText('The settings could not be saved.')).toBeVisible()
  await expect(window.locator('html')).toHaveAttribute('data-theme', 'light')
  await expect(window.getByRole('radio', { name: 'Dark' })).not.toBeChecked()
  // The browser reports the answer that this test gave.
  expect(faults.filter((fault) => !fault.includes('422'))).toEqual([])
  faults.length = 0
})

test('another window follows the theme and the language at once', async ({ window, nines, context }) => {
  const other = await context.newPage()
  await other.goto(nines.origin)
  await expect(other.getByRole('link', { name: 'Settings' })).toBeVisible()
  await window.bringToFront()
  await window.getByText('Dark', { exact: true }).click()
  await expect(other.locator('html')).toHaveAttribute('data-theme', 'dark')
  await window.getByText('한국어').click()
  await expect(other.locator('html')).toHaveAttribute('lang', 'ko')
  await expect(other.getByRole('link', { name: '설정' })).toBeVisible()
  // A script's change shows in both.
  await nines.call('settings.set', { language: 'en', theme: 'light' })
  for (const page of [window, other]) {
    await expect(page.locator('html')).toHaveAttribute('data-theme', 'light')
    await expect(page.locator('html')).toHaveAttribute('lang', 'en')
  }
})
