import { defineConfig } from '@playwright/test'
import { findBrowser } from './main/hosting/chromium/find.ts'

const executablePath = findBrowser()
if (executablePath === null) throw new Error('No browser to test in: npm test installs one.')

/** Chromium refuses its sandbox to root. */
const args = process.getuid?.() === 0 ? ['--no-sandbox'] : []

export default defineConfig({
  testDir: 'test/e2e',
  outputDir: '.cache/e2e',
  // Machines that test are often busy: what is right a little later is still right.
  timeout: 120_000,
  expect: {
    timeout: 20_000,
    // Another build of the browser draws some edges otherwise, by fewer pixels than a word that moved; colours
    // and layout it draws alike.
    toHaveScreenshot: { animations: 'disabled', caret: 'hide', threshold: 0.03, maxDiffPixels: 150 },
  },
  snapshotPathTemplate: '{testDir}/baselines/{arg}{ext}',
  // Each test has a host, a workspace and a browser of its own.
  workers: 2,
  fullyParallel: true,
  reporter: [['list'], ['json', { outputFile: '.cache/test-reports/e2e.json' }]],
  use: {
    viewport: { width: 1280, height: 800 },
    locale: 'en-GB',
    colorScheme: 'light',
    // A trace of every test costs a sixth of the whole run: NINES_TRACE=1 keeps those of the failures.
    trace: process.env['NINES_TRACE'] === '1' ? 'retain-on-failure' : 'off',
    screenshot: 'only-on-failure',
    // Without a locale of its own a system has no letters beyond ASCII for the names of downloads.
    launchOptions: { executablePath, args, env: { ...process.env, LC_ALL: 'C.UTF-8' } },
  },
})
