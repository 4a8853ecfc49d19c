import type { Page } from '@playwright/test'
import { isMeasured } from '../../shared/domain/measured.ts'
import { plan } from '../../shared/domain/plan.ts'
import { logConfigurations } from './configurations.ts'
import { expect, test } from './nines.ts'

const headline = (window: Page) => window.getByRole('main').getByRole('heading', { level: 2 }).first()
const assumed = (window: Page) => window.getByRole('textbox', { name: 'Assumed reliability' })

async function assume(window: Page, value: string): Promise<void> {
  await assumed(window).fill(value)
  await assumed(window).press('Tab')
}

test('how many cases a level takes, and one of the answers becomes the plan', async ({ window, nines }) => {
  await nines.call('task.create', { name: 'Refunds', target: 'Supervised', plannedRepeats: 2 })
  await window.goto(`${nines.origin}/#/task/Refunds/plan`)

  await test.step('begins with half of the failures that are allowed', async () => {
    await expect(assumed(window)).toHaveValue('97.5%')
    await expect(headline(window)).toContainText('To show Supervised (95%) with an assumed 97.5%: about')
  })

  await test.step('the numbers are those of the operation', async () => {
    await assume(window, '99')
    await window.getByRole('textbox', { name: 'Cost of one attempt, US dollars' }).fill('0.5')
    await window.getByRole('textbox', { name: 'Cost of one attempt, US dollars' }).press('Tab')
    const input = { required: 0.95, assumed: 0.99, spread: 0.2, repeats: [1, 2, 4], costPerTrialUsd: 0.5 }
    const found = plan.parse(await nines.call('plan.get', input))
    const told = found.plans.find((each) => each.repeats === 2 && each.chance === 0.8)
    if (told === undefined || !isMeasured(told.cases) || !isMeasured(told.trials)) throw new Error('no plan')
    const cost = new Intl.NumberFormat('en-GB', {
      style: 'currency',
      currency: 'USD',
      currencyDisplay: 'narrowSymbol',
    })
    await expect(headline(window)).toHaveText(
      `To show Supervised (95%) with an assumed 99%: about ${told.cases} cases bring an 80% chance, ${told.trials} attempts, ${cost.format(told.trials * 0.5)}.`,
    )
    const rows = await window.getByRole('table').first().getByRole('row').allTextContents()
    expect(rows.slice(1)).toHaveLength(9)
    for (const [index, each] of found.plans.entries()) {
      if (!isMeasured(each.cases) || !isMeasured(each.trials)) throw new Error('not reachable')
      expect(rows[index + 1]).toContain(`${each.chance * 100}%`)
      expect(rows[index + 1]?.replaceAll(',', '')).toContain(`${each.cases}${each.trials}`)
    }
    const level = window.getByRole('row', { name: /^95% Supervised/ })
    await expect(level).toContainText(String(found.zeroFailure.fixedSize))
    await expect(level).toContainText(String(found.zeroFailure.anyTime))
  })

  await test.step('becomes the plan at once while nothing is logged', async () => {
    const button = window.getByRole('button', { name: /^Use as plan: \d+ cases × 4$/ }).first()
    const name = (await button.getAttribute('aria-label')) ?? ''
    await button.click()
    await expect(window.getByText(/^The plan is now \d+ cases × 4\.$/)).toBeVisible()
    await expect(window.getByText('the plan', { exact: true })).toBeVisible()
    expect(await nines.call('task.get', { task: 'Refunds' })).toMatchObject({
      task: { plannedRepeats: 4, plannedCases: Number(/(\d+) cases/.exec(name)?.[1]) },
    })
  })

  await test.step('with trials logged only after a word about what that means', async () => {
    await nines.call('trial.log', { task: 'Refunds', configuration: 'a', case: 'one', outcome: 'pass' })
    await expect(window.getByRole('link', { name: /Refunds 1 trial$/ })).toBeVisible()
    await window
      .getByRole('button', { name: /^Use as plan: \d+ cases × 1$/ })
      .first()
      .click()
    await expect(window.getByText('1 attempt is logged already.')).toBeVisible()
    await expect(window.getByText('recorded and named beside every claim')).toBeVisible()
    await window.getByRole('button', { name: /^Change the plan to/ }).click()
    await expect(window.getByText(/^The plan is now \d+ cases × 1\.$/)).toBeVisible()
    expect(await nines.call('assessment.get', { task: 'Refunds' })).toMatchObject({
      planChanges: [{ trials: 1, after: { plannedRepeats: 1 } }],
    })
  })
})

test('says what is out of reach before anything is computed, and takes the present estimate', async ({
  window,
  nines,
}) => {
  await logConfigurations(nines, 'Two', [{ name: 'small', passes: 0.6, cases: 20, costUsd: 0.25 }])
  await window.goto(`${nines.origin}/#/task/Two/plan?level=Assist`)
  await expect(headline(window)).toHaveText(
    'Not reachable: the assumed reliability (60%) is not above the requirement, Assist (80%).',
  )
  await expect(window.getByText('Measured so far with small.')).toBeVisible()
  await expect(window.getByRole('textbox', { name: /^Cost of one attempt/ })).toHaveValue('0.25')
  await window.getByRole('button', { name: 'Assume 90%' }).click()
  await expect(headline(window)).toContainText('To show Assist (80%) with an assumed 90%: about')
  await test.step('a requirement of one’s own', async () => {
    await window.getByRole('button', { name: /Level to show/ }).click()
    await window.getByRole('option', { name: 'Another requirement …' }).click()
    await window.getByRole('textbox', { name: 'Requirement' }).fill('75')
    await window.getByRole('textbox', { name: 'Requirement' }).press('Tab')
    await expect(headline(window)).toContainText('To show 75% with an assumed 90%: about')
  })
  await test.step('what is wrong is marked', async () => {
    await window.getByRole('textbox', { name: 'Attempts per case to compare' }).fill('1, many')
    await expect(headline(window)).toHaveText('How many cases does it take? Fill in what is marked.')
    await expect(window.getByText('Up to six whole numbers from 1 to 1,000')).toBeVisible()
    // The former answer waits.
    await expect(window.getByText('Cases for each chance')).toBeVisible()
  })
  await test.step('and all of it can be started over', async () => {
    await window.getByRole('button', { name: 'Start over' }).click()
    await expect(assumed(window)).toHaveValue('60%')
  })
})

test('a long plan says how far it is and can be given up; it speaks Korean', async ({ window, nines }) => {
  await nines.call('task.create', { name: 'Refunds', target: 'Supervised' })
  await window.goto(`${nines.origin}/#/task/Refunds/plan`)
  await expect(headline(window)).toContainText('To show Supervised (95%) with an assumed 97.5%: about')
  // Nearly no difference: the simulated teams go on to their last case.
  await assume(window, '95.01')
  await expect(window.getByRole('progressbar', { name: 'Simulating teams' })).toBeVisible()
  // The former answer stays to be read, and says what it is about.
  await expect(headline(window)).toContainText('97.5%')
  await window.getByRole('button', { name: 'Cancel' }).click()
  await expect(window.getByText('Cancelled.')).toBeVisible()
  await expect(window.getByRole('progressbar')).toBeHidden()
  await assume(window, '97.5')
  await expect(window.getByText('Cancelled.')).toBeHidden()
  await expect(window.getByRole('row').nth(1)).toBeVisible()
  await nines.call('settings.set', { language: 'ko', theme: 'light', loggerName: null })
  await window.reload()
  await expect(headline(window)).toHaveText(
    /^신뢰도가 97.5%일 때 사례 약 [\d,]+개면 80% 확률로 Supervised\(95%\) 수준을 보일 수 있습니다\. 시도 [\d,]+회입니다\.$/,
  )
})
