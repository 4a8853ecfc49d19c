import type { Page } from '@playwright/test'
import { expect, type NinesHost } from './nines.ts'

export const task = 'Refunds'
export const edit = `#/edit-task/${task}`

export const name = (window: Page) => window.getByLabel('Name', { exact: true })
export const save = (window: Page) => window.getByRole('button', { name: 'Save', exact: true })
export const undo = (window: Page) => window.getByRole('button', { name: 'Undo' })

/** Two repeats planned; two cases, four attempts with one configuration, one of which failed for a cause. */
export async function logged(nines: {
  call(operation: string, input: unknown): Promise<unknown>
}): Promise<void> {
  await nines.call('task.create', { name: task, plannedRepeats: 2 })
  const common = { task, configuration: 'model-x' }
  await nines.call('trial.log', [
    { ...common, case: 'inv-1', outcome: 'pass' },
    { ...common, case: 'inv-1', outcome: 'pass' },
    { ...common, case: 'inv-2', outcome: 'pass' },
    { ...common, case: 'inv-2', outcome: 'fail', cause: 'tool-error' },
  ])
}

export async function openLogged(window: Page, nines: NinesHost): Promise<void> {
  await logged(nines)
  await window.goto(`${nines.origin}/${edit}`)
  await expect(name(window)).toHaveValue(task)
}

export async function rename(window: Page): Promise<void> {
  await name(window).fill('Payments')
  await name(window).press('Enter')
  await expect(window.getByRole('heading', { level: 1, name: 'Payments' })).toBeVisible()
}
