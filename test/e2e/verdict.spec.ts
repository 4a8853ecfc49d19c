import type { Locator, Page } from '@playwright/test'
import { accessibilityFaults } from './accessibility.ts'
import { expect, type NinesHost, test } from './nines.ts'

const sample = 'Airline rebooking (τ-bench)'

async function open(window: Page, nines: NinesHost, task: string, query = ''): Promise<void> {
  await window.goto(`${nines.origin}/#/task/${encodeURIComponent(task)}/verdict${query}`)
  await window.reload()
  await expect(window.getByRole('main').getByRole('heading', { level: 2 }).first()).toBeVisible()
}

function panel(window: Page, name: string): Locator {
  return window.getByRole('main').getByRole('region', { name, exact: true })
}

interface Given {
  readonly passes: number
  readonly cases: number
  readonly cause?: string
}

/** Logs cases with four repeats that passed so often. */
async function logCases(nines: NinesHost, task: string, given: readonly Given[], more = {}): Promise<void> {
  const trials = given.flatMap(({ passes, cases, cause }, group) =>
    Array.from({ length: cases * 4 }, (_, index) => {
      const outcome = index % 4 < passes ? 'pass' : 'fail'
      return {
        task,
        configuration: 'model-x',
        case: `case ${group}-${Math.floor(index / 4)}`,
        segment: group % 2 === 0 ? 'Refunds' : 'Rebooking',
        outcome,
        ...(outcome === 'fail' && cause !== undefined ? { cause } : {}),
        ...more,
      }
    }),
  )
  await nines.call('trial.log', trials)
}

test('the sample fits one screen, its figures are those of the assessment, and they lead to their cases', async ({
  window,
  nines,
}) => {
  await nines.call('sample.open', {})
  await open(window, nines, sample)

  await test.step('what decides is on the first screen', async () => {
    for (const name of ['Where the gap is', 'Do next', 'How sure', 'If it may try k times', 'Every case']) {
      await expect(panel(window, name)).toBeInViewport({ ratio: 1 })
    }
    await expect(panel(window, 'Strategies')).toBeInViewport({ ratio: 1 })
    await expect(window.getByRole('button', { name: 'How is this computed?' })).toBeInViewport()
  })

  await test.step('the evidence of each level', async () => {
    const sure = panel(window, 'How sure')
    await expect(sure).toContainText('wrong at most 5% of the time')
    await expect(sure.getByRole('row', { name: /Unattended/ })).toContainText('short')
    await expect(sure.getByRole('img', { name: /^Evidence 10⁶¹ : 1 that it falls short/ })).toBeVisible()
  })

  await test.step('the strategies with interval, attempts and verdict', async () => {
    const ways = panel(window, 'Strategies')
    await expect(ways).toContainText('for Unattended, no budget set')
    await expect(ways.getByRole('row', { name: /Majority of 3/ })).toContainText(/38%\s*20–58%\s*3\s*short/)
    await expect(ways.getByRole('row', { name: /perfect verifier/ })).toContainText(/72%.*2\.35.*short/)
  })

  await test.step('the evidence over cases ends at the evidence of the assessment', async () => {
    const chart = panel(window, 'Evidence as cases came in').getByRole('img').first()
    await expect(chart).toContainText('short: decided from here on')
    await expect(chart).toContainText('50 complete cases came in, now 10⁶¹ : 1 that it falls short')
  })

  await test.step('numbers open their cases', async () => {
    await window.getByRole('link', { name: 'Study the 14 cases that never passed.' }).click()
    await expect(window).toHaveURL(/#\/task\/[^/]+\/cases\?group=never$/)
    await window.goBack()
    await window.getByRole('link', { name: '26 sometimes' }).focus()
    await window.keyboard.press('Enter')
    await expect(window).toHaveURL(/\/cases\?group=sometimes$/)
    await window.goBack()
    await window.getByRole('link', { name: '12 cases passed 1 of 4' }).click()
    await expect(window).toHaveURL(/\/cases\?passes=1$/)
    await window.goBack()
    await window.getByRole('link', { name: 'Label failure causes.' }).click()
    await expect(window).toHaveURL(/\/cases\?cause=$/)
  })
})

test('the method opens with what went into this assessment, and is read by keys', async ({
  window,
  nines,
}) => {
  await nines.call('sample.open', {})
  await open(window, nines, sample)
  const button = window.getByRole('button', { name: 'How is this computed?' })
  await button.focus()
  await window.keyboard.press('Enter')
  const dialog = window.getByRole('dialog', { name: 'How this is computed' })
  await expect(dialog).toContainText(
    'Worked out for Unattended: 50 scores, 5 different values, with the mean 42.0%',
  )
  await expect(dialog).toContainText('so the verdict is: short')
  await expect(dialog).toContainText('Trials logged')
  await expect(dialog).toContainText('Method version')
  expect(await accessibilityFaults(window)).toEqual([])
  const last = dialog.getByRole('heading', { name: 'Where it is from' })
  await expect(last).not.toBeInViewport()
  await window.keyboard.press('End')
  await expect(last).toBeInViewport()
  await window.keyboard.press('Escape')
  await expect(dialog).toBeHidden()
  await expect(button).toBeFocused()
})

test('causes that contradict the verdict, segments, errors, voids and incomplete cases all lead on', async ({
  window,
  nines,
}) => {
  const task = 'Contracts'
  await nines.call('task.create', { name: task, plannedRepeats: 4 })
  await logCases(nines, task, [
    { passes: 0, cases: 20, cause: 'reasoning-slip' },
    { passes: 0, cases: 9, cause: 'tool-error' },
    { passes: 2, cases: 10 },
  ])
  const one = { task, configuration: 'model-x' }
  await nines.call('trial.log', [
    { ...one, case: 'broken', outcome: 'error' },
    { ...one, case: 'broken', outcome: 'error' },
    { ...one, case: 'broken', outcome: 'error' },
    { ...one, case: 'broken', outcome: 'error' },
    { ...one, case: 'begun', outcome: 'pass' },
    { ...one, case: 'begun', outcome: 'void' },
  ])
  await open(window, nines, task)
  const causes = panel(window, 'Why attempts failed')
  await expect(causes).toContainText('116 of 140 failures labelled')
  await expect(causes).toContainText('Evidence conflict: most labelled failures point at inference scaling')
  const links = [
    [
      'Reasoning slip: 80 (57%), together 57%; usual lever: inference scaling. Open the cases.',
      'cause=reasoning-slip',
    ],
    ['Not labelled: 24 (17%), together 100%. Open the cases.', 'cause='],
    [/^Rebooking, 9 cases: 0% \(0–\d+%\)\. Open the cases\.$/, 'segment=Rebooking'],
    ['1 incomplete', 'group=incomplete'],
    ['errors count as failures: 4', 'outcome=error'],
    ['void, excluded: 1', 'outcome=void'],
    ['not counted, beyond the plan or of incomplete cases: 1', 'group=incomplete'],
    ['40 cases', null],
  ] as const
  for (const [name, query] of links) {
    await expect(window.getByRole('main').getByRole('link', { name, exact: true })).toHaveAttribute(
      'href',
      query === null ? /\/cases$/ : new RegExp(`/cases\\?${query}$`),
    )
  }
  const segments = panel(window, 'By segment')
  await expect(segments).toContainText('exploratory: to ask with, not to claim')
  // Refunds: 20 cases without a pass and 10 with two of four; Rebooking: 9 without.
  await expect(segments.getByRole('img', { name: 'By segment' })).toContainText('Unattended 99% · target')
  await segments.hover()
  await window.getByRole('button', { name: 'Chart menu: By segment' }).click()
  await window.getByRole('menuitem', { name: 'Show as table' }).click()
  await expect(segments.getByRole('row')).toHaveText([
    /Segment\s*Cases\s*Reliability/,
    /Rebooking\s*9 cases\s*0%/,
    /Refunds\s*30 cases\s*17%/,
  ])
  expect(await accessibilityFaults(window)).toEqual([])
})

test('a level that is open says how many more cases it takes; one that is met, what to aim at', async ({
  window,
  nines,
}) => {
  const task = 'Invoices'
  await nines.call('task.create', {
    name: task,
    plannedRepeats: 4,
    target: 'Assist',
    budget: { maxCostUsd: 0.1, maxLatencyMs: null },
  })
  await logCases(nines, task, [{ passes: 4, cases: 40 }], { costUsd: 0.04, verifier: 'accept' })
  await open(window, nines, task)
  const sure = panel(window, 'How sure')
  await expect(sure.getByRole('row', { name: /^Assist/ })).toContainText('meets')
  await expect(sure.getByRole('row', { name: /^Unattended/ })).toContainText(
    /about \d+ more cases.*more evidence/,
  )
  const ways = panel(window, 'Strategies')
  await expect(ways).toContainText('at most $0.10 per task')
  await expect(ways).toContainText('$0.04 · inside the budget')
  await expect(ways).toContainText('$0.12 · over budget')
  await window.getByRole('link', { name: 'Aim at Supervised (95%) next.' }).click()
  await expect(window.getByRole('main').getByRole('heading', { level: 2 }).first()).toContainText(
    'Supervised (95%)',
  )
})

for (const [state, trials, words] of [
  ['no complete case', [['a', 'pass']], 'No case is complete yet: each needs 2 attempts.'],
  [
    'one case',
    [
      ['a', 'pass'],
      ['a', 'fail'],
    ],
    'One attempt passes 50% of the time',
  ],
] as const) {
  test(`${state}: the screen says what there is, and has no panel without content`, async ({
    window,
    nines,
  }) => {
    const task = 'Small'
    await nines.call('task.create', { name: task, plannedRepeats: 2 })
    await nines.call(
      'trial.log',
      trials.map(([label, outcome]) => ({ task, configuration: 'x', case: label, outcome })),
    )
    await open(window, nines, task)
    await expect(window.getByRole('main').getByRole('heading', { level: 2 }).first()).toContainText(words)
    await expect(panel(window, 'Why attempts failed')).toHaveCount(0)
    await expect(panel(window, 'Evidence as cases came in')).toHaveCount(state === 'one case' ? 1 : 0)
    expect(await accessibilityFaults(window)).toEqual([])
  })
}

test('in Korean and dark, with names in Korean', async ({ window, nines }) => {
  await nines.call('settings.set', { language: 'ko', theme: 'dark' })
  const task = '항공권 변경'
  await nines.call('task.create', {
    name: task,
    plannedRepeats: 4,
    levels: [{ name: '무인', required: 0.99 }],
  })
  await logCases(nines, task, [
    { passes: 0, cases: 12, cause: 'tool-error' },
    { passes: 3, cases: 20 },
  ])
  await open(window, nines, task)
  await expect(window.locator('html')).toHaveAttribute('data-theme', 'dark')
  await expect(panel(window, '얼마나 확실한가')).toContainText('틀릴 확률 최대 5%')
  await expect(panel(window, '실패한 이유').getByRole('img')).toContainText('제품 엔지니어링')
  await expect(
    window.getByRole('link', { name: '한 번도 통과하지 못한 사례 12개를 살펴보십시오.' }),
  ).toBeVisible()
  await window.getByRole('button', { name: '어떻게 계산합니까?' }).click()
  await expect(window.getByRole('dialog', { name: '계산 방법' })).toContainText('무인 수준을 실제로 계산하면')
  expect(await accessibilityFaults(window)).toEqual([])
})

for (const [width, height] of [
  [1024, 700],
  [640, 400],
  [3840, 2160],
] as const) {
  test(`nothing overflows at ${width} × ${height}`, async ({ window, nines }) => {
    await nines.call('sample.open', {})
    await window.setViewportSize({ width, height })
    await open(window, nines, sample)
    await expect(panel(window, 'Evidence as cases came in').getByRole('img').first()).toBeVisible()
    const overflowing = await window.evaluate(() =>
      [...document.querySelectorAll('main section, main table, main svg')]
        .filter((each) => {
          const frame = each.closest('main')?.getBoundingClientRect()
          const box = each.getBoundingClientRect()
          return frame !== undefined && (box.right > frame.right + 0.5 || box.left < frame.left - 0.5)
        })
        .map((each) => each.outerHTML.slice(0, 120)),
    )
    expect(overflowing).toEqual([])
  })
}
