import type { Page } from '@playwright/test'
import { expect, test } from './nines.ts'

const sample = 'Airline rebooking (τ-bench)'
const content = (window: Page) => window.getByRole('main')

/** Chooses by keys alone, as who cannot see where the focus is has to. */
async function choose(window: Page, picker: RegExp, key: 'ArrowUp' | 'ArrowDown'): Promise<void> {
  await window.getByRole('button', { name: picker }).focus()
  await window.keyboard.press('Enter')
  await expect(window.getByRole('listbox')).toBeVisible()
  await window.keyboard.press(key)
  await window.keyboard.press('Enter')
  await expect(window.getByRole('listbox')).toBeHidden()
}

test.beforeEach(async ({ window, nines }) => {
  await nines.call('sample.open', {})
  await nines.call('trial.log', {
    task: sample,
    configuration: 'another',
    case: 'airline-00',
    outcome: 'pass',
  })
  await window.goto(`${nines.origin}/#/task/${encodeURIComponent(sample)}/verdict`)
  await expect(window.getByText('Not ready')).toBeVisible()
})

test('a picker keeps the focus, whichever is used', async ({ window }) => {
  await choose(window, /Level/, 'ArrowUp')
  await expect(window.getByRole('button', { name: /Level/ })).toBeFocused()
  await expect(window.getByText('Supervised (95%)').first()).toBeVisible()
  await choose(window, /Claim about/, 'ArrowDown')
  await expect(window.getByRole('button', { name: /Claim about/ })).toBeFocused()
  await choose(window, /Configuration/, 'ArrowDown')
  await expect(window.getByRole('button', { name: /Configuration/ })).toBeFocused()
  await expect(window.getByRole('button', { name: /Configuration/ })).toContainText('another')
})

test('a picker keeps the focus in the log too, where the grid would take it', async ({ window }) => {
  await window.getByRole('link', { name: 'Log', exact: true }).click()
  await expect(window.getByRole('grid')).toBeFocused()
  await choose(window, /Configuration/, 'ArrowDown')
  await expect(window.getByRole('gridcell', { name: 'airline-00, Repeat 1: pass' })).toBeVisible()
  await expect(window.getByRole('button', { name: /Configuration/ })).toBeFocused()
  await choose(window, /Configuration/, 'ArrowUp')
  await expect(window.getByRole('button', { name: /Configuration/ })).toBeFocused()
})

test('on another screen the focus is on its content, or in the field it begins with', async ({ window }) => {
  for (const [link, heading] of [
    ['Settings', 'Settings'],
    ['Import…', 'Import'],
    ['Nines', 'Home'],
  ] as const) {
    await window.getByRole('link', { name: link, exact: true }).focus()
    await window.keyboard.press('Enter')
    await expect(window.getByRole('heading', { level: 1, name: heading })).toBeVisible()
    await expect(content(window)).toBeFocused()
  }
  await window.keyboard.press('Alt+n')
  await expect(window.getByLabel('Name', { exact: true })).toBeFocused()
  await window.goBack()
  await expect(window.getByRole('heading', { level: 1, name: 'Home' })).toBeVisible()
  await expect(content(window)).toBeFocused()
  await content(window).getByRole('link', { name: sample }).press('Enter')
  await expect(window.getByText('Not ready')).toBeVisible()
  await expect(content(window)).toBeFocused()
  await window.keyboard.press('Alt+2')
  await expect(window.getByRole('grid')).toBeFocused()
  await window.keyboard.press('Alt+1')
  await expect(content(window)).toBeFocused()
})
