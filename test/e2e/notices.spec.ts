import type { Page } from '@playwright/test'
import { expect, test } from './nines.ts'

const added = (window: Page) => window.getByText('1 case was added.')

/** A task whose first case was added in the window a moment ago, on a clock that the test sets. */
test.beforeEach(async ({ window, nines }) => {
  await window.clock.install()
  await nines.call('task.create', { name: 'Refunds', plannedRepeats: 2 })
  await window.goto(`${nines.origin}/#/task/Refunds/log?configuration=model-x`)
  await window.getByLabel('New cases, one per line').fill('inv-1')
  await window.getByRole('button', { name: 'Add cases' }).click()
  await expect(added(window)).toBeVisible()
  await expect(window.getByRole('grid')).toBeFocused()
})

test('a success leaves by itself, but not under the pointer or the focus', async ({ window }) => {
  await added(window).hover()
  await window.clock.runFor(60_000)
  await expect(added(window)).toBeVisible()
  await window.getByRole('button', { name: 'Close' }).focus()
  await window.mouse.move(0, 0)
  await window.clock.runFor(60_000)
  await expect(added(window)).toBeVisible()
  await window.getByRole('grid').focus()
  await window.clock.runFor(15_000)
  await expect(added(window)).toBeHidden()
})

test('a failure stays until it is closed, and the keys go on where they were', async ({ window, faults }) => {
  await window.route('**/api/trial.log', (route) =>
    route.fulfill({
      status: 507,
      json: { error: { kind: 'expected', code: 'disk-full', message: 'The disk is full.' } },
    }),
  )
  await window.keyboard.press('p')
  await expect(window.getByText(/^The disk is full/)).toBeVisible()
  await window.mouse.move(0, 0)
  await window.clock.runFor(600_000)
  await expect(window.getByText(/^The disk is full/)).toBeVisible()
  await expect(added(window)).toBeHidden()
  await window.unroute('**/api/trial.log')
  await window.getByRole('button', { name: 'Close' }).click()
  await expect(window.getByText(/^The disk is full/)).toBeHidden()
  await window.keyboard.press('p')
  await expect(window.getByRole('gridcell', { name: 'inv-1, Repeat 1: pass' })).toBeVisible()
  // The browser reports the answer that this test gave.
  expect(faults.filter((fault) => !fault.includes('507'))).toEqual([])
  faults.length = 0
})

for (const size of [
  { width: 1280, height: 800 },
  { width: 900, height: 640 },
]) {
  test(`no notice covers the keys of the log at ${size.width} × ${size.height}`, async ({ window }) => {
    await window.setViewportSize(size)
    const box = async (selector: string) => {
      const found = await window.locator(selector).last().boundingBox()
      if (found === null) throw new Error(`${selector} is not there`)
      return found
    }
    const notice = await box('[role=status]:has(button)')
    const keys = await box('footer')
    expect(notice.y + notice.height).toBeLessThan(keys.y)
  })
}
