import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { holdStill, logWorld, worlds } from './baseline-data.ts'
import { expect, type NinesHost, test as base } from './nines.ts'

/** Letters are drawn alike on every machine, and so is the colour of a pixel. */
const evenArgs = ['--font-render-hinting=none', '--disable-lcd-text', '--force-color-profile=srgb']

const test = base.extend({
  launchOptions: [
    async ({ launchOptions }, provide) => {
      await provide({ ...launchOptions, args: [...(launchOptions.args ?? []), ...evenArgs] })
    },
    { scope: 'worker' },
  ],
})

interface Look {
  readonly language: 'en' | 'ko'
  readonly theme: 'light' | 'dark'
}

async function dress(window: Page, nines: NinesHost, look: Look): Promise<void> {
  await nines.call('settings.set', { ...look, loggerName: worlds[look.language].person })
  await holdStill(window)
  await window.reload()
  await expect(window.locator('html')).toHaveAttribute('lang', look.language)
}

const tab = (task: string, rest: string): string => `#/task/${encodeURIComponent(task)}/${rest}`

/** Goes to a place and takes its picture, once `shown` is there. */
async function picture(
  window: Page,
  nines: NinesHost,
  name: string,
  place: string,
  shown: string,
): Promise<void> {
  await window.goto(`${nines.origin}/${place}`)
  await expect(window.locator(shown).first()).toBeVisible()
  await settled(window, name)
}

async function settled(window: Page, name: string): Promise<void> {
  await expect(window.getByRole('progressbar')).toHaveCount(0)
  await window.evaluate(async () => await document.fonts.ready)
  await expect(window).toHaveScreenshot(`${name}.png`)
}

const sample = 'Airline rebooking (τ-bench)'

test('in English, light', async ({ window, nines }) => {
  await dress(window, nines, { language: 'en', theme: 'light' })
  await picture(window, nines, 'home-empty', '#/', 'h2')
  await nines.call('sample.open', {})
  await logWorld(nines, 'en')
  await picture(window, nines, 'verdict-decided', tab(sample, 'verdict'), 'svg[role=img]')
  await picture(window, nines, 'log-in-work', tab(worlds.en.task, 'log'), '[role=grid]')
  await picture(window, nines, 'compare', tab(worlds.en.task, 'compare'), 'svg[role=img]')
})

test('in English, dark', async ({ window, nines }) => {
  await nines.call('sample.open', {})
  await logWorld(nines, 'en')
  await dress(window, nines, { language: 'en', theme: 'dark' })
  await picture(window, nines, 'edit-task', `#/edit-task/${encodeURIComponent(worlds.en.task)}`, 'h2')
  await picture(window, nines, 'cases', tab(sample, 'cases'), 'svg[role=img]')
  const planned = 'plan?configuration=model, 16 samples&level=Assist'
  await picture(window, nines, 'plan', tab(worlds.en.task, planned), 'main table')
  await window.goto(`${nines.origin}/#/`)
  await window.keyboard.press('Control+k')
  await expect(window.getByRole('listbox').getByRole('option').first()).toBeVisible()
  await settled(window, 'palette')
})

test('in Korean, light', async ({ window, nines, folder }) => {
  await logWorld(nines, 'ko')
  await dress(window, nines, { language: 'ko', theme: 'light' })
  await picture(window, nines, 'new-task', '#/new-task', 'h2')
  await picture(window, nines, 'one-case', tab(worlds.ko.task, 'cases?case=청구서 05'), 'main table')
  await picture(window, nines, 'scaling', tab(worlds.ko.task, 'scaling'), 'svg[role=img]')
  const file = join(folder, 'runs.csv')
  writeFileSync(file, 'Ticket;결과;score\nT-1;x;0.9\nT-1;y;0.2\nT-2;z;n/a\n')
  await window.goto(`${nines.origin}/#/import`)
  await window.locator('input[type=file]').setInputFiles(file)
  await expect(window.getByRole('main').getByRole('table').first()).toBeVisible()
  await settled(window, 'import-problems')
  await window.goto(`${nines.origin}/#/`)
  await window.keyboard.press('?')
  await expect(window.getByRole('dialog')).toBeVisible()
  await settled(window, 'shortcuts')
})

test('in Korean, dark', async ({ window, nines, faults }) => {
  // By then the core has had its first rest, and keeps nothing by itself any more that the pictures would show.
  await window.waitForTimeout(1500)
  await nines.call('task.create', { name: '티켓 분류' })
  await logWorld(nines, 'ko')
  await dress(window, nines, { language: 'ko', theme: 'dark' })
  await picture(window, nines, 'home', '#/', 'main table')
  await picture(window, nines, 'verdict-open', tab(worlds.ko.task, 'verdict'), 'svg[role=img]')
  await picture(window, nines, 'verdict-empty', tab('티켓 분류', 'verdict'), 'h2')
  await nines.call('backup.create', {})
  await picture(window, nines, 'settings', '#/settings', 'main table')
  await picture(window, nines, 'no-such-task', tab('없는 작업', 'verdict'), 'main h2')
  // The browser reports what is refused: the task that is not there, and then the connections.
  faults.length = 0
  await window.goto(`${nines.origin}/#/import`)
  // What the screen is made of comes from the core too.
  await expect(window.getByRole('main').getByRole('button')).toBeVisible()
  await nines.stop()
  await expect(window.getByRole('alert')).toBeVisible()
  await settled(window, 'connection-lost')
  faults.length = 0
})
