/**
 * What one waits for while grading: from the press of a key to the painted cell, in a real browser on the built
 * program. Run by `npm run bench`. Beside the workspace of 100,000 trials stands an empty one in the same run, for
 * machines are noisy. Nothing is asserted; the aim is 50 ms at the 95th percentile.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { type Browser, chromium, type Page } from '@playwright/test'
import { z } from 'zod'
import config from '../../playwright.config.ts'
import { type NinesHost, startNines } from '../e2e/nines.ts'

const task = 'bench'
const configuration = 'model-x'
const presses = 200
const repeats = 10
/** Rows at the top whose second half is left to be graded here: enough for all presses of both parts. */
const openRows = 100
/** A quick grader: four keys a second, so that what each key sets off can get into the way of the next. */
const pauseMs = 250

const label = (row: number): string => `case-${String(row).padStart(5, '0')}`

async function fill(nines: NinesHost, cases: number): Promise<void> {
  await nines.call('task.create', { name: task, plannedRepeats: repeats })
  for (let start = 0; start < cases; start += 500) {
    const rows = Array.from({ length: Math.min(500, cases - start) }, (_, index) => start + index)
    await nines.call('case.add', { task, cases: rows.map((row) => ({ case: label(row) })) })
    if (cases === openRows) continue
    const trials = rows.flatMap((row) =>
      Array.from({ length: row < openRows ? repeats / 2 : repeats }, (_, index) => ({
        task,
        configuration,
        case: label(row),
        repeat: index + 1,
        outcome: (row * 7 + index * 3) % 5 === 0 ? 'fail' : 'pass',
        verifier: (row + index) % 9 === 0 ? 'reject' : 'accept',
        latencyMs: 500 + ((row * 31 + index * 17) % 3000),
        costUsd: 0.001,
      })),
    )
    await nines.call('trial.log', trials)
  }
}

/** How long after each key its sign was painted, and how long after it that sign stood there as stored, ms. */
interface Times {
  readonly painted: readonly number[]
  readonly stored: readonly number[]
}

/** Notes these times in the page itself. */
async function watchCells(page: Page): Promise<void> {
  await page.evaluate(() => {
    const times: { readonly painted: number[]; readonly stored: number[] } = { painted: [], stored: [] }
    Object.assign(window, { times })
    const grid = document.querySelector('[role=grid]')
    if (grid === null) throw new Error('there is no grid')
    /** The frame that shows it is on the screen once the one after it is asked for. */
    const noteFrame = (kind: 'painted' | 'stored', since: number): void => {
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel()
        port1.addEventListener('message', () => times[kind].push(performance.now() - since))
        port1.start()
        port2.postMessage(null)
      })
    }
    const watch = (cell: Element, since: number): void => {
      let isPainted = false
      const observer = new MutationObserver(() => {
        if (!isPainted && cell.textContent !== '') {
          isPainted = true
          noteFrame('painted', since)
        }
        if (cell.getAttribute('aria-label')?.endsWith('not logged') !== false) return
        observer.disconnect()
        noteFrame('stored', since)
      })
      observer.observe(cell, { subtree: true, childList: true, attributes: true })
    }
    document.addEventListener(
      'keydown',
      ({ timeStamp }) => {
        const cell = document.getElementById(grid.getAttribute('aria-activedescendant') ?? '')
        if (cell !== null) watch(cell, timeStamp)
      },
      { capture: true },
    )
  })
}

async function timesOf(page: Page): Promise<Times> {
  const found: unknown = await page.evaluate(() => Reflect.get(window, 'times'))
  return z.object({ painted: z.array(z.number()), stored: z.array(z.number()) }).parse(found)
}

async function open(browser: Browser, nines: NinesHost, tab: string): Promise<Page> {
  const [context = await browser.newContext({ viewport: { width: 1280, height: 800 } })] = browser.contexts()
  const page = await context.newPage()
  if ((await context.cookies()).length === 0) await page.goto(nines.url)
  await page.goto(`${nines.origin}/#/task/${task}/${tab}?configuration=${configuration}`)
  return page
}

async function grade(page: Page): Promise<Times> {
  await page.bringToFront()
  await page.getByRole('grid').waitFor()
  await page.getByRole('grid').focus()
  for (let index = 0; index < presses; index += 1) {
    await page.keyboard.press(index % 4 === 3 ? 'f' : 'p')
    await wait(pauseMs)
  }
  await wait(1000)
  return timesOf(page)
}

function line(name: string, values: readonly number[]): void {
  const sorted = values.toSorted((a, b) => a - b)
  const at = (share: number): string => {
    const value = sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))]
    return `${(value ?? Number.NaN).toFixed(0)} ms`
  }
  process.stdout.write(
    `${name.padEnd(66)} p50 ${at(0.5)}, p95 ${at(0.95)}, max ${at(1)} (${values.length} keys)\n`,
  )
}

function report(title: string, { painted, stored }: Times): void {
  line(`key to painted cell, ${title}`, painted)
  line(`key to stored attempt, ${title}`, stored)
}

async function measure(cases: number, title: string): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'nines-bench-'))
  const nines = await startNines(folder)
  const browser = await chromium.launch(config.use?.launchOptions)
  try {
    await fill(nines, cases)
    const log = await open(browser, nines, 'log')
    await log.getByRole('grid').waitFor()
    await watchCells(log)
    report(title, await grade(log))
    if (cases === openRows) return
    const verdict = await open(browser, nines, 'verdict')
    await verdict.locator('svg').first().waitFor()
    await watchCells(log)
    report(`${title}, another window on the verdict`, await grade(log))
  } finally {
    await browser.close()
    await nines.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

await measure(openRows, 'an empty workspace')
await measure(10_000, '100,000 trials')
