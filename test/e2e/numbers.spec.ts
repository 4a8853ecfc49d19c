import type { Page } from '@playwright/test'
import type { PolicyFactory } from '../../renderer/app/clear-only.ts'
import { expect, test } from './nines.ts'

async function openForm(window: Page): Promise<void> {
  await window.getByRole('link', { name: 'New task', exact: true }).first().click()
  await expect(window.getByLabel('Name', { exact: true })).toBeFocused()
}

const required = (window: Page, index: number) => window.getByRole('textbox', { name: 'Required' }).nth(index)
const attempts = (window: Page) => window.getByRole('textbox', { name: 'Attempts per case' })

test('numbers are typed, stepped, held, emptied and typed again, and the task is created with them', async ({
  window,
  nines,
}) => {
  await openForm(window)
  await window.getByLabel('Name', { exact: true }).fill('Refunds')
  await test.step('typed and left', async () => {
    await required(window, 0).fill('85')
    await required(window, 0).press('Tab')
    await expect(required(window, 0)).toHaveValue('85%')
  })
  await test.step('stepped by arrows, again and again', async () => {
    await attempts(window).focus()
    for (const key of ['ArrowUp', 'ArrowUp', 'ArrowUp', 'ArrowDown']) await attempts(window).press(key)
    await expect(attempts(window)).toHaveValue('6')
  })
  await test.step('stepped to an end', async () => {
    await attempts(window).press('Home')
    await expect(attempts(window)).toHaveValue('1')
    await attempts(window).press('End')
    await expect(attempts(window)).toHaveValue('1,000')
  })
  await test.step('emptied, typed anew and confirmed by Enter', async () => {
    await attempts(window).fill('')
    await attempts(window).press('Tab')
    await expect(attempts(window)).toHaveValue('')
    await attempts(window).fill('7')
    await attempts(window).press('Enter')
    await attempts(window).press('ArrowUp')
    await expect(attempts(window)).toHaveValue('8')
  })
  await test.step('a level changed twice', async () => {
    for (const value of ['90', '92.5']) {
      await required(window, 1).fill(value)
      await required(window, 1).press('Tab')
    }
    await required(window, 1).press('ArrowUp')
    await expect(required(window, 1)).toHaveValue('93%')
  })
  await window.getByRole('button', { name: 'Create task' }).click()
  await expect(window.getByRole('heading', { level: 1, name: 'Refunds' })).toBeVisible()
  expect(await nines.call('task.get', { task: 'Refunds' })).toMatchObject({
    task: { plannedRepeats: 8, levels: [{ required: 0.85 }, { required: 0.93 }, { required: 0.99 }] },
  })
})

test('the page makes no markup from text, though it may clear an element', async ({ window, faults }) => {
  const results = await window.evaluate(() => {
    const element = document.createElement('div')
    element.textContent = 'before'
    const factory: PolicyFactory | undefined = document.defaultView?.trustedTypes
    const tries = {
      markup: () => (element.innerHTML = '<img src=x>'),
      space: () => (element.innerHTML = ' '),
      another: () => factory?.createPolicy('another', { createHTML: (text) => text }),
      twice: () => factory?.createPolicy('default', { createHTML: (text) => text }),
      // oxlint-disable-next-line no-implied-eval -- the very thing that must not work
      evaluated: () => setTimeout('document.title = "taken over"'),
      empty: () => (element.innerHTML = ''),
    }
    const told = Object.entries(tries).map(([name, attempt]) => {
      try {
        attempt()
        return `${name}: done`
      } catch (error) {
        return `${name}: ${error instanceof Error ? error.name : String(error)}`
      }
    })
    return [...told, element.textContent]
  })
  expect(results).toEqual([
    'markup: TypeError',
    'space: TypeError',
    'another: TypeError',
    'twice: TypeError',
    'evaluated: TypeError',
    'empty: done',
    '',
  ])
  // The browser reports each refusal, as it should.
  expect(faults.filter((fault) => !/Trusted|policy/.test(fault))).toEqual([])
  expect(faults.length).toBe(5)
  faults.length = 0
})
