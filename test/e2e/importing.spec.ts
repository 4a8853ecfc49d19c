import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from './nines.ts'

test('a bad file is explained line by line, and nothing of it is imported', async ({
  window,
  nines,
  folder,
}) => {
  const file = join(folder, 'bad.csv')
  writeFileSync(file, 'case,configuration,outcome\na,m,pass\nb,m,maybe\na,m,"pass\n')
  await window.getByRole('link', { name: 'Import…' }).click()
  await window.locator('input[type=file]').setInputFiles(file)
  const table = window.getByRole('region', { name: '2 problems' })
  await expect(table.getByRole('row').nth(1)).toContainText('"maybe" is not one of pass, fail, error, void')
  await expect(table.getByRole('row').nth(1)).toContainText('3')
  await expect(table.getByRole('row').nth(2)).toContainText('never closed')
  await expect(window.getByRole('button', { name: /^Import \d/ })).toBeDisabled()
  expect(await nines.call('workspace.info', {})).toMatchObject({ tasks: 0, trials: 0 })
})

test('unknown columns are mapped, rows without configuration get one, bad rows are left out', async ({
  window,
  nines,
  folder,
}) => {
  const file = join(folder, 'runs.csv')
  writeFileSync(file, 'Ticket;Ergebnis;score\nT-1;x;0.9\nT-1;y;0.2\nT-2;z;n/a\n')
  await window.getByRole('link', { name: 'Import…' }).click()
  await window.locator('input[type=file]').setInputFiles(file)
  await window.getByRole('button', { name: 'Read as: Ticket' }).click()
  await window.getByRole('option', { name: 'Case' }).click()
  await window.getByRole('button', { name: 'Read as: Ergebnis' }).click()
  await window.getByRole('option', { name: 'Answer' }).click()
  await window.getByLabel('Configuration of rows that name none').fill('model-y')
  await window.getByLabel('Configuration of rows that name none').press('Enter')
  await window.getByLabel('A score of at least this passes').fill('0.5')
  await window.getByLabel('A score of at least this passes').press('Tab')
  await expect(window.getByText('2 new attempts')).toBeVisible()
  await expect(window.getByRole('region', { name: '1 problem' })).toContainText('"n/a" is not a number')
  await window.getByText('Leave out rows that cannot be used').click()
  await window.getByRole('button', { name: 'Import 2 attempts' }).click()
  await expect(window.getByRole('heading', { level: 1, name: 'runs' })).toBeVisible()
  expect(await nines.call('assessment.get', { task: 'runs' })).toMatchObject({
    configuration: 'model-y',
    counts: { trials: 2, passes: 1, failures: 1 },
  })
})

test('the same file again adds nothing and says so', async ({ window, nines, folder }) => {
  const file = join(folder, 'twice.jsonl')
  writeFileSync(
    file,
    '{"case":"a","configuration":"m","outcome":"pass"}\n{"case":"b","configuration":"m","outcome":"fail"}\n',
  )
  for (let time = 1; time <= 2; time += 1) {
    await window.getByRole('link', { name: 'Import…' }).click()
    await window.locator('input[type=file]').setInputFiles(file)
    const button = window.getByRole('button', { name: /^Import \d/ })
    await expect(button).toBeVisible()
    if (await button.isEnabled()) {
      await button.click()
      await expect(window.getByRole('heading', { level: 1, name: 'twice' })).toBeVisible()
    }
  }
  await expect(window.getByText('Everything in this file is in the workspace already.')).toBeVisible()
  expect(await nines.call('workspace.info', {})).toMatchObject({ trials: 2 })
})
