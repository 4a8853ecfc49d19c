import { expect, sampleFile, test } from './nines.ts'
import { edit, logged, name, save, task, undo } from './refunds.ts'

test('a draft outlives a reload, and one that is broken does no harm', async ({ window, nines }) => {
  await window.goto(`${nines.origin}/#/new-task`)
  await name(window).fill('Invoices')
  await window.getByRole('textbox', { name: 'Required' }).first().fill('70')
  await window.getByRole('radio', { name: 'Assist' }).focus()
  await window.keyboard.press('Space')
  await window.reload()
  await expect(name(window)).toHaveValue('Invoices')
  await expect(window.getByRole('textbox', { name: 'Required' }).first()).toHaveValue('70%')
  await expect(window.getByRole('radio', { name: 'Assist' })).toBeChecked()
  for (const broken of ['{"name":"Inv', '{"name":"Inv"}', 'null', '[]']) {
    await window.evaluate((text) => localStorage.setItem('nines.new-task.1', text), broken)
    await window.reload()
    await expect(name(window)).toHaveValue('')
    await expect(window.getByRole('button', { name: 'Start over' })).toBeHidden()
  }
  await name(window).fill('Invoices')
  await window.getByRole('button', { name: 'Create task' }).click()
  await expect(window.getByRole('heading', { level: 1, name: 'Invoices' })).toBeVisible()
  await window.goto(`${nines.origin}/#/new-task`)
  await window.reload()
  await expect(name(window)).toHaveValue('')
})

test('unsaved changes of a task outlive a reload; saved ones, and those of what the task was before, do not', async ({
  window,
  nines,
}) => {
  await logged(nines)
  await window.goto(`${nines.origin}/${edit}`)
  const done = window.getByLabel('What “done” means for one attempt')
  const firstCause = window.getByRole('textbox', { name: 'Cause' }).first()
  await done.fill('The refund is paid once.')
  await firstCause.fill('Wrong sum')
  await window.reload()
  await expect(done).toHaveValue('The refund is paid once.')
  await expect(firstCause).toHaveValue('Wrong sum')
  await window.getByRole('button', { name: 'Save', exact: true }).click()
  // The form bears the name of the task too: only the address tells that the answer came.
  await expect(window).toHaveURL(/task\/Refunds\/verdict/)
  expect(await nines.call('task.get', { task })).toMatchObject({
    task: { definition: 'The refund is paid once.' },
  })
  await window.goto(`${nines.origin}/${edit}`)
  await window.reload()
  await expect(window.getByText('Nothing is changed yet.')).toBeVisible()
  await done.fill('Something else.')
  await nines.call('task.change', { task, changes: { definition: 'As others say.' } })
  await window.reload()
  await expect(done).toHaveValue('As others say.')
  await window.evaluate(() => localStorage.setItem('nines.edit-task.1', '{"Refunds":{}}'))
  await window.reload()
  await expect(done).toHaveValue('As others say.')
})

test('what each level takes is shown at once, and when the planned cases are too few', async ({
  window,
  nines,
}) => {
  await window.goto(`${nines.origin}/#/new-task`)
  const row = (level: RegExp) => window.getByRole('row', { name: level })
  // Published with the method: 88 cases for 95%, 449 for 99%, if none fails.
  await expect(row(/^Supervised 95%/)).toHaveText('Supervised 95%88352')
  await expect(row(/^Unattended 99%/)).toHaveText('Unattended 99%4491,796')
  await expect(window.getByText('planned cases cannot show it')).toBeHidden()
  await window.getByLabel('Cases', { exact: true }).fill('50')
  await window.getByLabel('Cases', { exact: true }).blur()
  await expect(window.getByText('The 50 planned cases cannot show it, even if none fails.')).toBeVisible()
})

test('levels changed after attempts are told before saving, and beside the claim', async ({
  window,
  nines,
}) => {
  await logged(nines)
  await window.goto(`${nines.origin}/#/task/${task}/verdict`)
  await window.getByRole('link', { name: 'Edit task' }).click()
  await expect(window.getByRole('main').getByRole('heading', { level: 2 }).first()).toHaveText(
    '4 attempts are logged: a change of the plan will be named beside every claim.',
  )
  await expect(window.getByText('Nothing is changed yet.')).toBeVisible()
  await window.getByLabel('What “done” means for one attempt').fill('the money is back')
  await expect(window.getByText('Levels, target and plan stay as they are')).toBeVisible()
  await window.getByRole('textbox', { name: 'Required' }).nth(2).fill('90')
  await window.getByRole('textbox', { name: 'Required' }).nth(2).blur()
  const told = window.getByText(/^The levels were changed on .*99%.*90%.*4 trials had been logged by then/)
  await expect(told).toBeVisible()
  await save(window).click()
  await expect(window.getByText('“Refunds” was changed.')).toBeVisible()
  await expect(window.getByRole('main').getByText(/^The levels were changed on .*99%.*90%/)).toBeVisible()
  await expect(window.getByRole('button', { name: /Level/ })).toContainText('Unattended')
  await window.keyboard.press('Control+z')
  await expect(window.getByText(/^The levels were changed on .*90%.*99%/)).toBeVisible()
  expect(await nines.call('task.get', { task })).toMatchObject({
    task: { definition: '', levels: [{ required: 0.8 }, { required: 0.95 }, { required: 0.99 }] },
  })
})

test('what is typed stays while one looks elsewhere, and gives way to what others saved', async ({
  window,
  nines,
}) => {
  await logged(nines)
  await window.goto(`${nines.origin}/${edit}`)
  await name(window).fill('Payments')
  await window.getByRole('link', { name: 'Back to the task' }).click()
  await window.getByRole('link', { name: 'Edit task' }).click()
  await expect(name(window)).toHaveValue('Payments')
  await nines.call('task.change', { task, changes: { wrongCost: 3 } })
  await expect(name(window)).toHaveValue(task)
})

test('repeats that are planned cannot be left open again', async ({ window, nines }) => {
  await logged(nines)
  await window.goto(`${nines.origin}/${edit}`)
  await window.getByLabel('Attempts per case').fill('')
  await save(window).click()
  await expect(window.getByLabel('Attempts per case')).toBeFocused()
  await expect(window.getByLabel('Attempts per case')).toHaveAccessibleDescription(
    /Once planned, the attempts per case need a number\./,
  )
})

test('causes are renamed, moved, added and removed, and the digits of the log follow', async ({
  window,
  nines,
}) => {
  await logged(nines)
  await window.goto(`${nines.origin}/${edit}`)
  const cause = window.getByRole('textbox', { name: 'Cause' })
  await expect(cause).toHaveCount(10)
  await cause.nth(0).fill('Wrong reasoning')
  const up = window.getByRole('button', { name: 'Move Tool or integration error up' })
  for (let step = 0; step < 4; step += 1) await up.press('Enter')
  await expect(cause.nth(0)).toHaveValue('Tool or integration error')
  // At the end of the list the focus is on the button that is left.
  await expect(window.getByRole('button', { name: 'Move Tool or integration error down' })).toBeFocused()
  // Failures carry it, so there is nothing to remove it with.
  await expect(window.getByRole('button', { name: 'Remove Tool or integration error' })).toBeHidden()
  await window.getByRole('button', { name: 'Remove Inconsistent answer' }).click()
  await window.getByRole('button', { name: 'Add a cause' }).click()
  await save(window).click()
  await expect(window.getByText('Each cause needs a name.')).toBeVisible()
  await cause.nth(9).fill('Wrong tone')
  await window.getByRole('button', { name: /Usual lever of Wrong tone/ }).click()
  await window.getByRole('option', { name: 'inference scaling' }).click()
  await save(window).click()
  await expect(window.getByText('“Refunds” was changed.')).toBeVisible()
  await window.goto(`${nines.origin}/#/task/${task}/log`)
  const keys = window.locator('footer')
  await expect(keys).toContainText(/1 Tool or integration error\s*2 Wrong reasoning/)
  await expect(keys).toContainText(/0 Wrong tone/)
  expect(await nines.call('task.get', { task })).toMatchObject({
    task: {
      causes: expect.arrayContaining([{ key: 'wrong-tone', name: 'Wrong tone', lever: 'inference-scaling' }]),
    },
  })
})

test('a task is removed, and brought back at once or later', async ({ window, nines }) => {
  await logged(nines)
  const link = window.getByRole('navigation', { name: 'Nines' }).getByRole('link', { name: /Refunds/ })
  await window.goto(`${nines.origin}/${edit}`)
  await window.getByRole('button', { name: 'Remove this task' }).click()
  await expect(window.getByRole('heading', { level: 1, name: 'Home' })).toBeVisible()
  await expect(link).toBeHidden()
  await window.keyboard.press('Control+z')
  await expect(window.getByRole('heading', { level: 1, name: task })).toBeVisible()
  await expect(link).toBeVisible()
  await window.getByRole('link', { name: 'Edit task' }).click()
  await window.getByRole('button', { name: 'Remove this task' }).click()
  await expect(window.getByText('“Refunds” was removed.')).toBeVisible()
  await window.reload()
  await window.getByRole('link', { name: 'Settings' }).click()
  await expect(window.getByRole('heading', { name: 'Removed tasks' })).toBeVisible()
  await window.getByRole('button', { name: 'Bring back Refunds' }).click()
  await expect(window.getByRole('heading', { level: 1, name: task })).toBeVisible()
  expect(await nines.call('task.get', { task })).toMatchObject({ cases: 2, trials: 4 })
})

test('what a window still reads of a task is given up when it is removed', async ({ window, nines }) => {
  await logged(nines)
  await window.goto(`${nines.origin}/#/task/${task}/verdict`)
  await expect(window.getByRole('heading', { level: 1, name: task })).toBeVisible()
  await window.getByRole('link', { name: 'Edit task' }).click()
  await expect(window.getByRole('button', { name: 'Remove this task' })).toBeVisible()
  // A read that a script's attempt sets off comes to the host after the removal.
  const removed = window.waitForResponse('**/api/task.remove')
  const asked = window.waitForRequest('**/api/task.get')
  await window.route('**/api/task.get', async (route) => {
    await removed
    await route.continue().catch(() => undefined)
  })
  await nines.call('trial.log', { task, configuration: 'model-x', case: 'inv-9', outcome: 'pass' })
  await asked
  await window.getByRole('button', { name: 'Remove this task' }).click()
  await expect(window.getByRole('heading', { level: 1, name: 'Home' })).toBeVisible()
  await removed
  await window.getByRole('link', { name: 'Settings' }).click()
  await expect(window.getByRole('heading', { name: 'Removed tasks' })).toBeVisible()
})

test('an import into a task of its own is undone, and can be made again', async ({ window, nines }) => {
  const bring = async (): Promise<void> => {
    await window.goto(`${nines.origin}/#/import`)
    const chooser = window.waitForEvent('filechooser')
    await window.getByRole('button', { name: 'Choose a file…' }).click()
    await (await chooser).setFiles(sampleFile)
    await window.getByRole('button', { name: 'Import 200 attempts' }).click()
    await expect(window.getByText(/^200 attempts were imported/)).toBeVisible()
  }
  await bring()
  await undo(window).click()
  await expect(window.getByText(/was removed\./)).toBeVisible()
  expect(await nines.call('task.list', {})).toEqual([])
  await bring()
  expect(await nines.call('task.list', {})).toMatchObject([{ trials: 200 }])
})

test('the form that changes a task speaks Korean', async ({ window, nines }) => {
  await logged(nines)
  await nines.call('settings.set', { language: 'ko' })
  await window.goto(`${nines.origin}/${edit}`)
  await window.reload()
  await expect(window.getByRole('main').getByRole('heading', { level: 2 }).first()).toHaveText(
    '이미 시도 4회를 기록했으므로, 계획을 바꾸면 모든 판정 옆에 그 사실을 밝힙니다.',
  )
  // Shown in Korean and saved without a touch, the causes stay what they were.
  await expect(window.getByRole('textbox', { name: '원인' }).nth(4)).toHaveValue('도구 또는 연동 오류')
  await window.getByRole('button', { name: '저장', exact: true }).click()
  await expect(window.getByText('‘Refunds’ 작업을 바꾸었습니다.')).toBeVisible()
  expect(await nines.call('task.get', { task })).toMatchObject({
    task: {
      causes: expect.arrayContaining([
        { key: 'tool-error', name: 'Tool or integration error', lever: 'product-engineering' },
      ]),
    },
  })
})
