/** The browser that the tests print with and look through: an installed one, or one that is installed for them. */
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { projectNode, root, run, say } from './prepare.mjs'

/** Long enough for 180 MB on a slow line. */
const longestDownloadMs = 5 * 60 * 1000

/**
 * What is there, or what to do.
 * @typedef {{ browser: string } | { cure: string }} Found
 */

/**
 * How to come by a browser; tests bring their own ways.
 * @typedef {object} Ways
 * @property {() => Found} find
 * @property {() => boolean} download tries Playwright's and answers whether it succeeded
 * @property {() => boolean} installPackage tries the package of the system
 * @property {(browser: string) => boolean} starts
 */

/** @returns {Found} */
function find() {
  const { stdout, stderr, status } = spawnSync(projectNode, [join(root, 'build', 'find-browser.mjs')], {
    encoding: 'utf8',
  })
  if (status === 0) return { browser: stdout }
  return { cure: stdout === '' ? `The search for a browser failed. Run npm ci.\n${stderr}` : stdout }
}

function download() {
  say('No browser is installed: downloading Playwright’s Chromium …')
  const cli = join(root, 'node_modules', '@playwright', 'test', 'cli.js')
  return run(projectNode, [cli, 'install', '--no-shell', 'chromium'], 'stderr', longestDownloadMs)
}

/** Debian and its kin, as root: nothing else may change the system. */
function installPackage() {
  const isAllowed = process.platform === 'linux' && process.getuid?.() === 0
  if (!isAllowed || !run('apt-get', ['--version'], 'stderr')) return false
  say('Installing the package chromium (apt-get install) …')
  process.env['DEBIAN_FRONTEND'] = 'noninteractive'
  return (
    run('apt-get', ['update'], 'stderr', longestDownloadMs) &&
    run('apt-get', ['install', '-y', '--no-install-recommends', 'chromium'], 'stderr', 2 * longestDownloadMs)
  )
}

/**
 * A downloaded one may lack libraries of the system. On Windows the question would open a window.
 * @param {string} browser
 */
function starts(browser) {
  if (process.platform === 'win32') return true
  return spawnSync(browser, ['--version'], { timeout: 30_000, killSignal: 'SIGKILL' }).status === 0
}

/**
 * Finds a Chromium-family browser, or gets one.
 * @param {Ways} [ways]
 * @returns {Found}
 */
export function ensureBrowser(ways = { find, download, installPackage, starts }) {
  const first = ways.find()
  // Who named one wants that one.
  if ('browser' in first || (process.env['NINES_BROWSER'] ?? '') !== '') return first
  for (const get of [ways.download, ways.installPackage]) {
    const now = get() ? ways.find() : first
    if ('browser' in now && ways.starts(now.browser)) return now
  }
  return first
}
