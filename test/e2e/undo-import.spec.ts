import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { expect, type NinesHost, test } from './nines.ts'

async function choose(window: Page, { origin }: NinesHost, file: string, button: string): Promise<void> {
  await window.goto(`${origin}/#/import?task=Refunds`)
  await window.locator('input[type=file]').setInputFiles(file)
  await window.getByRole('button', { name: button }).click()
}

/** Imports two attempts from more.csv into Refunds. */
async function importTwo(window: Page, nines: NinesHost, file: string): Promise<void> {
  await choose(window, nines, file, 'Import 2 attempts')
  await expect(window.getByText('2 attempts were imported from more.csv.')).toBeVisible()
}

test('an import into a task is taken back from its notice, and the verdict is as before, in every window', async ({
  window,
  nines,
  folder,
}) => {
  await nines.call('task.create', { name: 'Refunds', plannedRepeats: 1 })
  await nines.call('trial.log', { task: 'Refunds', case: 'a', configuration: 'm', outcome: 'pass' })
  const before = await nines.call('assessment.get', { task: 'Refunds' })
  const file = join(folder, 'more.csv')
  writeFileSync(file, 'case,configuration,outcome\nb,m,fail\nc,m,fail\n')
  await importTwo(window, nines, file)
  const other = await window.context().newPage()
  await other.goto(`${nines.origin}/#/task/Refunds/cases`)
  await expect(other.getByText('3 cases').first()).toBeVisible()
  await window.getByRole('button', { name: 'Undo' }).click()
  await expect(window.getByText('2 imported attempts were taken back.')).toBeVisible()
  expect(await nines.call('assessment.get', { task: 'Refunds' })).toEqual(before)
  await expect(other.getByText('1 case').first()).toBeVisible()
  await other.close()
})

test('what was changed since is not lost: the undo says so, and takes back the rest when asked', async ({
  window,
  nines,
  folder,
  faults,
}) => {
  await nines.call('task.create', { name: 'Refunds', plannedRepeats: 1 })
  const file = join(folder, 'more.csv')
  writeFileSync(file, 'case,configuration,outcome\nb,m,fail\nc,m,fail\n')
  await importTwo(window, nines, file)
  const key = { task: 'Refunds', configuration: 'm', case: 'b', repeat: 1 }
  await nines.call('trial.amend', { ...key, changes: { note: 'by hand' } })
  await window.getByRole('button', { name: 'Undo' }).click()
  await expect(
    window.getByText('Since the import, 1 of its attempts changed. Nothing was taken back.'),
  ).toBeVisible()
  await window.getByRole('button', { name: 'Undo the rest' }).click()
  await expect(window.getByText('1 imported attempt was taken back. 1 that was changed')).toBeVisible()
  expect(await nines.call('workspace.info', {})).toMatchObject({ trials: 1 })
  // The browser reports what was refused.
  faults.length = 0
})

test('a task that came with an import goes whole, comes back by undo, and the file can come in again', async ({
  window,
  nines,
  folder,
  faults,
}) => {
  const file = join(folder, 'Refunds.csv')
  writeFileSync(file, 'case,configuration,repeat,outcome\na,m,1,pass\nuntried,,,\n')
  const importFile = async (): Promise<void> => {
    await window.goto(`${nines.origin}/#/import`)
    await window.locator('input[type=file]').setInputFiles(file)
    await window.getByRole('button', { name: 'Import 1 attempt' }).click()
    await expect(window.getByText('1 attempt was imported from Refunds.csv.')).toBeVisible()
  }
  await importFile()
  await expect(window).toHaveURL(/task\/Refunds/u)
  await window.keyboard.press('Control+z')
  await expect(window.getByText('“Refunds” was removed')).toBeVisible()
  expect(await nines.call('task.list', {})).toEqual([])
  await window.keyboard.press('Control+z')
  await expect(window).toHaveURL(/task\/Refunds/u)
  expect(await nines.call('task.list', {})).toMatchObject([{ name: 'Refunds', trials: 1, cases: 2 }])
  expect(faults).toEqual([])
  // A script does it now: the browser reports what the window then asks for in vain.
  await nines.call('import.undo', { import: 1 })
  await importFile()
  expect(await nines.call('task.list', {})).toMatchObject([{ name: 'Refunds', trials: 1, cases: 2 }])
  faults.length = 0
})

test('cases without an attempt are added and taken back, and said to be; who came first undid it', async ({
  window,
  nines,
  folder,
  faults,
}) => {
  await nines.call('task.create', { name: 'Refunds', plannedRepeats: 1 })
  await nines.call('trial.log', { task: 'Refunds', case: 'a', configuration: 'm', outcome: 'pass' })
  const file = join(folder, 'list.csv')
  writeFileSync(file, 'case,configuration,repeat,outcome\na,m,1,pass\nb,,,\nc,,,\n')
  const importFile = async (): Promise<void> => {
    await choose(window, nines, file, 'Add 2 cases')
    await expect(window.getByText('2 cases were added from list.csv.')).toBeVisible()
  }
  await importFile()
  await window.getByRole('button', { name: 'Undo' }).click()
  await expect(window.getByText('2 imported cases were taken back.')).toBeVisible()
  await window.goto(`${nines.origin}/#/task/Refunds/cases`)
  await expect(window.getByText('1 case').first()).toBeVisible()
  await importFile()
  await nines.call('import.undo', { import: 2 })
  await window.getByRole('button', { name: 'Undo' }).click()
  await expect(window.getByText('Import 2 into "Refunds" was undone already')).toBeVisible()
  // The browser reports what was refused.
  faults.length = 0
})

test('screens that show what an import brought go on without it: the log, and a configuration that is gone', async ({
  window,
  nines,
  folder,
  faults,
}) => {
  await nines.call('task.create', { name: 'Refunds', plannedRepeats: 2 })
  await nines.call('trial.log', { task: 'Refunds', case: 'a', configuration: 'm', outcome: 'pass' })
  await nines.call('trial.log', { task: 'Refunds', case: 'a', configuration: 'm', outcome: 'pass' })
  const file = join(folder, 'more.csv')
  writeFileSync(file, 'case,configuration,outcome\nb,other,fail\nc,other,fail\n')
  const importFile = async (): Promise<void> => await importTwo(window, nines, file)
  const undo = async (): Promise<void> => {
    await window.getByRole('button', { name: 'Undo' }).click()
    await expect(window.getByText('2 imported attempts were taken back.')).toBeVisible()
  }
  await importFile()
  await window.goto(`${nines.origin}/#/task/Refunds/log?configuration=m`)
  const grid = window.getByRole('grid')
  // Where logging goes on is a case that came with the import.
  await expect(grid).toHaveAttribute('aria-activedescendant', /-1-1$/u)
  await undo()
  await expect(grid).toHaveAttribute('aria-rowcount', '2')
  await expect(window.getByRole('gridcell', { name: 'a, Repeat 2: pass' })).toBeVisible()
  await expect(grid).toHaveAttribute('aria-activedescendant', /-0-1$/u)
  await grid.focus()
  await window.keyboard.press('f')
  await expect(window.getByRole('gridcell', { name: 'a, Repeat 1: fail' })).toBeVisible()
  expect(faults).toEqual([])
  // Quicker than the window knows of the configuration that came in.
  const { promise: undone, resolve: release } = Promise.withResolvers<void>()
  await window.route('**/api/task.get', async (route) => {
    await undone
    await route.continue()
  })
  await importFile()
  await window.goto(`${nines.origin}/#/task/Refunds/verdict?configuration=other`)
  await expect(window.getByRole('button', { name: /Configuration/ })).toContainText('other')
  await undo()
  release()
  await expect(window).toHaveURL(/verdict$/u)
  await expect(window.getByRole('heading', { level: 2, name: /One attempt passes 50%/u })).toBeVisible()
})

test('a key grades the attempt that is seen when the one it was at went with an import', async ({
  window,
  nines,
}) => {
  await nines.call('task.create', { name: 'Refunds' })
  await nines.call('trial.log', { task: 'Refunds', case: 'a', configuration: 'm', outcome: 'pass' })
  const rows = [2, 3, 4].map((repeat) => `a,m,${repeat},fail`)
  const content = ['case,configuration,repeat,outcome', ...rows].join('\n')
  await nines.call('import.commit', {
    task: 'Refunds',
    fileName: 'more.csv',
    contentBase64: Buffer.from(content).toString('base64'),
  })
  await window.goto(`${nines.origin}/#/task/Refunds/log?configuration=m`)
  const grid = window.getByRole('grid')
  await grid.press('End')
  await expect(grid).toHaveAttribute('aria-activedescendant', /-0-4$/u)
  await nines.call('import.undo', { import: 1 })
  await expect(grid).toHaveAttribute('aria-activedescendant', /-0-2$/u)
  await grid.focus()
  await window.keyboard.press('p')
  await expect(window.getByRole('gridcell', { name: 'a, Repeat 2: pass' })).toBeVisible()
  await expect.poll(async () => await nines.call('workspace.info', {})).toMatchObject({ trials: 2 })
  expect(await nines.call('case.get', { task: 'Refunds', case: 'a' })).toMatchObject({
    configurations: [{ trials: [{ repeat: 1 }, { repeat: 2 }] }],
  })
})
