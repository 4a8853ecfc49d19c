import { expect, test } from './nines.ts'
import { edit, logged, name, openLogged, rename, save, task, undo } from './refunds.ts'

test('a task is renamed, its links follow, and undo gives the name back', async ({ window, nines }) => {
  await logged(nines)
  await nines.call('task.create', { name: 'Taken' })
  await window.goto(`${nines.origin}/${edit}`)
  // The names that are taken are known once the tasks stand beside the form.
  await expect(window.getByRole('navigation', { name: 'Nines' })).toContainText('Taken')
  await name(window).fill('Taken')
  await name(window).press('Enter')
  await expect(window.getByText('There is a task of this name already.')).toBeVisible()
  await expect(name(window)).toBeFocused()
  await rename(window)
  await expect(window).toHaveURL(/task\/Payments\/verdict/)
  await expect(window.getByRole('navigation', { name: 'Nines' })).toContainText('Payments')
  await undo(window).click()
  await expect(window.getByRole('heading', { level: 1, name: task })).toBeVisible()
  await expect(window).toHaveURL(/task\/Refunds\/verdict/)
})

test('a rename whose answer comes after the news of it asks nothing of the former name', async ({
  window,
  nines,
}) => {
  await openLogged(window, nines)
  const asked: string[] = []
  await window.route('**/api/task.change', async (route) => {
    const news = window.waitForResponse(/change\.next/)
    const response = await route.fetch()
    await news
    window.on('request', (request) => asked.push(request.postData() ?? ''))
    // Long enough for the window to act on the news.
    await window.waitForTimeout(300)
    await route.fulfill({ response })
  })
  await rename(window)
  await expect(window).toHaveURL(/task\/Payments\/verdict/)
  expect(asked.filter((body) => body.includes(`"task":"${task}"`))).toEqual([])
  expect(asked.filter((body) => body.includes('"task":"Payments"')).length).toBeGreaterThan(0)
})

test('what comes on screen while a rename is under way asks nothing of the former name', async ({
  window,
  nines,
}) => {
  await openLogged(window, nines)
  const link = window.getByRole('navigation', { name: 'Nines' }).getByRole('link', { name: task })
  await expect(link).toBeVisible()
  const asked: string[] = []
  await window.route('**/api/task.change', async (route) => {
    const response = await route.fetch()
    window.on('request', (request) => asked.push(request.postData() ?? ''))
    await link.click()
    await window.waitForTimeout(300)
    await route.fulfill({ response })
  })
  await rename(window)
  await expect(window).toHaveURL(/task\/Payments\//)
  await expect(window.getByRole('main')).toContainText('Unattended')
  expect(asked.filter((body) => body.includes(`"task":"${task}"`))).toEqual([])
})

test('a configuration is described from its picker, renamed, and both undone', async ({ window, nines }) => {
  await logged(nines)
  await nines.call('trial.log', { task, configuration: 'model-x × 8', case: 'inv-1', outcome: 'pass' })
  await window.goto(`${nines.origin}/#/task/${task}/verdict?configuration=model-x%20%C3%97%208`)
  await window.getByRole('button', { name: /Configuration/ }).click()
  await window.getByRole('option', { name: 'Describe the configuration…' }).click()
  const dialog = window.getByRole('dialog')
  await expect(dialog.getByLabel('Name')).toBeFocused()
  await dialog.getByLabel('Name').fill('model-x')
  await dialog.getByLabel('Unit').fill('samples')
  await dialog.getByLabel('Parameters').fill('temperature = 0.2\ntemperature = 1')
  await save(window).click()
  await expect(dialog.getByText('Another configuration of this task has the name.')).toBeVisible()
  await expect(dialog.getByText('How much of the unit?')).toBeVisible()
  await expect(dialog.getByText('Each line needs a name of its own')).toBeVisible()
  await dialog.getByLabel('Name').fill('eight samples')
  await dialog.getByLabel('Amount').fill('8')
  await dialog.getByLabel('Parameters').fill('temperature = 0.2')
  await dialog.getByRole('button', { name: /Spends more compute than/ }).click()
  await window.getByRole('option', { name: 'model-x', exact: true }).click()
  await save(window).click()
  await expect(dialog).toBeHidden()
  await expect(window.getByRole('button', { name: /Configuration/ })).toContainText('eight samples')
  expect(await nines.call('task.get', { task })).toMatchObject({
    configurations: [
      { name: 'model-x' },
      {
        name: 'eight samples',
        compute: { amount: 8, unit: 'samples' },
        moreComputeThan: 'model-x',
        parameters: { temperature: 0.2 },
      },
    ],
  })
  await undo(window).click()
  await expect(window.getByRole('button', { name: /Configuration/ })).toContainText('model-x × 8')
  expect(await nines.call('task.get', { task })).toMatchObject({
    configurations: [{ name: 'model-x' }, { name: 'model-x × 8', compute: null, parameters: {} }],
  })
})

test('a configuration renamed is followed although its form was closed before the answer', async ({
  window,
  nines,
}) => {
  await logged(nines)
  await nines.call('trial.log', { task, configuration: 'model-x × 8', case: 'inv-1', outcome: 'pass' })
  await window.goto(`${nines.origin}/#/task/${task}/verdict?configuration=model-x%20%C3%97%208`)
  await window.getByRole('button', { name: /Configuration/ }).click()
  await window.getByRole('option', { name: 'Describe the configuration…' }).click()
  const dialog = window.getByRole('dialog')
  await dialog.getByLabel('Name').fill('eight samples')
  await window.route('**/api/configuration.set', async (route) => {
    await window.keyboard.press('Escape')
    await expect(dialog).toBeHidden()
    await route.continue()
  })
  await save(window).click()
  await expect(undo(window)).toBeVisible()
  await expect(window.getByRole('button', { name: /Configuration/ })).toContainText('eight samples')
})
