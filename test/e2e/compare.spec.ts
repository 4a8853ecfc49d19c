import type { Page } from '@playwright/test'
import { comparison } from '../../shared/domain/comparison.ts'
import { isMeasured } from '../../shared/domain/measured.ts'
import {
  fourConfigurations,
  logConfigurations,
  twelveConfigurations,
  twoConfigurations,
} from './configurations.ts'
import { expect, test } from './nines.ts'

const headline = (window: Page) => window.getByRole('main').getByRole('heading', { level: 2 }).first()
const pickerOf = (window: Page, side: 'First' | 'Second') =>
  window.getByRole('button', { name: new RegExp(side) })

test('which configuration to take, all side by side, and any two case by case', async ({ window, nines }) => {
  const task = 'Ticket routing'
  await logConfigurations(nines, task, fourConfigurations, {
    target: 'Supervised',
    budget: { maxCostUsd: 0.1, maxLatencyMs: null },
  })
  const found = comparison.parse(await nines.call('comparison.get', { task }))
  await window.goto(`${nines.origin}/#/task/${encodeURIComponent(task)}/verdict`)
  await window.getByRole('link', { name: 'Compare', exact: true }).click()

  await test.step('the first line answers', async () => {
    await expect(headline(window)).toHaveText(
      'More evidence is needed: none of 4 configurations meets Supervised (95%) yet; 2 still may.',
    )
    await expect(window.getByText('“large, 8 votes” passes most often')).toBeVisible()
  })

  await test.step('the numbers are those of the operation', async () => {
    for (const each of found.configurations) {
      const row = window.getByRole('row', { name: each.configuration }).first()
      const { estimate } = each.reliability
      if (!isMeasured(estimate) || !isMeasured(each.costUsd)) throw new Error('nothing was measured')
      const figures = await row.locator('td').allTextContents()
      expect(figures[0]).toBe(String(each.completeCases))
      expect(figures[1]).toMatch(new RegExp(`^${(estimate * 100).toFixed(0)}(\\.\\d)?% \\(`))
      expect(figures).toContain(`$${String(each.costUsd)}`)
      const words = { meets: 'meets', short: 'short', 'more-evidence': 'more evidence' }
      const cells = await row.locator('td[data-tone]').allTextContents()
      expect(cells).toEqual(each.levels.map((level) => words[level.verdict]))
      await expect(row).toContainText(each.onFrontier === true ? 'on the frontier' : 'behind large, prompt 3')
    }
    const frontier = window.getByRole('img', { name: 'What reliability costs' })
    await expect(frontier).toContainText('over budget ($0.10)')
    await expect(frontier).toContainText('behind large, prompt 3')
    await expect(window.getByRole('img', { name: 'How reliable each is' })).toContainText('Supervised 95%')
  })

  await test.step('the level on screen is the one that is answered for', async () => {
    await window
      .getByRole('button', { name: /^Level|Level$|Supervised/ })
      .first()
      .click()
    await window.getByRole('option', { name: /^Assist/ }).click()
    await expect(headline(window)).toHaveText(
      'Choose “large, prompt 3”: of the 2 that meet Assist (80%), it costs least.',
    )
  })

  await test.step('a pair, chosen and swapped', async () => {
    await pickerOf(window, 'Second').click()
    await window.getByRole('option', { name: 'small, prompt 3' }).click()
    const pair = window.getByText('large, 8 votes is more reliable than small, prompt 3, by')
    await expect(pair).toBeVisible()
    await window.getByRole('button', { name: 'Swap' }).click()
    await expect(pickerOf(window, 'First')).toContainText('small, prompt 3')
    await expect(pair).toBeVisible()
    await expect(window.getByText('Compared on 115 cases that both completed.')).toBeVisible()
    await expect(window.getByText('There are 6 pairs one could look at')).toBeVisible()
  })

  await test.step('the cases of one alone lead to themselves', async () => {
    await window.getByText('5 cases of small, prompt 3 alone say nothing here.').click()
    const link = window.getByRole('link', { name: 'ticket-003' })
    await link.click()
    await expect(window.getByRole('link', { name: 'Cases', exact: true })).toHaveAttribute(
      'aria-current',
      'page',
    )
    await expect(window.getByRole('main').getByText('ticket-003').first()).toBeVisible()
    await window.goBack()
    await expect(headline(window)).toContainText('Choose “large, prompt 3”')
  })

  await test.step('the pair stays while one looks elsewhere', async () => {
    await window.getByRole('link', { name: 'Log', exact: true }).click()
    await window.getByRole('link', { name: 'Compare', exact: true }).click()
    await expect(pickerOf(window, 'First')).toContainText('small, prompt 3')
  })
})

test('speaks Korean, with twelve configurations, and nothing overflows', async ({ window, nines }) => {
  await logConfigurations(nines, 'Twelve', twelveConfigurations)
  await nines.call('settings.set', { language: 'ko', theme: 'dark', loggerName: null })
  await window.setViewportSize({ width: 1024, height: 700 })
  await window.goto(`${nines.origin}/#/task/Twelve/compare`)
  await window.reload()
  await expect(headline(window)).toContainText('12')
  await expect(window.getByRole('row')).toHaveCount(13)
  await expect(window.getByRole('img', { name: '구성별 신뢰도' })).toBeVisible()
  const overflow = await window.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  )
  expect(overflow).toBe(0)
})

test('says what is missing for a comparison', async ({ window, nines }) => {
  await nines.call('task.create', { name: 'Empty' })
  await window.goto(`${nines.origin}/#/task/Empty/compare`)
  await expect(headline(window)).toHaveText('There is nothing to compare yet.')

  await logConfigurations(nines, 'One', twoConfigurations.slice(0, 1))
  await window.goto(`${nines.origin}/#/task/One/compare`)
  await expect(headline(window)).toHaveText(
    'There is one configuration so far, “small”; comparing takes a second one.',
  )
  await nines.call('trial.log', { task: 'One', configuration: 'new', case: 'ticket-001', outcome: 'pass' })
  await expect(headline(window)).toHaveText(
    'Only “small” has complete cases; comparing takes a second configuration that has some.',
  )
  await nines.call('trial.log', { task: 'One', configuration: 'new', case: 'ticket-001', outcome: 'pass' })
  await expect(window.getByText('Side by side')).toBeVisible()
  // Neither the cost nor the time of the new one was logged.
  await expect(window.getByText('Not drawn, because it was not logged: new.')).toBeVisible()
})
