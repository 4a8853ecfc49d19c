import { expect, test } from './nines.ts'
import type { Page } from '@playwright/test'

/** A task with three cases and a plan of two attempts each, ready to be graded. */
async function openGrid(window: Page): Promise<void> {
  await window.getByRole('link', { name: 'New task', exact: true }).first().click()
  await window.getByLabel('Name', { exact: true }).fill('Invoice totals')
  await window.getByLabel('Attempts per case').fill('2')
  await window.getByLabel('Attempts per case').press('Tab')
  await window.getByRole('button', { name: 'Create task' }).click()
  await window.getByLabel('Configuration', { exact: true }).fill('model-x, prompt 3')
  await window.getByRole('button', { name: 'Start logging' }).click()
  await window.getByLabel('New cases, one per line').fill('inv-1\tTwo pages\ninv-2\n\ninv-3\ninv-2')
  await window.getByRole('button', { name: 'Add cases' }).click()
  await expect(window.getByRole('grid')).toBeFocused()
}

const cell = (window: Page, name: string) => window.getByRole('gridcell', { name })

test('the next key grades the first of the cases that were added', async ({ window }) => {
  await openGrid(window)
  await window.keyboard.press('p')
  // Where the new case stands is known before the task is read again with it.
  await window.route('**/api/task.get', async (route) => {
    await new Promise((resolve) => void setTimeout(resolve, 400))
    await route.continue()
  })
  for (const [name, more] of [
    ['inv-8', 'inv-8\ninv-9'],
    ['inv-10', 'inv-10'],
  ] as const) {
    await window.getByRole('button', { name: 'Add cases' }).click()
    await window.getByLabel('New cases, one per line').fill(more)
    await window.getByRole('dialog').getByRole('button', { name: 'Add cases' }).press('Enter')
    await expect(window.getByRole('dialog')).toHaveCount(0)
    await expect(cell(window, `${name}, Repeat 1`)).toHaveAttribute('aria-selected', 'true')
    await expect(window.getByRole('grid')).toBeFocused()
    await window.keyboard.press('f')
    await expect(cell(window, `${name}, Repeat 1`)).toHaveAccessibleName(`${name}, Repeat 1: fail`)
  }
})

test('attempts are graded by keys alone, and are in the workspace', async ({ window, nines }) => {
  await openGrid(window)
  await expect(window.getByText('0 of 3 cases complete')).toBeVisible()
  await expect(window.getByRole('row', { name: 'inv-1' })).toContainText('Two pages')
  // inv-1: pass, fail for a tool error; inv-2: pass that the verifier accepted, error; inv-3: pass.
  await window.keyboard.press('p')
  await window.keyboard.press('f')
  await window.keyboard.press('5')
  await window.keyboard.press('p')
  await window.keyboard.press('v')
  await window.keyboard.press('e')
  await window.keyboard.press('p')
  await expect(cell(window, 'inv-1, Repeat 1')).toHaveAccessibleName('inv-1, Repeat 1: pass')
  await expect(cell(window, 'inv-1, Repeat 2')).toHaveAccessibleName(
    'inv-1, Repeat 2: fail, Tool or integration error',
  )
  await expect(cell(window, 'inv-2, Repeat 1')).toHaveAccessibleName(
    'inv-2, Repeat 1: pass, verifier accepts',
  )
  await expect(cell(window, 'inv-2, Repeat 2')).toHaveAccessibleName('inv-2, Repeat 2: error')
  await expect(cell(window, 'inv-3, Repeat 1')).toHaveAccessibleName('inv-3, Repeat 1: pass')
  await expect(window.getByText('2 of 3 cases complete')).toBeVisible()
  await expect(window.getByText('1 attempt to go')).toBeVisible()
  await expect
    .poll(() => nines.call('assessment.get', { task: 'Invoice totals' }))
    .toMatchObject({
      configuration: 'model-x, prompt 3',
      counts: { cases: 3, completeCases: 2, trials: 5, passes: 2, failures: 1, errors: 1, notCounted: 1 },
      causes: [
        { cause: 'tool-error', failures: 1 },
        { cause: null, failures: 1 },
      ],
    })
})

test('undo takes back step by step, redo brings it again', async ({ window, nines }) => {
  await openGrid(window)
  await window.keyboard.press('f')
  await window.keyboard.press('3')
  await window.keyboard.press('Control+z')
  await expect(cell(window, 'inv-1, Repeat 1')).toHaveAccessibleName('inv-1, Repeat 1: fail')
  await window.keyboard.press('Control+z')
  await expect(cell(window, 'inv-1, Repeat 1')).toHaveAccessibleName('inv-1, Repeat 1: not logged')
  expect(await nines.call('workspace.info', {})).toMatchObject({ trials: 0 })
  await window.keyboard.press('Control+Shift+z')
  await window.keyboard.press('Control+Shift+z')
  await expect(cell(window, 'inv-1, Repeat 1')).toHaveAccessibleName(
    'inv-1, Repeat 1: fail, Missing knowledge',
  )
  expect(await nines.call('workspace.info', {})).toMatchObject({ trials: 1 })
})

test('keys count from the moment the attempts can be seen, however slow the host', async ({ window }) => {
  await window.route('**/api/trial.grid', async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 1500))
    await route.continue()
  })
  await openGrid(window)
  await window.keyboard.press('f')
  await window.keyboard.press('3')
  await expect(cell(window, 'inv-1, Repeat 1')).toHaveAccessibleName(
    'inv-1, Repeat 1: fail, Missing knowledge',
  )
})

test('keys pressed faster than the disk are all stored, in order', async ({ window, nines }) => {
  await openGrid(window)
  // One task of the page after the other, without waiting for the host.
  await window.getByRole('grid').evaluate(async (grid, keys) => {
    for (const key of keys) {
      grid.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }))
      await new Promise((resolve) => setTimeout(resolve))
    }
  }, 'pf1f2epp'.split(''))
  await expect(window.getByText('every planned attempt is logged')).toBeVisible()
  expect(
    await nines.call('trial.grid', { task: 'Invoice totals', configuration: 'model-x, prompt 3' }),
  ).toMatchObject({
    cases: [
      { case: 'inv-1', trials: [{ outcome: 'pass' }, { outcome: 'fail', cause: 'reasoning-slip' }] },
      { case: 'inv-2', trials: [{ outcome: 'fail', cause: 'inconsistent-answer' }, { outcome: 'error' }] },
      { case: 'inv-3', trials: [{ outcome: 'pass' }, { outcome: 'pass' }] },
    ],
  })
})

test('a reload in the middle of the work loses nothing and comes back to the same place', async ({
  window,
}) => {
  await openGrid(window)
  await window.keyboard.press('p')
  await window.keyboard.press('f')
  await expect(cell(window, 'inv-1, Repeat 2')).toHaveAccessibleName('inv-1, Repeat 2: fail')
  await window.reload()
  await expect(cell(window, 'inv-1, Repeat 1')).toHaveAccessibleName('inv-1, Repeat 1: pass')
  await expect(cell(window, 'inv-1, Repeat 2')).toHaveAccessibleName('inv-1, Repeat 2: fail')
})

test('leaving while attempts wait for the disk is asked about, and afterwards not', async ({
  window,
  nines,
}) => {
  await openGrid(window)
  const { promise: released, resolve: release } = Promise.withResolvers<void>()
  await window.route('**/api/trial.log', async (route) => {
    await released
    await route.continue()
  })
  await window.keyboard.press('p')
  await window.keyboard.press('f')
  await expect(window.getByText('saving …')).toBeVisible()
  const asked: string[] = []
  window.on('dialog', (dialog) => {
    asked.push(dialog.type())
    void dialog.dismiss()
  })
  // A dismissed question keeps the page where it is.
  await window.evaluate(() => location.reload())
  await expect.poll(() => asked).toEqual(['beforeunload'])
  release()
  await expect(cell(window, 'inv-1, Repeat 2')).toHaveAccessibleName('inv-1, Repeat 2: fail')
  await expect(window.getByText('saving …')).toBeHidden()
  expect(await nines.call('workspace.info', {})).toMatchObject({ trials: 2 })
  await window.reload()
  await expect(cell(window, 'inv-1, Repeat 2')).toHaveAccessibleName('inv-1, Repeat 2: fail')
  expect(asked).toEqual(['beforeunload'])
})

test('what a script logs appears in the open grid by itself', async ({ window, nines }) => {
  await openGrid(window)
  await nines.call('trial.log', {
    task: 'Invoice totals',
    configuration: 'model-x, prompt 3',
    case: 'inv-2',
    outcome: 'fail',
    note: 'from a script',
  })
  await expect(cell(window, 'inv-2, Repeat 1')).toHaveAccessibleName('inv-2, Repeat 1: fail, from a script')
})

test('a digit on an imported attempt keeps what else was logged of it', async ({ window, nines }) => {
  await openGrid(window)
  await nines.call('trial.log', {
    task: 'Invoice totals',
    configuration: 'model-x, prompt 3',
    case: 'inv-1',
    outcome: 'fail',
    latencyMs: 1200,
    costUsd: 0.25,
    answer: 'forty-two',
  })
  await expect(cell(window, 'inv-1, Repeat 1')).toHaveAccessibleName('inv-1, Repeat 1: fail')
  await window.getByRole('grid').press('4')
  await expect(cell(window, 'inv-1, Repeat 1')).toHaveAccessibleName(
    'inv-1, Repeat 1: fail, Missing or wrong context',
  )
  expect(
    await nines.call('trial.withdraw', {
      task: 'Invoice totals',
      configuration: 'model-x, prompt 3',
      case: 'inv-1',
      repeat: 1,
    }),
  ).toMatchObject({ cause: 'wrong-context', latencyMs: 1200, costUsd: 0.25, answer: 'forty-two' })
})
