/**
 * `npm start`: installs and builds what is missing, then opens Nines: in the desktop window when there is a
 * display and Electron's runtime, otherwise in the browser. `npm start -- --browser` asks for the browser.
 */
import { spawn } from 'node:child_process'
import { parseArgs } from 'node:util'
import { getElectron } from './electron-runtime.mjs'
import { endWithNpm } from './follow-parent.mjs'
import { buildWhenStale, installDependencies, root, say } from './prepare.mjs'
import { runNines } from './run-nines.mjs'

/** A desktop window that fails within this time never opened. */
const shortestRunMs = 10_000

function readOptions() {
  try {
    return parseArgs({ options: { browser: { type: 'boolean', default: false } } }).values
  } catch (error) {
    say(`${error instanceof Error ? error.message : String(error)}\nUsage: npm start [-- --browser]`)
    process.exit(2)
  }
}

function hasDisplay() {
  if (process.platform === 'darwin' || process.platform === 'win32') return true
  return ['DISPLAY', 'WAYLAND_DISPLAY'].some((name) => (process.env[name] ?? '') !== '')
}

/**
 * Runs the desktop app until it is closed and answers its exit code, or null when it never opened.
 * @param {string} executable
 * @returns {Promise<number | null>}
 */
function runElectron(executable) {
  const { ELECTRON_RUN_AS_NODE: _, ...environment } = process.env
  const words = process.getuid?.() === 0 ? [root, '--no-sandbox'] : [root]
  const child = spawn(executable, words, { env: environment, stdio: 'inherit' })
  const startedAt = Date.now()
  let interrupted = false
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
    process.on(signal, () => {
      interrupted = true
      child.kill(signal)
    })
  }
  return new Promise((resolve) => {
    child.once('error', () => resolve(null))
    child.once('exit', (code) => {
      if (interrupted) resolve(130)
      else if (code !== 0 && Date.now() - startedAt < shortestRunMs) resolve(null)
      else resolve(code ?? 1)
    })
  })
}

/** Opens the desktop window and stays until it is closed, or answers why it cannot. @returns {Promise<string>} */
async function openDesktop() {
  if (!hasDisplay()) return 'there is no display'
  const electron = await getElectron()
  if ('problem' in electron) return `the Electron runtime could not be downloaded (${electron.problem})`
  const exitCode = await runElectron(electron.executable)
  if (exitCode === null) return 'the desktop window could not be opened, see above'
  process.exit(exitCode)
}

const { browser } = readOptions()
endWithNpm()
installDependencies()
buildWhenStale()
if (!browser) {
  const reason = await openDesktop()
  const cure = hasDisplay() ? ' For the desktop window: npx install-electron, then npm start.' : ''
  say(`Nines opens in the browser, because ${reason}.${cure}`)
}
await runNines(['serve', '--reopen'])
