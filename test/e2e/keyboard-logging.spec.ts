import Database from 'better-sqlite3'
import type { Page } from '@playwright/test'
import { accessibilityFaults } from './accessibility.ts'
import { expect, type NinesHost, test } from './nines.ts'

const task = 'Refund replies'
const configuration = 'model-x, prompt 3'
const label = (row: number): string => `refund-${String(row).padStart(2, '0')}`

interface Setting {
  readonly cases?: number
  readonly repeats?: number
  readonly language?: 'en' | 'ko'
  readonly loggerName?: string | null
}

/** A task with cases, its grid open in the window. */
async function openGrid(window: Page, nines: NinesHost, setting: Setting = {}): Promise<void> {
  const { cases = 3, repeats = 2, language = 'en', loggerName = null } = setting
  await nines.call('settings.set', { language, loggerName })
  await nines.call('task.create', { name: task, plannedRepeats: repeats })
  await nines.call('case.add', {
    task,
    cases: Array.from({ length: cases }, (_, row) => ({ case: label(row) })),
  })
  await window.goto(address(nines))
  await expect(grid(window)).toBeFocused()
}

const address = (nines: NinesHost, tab = 'log'): string =>
  `${nines.origin}/#/task/${encodeURIComponent(task)}/${tab}?configuration=${encodeURIComponent(configuration)}`
const grid = (window: Page) => window.getByRole('grid')
const cell = (window: Page, row: number, repeat: number, repeatWord = 'Repeat') =>
  window.getByRole('gridcell', { name: new RegExp(`^${label(row)}, ${repeatWord} ${repeat}: `) })

async function press(window: Page, ...keys: readonly string[]): Promise<void> {
  for (const key of keys) await window.keyboard.press(key)
}

/** The trials of one configuration by case, as the workspace has them. */
async function stored(nines: NinesHost, of = configuration): Promise<unknown> {
  return await nines.call('trial.grid', { task, configuration: of })
}

test('100 attempts of an empty task are graded in about 100 key presses, without the mouse', async ({
  window,
  nines,
}) => {
  await nines.call('task.create', { name: task, plannedRepeats: 4 })
  await window.goto(`${nines.origin}/#/task/${encodeURIComponent(task)}/log`)
  await expect(window.getByLabel('Configuration', { exact: true })).toBeFocused()
  await window.keyboard.type(configuration)
  await press(window, 'Enter')
  await expect(window.getByLabel('New cases, one per line')).toBeFocused()
  await window.keyboard.insertText(Array.from({ length: 25 }, (_, row) => label(row)).join('\n'))
  await press(window, 'Tab', 'Enter')
  await expect(grid(window)).toBeFocused()
  // Of ten attempts the fourth fails for a tool error, the seventh with an error.
  const keys = Array.from({ length: 100 }, (_, index) =>
    index % 10 === 3 ? ['f', '5'] : index % 10 === 6 ? ['e'] : ['p'],
  ).flat()
  expect(keys).toHaveLength(110)
  await press(window, ...keys)
  await expect(window.getByText('25 of 25 cases complete')).toBeVisible()
  await expect(window.getByText('every planned attempt is logged')).toBeVisible()
  await expect
    .poll(() => nines.call('assessment.get', { task }))
    .toMatchObject({
      configuration,
      counts: { cases: 25, completeCases: 25, trials: 100, passes: 80, failures: 10, errors: 10 },
      causes: [
        { cause: 'tool-error', failures: 10 },
        { cause: null, failures: 10 },
      ],
    })
})

test('closing the window right after the keys loses nothing', async ({ window, nines, context }) => {
  await openGrid(window, nines, { cases: 10 })
  await press(window, ...'pfpep'.split(''))
  await window.close()
  const again = await context.newPage()
  await again.goto(address(nines))
  await expect(grid(again)).toBeFocused()
  await expect(cell(again, 2, 1)).toHaveAccessibleName(`${label(2)}, Repeat 1: pass`)
  // The cursor is where the work goes on.
  await expect(again.getByRole('gridcell', { selected: true })).toHaveAccessibleName(
    `${label(2)}, Repeat 2: not logged`,
  )
  const outcomes = ['pass', 'fail', 'pass', 'error', 'pass']
  expect(await nines.call('workspace.info', {})).toMatchObject({ trials: outcomes.length })
})

test('closing the window while the disk is slow and keys wait loses nothing', async ({
  window,
  nines,
  context,
}) => {
  await openGrid(window, nines, { cases: 10 })
  const other = new Database(nines.workspaceFile)
  // Another program writes, so that the first grade takes a while and the others have not even been sent.
  other.exec('BEGIN IMMEDIATE')
  await press(window, 'p', 'f', '5', 'p', 'e', 'p')
  await window.close()
  other.exec('ROLLBACK')
  other.close()
  await expect.poll(() => nines.call('workspace.info', {})).toMatchObject({ trials: 5 })
  const again = await context.newPage()
  await again.goto(address(nines))
  await expect(cell(again, 0, 2)).toHaveAccessibleName(
    `${label(0)}, Repeat 2: fail, Tool or integration error`,
  )
  await expect(cell(again, 2, 1)).toHaveAccessibleName(`${label(2)}, Repeat 1: pass`)
})

test('a grade in one window shows in the other, with whose it is', async ({ window, nines, context }) => {
  await openGrid(window, nines, { loggerName: 'Mina' })
  const other = await context.newPage()
  await other.goto(address(nines))
  await expect(grid(other)).toBeFocused()
  await window.bringToFront()
  await press(window, 'p', 'f', '4')
  await other.bringToFront()
  await expect(cell(other, 0, 2)).toHaveAccessibleName(
    `${label(0)}, Repeat 2: fail, Missing or wrong context`,
  )
  // The keyboard is handed over: who goes over it sees that somebody else said so.
  await press(other, 'l')
  await other.getByRole('textbox', { name: 'Who grades now' }).fill('Jun')
  await press(other, 'Enter')
  await expect(grid(other)).toBeFocused()
  await expect(other.getByRole('button', { name: 'logged by Jun' })).toBeVisible()
  await expect(cell(other, 0, 1)).toHaveAccessibleName(`${label(0)}, Repeat 1: pass, logged by Mina`)
  await expect(cell(other, 0, 1)).toHaveAttribute('title', /logged by Mina/)
  await other.getByRole('gridcell', { name: `${label(0)}, Repeat 1` }).click()
  await press(other, 'f')
  await expect(cell(other, 0, 1)).toHaveAccessibleName(`${label(0)}, Repeat 1: fail`)
  await window.bringToFront()
  await expect(window.getByRole('button', { name: 'logged by Jun' })).toBeVisible()
  await expect
    .poll(() => stored(nines))
    .toMatchObject({
      cases: [
        {
          trials: [
            { outcome: 'fail', loggedBy: 'Jun' },
            { outcome: 'fail', loggedBy: 'Mina' },
          ],
        },
        {},
        {},
      ],
    })
})

test('who grades is asked for once, takes no key, and offers the names that were used', async ({
  window,
  nines,
}) => {
  await openGrid(window, nines, { cases: 10 })
  await nines.call('trial.log', {
    task,
    configuration: 'other',
    case: label(9),
    outcome: 'pass',
    loggedBy: '지민',
  })
  await expect(window.getByText('Who is grading?')).toBeHidden()
  await press(window, 'p')
  await expect(window.getByText('Who is grading?')).toBeVisible()
  await press(window, 'p')
  await expect(cell(window, 0, 2)).toHaveAccessibleName(`${label(0)}, Repeat 2: pass`)
  await press(window, 'l')
  await window.getByRole('button', { name: '지민', exact: true }).press('Enter')
  await expect(grid(window)).toBeFocused()
  await expect(window.getByText('Who is grading?')).toBeHidden()
  await press(window, 'f')
  await expect(cell(window, 1, 1)).toHaveAccessibleName(`${label(1)}, Repeat 1: fail`)
  await expect
    .poll(() => stored(nines))
    .toMatchObject({
      cases: [
        { trials: [{ loggedBy: null }, { loggedBy: null }] },
        { trials: [{ loggedBy: '지민' }] },
        ...more(8),
      ],
    })
  expect(await nines.call('settings.get', {})).toMatchObject({ loggerName: '지민' })
})

const more = (count: number): readonly object[] => Array.from({ length: count }, () => ({}))

test('not now is an answer too, and is remembered', async ({ window, nines }) => {
  await openGrid(window, nines)
  await press(window, 'p')
  await window.getByRole('button', { name: 'not now' }).click()
  await expect(window.getByText('Who is grading?')).toBeHidden()
  await window.reload()
  await expect(grid(window)).toBeFocused()
  await press(window, 'p')
  await expect(cell(window, 0, 2)).toHaveAccessibleName(`${label(0)}, Repeat 2: pass`)
  await expect(window.getByText('Who is grading?')).toBeHidden()
})

test('a note is written in Korean, stored by Enter, left by Escape and taken back by undo', async ({
  window,
  nines,
}) => {
  await openGrid(window, nines, { language: 'ko' })
  // The field takes every letter from the first one on: nothing of it grades.
  await press(window, 'f', 'n')
  await window.keyboard.insertText('예약 번호를 두 번 물었음')
  await press(window, 'Shift+Enter')
  await window.keyboard.type('pfe')
  await press(window, 'Enter')
  await expect(grid(window)).toBeFocused()
  const text = '예약 번호를 두 번 물었음\npfe'
  const noted = cell(window, 0, 1, '반복')
  await expect(noted).toHaveAttribute('title', `실패, ${text}`)
  await press(window, 'n')
  await window.keyboard.type(' 지우기')
  await press(window, 'Escape')
  await expect(grid(window)).toBeFocused()
  await expect(noted).toHaveAttribute('title', `실패, ${text}`)
  await expect
    .poll(() => stored(nines))
    .toMatchObject({
      cases: [{ trials: [{ outcome: 'fail', note: text }] }, { trials: [] }, { trials: [] }],
    })
  await press(window, 'Control+z')
  await expect(noted).toHaveAttribute('title', '실패')
  await expect
    .poll(() => stored(nines))
    .toMatchObject({
      cases: [{ trials: [{ outcome: 'fail', note: null }] }, {}, {}],
    })
})

test('Enter that ends the composition of a syllable stores nothing', async ({ window, nines }) => {
  await openGrid(window, nines, { language: 'ko' })
  await press(window, 'p', 'n')
  const field = window.getByRole('textbox', { name: '메모' })
  await expect(field).toBeFocused()
  // What an input method sends while Hangul is being composed.
  for (const key of ['Enter', 'Escape'])
    await field.dispatchEvent('keydown', { key, isComposing: true, bubbles: true })
  await expect(field).toBeFocused()
  await window.keyboard.insertText('좋음')
  await press(window, 'Enter')
  await expect(cell(window, 0, 1, '반복')).toHaveAttribute('title', '통과, 좋음')
})

test('a note written before the grade waits through a closed window and is stored with it', async ({
  window,
  nines,
  context,
}) => {
  await openGrid(window, nines)
  await press(window, 'n')
  await window.keyboard.type('slow to start')
  await window.close()
  const again = await context.newPage()
  await again.goto(address(nines))
  await expect(grid(again)).toBeFocused()
  await expect(cell(again, 0, 1)).toHaveAccessibleName(
    `${label(0)}, Repeat 1: not logged, a note waits for the grade`,
  )
  await press(again, 'p')
  await expect(cell(again, 0, 1)).toHaveAccessibleName(`${label(0)}, Repeat 1: pass, slow to start`)
  await expect
    .poll(() => stored(nines))
    .toMatchObject({
      cases: [{ trials: [{ outcome: 'pass', note: 'slow to start' }] }, {}, {}],
    })
})

test('a void attempt needs its reason, counts for nothing, and is made up for in the same case', async ({
  window,
  nines,
}) => {
  await openGrid(window, nines)
  await press(window, 'p', 'x', 'Enter')
  await expect(window.getByRole('alert')).toContainText('needs its reason')
  await window.keyboard.type('account locked')
  await press(window, 'Enter')
  await expect(cell(window, 0, 2)).toHaveAccessibleName(`${label(0)}, Repeat 2: void, account locked`)
  await expect(window.getByRole('gridcell', { selected: true })).toHaveAccessibleName(
    `${label(0)}, Repeat 3: not logged`,
  )
  await expect(window.getByText('5 attempts to go')).toBeVisible()
  await press(window, 'p')
  await expect(window.getByText('1 of 3 cases complete')).toBeVisible()
  // The other cases need no third attempt.
  await expect(window.getByRole('gridcell', { selected: true })).toHaveAccessibleName(
    `${label(1)}, Repeat 1: not logged`,
  )
  await press(window, 'p', 'p')
  await expect(window.getByRole('gridcell', { selected: true })).toHaveAccessibleName(
    `${label(2)}, Repeat 1: not logged`,
  )
  await expect
    .poll(() => nines.call('assessment.get', { task }))
    .toMatchObject({
      counts: { completeCases: 2, passes: 4, voids: 1 },
    })
})

test('a cause is found by a part of its name', async ({ window, nines }) => {
  await nines.call('task.create', {
    name: 'unused',
  })
  await openGrid(window, nines)
  const causes = Array.from({ length: 14 }, (_, index) => ({
    key: `cause-${index}`,
    name: index === 12 ? 'Wrong currency' : `Cause ${index}`,
    lever: null,
  }))
  await nines.call('task.change', { task, changes: { causes } })
  await expect(window.getByText('all causes …')).toBeVisible()
  await press(window, 'f', 'c')
  await window.keyboard.type('curr')
  await expect(window.getByRole('option')).toHaveText(['Wrong currency'])
  await press(window, 'Enter')
  await expect(grid(window)).toBeFocused()
  await expect(cell(window, 0, 1)).toHaveAccessibleName(`${label(0)}, Repeat 1: fail, Wrong currency`)
  // Causes beyond the digits are reached by arrows too.
  await press(window, 'f', '/', 'ArrowDown', 'ArrowDown', 'ArrowUp', 'Enter')
  await expect(cell(window, 0, 2)).toHaveAccessibleName(`${label(0)}, Repeat 2: fail, Cause 1`)
  await press(window, 'p', 'c')
  await expect(window.getByText('Only a failed attempt has a cause.')).toBeVisible()
  await press(window, 'Escape')
  await expect(grid(window)).toBeFocused()
})

test('a failure that is still on its way to a slow disk takes its cause at once', async ({
  window,
  nines,
}) => {
  await openGrid(window, nines)
  const { promise, resolve } = Promise.withResolvers<void>()
  await window.route('**/api/trial.log', async (route) => {
    await promise
    await route.continue()
  })
  await press(window, 'f', '/', 'ArrowDown', 'Enter')
  await expect(grid(window)).toBeFocused()
  resolve()
  await expect(cell(window, 0, 1)).toHaveAccessibleName(`${label(0)}, Repeat 1: fail, Inconsistent answer`)
})

/** The grid of a window whose time goes on only when the test says so. */
async function openFrozen(window: Page, nines: NinesHost): Promise<void> {
  await window.clock.install()
  await openGrid(window, nines)
  await window.clock.pauseAt(Date.now() + 60_000)
}

test('the stopwatch stores how long one had an attempt in view', async ({ window, nines }) => {
  await openFrozen(window, nines)
  await press(window, 't')
  await expect(window.getByText('times what you see: from the open cell to your grade')).toBeVisible()
  await window.clock.runFor(12_400)
  await expect(window.getByRole('timer')).toHaveText('0:12')
  await press(window, 'p')
  await expect(window.getByText('last attempt 12.4 s, stored')).toBeVisible()
  // A pause is left out.
  await window.clock.runFor(3000)
  await press(window, 'Space')
  await expect(window.getByRole('timer')).toContainText('paused')
  await window.clock.runFor(60_000)
  await press(window, 'Space')
  await window.clock.runFor(2000)
  await press(window, 'f')
  await expect(window.getByText('last attempt 5 s, stored')).toBeVisible()
  // A time can be left out, before the grade and after it.
  await press(window, 'k')
  await expect(window.getByText('last attempt 5 s, not stored')).toBeVisible()
  await window.getByRole('gridcell', { name: `${label(1)}, Repeat 2` }).click()
  await press(window, 'k')
  await window.clock.runFor(1000)
  await press(window, 'p')
  await expect(cell(window, 1, 2)).toHaveAccessibleName(`${label(1)}, Repeat 2: pass`)
  await expect
    .poll(async () => await stored(nines))
    .toMatchObject({
      cases: [
        { trials: [{ latencyMs: 12_400 }, { outcome: 'fail', latencyMs: null }] },
        { trials: [{ repeat: 2, outcome: 'pass', latencyMs: null }] },
        {},
      ],
    })
})

/** Hides the page or shows it, as the browser does when another tab is chosen. */
async function setHidden(window: Page, hidden: boolean): Promise<void> {
  await window.evaluate((isHidden) => {
    Object.defineProperty(document, 'hidden', { configurable: true, get: () => isHidden })
    document.dispatchEvent(new Event('visibilitychange'))
  }, hidden)
}

test('a time during which the window was hidden is not stored unless one says so', async ({
  window,
  nines,
}) => {
  await openFrozen(window, nines)
  await press(window, 't')
  await window.clock.runFor(1000)
  await setHidden(window, true)
  await window.clock.runFor(30_000)
  await setHidden(window, false)
  await window.clock.runFor(1000)
  await press(window, 'p')
  await expect(
    window.getByText('last attempt 32 s, not stored: this window was hidden for 30 s of it'),
  ).toBeVisible()
  await expect(cell(window, 0, 1)).toHaveAttribute('title', 'pass')
  await press(window, 'k')
  await expect(cell(window, 0, 1)).toHaveAttribute('title', 'pass, 32 s')
  await press(window, 'Control+z')
  await expect(cell(window, 0, 1)).toHaveAttribute('title', 'pass')
})

test('blind mode shows no name anywhere, and ends only when one means it', async ({
  window,
  nines,
  faults,
}) => {
  await openGrid(window, nines)
  const names = ['secret-alpha', 'secret-beta']
  for (const name of names) {
    await nines.call('trial.log', { task, configuration: name, case: label(0), outcome: 'pass' })
  }
  await window.goto(`${nines.origin}/#/task/${encodeURIComponent(task)}/log?configuration=secret-alpha`)
  await expect(cell(window, 0, 1)).toHaveAccessibleName(`${label(0)}, Repeat 1: pass`)
  await press(window, 'b')
  await expect(window.getByRole('dialog')).toContainText('Each configuration gets a letter')
  await press(window, 'Enter')
  await expect(window.getByRole('button', { name: 'blind mode on' })).toBeVisible()
  await expect(grid(window)).toBeFocused()
  const expectNameless = async (): Promise<void> => {
    const shown = `${await window.content()} ${await window.title()} ${window.url()}`
    expect(shown).not.toContain('secret')
  }
  await expectNameless()
  await expect(window.getByRole('columnheader', { name: 'Passes' })).toBeHidden()
  await press(window, 'f', '2', 'n')
  await window.keyboard.type('blind')
  await press(window, 'Enter')
  await expectNameless()
  // The other letter, chosen by keys.
  await window.getByRole('button', { name: /Configuration/ }).press('Enter')
  await expect(window.getByRole('option')).toHaveText(['A', 'B'])
  await expectNameless()
  await press(window, 'ArrowDown', 'Enter')
  await window.reload()
  await expect(window.getByRole('button', { name: /Configuration/ })).toContainText('B')
  await expectNameless()
  // A failed write is told without the name too.
  await window.route('**/api/trial.log', (route) =>
    route.fulfill({
      status: 409,
      json: {
        error: {
          kind: 'expected',
          code: 'trial-exists',
          message: 'There is one with "secret-alpha" and "secret-beta".',
        },
      },
    }),
  )
  await grid(window).focus()
  await press(window, 'p')
  await expect(window.getByRole('alert')).toContainText('There is one with "configuration ')
  await expectNameless()
  // The browser reports the answer that this test gave.
  expect(faults.filter((fault) => !fault.includes('409'))).toEqual([])
  faults.length = 0
  await window.unroute('**/api/trial.log')
  await press(window, 'Alt+1')
  await expect(window.getByRole('heading', { name: 'This task is being graded blind' })).toBeVisible()
  await window.getByRole('link', { name: 'Back to the log' }).press('Enter')
  // Neither what can be found nor the list of tasks gives it away.
  await expect(grid(window)).toBeFocused()
  await press(window, 'Control+k')
  await expect(window.getByRole('combobox')).toBeFocused()
  await window.keyboard.type('alpha')
  await expectNameless()
  await expect(window.getByRole('option', { name: 'secret' })).toHaveCount(0)
  await press(window, 'Escape')
  await press(window, 'Alt+h')
  await expect(window.getByRole('cell', { name: 'blind mode on' })).toBeVisible()
  await window.goBack()
  await expect(grid(window)).toBeVisible()
  await grid(window).focus()
  await press(window, 'b')
  await expect(window.getByRole('button', { name: 'Stay blind' })).toBeFocused()
  await press(window, 'Enter')
  await expect(window.getByRole('button', { name: 'blind mode on' })).toBeVisible()
  await press(window, 'b')
  await window.getByRole('button', { name: 'End blind mode' }).press('Enter')
  await expect(
    window.getByText(/Blind mode is off: A was secret-(alpha|beta) · B was secret-(alpha|beta)/),
  ).toBeVisible()
  await expect(window.getByRole('button', { name: /Configuration/ })).toContainText('secret')
})

for (const theme of ['light', 'dark'] as const) {
  test(`every small form of the log is accessible, ${theme}`, async ({ window, nines }) => {
    await nines.call('settings.set', { theme })
    await openGrid(window, nines)
    await press(window, 'f', 't')
    for (const key of ['n', 'x', 'c', 'l', 'b']) {
      await press(window, key)
      await expect(window.getByRole('dialog')).toBeVisible()
      if (key === 'x') await press(window, 'Enter')
      expect(await accessibilityFaults(window), key).toEqual([])
      await press(window, 'Escape')
      await expect(grid(window)).toBeFocused()
    }
  })
}
