import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from './nines.ts'

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
  await window.goto(`${nines.origin}/#/import?task=Refunds`)
  await window.locator('input[type=file]').setInputFiles(file)
  await window.getByRole('button', { name: 'Import 2 attempts' }).click()
  await expect(window.getByText('2 attempts were imported from more.csv.')).toBeVisible()
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
  await window.goto(`${nines.origin}/#/import?task=Refunds`)
  await window.locator('input[type=file]').setInputFiles(file)
  await window.getByRole('button', { name: 'Import 2 attempts' }).click()
  await expect(window.getByText('2 attempts were imported from more.csv.')).toBeVisible()
  const key = { task: 'Refunds', configuration: 'm', case: 'b', repeat: 1 }
  await nines.call('trial.amend', { ...key, changes: { note: 'by hand' } })
  await window.getByRole('button', { name: 'Undo' }).click()
  await expect(window.getByText('1 trial was graded, edited or taken back since import')).toBeVisible()
  await window.getByRole('button', { name: 'Undo the rest' }).click()
  await expect(window.getByText('1 imported attempt was taken back. 1 that was changed')).toBeVisible()
  expect(await nines.call('workspace.info', {})).toMatchObject({ trials: 1 })
  // The browser reports what was refused.
  faults.length = 0
})
