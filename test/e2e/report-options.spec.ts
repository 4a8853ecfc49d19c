import { readFileSync } from 'node:fs'
import type { Page } from '@playwright/test'
import { accessibilityFaults } from './accessibility.ts'
import { fourConfigurations, logConfigurations } from './configurations.ts'
import { unpackedText } from '../main/hosting/unpacked-pdf.ts'
import { expect, test } from './nines.ts'

/** The words of the preview, which lies in a tree of its own. */
async function previewed(window: Page): Promise<string> {
  return await window.locator('[data-report]').evaluate((paper) => paper.shadowRoot?.textContent ?? '')
}

async function saved(window: Page, button: string): Promise<Buffer> {
  const download = window.waitForEvent('download')
  await window.getByRole('button', { name: button, exact: true }).click()
  return readFileSync(await (await download).path())
}

test('the preview and the saved file follow the options, which are kept for the task', async ({
  window,
  nines,
}) => {
  await logConfigurations(nines, 'Routing', fourConfigurations)
  await nines.call('trial.log', {
    task: 'Routing',
    configuration: 'small, prompt 3',
    case: 'ticket-001',
    outcome: 'pass',
    loggedBy: 'Mina',
    note: 'Mina saw it',
  })
  await window.goto(`${nines.origin}/#/task/Routing/report`)
  const has = (text: string) => expect.poll(() => previewed(window), { timeout: 20_000 }).toContain(text)
  const lacks = (text: string) => expect.poll(() => previewed(window)).not.toContain(text)
  await has('How sure this is')

  await window.getByRole('checkbox', { name: 'Evidence for each level' }).press('Space')
  await lacks('How sure this is')
  await has('Left out by the author’s choice: the evidence for each level.')
  await window.getByRole('checkbox', { name: 'Assist' }).press('Space')
  await has('the level Assist')
  await window.getByRole('radio', { name: 'A4' }).press('ArrowRight')
  await expect(window.getByRole('radio', { name: 'Letter' })).toBeChecked()
  await window.getByRole('radio', { name: 'Standard' }).press('ArrowRight')
  await has('and 95 more cases')
  await has('Mina saw it')
  await window.getByRole('checkbox', { name: 'Loggers without their names' }).press('Space')
  await has('Logger 1 saw it')
  await window.getByRole('textbox', { name: 'A note by the author' }).fill('First part.\n\nSecond part.')
  await has('Second part.')

  await window.reload()
  await has('Second part.')
  await lacks('How sure this is')
  const page = (await saved(window, 'Save as HTML')).toString()
  expect(page).toContain('@page{size:letter')
  expect(page).toContain('ticket-120')
  expect(page).toContain('<p>First part.</p><p>Second part.</p>')
  expect(page).not.toContain('Mina')
  expect(page).not.toContain('id="evidence"')
  // The bar of the window saves the same report.
  expect(unpackedText(await saved(window, 'Export PDF'))).toContain('/MediaBox [0 0 612 792]')

  await window.getByRole('button', { name: 'As usual again' }).click()
  await has('How sure this is')
  await expect(window.getByRole('radio', { name: 'A4' })).toBeChecked()
  await expect(window.getByRole('textbox', { name: 'A note by the author' })).toHaveValue('')
})

test('a link of the preview leads to its part, and the window stays where it is', async ({
  window,
  nines,
}) => {
  await logConfigurations(nines, 'Routing', fourConfigurations)
  const place = `${nines.origin}/#/task/Routing/report`
  await window.goto(place)
  const title = window.getByRole('heading', { name: 'Comparison', exact: true })
  await expect(title).not.toBeInViewport()
  await window.getByRole('link', { name: 'Comparison', exact: true }).press('Enter')
  await expect(title).toBeInViewport()
  await expect(title).toBeFocused()
  expect(window.url()).toBe(place)
})

test('a note that is too long says so beside it, and nothing can be saved until it is shorter', async ({
  window,
  nines,
}) => {
  await nines.call('sample.open', {})
  await window.goto(`${nines.origin}/#/task/${encodeURIComponent('Airline rebooking (τ-bench)')}/report`)
  const note = window.getByRole('textbox', { name: 'A note by the author' })
  await note.fill('x'.repeat(3012))
  await expect(note).toHaveAccessibleDescription(/12 characters too long/)
  await expect(window.getByRole('button', { name: 'Save as PDF' })).toBeDisabled()
  await expect(window.getByRole('button', { name: 'Export PDF' })).toBeDisabled()
  expect(await accessibilityFaults(window)).toEqual([])
  await note.fill('x'.repeat(3000))
  await expect(window.getByRole('button', { name: 'Save as PDF' })).toBeEnabled()
})

test.describe('a report that is long in the making', () => {
  test.use({ isBrowserSlow: true })

  test.beforeEach(async ({ nines }) => {
    await nines.call('task.create', { name: 'Large', plannedRepeats: 1 })
    await nines.call(
      'trial.log',
      Array.from({ length: 1000 }, (_, index) => ({
        task: 'Large',
        configuration: 'model',
        case: `ticket-${index}`,
        outcome: index % 2 === 0 ? 'pass' : 'fail',
      })),
    )
  })

  test('says when it is printed, how far that is nobody knows, and is given up then', async ({
    window,
    nines,
    faults,
  }) => {
    await nines.call('settings.set', { language: 'ko' })
    await window.goto(`${nines.origin}/#/task/Large/report`)
    await window.reload()
    const downloads: unknown[] = []
    window.on('download', (each) => downloads.push(each))
    await window.getByRole('button', { name: 'PDF로 저장' }).click()
    const bar = window.getByRole('progressbar', { name: '보고서를 만드는 중' })
    await expect(window.getByRole('status').getByText('인쇄하는 중')).toBeVisible()
    await expect(bar).not.toHaveAttribute('aria-valuenow')
    await expect(window.getByRole('button', { name: '보고서 취소(인쇄하는 중)' })).toBeVisible()
    expect(await accessibilityFaults(window)).toEqual([])
    await window.getByRole('button', { name: /^보고서 취소/ }).click()
    await expect(window.getByText('보고서를 만들지 않고 그만두었습니다. 저장한 것은 없습니다.')).toBeVisible()
    await expect(window.getByRole('button', { name: 'PDF로 저장' })).toBeEnabled()
    expect(downloads).toEqual([])
    // The browser reports the answer 499, which says that it was given up.
    faults.length = 0
  })

  test('is given up while the window goes on, and the next one is whole', async ({
    window,
    nines,
    faults,
  }) => {
    await window.goto(`${nines.origin}/#/task/Large/report`)
    await window.getByRole('radio', { name: 'Full' }).click({ force: true })
    const download = window.waitForEvent('download')
    await window.getByRole('button', { name: 'Save as PDF' }).click()
    await expect(window.getByRole('progressbar', { name: 'Making the report' })).toBeVisible()
    await window.getByRole('checkbox', { name: 'Method' }).press('Space')
    await expect(window.getByRole('checkbox', { name: 'Method' })).not.toBeChecked()
    await window.getByRole('button', { name: /^Cancel the report/ }).click()
    await expect(window.getByText('The report was given up. Nothing was saved.')).toBeVisible()
    await expect(window.getByRole('button', { name: 'Export PDF' })).toBeEnabled()
    await window.getByRole('button', { name: 'Save as HTML' }).click()
    expect((await download).suggestedFilename()).toBe('Large.html')
    expect(readFileSync(await (await download).path(), 'utf8')).toContain('ticket-999')
    // The browser reports the answer 499, which says that it was given up.
    faults.length = 0
  })

  test('is given up although the core hears of that before it hears of the report', async ({
    window,
    nines,
    faults,
  }) => {
    const cancelled = window.waitForResponse('**/api/job.cancel')
    await window.route('**/api/report.render', async (route) => {
      await cancelled
      await route.continue()
    })
    await window.goto(`${nines.origin}/#/task/Large/report`)
    await window.getByRole('button', { name: 'Save as PDF' }).click()
    await window.getByRole('button', { name: /^Cancel the report/ }).click()
    expect(await (await cancelled).json()).toEqual({ underWay: false })
    await expect(window.getByText('The report was given up. Nothing was saved.')).toBeVisible()
    faults.length = 0
  })
})
