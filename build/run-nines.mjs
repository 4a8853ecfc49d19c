/** Runs the built command line on the Node that the project brings. */
import { spawn } from 'node:child_process'
import { realpathSync } from 'node:fs'
import { constants } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { projectNode, root } from './prepare.mjs'

const program = join(root, 'dist', 'main', 'nines.js')
/** @type {readonly NodeJS.Signals[]} */
const passedOn = ['SIGINT', 'SIGTERM', 'SIGHUP']

/**
 * Passes on the signals that this process gets, and ends it as the other one ends.
 * @param {import('node:child_process').ChildProcess} child
 */
function followTo(child) {
  for (const signal of passedOn) {
    // On Windows the console tells both, and passing on would end the other without warning.
    process.on(signal, () => process.platform === 'win32' || child.kill(signal))
  }
  child.once('error', (error) => {
    process.stderr.write(`${projectNode} cannot be started (${error.message}). Run npm ci and try again.\n`)
    process.exit(1)
  })
  child.once('exit', (code, signal) => {
    process.exit(code ?? 128 + (signal === null ? 0 : constants.signals[signal]))
  })
}

/**
 * Runs `nines` with these words; this process then belongs to it: its input, output, exit code and signals.
 * Inside the project's own Node, where npm scripts and npx start, no second process is needed.
 * @param {readonly string[]} words
 */
export async function runNines(words) {
  if (realpathSync(process.execPath) === realpathSync(projectNode)) {
    process.argv = [process.execPath, program, ...words]
    await import(pathToFileURL(program).href)
    return
  }
  followTo(spawn(projectNode, [program, ...words], { stdio: 'inherit' }))
}
