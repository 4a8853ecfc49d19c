/**
 * `node test/bench/case-scroll.ts WORKSPACE`: scrolls the table of 10,000 cases × 20 repeats in Chromium, from top to
 * bottom by the wheel and by keys, and tells how long its frames took. The workspace is one that
 * `node test/bench/cases.ts --keep FOLDER` left. Nothing is asserted: beside it stands an empty page of the same run.
 */
import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { chromium, type Page } from '@playwright/test'
import { findBrowser } from '../../main/hosting/chromium/find.ts'

const program = fileURLToPath(new URL('../../dist/main/nines.js', import.meta.url))

/** Frame times of the page while `work` goes on, ms, ascending. */
async function framesDuring(page: Page, work: () => Promise<void>): Promise<readonly number[]> {
  await page.evaluate(() => {
    const frames: number[] = []
    let last = performance.now()
    const step = (now: number): void => {
      frames.push(now - last)
      last = now
      requestAnimationFrame(step)
    }
    requestAnimationFrame(step)
    Reflect.set(window, 'frames_', frames)
  })
  await work()
  const found: unknown = await page.evaluate(() => Reflect.get(window, 'frames_'))
  return Array.isArray(found) ? found.map(Number).toSorted((a, b) => a - b) : []
}

function report(name: string, frames: readonly number[]): void {
  const at = (share: number): string =>
    (frames[Math.min(frames.length - 1, Math.floor(share * frames.length))] ?? Number.NaN).toFixed(1)
  const long = frames.filter((each) => each > 50).length
  process.stdout.write(
    `${name.padEnd(44)} ${String(frames.length).padStart(5)} frames, median ${at(0.5)} ms, 95% ${at(0.95)} ms, longest ${at(1)} ms, ${long} over 50 ms\n`,
  )
}

async function wheel(page: Page): Promise<void> {
  for (let turn = 0; turn < 150; turn += 1) {
    await page.mouse.wheel(0, 2000)
    await page.waitForTimeout(16)
  }
}

async function keys(page: Page): Promise<void> {
  for (let press = 0; press < 150; press += 1) await page.keyboard.press('PageUp')
}

async function measure(page: Page, url: string): Promise<void> {
  await page.goto(url)
  report('a page at rest', await framesDuring(page, async () => await page.waitForTimeout(3000)))
  await page.goto(`${new URL(url).origin}/#/task/bench/cases`)
  const table = page.getByRole('grid', { name: 'Cases' })
  await table.waitFor()
  await page.locator('canvas').waitFor()
  await table.hover()
  report('wheel, 10,000 rows', await framesDuring(page, async () => await wheel(page)))
  await table.focus()
  report('PageUp, 150 times', await framesDuring(page, async () => await keys(page)))
  const picture = await page.locator('canvas').boundingBox()
  if (picture === null) throw new Error('the picture is not there')
  const sweep = async (): Promise<void> => {
    for (let step = 0; step < 200; step += 1) {
      await page.mouse.move(
        picture.x + (picture.width * step) / 200,
        picture.y + (picture.height * (step % 20)) / 20,
      )
    }
  }
  report('pointing over the picture', await framesDuring(page, sweep))
}

const [workspace, executablePath] = [process.argv[2], findBrowser()]
if (workspace === undefined || executablePath === null)
  throw new Error('needs a workspace file and a browser')
const folder = mkdtempSync(join(tmpdir(), 'nines-bench-'))
const host = spawn(process.execPath, [program, '--workspace', workspace, 'serve', '--no-open'], {
  env: { ...process.env, HOME: folder, XDG_DATA_HOME: join(folder, 'data') },
  stdio: ['ignore', 'pipe', 'inherit'],
})
const args = process.getuid?.() === 0 ? ['--no-sandbox'] : []
const browser = await chromium.launch({ executablePath, args })
try {
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 }, locale: 'en-GB' })
  for await (const url of createInterface(host.stdout)) {
    await measure(page, url)
    break
  }
} finally {
  await browser.close()
  host.kill()
  rmSync(folder, { recursive: true, force: true })
}
