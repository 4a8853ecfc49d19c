import type { Locator, Page } from '@playwright/test'
import { expect, type NinesHost, test } from './nines.ts'

const task = 'Many invoices'
const configuration = 'model-x'
const label = (row: number): string => `inv-${String(row).padStart(3, '0')}`

/** A task with cases inv-000, inv-001 …, its grid open in the window. */
async function openGrid(
  window: Page,
  nines: NinesHost,
  { cases = 300, repeats = 2 }: { readonly cases?: number; readonly repeats?: number } = {},
): Promise<void> {
  await nines.call('task.create', { name: task, plannedRepeats: repeats })
  await nines.call('case.add', {
    task,
    cases: Array.from({ length: cases }, (_, row) => ({ case: label(row), input: `Invoice ${row}` })),
  })
  await window.goto(`${nines.origin}/#/task/${encodeURIComponent(task)}/log?configuration=${configuration}`)
  await expect(window.getByRole('grid')).toBeFocused()
}

const grid = (window: Page): Locator => window.getByRole('grid')
const active = (window: Page): Locator => window.getByRole('gridcell', { selected: true })

/** The active cell is drawn, the grid points at it, and neither head, edge nor name column covers any of it. */
async function expectInView(window: Page, name: string | RegExp): Promise<void> {
  await expect(active(window)).toHaveAccessibleName(name)
  const hidden = await grid(window).evaluate((element) => {
    const cell = document.getElementById(element.getAttribute('aria-activedescendant') ?? '')
    const scroller = element.parentElement
    if (cell === null || scroller === null) return ['not drawn']
    const head = element.querySelector('[role=columnheader]')?.getBoundingClientRect()
    const row = cell.parentElement?.querySelector('[role=rowheader]')?.getBoundingClientRect()
    const { left, right, top, bottom } = cell.getBoundingClientRect()
    const frame = scroller.getBoundingClientRect()
    const ways = {
      'under the head': top < (head?.bottom ?? 0) - 0.5,
      'below the edge': bottom > frame.top + scroller.clientTop + scroller.clientHeight + 0.5,
      'under the names': left < (row?.right ?? 0) - 0.5,
      'beyond the side': right > frame.left + scroller.clientLeft + scroller.clientWidth + 0.5,
    }
    return Object.entries(ways).flatMap(([way, is]) => (is ? [way] : []))
  })
  expect(hidden).toEqual([])
}

test('the active row stays in view while moving and grading', async ({ window, nines }) => {
  await openGrid(window, nines)
  for (let row = 1; row <= 40; row += 1) {
    await window.keyboard.press('ArrowDown')
    await expectInView(window, `${label(row)}, Repeat 1: not logged`)
  }
  for (let row = 40; row < 46; row += 1) {
    await window.keyboard.press('p')
    await window.keyboard.press('f')
    await expectInView(window, `${label(row + 1)}, Repeat 1: not logged`)
  }
  for (let row = 45; row >= 2; row -= 1) {
    await window.keyboard.press('ArrowUp')
    await expectInView(window, new RegExp(`^${label(row)}, Repeat 1: `))
  }
  await window.keyboard.press('PageDown')
  await window.keyboard.press('PageDown')
  await expectInView(window, /Repeat 1/)
  await window.keyboard.press('PageUp')
  await expectInView(window, /Repeat 1/)
})

test('a key after the wheel brings its cell into view, and the grid always points at a cell', async ({
  window,
  nines,
}) => {
  await openGrid(window, nines)
  await grid(window).hover()
  await window.mouse.wheel(0, 6000)
  await expect(window.getByRole('row', { name: label(212) })).toBeInViewport()
  // Far out of view, but there: a screen reader can still say where the keys act.
  await expect(active(window)).toHaveAccessibleName(`${label(0)}, Repeat 1: not logged`)
  await expect(active(window)).not.toBeInViewport()
  await window.keyboard.press('p')
  await expectInView(window, `${label(0)}, Repeat 2: not logged`)
  await expect(window.getByRole('gridcell', { name: `${label(0)}, Repeat 1: pass` })).toBeInViewport()
  await window.mouse.wheel(0, 6000)
  await expect(active(window)).not.toBeInViewport()
  await window.keyboard.press('v')
  await expectInView(window, `${label(0)}, Repeat 2: not logged`)
  await expect(
    window.getByRole('gridcell', { name: `${label(0)}, Repeat 1: pass, verifier accepts` }),
  ).toBeVisible()
  await window.mouse.wheel(0, 6000)
  await expect(active(window)).not.toBeInViewport()
  await window.keyboard.press('ArrowDown')
  await expectInView(window, `${label(1)}, Repeat 2: not logged`)
})

test('attempts beyond the side come into view, with the name of their case', async ({ window, nines }) => {
  await openGrid(window, nines, { cases: 3, repeats: 20 })
  for (let repeat = 2; repeat <= 20; repeat += 1) {
    await window.keyboard.press('p')
    await expectInView(window, `${label(0)}, Repeat ${repeat}: not logged`)
  }
  await expect(window.getByRole('rowheader', { name: label(0) })).toBeInViewport({ ratio: 1 })
  await window.keyboard.press('f')
  await expectInView(window, `${label(1)}, Repeat 1: not logged`)
  await expect(window.getByText('Invoice 1')).toBeInViewport({ ratio: 1 })
})

test('the log opens again at the first attempt that is not logged', async ({ window, nines }) => {
  await openGrid(window, nines, { cases: 40 })
  for (const key of 'pfp') await window.keyboard.press(key)
  await expect(window.getByText('saving …')).toBeHidden()
  await window.getByRole('link', { name: 'Verdict', exact: true }).click()
  await window.getByRole('link', { name: 'Log', exact: true }).click()
  await expectInView(window, `${label(1)}, Repeat 2: not logged`)
  await window.reload()
  await expectInView(window, `${label(1)}, Repeat 2: not logged`)
  await window.keyboard.press('p')
  await expectInView(window, `${label(2)}, Repeat 1: not logged`)
})

test('undo survives a look at the verdict, another language and another name', async ({ window, nines }) => {
  await openGrid(window, nines, { cases: 3 })
  await window.keyboard.press('f')
  await window.keyboard.press('5')
  await window.keyboard.press('p')
  // Amends the first attempt: a pass has no cause.
  await window.keyboard.press('ArrowUp')
  await window.keyboard.press('p')
  await expect(window.getByRole('gridcell', { name: `${label(0)}, Repeat 1: pass` })).toBeVisible()
  await window.getByRole('link', { name: 'Verdict', exact: true }).click()
  await expect(grid(window)).toBeHidden()
  await window.getByRole('link', { name: 'Log', exact: true }).click()
  await expect(grid(window)).toBeFocused()
  await window.getByRole('link', { name: 'Settings' }).click()
  await window.getByLabel('Your name').fill('지민')
  await window.getByLabel('Your name').press('Enter')
  await window.getByText('한국어').click()
  await window.getByRole('link', { name: task }).click()
  await window.getByRole('link', { name: '기록', exact: true }).click()
  await expect(grid(window)).toBeFocused()
  await window.keyboard.press('Control+z')
  await expectInView(window, `${label(0)}, 반복 1: 실패, 도구 또는 연동 오류`)
  await window.keyboard.press('Control+z')
  await expectInView(window, `${label(0)}, 반복 2: 기록 없음`)
  await window.keyboard.press('Control+z')
  await window.keyboard.press('Control+z')
  await expectInView(window, `${label(0)}, 반복 1: 기록 없음`)
  expect(await nines.call('workspace.info', {})).toMatchObject({ trials: 0 })
})

const full = { error: { kind: 'expected', code: 'disk-full', message: 'The disk is full.' } }
for (const [language, told, repeat] of [
  ['en', 'The disk is full. 3 attempts were not saved; grading is back at the first of them.', 'Repeat'],
  [
    'ko',
    '공간을 만들고 다시 하십시오. 시도 3회를 저장하지 못했습니다. 저장하지 못한 첫 시도로 돌아왔습니다.',
    '반복',
  ],
] as const) {
  test(`after a failed write grading goes back to what was not stored, in ${language}`, async ({
    window,
    nines,
    faults,
  }) => {
    await nines.call('settings.set', { language, theme: 'light', loggerName: null })
    // So low that the cell to go back to is the last in view.
    await window.setViewportSize({ width: 1024, height: 420 })
    await openGrid(window, nines, { cases: 10 })
    let calls = 0
    const { promise: released, resolve: release } = Promise.withResolvers<void>()
    await window.route('**/api/trial.log', async (route) => {
      calls += 1
      if (calls !== 2) return route.continue()
      await released
      await route.fulfill({ status: 507, json: full })
    })
    for (const key of 'pfp') await window.keyboard.press(key)
    await expect(active(window)).toHaveAccessibleName(new RegExp(`^${label(1)}, ${repeat} 2`))
    await window.keyboard.press('p')
    release()
    await expect(window.getByText(told)).toBeVisible()
    await expectInView(window, new RegExp(`^${label(0)}, ${repeat} 2`))
    expect(await nines.call('workspace.info', {})).toMatchObject({ trials: 1 })
    const notice = await window.getByText(told).boundingBox()
    const cell = await active(window).boundingBox()
    if (notice === null || cell === null) throw new Error('both are there')
    expect(cell.y + cell.height).toBeLessThan(notice.y)
    await window.keyboard.press('e')
    await expectInView(window, new RegExp(`^${label(1)}, ${repeat} 1`))
    await expect(window.getByText(language === 'en' ? 'saving …' : '저장 중 …')).toBeHidden()
    expect(await nines.call('trial.grid', { task, configuration, limit: 1 })).toMatchObject({
      cases: [{ trials: [{ outcome: 'pass' }, { outcome: 'error' }] }],
    })
    // The browser reports the answer that this test gave.
    expect(faults.filter((fault) => !fault.includes('507'))).toEqual([])
    faults.length = 0
  })
}

test('an opened log shows the attempt that is to be graded next, however far down it is', async ({
  window,
  nines,
}) => {
  await nines.call('task.create', { name: task, plannedRepeats: 2 })
  const trials = Array.from({ length: 130 }, (_, index) => ({
    task,
    configuration,
    case: label(Math.floor(index / 2)),
    outcome: 'pass',
  }))
  await nines.call('trial.log', trials)
  await nines.call('case.add', { task, cases: [{ case: label(65) }, { case: label(66) }] })
  await window.goto(`${nines.origin}/#/task/${encodeURIComponent(task)}/log`)
  await expect(grid(window)).toBeFocused()
  await expectInView(window, `${label(65)}, Repeat 1: not logged`)
})

test('a case is graded from where it was looked at: the log opens at it', async ({ window, nines }) => {
  await openGrid(window, nines, { cases: 90 })
  await nines.call('trial.log', { task, configuration, case: label(70), outcome: 'fail' })
  await window.goto(`${nines.origin}/#/task/${encodeURIComponent(task)}/cases?case=${label(70)}`)
  await window.getByRole('link', { name: 'Grade in the log' }).click()
  await expect(grid(window)).toBeFocused()
  await expectInView(window, `${label(70)}, Repeat 2: not logged`)
  await window.keyboard.press('p')
  await expectInView(window, `${label(71)}, Repeat 1: not logged`)
  await window.getByRole('link', { name: 'Verdict', exact: true }).click()
  await window.getByRole('link', { name: 'Log', exact: true }).click()
  await expectInView(window, `${label(0)}, Repeat 1: not logged`)
})
