import type { Locator, Page } from '@playwright/test'
import { expect, type NinesHost } from './nines.ts'

export const task = 'Airline rebooking (τ-bench)'
export const gap = 'Where the gap is'
export const fan = 'If it may try k times'
export const cases = 'Every case'

export const panel = (window: Page, title: string): Locator => window.getByRole('region', { name: title })
export const drawing = (window: Page, title: string): Locator => window.getByRole('img', { name: title })
export const menuButton = (window: Page, title: string): Locator =>
  window.getByRole('button', { name: `Chart menu: ${title}` })

export async function choose(window: Page, title: string, item: string): Promise<void> {
  await menuButton(window, title).click()
  await window.getByRole('menuitem', { name: item, exact: true }).click()
}

/** Opens the sample at its verdict, with its charts and their menus. */
export async function openCharts(window: Page, nines: NinesHost): Promise<void> {
  await nines.call('sample.open', {})
  await window.goto(`${nines.origin}/#/task/${encodeURIComponent(task)}/verdict`)
  await expect(drawing(window, gap)).toBeVisible()
  await expect(menuButton(window, gap)).toBeAttached()
}
