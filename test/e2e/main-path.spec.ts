import { readFileSync } from 'node:fs'
import { extractText, getDocumentProxy } from 'unpdf'
import { expect, sampleFile, test } from './nines.ts'

async function textOf(file: string): Promise<readonly string[]> {
  const pdf = await getDocumentProxy(new Uint8Array(readFileSync(file)))
  const { text } = await extractText(pdf, { mergePages: false })
  return text.map((page) => page.replaceAll(/\s+/g, ' '))
}

test('from an empty workspace to the PDF: create a task, import the sample, read the verdict, export', async ({
  window,
  folder,
}) => {
  await test.step('create a task', async () => {
    await window.getByRole('link', { name: 'New task', exact: true }).first().click()
    await window.getByLabel('Name', { exact: true }).fill('Airline rebooking')
    await window.getByRole('button', { name: 'Create task' }).click()
    await expect(window.getByRole('heading', { level: 1, name: 'Airline rebooking' })).toBeVisible()
  })

  await test.step('import the sample into it', async () => {
    await window.getByRole('link', { name: 'Import…' }).click()
    await window.locator('input[type=file]').setInputFiles(sampleFile)
    await expect(window.getByText('200 new attempts, no problems.')).toBeVisible()
    await expect(window.getByText('84 pass, 116 fail, 0 error, 0 void')).toBeVisible()
    await window.getByRole('button', { name: 'Into the task' }).click()
    await window.getByRole('option', { name: 'Airline rebooking' }).click()
    await window.getByRole('button', { name: 'Import 200 attempts' }).click()
    await expect(
      window.getByText('200 attempts were imported from tau-bench-airline-gpt-4o.csv.'),
    ).toBeVisible()
  })

  await test.step('read the verdict', async () => {
    await expect(window.getByRole('main').getByRole('heading', { level: 2 }).first()).toHaveText(
      'Not ready for Unattended (99%). One attempt passes 42% of the time (27–59%); 99% is required.',
    )
    await expect(window.getByText('Product engineering is the bottleneck.')).toBeVisible()
    await expect(window.getByRole('img', { name: 'Where the gap is' })).toContainText('42% passes')
    await expect(window.getByRole('img', { name: 'Where the gap is' })).toContainText('28% never in 4')
    await expect(window.getByRole('img', { name: 'If it may try k times' })).toContainText('any 72%')
    await expect(window.getByRole('img', { name: 'If it may try k times' })).toContainText('all 20%')
    await expect(window.getByRole('img', { name: 'Every case' })).toContainText('14')
    await expect(window.getByRole('row', { name: 'Unattended' })).toContainText('short')
  })

  await test.step('export, and open what was saved', async () => {
    const download = window.waitForEvent('download')
    await window.getByRole('button', { name: 'Export PDF' }).click()
    const saved = await download
    expect(saved.suggestedFilename()).toBe('Airline-rebooking.pdf')
    const file = `${folder}/saved.pdf`
    await saved.saveAs(file)
    await expect(window.getByText('Airline-rebooking.pdf was saved.')).toBeVisible()
    const pages = await textOf(file)
    expect(pages.length).toBeGreaterThan(3)
    expect(pages[0]).toContain('Not ready for Unattended (99%).')
    expect(pages[0]).toContain('Product engineering is the bottleneck.')
    expect(pages[0]).toContain('One attempt passes 42% of the time (27–59%); 99% is required.')
    expect(pages[0]).toContain('Study the 14 cases that never passed.')
    expect(pages[0]).toContain('200 of 200')
    expect(pages[0]).toContain(`Page 1 of ${pages.length}`)
    expect(pages.slice(1).join(' ')).toContain('57% (38–73%)')
    expect(pages.at(-1)).toMatch(/sha256:[0-9a-f]{64}/)
  })
})

test('the PDF holds what is on screen: configuration, level and claim', async ({ window, nines, folder }) => {
  const task = 'Refunds'
  await nines.call('task.create', { name: task, plannedRepeats: 1 })
  for (const [configuration, outcome] of [
    ['first', 'pass'],
    ['second', 'fail'],
  ]) {
    await nines.call('trial.log', { task, configuration, case: 'a', outcome })
  }
  await window.goto(`${nines.origin}/#/task/${task}/verdict`)
  for (const [picker, option] of [
    [/Configuration/, 'second'],
    [/Level/, /^Assist/],
    [/Claim about/, /^these cases/],
  ] as const) {
    await window.getByRole('button', { name: picker }).click()
    await window.getByRole('option', { name: option }).click()
  }
  const onScreen = window.getByRole('main').getByRole('heading', { level: 2 }).first()
  await expect(onScreen).toContainText('for Assist (80%). So far one attempt passes 0% of the time')
  const download = window.waitForEvent('download')
  await window.getByRole('button', { name: 'Export PDF' }).click()
  const file = `${folder}/saved.pdf`
  await (await download).saveAs(file)
  const [first = ''] = await textOf(file)
  expect(first).toContain('for Assist (80%).')
  expect(first).toContain('second')
  expect(first).toContain('one attempt passes 0% of the time')
  expect(first).toContain('for exactly this one case')
})

test('there is no PDF of a configuration nothing is logged with', async ({ window, nines }) => {
  const task = 'Refunds'
  await nines.call('task.create', { name: task })
  await nines.call('trial.log', { task, configuration: 'used', case: 'a', outcome: 'pass' })
  await nines.call('configuration.set', { task, configuration: 'made', create: true, changes: {} })
  const button = window.getByRole('button', { name: 'Export PDF' })
  for (const [configuration, isOn] of [
    ['used', true],
    ['new', false],
    ['made', false],
  ] as const) {
    await window.goto(`${nines.origin}/#/task/${task}/verdict?configuration=${configuration}`)
    await expect(window.getByRole('button', { name: /Configuration/ })).toContainText(configuration)
    if (isOn) await expect(button).toBeEnabled()
    else {
      await expect(window.getByText('Nothing has been logged for this task yet.')).toBeVisible()
      await expect(button).toBeDisabled()
    }
  }
})

test('the sample opens with one click, once', async ({ window, nines }) => {
  await window.getByRole('button', { name: 'Open the sample' }).click()
  await expect(window.getByText('Not ready')).toBeVisible()
  await window.getByRole('link', { name: 'Nines', exact: true }).click()
  await window.getByRole('button', { name: 'Open the sample' }).click()
  await expect(window.getByText('Not ready')).toBeVisible()
  expect(await nines.call('workspace.info', {})).toMatchObject({ tasks: 1, trials: 200 })
})
