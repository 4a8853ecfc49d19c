import { readFileSync } from 'node:fs'
import type { Page } from '@playwright/test'
import { accessibilityFaults } from './accessibility.ts'
import { expect, test } from './nines.ts'

const sample = 'Airline rebooking (τ-bench)'
const cases = `#/task/${encodeURIComponent(sample)}/cases`

const menu = (window: Page) => window.getByRole('button', { name: 'Export', exact: true })

/** Saves what `press` leads to. @returns the file's bytes and its name */
async function saved(window: Page, press: () => Promise<void>): Promise<{ name: string; content: Buffer }> {
  const downloading = window.waitForEvent('download')
  await press()
  const download = await downloading
  return { name: download.suggestedFilename(), content: readFileSync(await download.path()) }
}

/** As many trials as an export takes long enough for to be caught under way. */
function manyTrials(number: number): string {
  const rows = Array.from({ length: number * 10 }, (_, index) => {
    const label = `case ${Math.floor(index / 10)}`
    return `${label},base,${(index % 10) + 1},pass,the answer to ${label}`
  })
  return Buffer.from(['case,configuration,repeat,outcome,answer', ...rows].join('\n')).toString('base64')
}

test('all trials leave the list of cases as CSV, and come back the same', async ({ window, nines }) => {
  await nines.call('sample.open', {})
  await window.goto(`${nines.origin}/${cases}`)
  await menu(window).click()
  const { name, content } = await saved(window, () =>
    window.getByRole('menuitem', { name: 'All trials as CSV…' }).click(),
  )
  expect(name).toBe('Airline-rebooking-τ-bench.csv')
  const text = content.toString()
  expect(text).toMatch(/^\uFEFFcase,configuration,repeat,outcome,/)
  expect(text.trimEnd().split('\r\n')).toHaveLength(201)
  await expect(window.getByText('200 trials were exported to Airline-rebooking-τ-bench.csv.')).toBeVisible()

  await window.goto(`${nines.origin}/#/import`)
  await window.locator('input[type=file]').setInputFiles({ name, mimeType: 'text/csv', buffer: content })
  await window.getByRole('button', { name: 'Import 200 attempts' }).click()
  await expect(window.getByText('Not ready for Unattended')).toBeVisible()
  const first = await nines.call('assessment.get', { task: sample })
  const second = await nines.call('assessment.get', { task: 'Airline-rebooking-τ-bench' })
  expect(second).toEqual({ ...Object(first), task: 'Airline-rebooking-τ-bench' })
})

test('the palette exports as JSONL from any tab, also in Korean', async ({ window, nines }) => {
  await nines.call('sample.open', {})
  await nines.call('settings.set', { language: 'ko' })
  await window.goto(`${nines.origin}/${cases.replace('cases', 'log')}`)
  await expect(window.getByRole('heading', { level: 1 })).toBeVisible()
  await window.keyboard.press('Control+k')
  await expect(window.getByRole('combobox')).toBeFocused()
  await window.keyboard.type('jsonl')
  await expect(window.getByRole('option', { selected: true })).toHaveText(/JSONL/)
  const { name, content } = await saved(window, () => window.keyboard.press('Enter'))
  expect(name).toBe('Airline-rebooking-τ-bench.jsonl')
  const rows = content.toString().trimEnd().split('\n')
  expect(rows).toHaveLength(200)
  expect(JSON.parse(rows[0] ?? '')).toMatchObject({ configuration: 'gpt-4o tool-calling', repeat: 1 })
  await expect(window.getByText('시도 200회를', { exact: false })).toBeVisible()
})

test('a JSONL file sets the new task up as the old one was', async ({ window, nines }) => {
  await nines.call('task.create', {
    name: 'Refunds',
    levels: [{ name: 'Draft', required: 0.6 }],
    plannedRepeats: 2,
  })
  const trial = { task: 'Refunds', case: 'a', configuration: 'm', outcome: 'pass' }
  await nines.call('trial.log', [trial, trial])
  await window.goto(`${nines.origin}/#/task/Refunds/cases`)
  await menu(window).click()
  const { name, content } = await saved(window, () =>
    window.getByRole('menuitem', { name: 'All trials as JSONL…' }).click(),
  )
  await window.goto(`${nines.origin}/#/import`)
  const file = { name: `Copy of ${name}`, mimeType: 'application/jsonl', buffer: content }
  await window.locator('input[type=file]').setInputFiles(file)
  await expect(window.getByText('The file also says how its task was set up')).toBeVisible()
  await window.getByRole('button', { name: 'Import 2 attempts' }).click()
  await expect(window.getByRole('heading', { level: 1, name: 'Copy of Refunds' })).toBeVisible()
  expect(await nines.call('task.get', { task: 'Copy of Refunds' })).toMatchObject({
    task: { levels: [{ name: 'Draft', required: 0.6 }], target: 'Draft', plannedRepeats: 2 },
  })
})

test('a long export says how far it is and can be given up', async ({ window, nines, faults }) => {
  await nines.call('import.commit', {
    task: 'Large',
    createTask: true,
    fileName: 'large.csv',
    contentBase64: manyTrials(8000),
  })
  await window.goto(`${nines.origin}/#/task/Large/cases`)
  await menu(window).click()
  await window.getByRole('menuitem', { name: 'All trials as JSONL…' }).click()
  await expect(menu(window)).toBeDisabled()
  const progress = window.getByRole('progressbar', { name: 'Exporting trials …' })
  await expect(progress).toBeVisible()
  await window.getByRole('button', { name: 'Cancel' }).click()
  await expect(window.getByText('The export was cancelled. Nothing was saved.')).toBeVisible()
  await expect(progress).toBeHidden()
  await expect(menu(window)).toBeEnabled()
  // The browser reports the answer to what was given up.
  expect(faults.filter((fault) => !fault.includes('499'))).toEqual([])
  faults.length = 0
})

test('a blind task does not give its configurations away in a file', async ({ window, nines }) => {
  await nines.call('sample.open', {})
  await window.goto(`${nines.origin}/${cases.replace('cases', 'log')}`)
  const search = async (): Promise<void> => {
    await window.keyboard.press('Control+k')
    await expect(window.getByRole('combobox')).toBeFocused()
    await window.keyboard.type('export')
  }
  await expect(window.getByRole('grid')).toBeVisible()
  await search()
  await expect(window.getByRole('option', { name: /^Export trials/ })).toHaveCount(2)
  await window.keyboard.press('Escape')
  await window.getByRole('grid').focus()
  await window.keyboard.press('b')
  await expect(window.getByRole('dialog')).toBeVisible()
  await window.keyboard.press('Enter')
  await expect(window.getByRole('button', { name: 'blind mode on' })).toBeVisible()
  await search()
  await expect(window.getByText('Nothing has these letters in its name.')).toBeVisible()
})

test('the menu works by keys alone and passes axe in both themes', async ({ window, nines }) => {
  await nines.call('sample.open', {})
  for (const theme of ['light', 'dark'] as const) {
    await nines.call('settings.set', { theme })
    await window.goto(`${nines.origin}/${cases}`)
    await menu(window).focus()
    await window.keyboard.press('Enter')
    await expect(window.getByRole('menuitem', { name: 'All trials as CSV…' })).toBeFocused()
    expect(await accessibilityFaults(window)).toEqual([])
    await window.keyboard.press('Escape')
    await expect(menu(window)).toBeFocused()
  }
})
