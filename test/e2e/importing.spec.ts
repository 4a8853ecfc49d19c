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

test('problems are told in the language of the window, and anew when that changes', async ({
  window,
  nines,
  folder,
}) => {
  const file = join(folder, 'bad.csv')
  writeFileSync(file, 'Ticket,configuration,outcome\nT-1,m,pass\nT-2,m,maybe\nT-3,m\n')
  await window.getByRole('link', { name: 'Import…' }).click()
  await window.locator('input[type=file]').setInputFiles(file)
  await window.getByRole('button', { name: 'Read as: Ticket' }).click()
  await window.getByRole('option', { name: 'Case' }).click()
  const inEnglish = window.getByRole('region', { name: '2 problems' })
  await expect(inEnglish.getByRole('row').nth(1)).toContainText('is not one of pass, fail, error, void')

  await window.keyboard.press('Control+k')
  await window.getByRole('combobox').fill('korean')
  await window.keyboard.press('Enter')
  await expect(window.locator('html')).toHaveAttribute('lang', 'ko')
  const rows = window.getByRole('region', { name: '문제 2건' }).getByRole('row')
  await expect(rows.nth(1)).toContainText(
    '"maybe" 값은 쓸 수 없습니다. 쓸 수 있는 값: pass, fail, error, void',
  )
  await expect(rows.nth(2)).toContainText('이 줄은 2칸이고 머리글은 3칸입니다.')
  // What was decided about the columns stays decided.
  await expect(window.getByRole('button', { name: 'Ticket' })).toContainText('사례')

  await window.getByText('쓸 수 없는 줄은 제외').click()
  await window.getByRole('button', { name: '시도 1회 가져오기' }).click()
  await expect(window.getByRole('heading', { level: 1, name: 'bad' })).toBeVisible()
  expect(await nines.call('workspace.info', {})).toMatchObject({ tasks: 1, trials: 1 })
})

test('a file that cannot be read says so in the language of the window', async ({
  window,
  nines,
  folder,
  faults,
}) => {
  await nines.call('settings.set', { language: 'ko' })
  await window.reload()
  await expect(window.locator('html')).toHaveAttribute('lang', 'ko')
  const file = join(folder, 'page.csv')
  writeFileSync(file, '<!doctype html><p>trials</p>')
  await window.goto(`${nines.origin}/#/import`)
  await window.locator('input[type=file]').setInputFiles(file)
  const failure = window.getByText('page.csv 파일을 읽을 수 없습니다. XML이나 HTML은 읽을 수 없습니다.')
  await expect(failure).toContainText('CSV 또는 JSONL 파일을 선택하십시오. 가져온 것은 없습니다.')
  // The browser reports what was refused.
  faults.length = 0
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

test('the file is sent again only when the answer could be another', async ({ window, nines, folder }) => {
  const file = join(folder, 'runs.csv')
  writeFileSync(file, 'case,configuration,outcome\na,m,pass\nb,m,fail\n')
  await nines.call('task.create', { name: 'Refunds' })
  await nines.call('task.create', { name: 'Orders' })
  const targets: unknown[] = []
  window.on('request', (request) => {
    if (!request.url().endsWith('/api/import.preview')) return
    const sent: unknown = request.postDataJSON()
    targets.push(sent instanceof Object && 'task' in sent ? sent.task : sent)
  })
  const button = window.getByRole('button', { name: /^Import \d/ })
  await window.getByRole('link', { name: 'Import…' }).click()
  await window.locator('input[type=file]').setInputFiles(file)
  await expect(window.getByText('2 new attempts, no problems.')).toBeVisible()
  expect(targets).toEqual(['runs'])

  await test.step('not for the name of a new task, letter by letter', async () => {
    const name = window.getByLabel('Name of the new task')
    await name.fill('')
    await name.pressSequentially('Refunds in spring')
    await expect(button).toBeEnabled()
    expect(targets).toEqual(['runs'])
  })

  await test.step('once for a task that is there', async () => {
    await window.getByRole('button', { name: 'Into the task' }).click()
    await window.getByRole('option', { name: 'Refunds' }).click()
    await expect(button).toBeEnabled()
    expect(targets).toEqual(['runs', 'Refunds'])
  })

  await test.step('not for what happens to other tasks, but for what happens to this one', async () => {
    await nines.call('trial.log', { task: 'Orders', configuration: 'm', case: 'a', outcome: 'pass' })
    await expect(window.getByRole('link', { name: /Orders.*1 trial/ })).toBeVisible()
    expect(targets).toEqual(['runs', 'Refunds'])
    await nines.call('trial.log', {
      task: 'Refunds',
      configuration: 'm',
      case: 'a',
      repeat: 1,
      outcome: 'pass',
    })
    await expect(window.getByText('1 new attempt, 1 is already there, no problems.')).toBeVisible()
    expect(targets).toEqual(['runs', 'Refunds', 'Refunds'])
  })

  await button.click()
  await expect(window.getByRole('heading', { level: 1, name: 'Refunds' })).toBeVisible()
  expect(targets).toEqual(['runs', 'Refunds', 'Refunds'])
  expect(await nines.call('workspace.info', {})).toMatchObject({ tasks: 2, trials: 3 })
})

test('a file like an earlier one is read as that was, and may be read anew', async ({ window, folder }) => {
  for (const [index, row] of ['T-1,0.9', 'T-2,0.1'].entries()) {
    const file = join(folder, `run ${index}.csv`)
    writeFileSync(file, `Ticket,Result\n${row}\n`)
    await window.getByRole('link', { name: 'Import…' }).click()
    await window.locator('input[type=file]').setInputFiles(file)
    if (index === 1) break
    await window.getByRole('button', { name: 'Read as: Ticket' }).click()
    await window.getByRole('option', { name: 'Case' }).click()
    await window.getByRole('button', { name: 'Read as: Result' }).click()
    await window.getByRole('option', { name: 'Score' }).click()
    await window.getByLabel('Configuration of rows that name none').fill('model-y')
    await window.getByLabel('Configuration of rows that name none').press('Enter')
    await window.getByLabel('A score of at least this passes').fill('0.5')
    await window.getByLabel('A score of at least this passes').press('Tab')
    await window.getByRole('button', { name: 'Import 1 attempt' }).click()
    await expect(window.getByRole('heading', { level: 1, name: 'run 0' })).toBeVisible()
  }
  await expect(window.getByText('Read as the last file with these columns was.')).toBeVisible()
  await expect(window.getByText('1 new attempt', { exact: true })).toBeVisible()
  await window.getByRole('button', { name: 'Read it anew' }).click()
  await expect(window.getByText('1 new attempt', { exact: true })).toBeHidden()
  await expect(window.getByRole('region', { name: /problem/ })).toBeVisible()
})

test('a large file says how far it is, and is given up with nothing stored', async ({
  window,
  nines,
  folder,
  faults,
}) => {
  const file = join(folder, 'large.csv')
  const rows = Array.from(
    { length: 200_000 },
    (_, index) => `case ${index >> 2},m,${index % 3 === 0 ? 'fail' : 'pass'}`,
  )
  writeFileSync(file, ['case,configuration,outcome', ...rows].join('\n'))
  await window.getByRole('link', { name: 'Import…' }).click()
  await window.locator('input[type=file]').setInputFiles(file)
  await expect(window.getByRole('progressbar', { name: 'Looking at the file …' })).toBeVisible()
  await window.getByRole('button', { name: 'Import 200,000 attempts' }).click()
  await expect(window.getByRole('progressbar', { name: 'Importing …' })).toBeVisible()
  await window.getByRole('button', { name: 'Cancel' }).click()
  await expect(window.getByText('The import was cancelled. Nothing of the file was stored.')).toBeVisible()
  // The browser reports the answer 499, which says that it was given up.
  expect(faults.filter((fault) => !fault.includes('status of 499'))).toEqual([])
  faults.length = 0
  expect(await nines.call('workspace.info', {})).toMatchObject({ tasks: 0, trials: 0 })
  await expect(window.getByRole('button', { name: 'Import 200,000 attempts' })).toBeEnabled()
})
