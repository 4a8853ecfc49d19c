/**
 * What every start needs first: dependencies as the lock file says, and a build newer than the sources.
 * Runs on the user's own Node (20.20 or later) with nothing installed, and writes to standard error only:
 * standard output belongs to the program that is started.
 */
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { delimiter, isAbsolute, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { isInstalled } from './lock-file.mjs'

export const root = fileURLToPath(new URL('..', import.meta.url))

const stampFolder = join(root, 'node_modules', '.nines')
const buildInputs = [
  'main',
  'renderer',
  'shared',
  'samples',
  'build/resources.mjs',
  'package.json',
  'package-lock.json',
  'vite.config.ts',
]
const buildOutputs = ['main/nines.js', 'main/electron.js', 'main/worker.js', 'renderer/index.html']

/** The Node that the project brings; the launcher's own may be too old for the database. */
export const projectNode = join(
  root,
  'node_modules',
  'node',
  'bin',
  process.platform === 'win32' ? 'node.exe' : 'node',
)

/** @param {string} text */
export function say(text) {
  process.stderr.write(`${text}\n`)
}

/**
 * What an earlier start noted under that name; empty when there is nothing. A new installation starts empty.
 * @param {string} name
 */
export function readStamp(name) {
  const file = join(stampFolder, name)
  return existsSync(file) ? readFileSync(file, 'utf8') : ''
}

/** @param {string} name @param {string} value */
export function writeStamp(name, value) {
  mkdirSync(stampFolder, { recursive: true })
  writeFileSync(join(stampFolder, name), value)
}

/** Environment in which `node`, `vite` … are the project's own. */
export function projectEnvironment() {
  const path = [join(root, 'node_modules', '.bin'), process.env['PATH'] ?? ''].join(delimiter)
  return { ...process.env, PATH: path }
}

/**
 * Runs a command and answers whether it succeeded.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {'inherit' | 'stderr'} [output] `stderr`: standard output stays free for the program itself
 * @param {number} [longestMs] it is ended after that time and counts as failed
 */
export function run(command, args, output = 'inherit', longestMs = 0) {
  const result = spawnSync(command, args, {
    cwd: root,
    env: projectEnvironment(),
    stdio: output === 'inherit' ? 'inherit' : ['ignore', 2, 2],
    // npm is a script there, which only the shell can start.
    shell: process.platform === 'win32' && !isAbsolute(command),
    timeout: longestMs,
    killSignal: 'SIGKILL',
  })
  if (result.error !== undefined) say(result.error.message)
  return result.status === 0
}

/** @param {number} processId */
function isRunning(processId) {
  try {
    return process.kill(processId, 0)
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}

/** @param {string} lock */
function takeLock(lock) {
  try {
    writeFileSync(lock, String(process.pid), { flag: 'wx' })
    return true
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error
  }
  const owner = readFileSync(lock, 'utf8')
  // Its owner ended without taking it away.
  if (owner !== '' && !isRunning(Number(owner))) rmSync(lock, { force: true })
  return false
}

/**
 * Does the work unless it turns out to be done: scripts may start Nines several times at once, and the first of
 * them works for all.
 * @param {() => boolean} isDone
 * @param {() => void} work
 */
function once(isDone, work) {
  if (isDone()) return
  const folder = join(root, '.cache')
  mkdirSync(folder, { recursive: true })
  const lock = join(folder, 'preparing')
  const still = new Int32Array(new SharedArrayBuffer(4))
  while (!takeLock(lock)) Atomics.wait(still, 0, 0, 100)
  try {
    if (!isDone()) work()
  } finally {
    rmSync(lock, { force: true })
  }
}

function lockHash() {
  return createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex')
}

/** Installs the dependencies when they are missing or other than the lock file says. */
export function installDependencies() {
  const wanted = lockHash()
  const isDone = () => existsSync(projectNode) && readStamp('dependencies') === wanted
  once(isDone, () => {
    const installed = join(root, 'node_modules', '.package-lock.json')
    // Somebody ran npm ci by hand.
    const byHand = existsSync(projectNode) && isInstalled(join(root, 'package-lock.json'), installed)
    if (!byHand) {
      say('Installing dependencies (npm ci) …')
      const words = ['ci', '--no-fund', '--no-audit', '--loglevel=error']
      if (!run('npm', words, 'stderr') || !existsSync(projectNode)) {
        say(
          'The dependencies could not be installed. Check the connection to the npm registry and try again.',
        )
        process.exit(1)
      }
    }
    writeStamp('dependencies', wanted)
  })
}

/** @param {string} path @returns {string[]} */
function describe(path) {
  const stats = statSync(path, { throwIfNoEntry: false })
  if (stats === undefined) return []
  if (!stats.isDirectory()) return [`${path} ${stats.size} ${stats.mtimeMs}`]
  return readdirSync(path)
    .toSorted()
    .flatMap((name) => describe(join(path, name)))
}

function sourceHash() {
  const lines = buildInputs.flatMap((input) => describe(join(root, input)))
  return createHash('sha256').update(lines.join('\n')).digest('hex')
}

/** Builds when any source is other than at the last build. */
export function buildWhenStale() {
  const wanted = sourceHash()
  const isDone = () =>
    readStamp('build') === wanted && buildOutputs.every((file) => existsSync(join(root, 'dist', file)))
  once(isDone, () => {
    say('Building …')
    if (!run('npm', ['run', '--silent', 'build', '--', '--logLevel', 'warn'], 'stderr')) {
      say('The build failed; its messages stand above.')
      process.exit(1)
    }
    writeStamp('build', wanted)
  })
}
