import type { Locator, Page } from '@playwright/test'
import { z } from 'zod'
import { assessment } from '../../shared/domain/assessment.ts'
import { estimateText, intervalText } from '../../shared/text/sentences.ts'
import { translatorFor } from '../../shared/text/translator.ts'
import { accessibilityFaults } from './accessibility.ts'
import { cases, choose, drawing, fan, gap, menuButton, openCharts, panel, task } from './charts.ts'
import { expect, type NinesHost, test } from './nines.ts'

const values = (window: Page, title: string): Locator =>
  window.getByRole('application', { name: `${title}: values` })
const tip = (window: Page, title: string): Locator =>
  panel(window, title).locator('[aria-hidden]', { hasText: /%/ })

function percent(value: unknown): string {
  return `${Math.round(z.number().parse(value) * 100)}%`
}

async function assessed(nines: NinesHost) {
  return assessment.parse(await nines.call('assessment.get', { task, language: 'en' }))
}

test.beforeEach(async ({ window, nines }) => {
  await openCharts(window, nines)
})

test('pointing reads the value of the nearest mark, beside it and inside the frame', async ({ window }) => {
  const svg = drawing(window, fan)
  // The frame around it, which may be a fraction of a pixel wider.
  const box = await svg.locator('..').boundingBox()
  if (box === null) throw new Error('no drawing')
  const points = await svg.locator('circle').evaluateAll((circles) =>
    circles.map((circle) => {
      const { x, y, width, height } = circle.getBoundingClientRect()
      return { x: x + width / 2, y: y + height / 2 }
    }),
  )
  // Four along any, four along all; both begin at the same place.
  const expected = [
    /^One attempt passes: 42% \(27–59%\)$/,
    /^Any of 2 attempts passes: 57% /,
    /^Any of 3 attempts passes: 66% /,
    /^Any of 4 attempts passes: 72% /,
    /^One attempt passes/,
    /^All 2 attempts pass: 27% /,
    /^All 3 attempts pass: 22% /,
    /^All 4 attempts pass: 20% /,
  ]
  expect(points).toHaveLength(expected.length)
  for (const [index, text] of expected.entries()) {
    const point = points[index] ?? { x: 0, y: 0 }
    await window.mouse.move(point.x + 3, point.y - 2)
    await expect(tip(window, fan)).toHaveText(text)
    const words = await tip(window, fan).boundingBox()
    if (words === null) throw new Error('no words')
    expect(words.x).toBeGreaterThanOrEqual(box.x)
    expect(words.x + words.width).toBeLessThanOrEqual(box.x + box.width)
    expect(words.y).toBeGreaterThanOrEqual(box.y)
    expect(words.y + words.height).toBeLessThanOrEqual(box.y + box.height)
    expect(point.y > words.y && point.y < words.y + words.height).toBe(false)
  }
  await window.keyboard.press('Escape')
  await expect(tip(window, fan)).toHaveCount(0)
  await window.mouse.move(box.x + 60, box.y + 60)
  await expect(tip(window, fan)).toHaveCount(1)
  await window.mouse.move(5, 5)
  await expect(tip(window, fan)).toHaveCount(0)
})

test('a bar is read wherever one points inside it', async ({ window }) => {
  const never = drawing(window, gap).locator('.segment-neverSolved rect').first()
  const box = await never.boundingBox()
  if (box === null) throw new Error('no bar')
  for (const x of [box.x + 2, box.x + box.width - 3]) {
    await window.mouse.move(x, box.y + box.height - 2)
    await expect(tip(window, gap)).toHaveText('28% never in 4: no attempt on these cases passed')
  }
})

test('arrow keys visit the marks, each is said aloud, and the chart is one stop of Tab', async ({
  window,
}) => {
  await menuButton(window, fan).focus()
  await window.keyboard.press('Tab')
  await expect(values(window, fan)).toBeFocused()
  await expect(values(window, fan)).toHaveAccessibleDescription(/Arrow keys/)
  const said = panel(window, fan).getByRole('status')
  await expect(said).toHaveText('')
  for (const [key, text] of [
    ['ArrowRight', 'One attempt passes: 42% (27–59%)'],
    ['ArrowDown', /^Any of 2 attempts passes: 57%/],
    ['ArrowLeft', /^One attempt/],
    ['End', 'Unattended requires 99%'],
    ['ArrowUp', /^All 4 attempts pass: 20%/],
    ['Home', /^One attempt/],
  ] as const) {
    await window.keyboard.press(key)
    await expect(said).toHaveText(text)
    await expect(tip(window, fan)).toHaveText(text)
  }
  await window.keyboard.press('Escape')
  await expect(said).toHaveText('')
  await expect(tip(window, fan)).toHaveCount(0)
  await window.keyboard.press('ArrowRight')
  await window.keyboard.press('Tab')
  await expect(menuButton(window, cases)).toBeFocused()
  await expect(tip(window, fan)).toHaveCount(0)
  await window.keyboard.press('Alt+ArrowLeft')
  await expect(said).toHaveText('')
})

test('the menu is out of the way until it is looked for, by hand or by keys', async ({ window }) => {
  const opacity = async (): Promise<string> =>
    await menuButton(window, gap).evaluate(
      (button) => getComputedStyle(button.parentElement ?? button).opacity,
    )
  await expect.poll(opacity).toBe('0')
  await panel(window, gap).hover()
  await expect.poll(opacity).toBe('1')
  await window.mouse.move(2, 2)
  await expect.poll(opacity).toBe('0')
  await menuButton(window, gap).focus()
  await expect.poll(opacity).toBe('1')
  await window.keyboard.press('Enter')
  await expect(window.getByRole('menuitem')).toHaveCount(6)
  await expect(window.getByRole('menuitem').first()).toBeFocused()
  await expect.poll(opacity).toBe('1')
  await window.keyboard.press('Escape')
  await expect(menuButton(window, gap)).toBeFocused()
})

test('the table holds the values of the assessment, and the drawing comes back', async ({
  window,
  nines,
}) => {
  const { repeats, casesByPasses, gapBar, reliability, levels } = await assessed(nines)
  const translator = translatorFor('en')
  const cells = async (title: string): Promise<readonly (readonly string[])[]> => {
    await choose(window, title, 'Show as table')
    await expect(drawing(window, title)).toBeHidden()
    const rows = await panel(window, title).locator('tbody tr').all()
    return await Promise.all(rows.map(async (row) => await row.locator('th, td').allTextContents()))
  }
  expect(await cells(fan)).toEqual([
    ...repeats.passAt.map((any, index) => {
      const all = repeats.passAll[index]
      if (all === undefined) throw new Error('curves of different lengths')
      return [
        String(any.k),
        ...[any, all].map((at) => `${estimateText(translator, at)} (${intervalText(translator, at)})`),
      ]
    }),
    ['Unattended requires', '99%', '99%'],
  ])
  expect(await cells(cases)).toEqual(
    casesByPasses
      .toReversed()
      .map(({ passes, cases: count }) => [`${passes} of 4`, String(count), percent(count / 50)]),
  )
  expect(await cells(gap)).toEqual([
    ['Passes', percent(gapBar.reliable), intervalText(translator, reliability)],
    ['Flaky', percent(gapBar.flaky), '–'],
    ['Never in 4', percent(gapBar.neverSolved), '–'],
    ...levels.map(({ name, required }) => [`${name} requires`, percent(required), '–']),
  ])

  await choose(window, gap, 'Show as chart')
  await expect(drawing(window, gap)).toBeVisible()
  await expect(panel(window, gap).locator('table')).toHaveCount(0)
  await expect(menuButton(window, gap)).toBeFocused()
})

test('a long table scrolls inside its panel', async ({ window, nines }) => {
  await nines.call('task.create', {
    name: 'Many levels',
    levels: Array.from({ length: 12 }, (_, index) => ({
      name: `Level ${index}`,
      required: 0.5 + index / 50,
    })),
    target: 'Level 3',
  })
  await nines.call('trial.log', {
    task: 'Many levels',
    configuration: 'a',
    case: 'b',
    outcome: 'pass',
  })
  await window.goto(`${nines.origin}/#/task/Many%20levels/verdict`)
  await choose(window, gap, 'Show as table')
  const scroller = window.getByRole('group', { name: `${gap}: table` })
  const sizes = await scroller.evaluate(({ scrollHeight, clientHeight }) => [scrollHeight, clientHeight])
  expect(sizes[0]).toBeGreaterThan(sizes[1] ?? 0)
  await scroller.focus()
  await window.keyboard.press('End')
  await expect(window.getByRole('rowheader', { name: 'Level 11 requires' })).toBeInViewport()
})

test('what cannot be drawn has a table, but no picture', async ({ window, nines }) => {
  await nines.call('task.create', { name: 'One', plannedRepeats: 1 })
  await nines.call('trial.log', { task: 'One', configuration: 'a', case: 'b', outcome: 'pass' })
  await window.goto(`${nines.origin}/#/task/One/verdict`)
  await expect(panel(window, fan)).toContainText('Only one repeat per case')
  await expect(values(window, fan)).toHaveCount(0)
  await menuButton(window, fan).click()
  for (const name of ['Copy as PNG', 'Copy as SVG', 'Save as PNG', 'Save as SVG']) {
    await expect(window.getByRole('menuitem', { name })).toHaveAttribute('aria-disabled', 'true')
  }
  await window.getByRole('menuitem', { name: 'Show as table' }).click()
  await expect(panel(window, fan).getByRole('row', { name: /^1 100%/ })).toBeVisible()
})

for (const theme of ['light', 'dark'] as const) {
  test(`menu, table and what is read are accessible, ${theme}`, async ({ window, nines }) => {
    await nines.call('settings.set', { language: 'en', theme, loggerName: null })
    await window.reload()
    const check = async (what: string): Promise<void> => {
      expect(await accessibilityFaults(window), what).toEqual([])
    }
    await values(window, fan).focus()
    await window.keyboard.press('ArrowRight')
    await check('reading')
    await menuButton(window, gap).click()
    await expect(window.getByRole('menuitem').first()).toBeVisible()
    await check('menu')
    await window.getByRole('menuitem', { name: 'Show as table' }).click()
    await expect(panel(window, gap).getByRole('table')).toBeVisible()
    await check('table')
  })
}
