import type { Locator, Page } from '@playwright/test'
import { assessment as assessmentShape, type Assessment } from '../../shared/domain/assessment.ts'
import { accessibilityFaults } from './accessibility.ts'
import { expect, type NinesHost, test } from './nines.ts'

const task = 'Invoice totals'
const sample = 'Airline rebooking (τ-bench)'

const difficulties = ['easy', 'flaky', 'hard'] as const
/** Passes of four attempts at an easy, a flaky and a hard case, by samples per attempt. */
const passes: Readonly<Record<number, Readonly<Record<(typeof difficulties)[number], number>>>> = {
  1: { easy: 3, flaky: 1, hard: 0 },
  4: { easy: 4, flaky: 2, hard: 0 },
  16: { easy: 4, flaky: 3, hard: 1 },
  64: { easy: 4, flaky: 3, hard: 2 },
}

/**
 * Forty cases, four attempts each, with what a verifier says, answers, costs and times. The verifier takes every right
 * answer, and the first wrong one of a case that is not easy.
 */
async function logSeries(nines: NinesHost): Promise<void> {
  await nines.call('task.create', {
    name: task,
    plannedRepeats: 4,
    wrongCost: 2,
    budget: { maxCostUsd: 0.25, maxLatencyMs: null },
    levels: [{ name: 'Ready', required: 0.9 }],
  })
  for (const [samples, passed] of Object.entries(passes)) {
    const configuration = `${samples} samples`
    const trials = Array.from({ length: 40 }, (_, index) => {
      const kind = index < 20 ? 'easy' : index < 32 ? 'flaky' : 'hard'
      return [1, 2, 3, 4].map((repeat) => {
        const isRight = repeat > 4 - passed[kind]
        const isTaken = isRight || (kind !== 'easy' && repeat === 1)
        return {
          task,
          configuration,
          case: `invoice ${index + 1}`,
          repeat,
          outcome: isRight ? 'pass' : 'fail',
          verifier: isTaken ? 'accept' : 'reject',
          answer: isRight ? 'right' : `wrong ${repeat}`,
          costUsd: 0.01 * (9 + Number(samples)),
          latencyMs: 1000 * repeat,
        }
      })
    }).flat()
    await nines.call('trial.log', trials)
    const compute = { amount: Number(samples), unit: 'samples' }
    await nines.call('configuration.set', { task, configuration, changes: { compute } })
  }
}

async function visit(window: Page, nines: NinesHost, name: string, query = ''): Promise<void> {
  await window.goto(`${nines.origin}/#/task/${encodeURIComponent(name)}/scaling${query}`)
  await window.reload()
  await expect(window.getByRole('main').getByRole('heading', { level: 2 }).first()).toBeVisible()
}

async function assessmentOf(nines: NinesHost, configuration: string): Promise<Assessment> {
  return assessmentShape.parse(await nines.call('assessment.get', { task, configuration }))
}

/** "72%", of a number that the assessment holds. */
function percent(value: unknown): string {
  if (typeof value !== 'number') throw new Error('not measured')
  return `${(value * 100).toFixed(0)}%`
}

const chart = (window: Page, name: string): Locator => window.getByRole('img', { name })
const curves = (window: Page): Locator => chart(window, 'What more attempts reach')

test('more compute on one screen: the answer, the curves, what they cost, how retries end, the series', async ({
  window,
  nines,
}) => {
  await logSeries(nines)
  const configuration = '1 samples'
  await visit(window, nines, task, `?configuration=${encodeURIComponent(configuration)}`)
  const { repeats, verifier, bottleneck, scaling } = await assessmentOf(nines, configuration)
  if ('notMeasured' in repeats.retry || 'notMeasured' in verifier || 'notMeasured' in scaling) {
    throw new Error('the assessment lacks what the screen is to show')
  }

  await test.step('the first line answers in words', async () => {
    expect(bottleneck.verdict).toBe('product-engineering')
    const answer = window.getByRole('main').getByRole('heading', { level: 2 }).first()
    await expect(answer).toContainText(
      /^More compute is not enough.* for Ready \(90%\)\. On the logged attempts/,
    )
  })

  await test.step('the curves end where the assessment says', async () => {
    const drawing = curves(window)
    await expect(drawing).toContainText(`a perfect verifier ${percent(repeats.passAt.at(-1)?.estimate)}`)
    await expect(drawing).toContainText(`all k pass ${percent(repeats.passAll.at(-1)?.estimate)}`)
    await expect(drawing).toContainText(`majority ${percent(repeats.majority.at(-1)?.estimate)}`)
    const right = 'notMeasured' in repeats.retry ? undefined : repeats.retry.at(-1)?.right.estimate
    await expect(drawing).toContainText(`your verifier ${percent(right)}`)
    await expect(drawing).toContainText('most frequent answer')
    await expect(drawing).toContainText('Ready 90%')
    await expect(window.getByText('Hollow marks lie outside the budget of $0.25 per task.')).toBeVisible()
  })

  await test.step('another axis, another interval', async () => {
    await expect(curves(window)).toContainText('attempts (k)')
    await window.getByRole('radio', { name: 'cost', exact: true }).focus()
    await window.keyboard.press('ArrowLeft')
    await window.keyboard.press('ArrowRight')
    await expect(curves(window)).toContainText('cost per task')
    await expect(curves(window)).toContainText('over the budget of $0.25')
    await window.getByText('attempts', { exact: true }).click()
    await expect(curves(window)).not.toContainText('over the budget')
    await window.getByText('How steady it is: all of k attempts pass (pass^k).').click()
    await expect(curves(window)).toContainText('all k pass: over the budget of $0.25')
    await expect(curves(window).locator('.band')).toHaveCount(1)
    await expect(curves(window).locator('.curve-all .band')).toHaveCount(1)
  })

  await test.step('right, wrong and handed off, and where more attempts hurt', async () => {
    const drawing = chart(window, 'Right, wrong, handed off')
    const last = 'notMeasured' in repeats.retry ? undefined : repeats.retry.at(-1)
    for (const part of ['right', 'wrong'] as const) {
      await expect(drawing).toContainText(`${part} ${percent(last?.[part].estimate)}`)
    }
    await expect(drawing.locator('.column')).toHaveCount(4)
    if ('notMeasured' in verifier.utility) throw new Error('no cost of a wrong answer')
    await expect(drawing).toContainText(`k* = ${verifier.utility.bestK} serves best`)
    const { hurtsFrom, hurtsShownFrom } = verifier.utility
    await expect(drawing).toContainText(`from ${hurtsShownFrom ?? hurtsFrom} on more`)
  })

  await test.step('the series with its band', async () => {
    const drawing = chart(window, 'More compute per attempt')
    expect(scaling.points.map((each) => each.amount)).toEqual([1, 4, 16, 64])
    await expect(drawing.locator('.point')).toHaveCount(4)
    await expect(drawing).toContainText('compute per attempt, samples (logarithmic)')
    await expect(window.getByText('Band: 95% of 1,000 curves from resampled cases, seed 1.')).toBeVisible()
    await expect(drawing.locator('.band')).toHaveCount(1)
    await expect(drawing).toContainText('extrapolated, decides nothing')
    await expect(window.getByText('Nothing is claimed beyond 64 samples')).toBeVisible()
  })
})

test('the band can be given up, and computed after all', async ({ window, nines, faults }) => {
  await logSeries(nines)
  // The host takes longer than anyone waits.
  await window.route('**/api/scaling.get', () => undefined)
  await visit(window, nines, task)
  const drawing = chart(window, 'More compute per attempt')
  await expect(window.getByRole('progressbar', { name: 'Resampling the cases for the band' })).toBeVisible()
  await expect(drawing.locator('.point')).toHaveCount(4)
  await window.getByRole('button', { name: 'Cancel' }).click()
  await expect(window.getByText('Cancelled.')).toBeVisible()
  await expect(drawing.locator('.point')).toHaveCount(4)
  await expect(drawing.locator('.band')).toHaveCount(0)
  await window.unroute('**/api/scaling.get')
  await window.getByRole('button', { name: 'Compute', exact: true }).click()
  await expect(drawing.locator('.band')).toHaveCount(1)
  await expect(window.getByText('Cancelled.')).toBeHidden()
  // The browser reports the question that was given up.
  expect(faults.filter((fault) => !/ERR_(ABORTED|FAILED)/.test(fault))).toEqual([])
  faults.length = 0
})

test('what was not logged is asked for, with a way to it', async ({ window, nines }) => {
  await nines.call('sample.open', {})
  await nines.call('task.create', { name: 'Refunds' })

  await test.step('nothing at all', async () => {
    await visit(window, nines, 'Refunds')
    await expect(window.getByText('Does more compute help? Nothing logged tells yet.')).toBeVisible()
    await expect(window.getByRole('main').getByRole('link', { name: 'Log trials' })).toBeVisible()
  })

  await test.step('no price, no verdicts and no series, as in the sample', async () => {
    await visit(window, nines, sample)
    await expect(curves(window)).toContainText('a perfect verifier 72%')
    await expect(curves(window)).toContainText('all k pass 20%')
    await expect(window.getByRole('radio', { name: 'cost', exact: true })).toHaveCount(0)
    await expect(window.getByText('Log the cost or the latency of attempts')).toBeVisible()
    await expect(
      window.getByText('Log what your verifier says of each attempt: accept or reject.'),
    ).toBeVisible()
    await expect(window.getByText('give each configuration its amount of compute')).toBeVisible()
    await window.getByRole('link', { name: 'Log verdicts' }).click()
    await expect(window.getByRole('grid')).toBeVisible()
  })

  await test.step('one attempt per case', async () => {
    await nines.call('trial.log', { task: 'Refunds', configuration: 'one', case: 'a', outcome: 'pass' })
    await visit(window, nines, 'Refunds')
    await expect(
      window.getByText('More attempts can be compared once each case has at least two.'),
    ).toBeVisible()
  })
})

for (const [language, theme] of [
  ['en', 'light'],
  ['ko', 'dark'],
] as const) {
  test(`the screen full of figures is accessible and nothing overflows, in ${language}, ${theme}`, async ({
    window,
    nines,
  }) => {
    await logSeries(nines)
    await nines.call('settings.set', { language, theme })
    await visit(window, nines, task)
    await expect(window.locator('.compute-axis .band')).toHaveCount(1)
    expect(await accessibilityFaults(window)).toEqual([])
    for (const width of [640, 1024, 1280, 2560]) {
      await window.setViewportSize({ width, height: 700 })
      const overflow = await window.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      )
      expect(overflow, `${width}`).toBe(0)
    }
  })
}

test('the screen speaks Korean, numbers and all', async ({ window, nines }) => {
  await nines.call('sample.open', {})
  await nines.call('settings.set', { language: 'ko' })
  await visit(window, nines, sample)
  await expect(window.getByRole('main').getByRole('heading', { level: 2 }).first()).toHaveText(
    '연산을 더 써도 Unattended(99%) 수준에는 부족합니다. 기록된 시도에서는 도움이 되지 않습니다. ‘3회 다수결’ 방식은 38%(20–58%), 한 번 시도는 42%입니다.',
  )
  await expect(chart(window, '시도를 늘리면 어디까지 이르는가')).toContainText('완벽한 검증기 72%')
})
