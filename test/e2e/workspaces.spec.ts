import { existsSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { contract } from '../../shared/contract/contract.ts'
import { accessibilityFaults } from './accessibility.ts'
import { expect, test } from './nines.ts'

/** The browser reports each refusal of a page that was about another workspace; that is what these tests are about. */
function forgetRefusals(faults: string[]): void {
  expect(faults.filter((fault) => !fault.includes('409'))).toEqual([])
  faults.length = 0
}

const foot = (page: Page) => page.getByRole('navigation').getByRole('paragraph')

/** Waits until the page has loaded itself anew in that workspace. */
async function isIn(page: Page, name: string): Promise<void> {
  await expect(foot(page)).toContainText(name)
}

test('a second workspace is made, and the first is opened again from the recent ones, by keyboard', async ({
  window,
  nines,
  folder,
  faults,
}) => {
  await nines.call('task.create', { name: 'Refunds' })
  await expect(window.getByRole('main').getByRole('link', { name: 'Refunds' })).toBeVisible()
  await window.getByRole('button', { name: 'New workspace…' }).press('Enter')
  const field = window.getByLabel('Where the file is to be')
  await expect(field).toBeFocused()
  await expect(field).toHaveValue(`${folder}/`)
  await window.keyboard.type('search team')
  await window.keyboard.press('Enter')
  await isIn(window, 'search team.nines')
  expect(existsSync(join(folder, 'search team.nines'))).toBe(true)
  await expect(window.getByRole('main').getByRole('heading', { level: 2 }).first()).toHaveText(
    'Is the model reliable enough to be left alone with your task?',
  )

  const row = window.getByRole('row', { name: 'team.nines' }).last()
  await expect(row).toContainText('1')
  await row.getByRole('button', { name: 'team.nines' }).press('Enter')
  await isIn(window, 'team.nines')
  await expect(window.getByRole('main').getByRole('link', { name: 'Refunds' })).toBeVisible()
  forgetRefusals(faults)
})

test('what cannot be opened is told beside the path, and the present workspace stays', async ({
  window,
  folder,
  nines,
  faults,
}) => {
  // A file that came while the window was open is offered all the same.
  const read = window.waitForResponse(/workspace\.recent/)
  await window.reload()
  await (await read).finished()
  writeFileSync(join(folder, 'notes.nines'), 'my notes')
  await window.getByRole('button', { name: 'Open workspace…' }).click()
  const field = window.getByLabel('Where the file is', { exact: true })
  await field.fill(join(folder, 'gone.nines'))
  await field.press('Enter')
  await expect(window.getByText('There is no workspace at this path.')).toBeVisible()
  await window.getByRole('dialog').getByRole('button', { name: 'notes.nines' }).click()
  await expect(window.getByText('This file is not a Nines workspace.')).toBeVisible()
  await window.keyboard.press('Escape')
  await expect(window.getByRole('dialog')).toBeHidden()
  await expect(window.getByRole('button', { name: 'Open workspace…' })).toBeFocused()
  expect(await nines.call('workspace.info', {})).toMatchObject({ name: 'team.nines' })
  expect(faults.filter((fault) => !/40[49]|422/.test(fault))).toEqual([])
  faults.length = 0
})

test('a workspace that is gone is marked and can be taken off the list', async ({
  window,
  nines,
  folder,
}) => {
  const other = join(folder, 'other.nines')
  await window.goto('about:blank')
  await nines.call('workspace.create', { path: other })
  await nines.call('workspace.open', { path: nines.workspaceFile })
  rmSync(other)
  await window.goto(`${nines.origin}/#/`)
  const row = window.getByRole('row', { name: 'other.nines' })
  await expect(row).toContainText('not there any more')
  await row.getByRole('button', { name: 'Remove from the list: other.nines' }).click()
  await expect(row).toBeHidden()
})

test('two pages on one workspace follow each other, and follow into another one', async ({
  window,
  nines,
  faults,
}) => {
  const second = await window.context().newPage()
  await second.goto(`${nines.origin}/#/`)
  await expect(second.getByRole('heading', { level: 1 })).toBeVisible()
  await window.goto(`${nines.origin}/#/new-task`)
  await window.getByLabel('Name', { exact: true }).fill('Refunds')
  await window.getByRole('button', { name: 'Create task' }).click()
  await expect(second.getByRole('main').getByRole('link', { name: 'Refunds' })).toBeVisible()

  await second.bringToFront()
  await second.getByRole('button', { name: 'New workspace…' }).click()
  await expect(second.getByLabel('Where the file is to be')).toBeFocused()
  await second.keyboard.type('other.nines')
  await second.keyboard.press('Enter')
  await isIn(second, 'other.nines')
  await expect(second.getByText('This window shows other.nines now')).toHaveCount(0)
  // The page that did nothing is told why it shows something else, and shows no task of the former workspace.
  await isIn(window, 'other.nines')
  await expect(window.getByText('This window shows other.nines now')).toBeVisible()
  await expect(window).toHaveURL(`${nines.origin}/#/`)
  await expect(window.getByRole('link', { name: 'Refunds' })).toHaveCount(0)
  forgetRefusals(faults)
})

test('attempts graded in a page of the former workspace are refused by the other one, and told', async ({
  window,
  nines,
  folder,
  faults,
}) => {
  const task = 'Refunds'
  await nines.call('task.create', { name: task, plannedRepeats: 2 })
  await nines.call('trial.log', { task, configuration: 'base', case: 'a', outcome: 'pass' })
  await window.goto(`${nines.origin}/#/task/${task}/log`)
  await expect(window.getByRole('grid')).toBeVisible()
  // The same task stands in the other workspace: only the name of the workspace keeps the attempt out of it.
  const other = join(folder, 'other.nines')
  await nines.call('backup.create', {})
  // Held back until the other workspace is open: as a key whose request is slow.
  const { promise: released, resolve: release } = Promise.withResolvers<void>()
  await window.route('**/api/change.next', (route) => route.abort())
  await window.route('**/api/trial.log', async (route) => {
    await released
    await route.continue()
  })
  await window.getByRole('grid').getByRole('gridcell').nth(2).click()
  await window.keyboard.press('p')
  await expect(window.getByText('saving …')).toBeVisible()
  await nines.call('workspace.create', { path: other })
  await nines.call('task.create', { name: task, plannedRepeats: 2 })
  release()
  await isIn(window, 'other.nines')
  await expect(window.getByText(/1 attempt was not saved/)).toBeVisible()
  expect(await nines.call('workspace.info', {})).toMatchObject({ tasks: 1, trials: 0 })
  await nines.call('workspace.open', { path: nines.workspaceFile })
  expect(await nines.call('workspace.info', {})).toMatchObject({ trials: 1 })
  faults.length = 0
})

test('a backup is made, restored, and the restore is undone; other pages follow', async ({
  window,
  nines,
  faults,
}) => {
  await nines.call('sample.open', {})
  const second = await window.context().newPage()
  await second.goto(`${nines.origin}/#/`)
  await window.goto(`${nines.origin}/#/settings`)
  await window.getByRole('button', { name: 'Back up now' }).click()
  await expect(window.getByText('The backup was made.')).toBeVisible()
  await expect(foot(window)).toContainText(/saved · backup \d\d:\d\d/)
  const row = window.getByRole('row', { name: 'on demand' })
  await expect(row).toContainText('200')

  await nines.call('task.create', { name: 'By mistake' })
  await second.bringToFront()
  await expect(second.getByRole('main').getByRole('link', { name: 'By mistake' })).toBeVisible()
  await window.bringToFront()
  await row.getByRole('button', { name: /^Restore the backup of/ }).click()
  const undo = window.getByRole('button', { name: 'Undo the restore' })
  await expect(undo).toBeVisible()
  await expect(window.getByRole('link', { name: 'By mistake' })).toHaveCount(0)
  await second.bringToFront()
  await expect(second.getByRole('link', { name: 'By mistake' })).toHaveCount(0)
  await expect(second.getByText('The workspace was restored from a backup;')).toBeVisible()

  await window.bringToFront()
  await undo.click()
  await expect(window.getByRole('navigation').getByRole('link', { name: 'By mistake' })).toBeVisible()
  await expect(window.getByRole('heading', { level: 1, name: 'Settings' })).toBeVisible()
  forgetRefusals(faults)
})

test('a damaged backup is told, and everything stays', async ({ window, nines, faults }) => {
  await nines.call('sample.open', {})
  await nines.call('backup.create', {})
  await window.goto(`${nines.origin}/#/settings`)
  const row = window.getByRole('row', { name: 'on demand' })
  const restore = row.getByRole('button', { name: /^Restore the backup of/ })
  await expect(restore).toBeEnabled()
  const { backups } = contract['backup.list'].output.parse(await nines.call('backup.list', {}))
  const made = backups.find(({ kind }) => kind === 'on-demand')
  writeFileSync(made?.path ?? '', 'no database any more')
  await restore.click()
  await expect(window.getByText(/is not a Nines workspace/)).toBeVisible()
  expect(await nines.call('workspace.info', {})).toMatchObject({ trials: 200 })
  expect(faults.filter((fault) => !fault.includes('422'))).toEqual([])
  faults.length = 0
})

test('the backup of the day is made by itself once something is there', async ({ window, nines, faults }) => {
  await expect(foot(window)).toContainText('no backup yet')
  await nines.call('sample.open', {})
  const other = nines.workspaceFile.replace('team.nines', 'other.nines')
  await nines.call('workspace.create', { path: other })
  await nines.call('workspace.open', { path: nines.workspaceFile })
  await expect
    .poll(async () => await nines.call('backup.list', {}))
    .toMatchObject({ problem: null, backups: [{ kind: 'daily', trials: 200 }] })
  await expect(foot(window)).toContainText(/saved · backup \d\d:\d\d/)
  forgetRefusals(faults)
})

test('a workspace that is dropped into a browser asks for its path', async ({ window, folder }) => {
  const transfer = await window.evaluateHandle(() => {
    const data = new DataTransfer()
    data.items.add(new File(['x'], 'other.nines'))
    return data
  })
  await window.getByRole('main').dispatchEvent('drop', { dataTransfer: transfer })
  await expect(window.getByText('A browser does not tell where a dropped file is.')).toBeVisible()
  await expect(window.getByLabel('Where the file is', { exact: true })).toHaveValue(`${folder}/other.nines`)
})

for (const [language, theme] of [
  ['en', 'dark'],
  ['ko', 'light'],
] as const) {
  test(`home, the question and the backups are accessible in ${language}, ${theme}`, async ({
    window,
    nines,
    folder,
  }) => {
    await window.goto('about:blank')
    await nines.call('sample.open', {})
    await nines.call('settings.set', { language, theme })
    for (const name of ['other.nines', '둘째 팀.nines']) {
      await nines.call('workspace.create', { path: join(folder, name) })
    }
    rmSync(join(folder, 'other.nines'))
    await nines.call('workspace.open', { path: nines.workspaceFile })
    const { name } = contract['backup.create'].output.parse(await nines.call('backup.create', {}))
    await nines.call('backup.restore', { name })
    await window.goto(`${nines.origin}/#/settings`)
    await expect(window.locator('html')).toHaveAttribute('data-theme', theme)
    const check = async (): Promise<void> => {
      expect(await accessibilityFaults(window)).toEqual([])
    }
    const words = {
      en: { undo: 'Undo the restore', open: 'Open workspace…' },
      ko: { undo: '복원 되돌리기', open: '작업 공간 열기…' },
    }[language]
    await expect(window.getByRole('button', { name: words.undo })).toBeVisible()
    await check()
    await window.goto(`${nines.origin}/#/`)
    await window.getByRole('button', { name: words.open }).click()
    await expect(window.getByRole('dialog').getByRole('textbox')).toBeFocused()
    await check()
    await window.keyboard.press('Escape')
    await check()
  })
}
