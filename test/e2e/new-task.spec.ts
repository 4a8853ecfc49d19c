import type { Page } from '@playwright/test'
import { expect, test } from './nines.ts'

const name = (window: Page) => window.getByLabel('Name', { exact: true })
const required = (window: Page) => window.getByRole('textbox', { name: 'Required' })
const create = (window: Page) => window.getByRole('button', { name: 'Create task' })

test.beforeEach(async ({ window }) => {
  await window.getByRole('link', { name: 'New task', exact: true }).first().click()
  await expect(name(window)).toBeFocused()
})

test('what is wrong gets the focus, one field after the other', async ({ window, nines }) => {
  await nines.call('task.create', { name: 'Taken' })
  await window.getByText('More', { exact: true }).click()
  await window.getByLabel('Chance of ever claiming wrongly').fill('80')
  await window.getByText('More', { exact: true }).click()
  await required(window).nth(1).fill('100')
  await window.getByRole('textbox', { name: 'Level', exact: true }).nth(2).fill('')
  await create(window).click()
  await expect(name(window)).toBeFocused()
  await expect(window.getByText('The task needs a name.')).toBeVisible()
  await name(window).fill('Taken')
  await name(window).press('Enter')
  await expect(name(window)).toBeFocused()
  await expect(window.getByText('There is a task of this name already.')).toBeVisible()
  await name(window).fill('Refunds')
  await create(window).click()
  await expect(required(window).nth(1)).toBeFocused()
  await expect(required(window).nth(1)).toHaveAccessibleDescription(
    'The required reliability is from 0.0001% to 99.9999%.',
  )
  await required(window).nth(1).fill('95')
  await create(window).click()
  await expect(window.getByRole('textbox', { name: 'Level', exact: true }).nth(2)).toBeFocused()
  await window.getByRole('textbox', { name: 'Level', exact: true }).nth(2).fill('Alone')
  await create(window).click()
  // It was folded away.
  await expect(window.getByLabel('Chance of ever claiming wrongly')).toBeFocused()
  await window.getByLabel('Chance of ever claiming wrongly').fill('5')
  await create(window).click()
  await expect(window.getByRole('heading', { level: 1, name: 'Refunds' })).toBeVisible()
})

test('what was typed is there after a look elsewhere, and gone when one starts over', async ({ window }) => {
  await name(window).fill('Refunds')
  await required(window).first().fill('70')
  await window.getByRole('link', { name: 'Settings' }).click()
  await window.getByRole('link', { name: '+ New task' }).click()
  await expect(name(window)).toHaveValue('Refunds')
  await expect(required(window).first()).toHaveValue('70%')
  await window.getByRole('button', { name: 'Start over' }).click()
  await expect(name(window)).toHaveValue('')
  await expect(required(window).first()).toHaveValue('80%')
  await expect(window.getByRole('button', { name: 'Start over' })).toBeHidden()
})

test('what was typed outlives a mistake of the window, which can be tried again', async ({
  window,
  faults,
}) => {
  await name(window).fill('Refunds')
  await window.evaluate(() => {
    const format = Object.getOwnPropertyDescriptor(Intl.NumberFormat.prototype, 'format') ?? {}
    Object.defineProperty(Intl.NumberFormat.prototype, 'format', {
      configurable: true,
      get: () => {
        throw new Error('planted')
      },
    })
    addEventListener('mended', () => Object.defineProperty(Intl.NumberFormat.prototype, 'format', format))
  })
  await window.getByLabel('What “done” means for one attempt').fill('paid back')
  await expect(window.getByRole('heading', { name: 'Something is not right' })).toBeVisible()
  await window.evaluate(() => dispatchEvent(new Event('mended')))
  await window.getByRole('button', { name: 'Try again' }).click()
  await expect(name(window)).toHaveValue('Refunds')
  await expect(window.getByLabel('What “done” means for one attempt')).toHaveValue('paid back')
  // React tells the console of the planted mistake.
  expect(faults.filter((fault) => !fault.includes('planted'))).toEqual([])
  faults.length = 0
})

test('Alt and a letter write, they do not lead away, while somebody types', async ({ window }) => {
  for (const field of [name(window), window.getByLabel('What “done” means for one attempt')]) {
    await field.fill('half')
    for (const key of ['Alt+h', 'Alt+n']) await field.press(key)
    await expect(field).toBeFocused()
    await expect(window.getByRole('heading', { level: 1, name: 'New task' })).toBeVisible()
  }
  await window.getByRole('radio', { name: 'Assist' }).focus()
  await window.keyboard.press('Alt+h')
  await expect(window.getByRole('heading', { level: 1, name: 'Home' })).toBeVisible()
  // Ctrl writes nothing, so its shortcuts work everywhere.
  await window.keyboard.press('Alt+n')
  await name(window).press('Control+,')
  await expect(window.getByRole('heading', { level: 1, name: 'Settings' })).toBeVisible()
})
