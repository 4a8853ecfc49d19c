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

/** What a file says, and how long ago that was written; null when there is no such file. @param {string} file */
function readLock(file) {
  const stats = statSync(file, { throwIfNoEntry: false })
  if (stats === undefined) return null
  try {
    return { owner: readFileSync(file, 'utf8'), ageMs: Date.now() - stats.mtimeMs }
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null
    throw error
  }
}

/** Between making the file and writing into it, its owner needs less than this. */
const longestEmptyMs = 1000

/**
 * Whether whoever made the lock cannot be at work: this very process has not made it, so a process before it did
 * that had the same number, as the first ones in a container have.
 * @param {{ owner: string, ageMs: number }} lock
 */
function isLeft({ owner, ageMs }) {
  if (owner === '') return ageMs > longestEmptyMs
  const processId = /^[1-9]\d*$/.test(owner) ? Number(owner) : process.pid
  return processId === process.pid || !isRunning(processId)
}

/** @param {string} lock */
function takeLock(lock) {
  try {
    writeFileSync(lock, String(process.pid), { flag: 'wx' })
    return true
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error
  }
  const found = readLock(lock)
  if (found !== null && isLeft(found)) rmSync(lock, { force: true })
  return false
}

/** How long a start waits for another. @typedef {{ longestMs: number, silentMs: number }} LockPatience */

/** @type {LockPatience} */
const usualPatience = { longestMs: 5 * 60 * 1000, silentMs: 2000 }

/**
 * Waits for the lock. Not for ever: the number of a process that ended may be that of another by now.
 * @param {string} lock
 * @param {LockPatience} patience
 */
function waitForLock(lock, { longestMs, silentMs }) {
  const still = new Int32Array(new SharedArrayBuffer(4))
  const startedAt = Date.now()
  let said = false
  while (!takeLock(lock)) {
    const waitedMs = Date.now() - startedAt
    const owner = readLock(lock)?.owner ?? ''
    if (waitedMs > longestMs) {
      say(
        `Gave up waiting for process ${owner}, which has held ${lock} for too long. Nothing was started. If no other start of Nines is at work, remove that file and try again.`,
      )
      process.exit(1)
    }
    if (!said && waitedMs > silentMs) {
      said = true
      say(`Waiting for another start of Nines (process ${owner}), which is installing or building …`)
    }
    Atomics.wait(still, 0, 0, 100)
  }
}

/**
 * Does the work unless it turns out to be done: scripts may start Nines several times at once, and the first of
 * them works for all.
 * @param {() => boolean} isDone
 * @param {() => void} work
 * @param {LockPatience} [patience]
 */
export function once(isDone, work, patience = usualPatience) {
  if (isDone()) return
  const folder = join(root, '.cache')
  mkdirSync(folder, { recursive: true })
  const lock = join(folder, 'preparing')
  waitForLock(lock, patience)
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
