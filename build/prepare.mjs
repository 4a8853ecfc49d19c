/**
 * What every start needs first: dependencies as the lock file says, and a build newer than the sources.
 * Runs on the user's own Node (20.20 or later) with nothing installed.
 */
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = fileURLToPath(new URL('..', import.meta.url))

const stampFolder = join(root, 'node_modules', '.nines')
const buildInputs = ['main', 'renderer', 'shared', 'samples', 'build', 'package-lock.json', 'vite.config.ts']

/** The Node that the project brings; the launcher's own may be too old for the database. */
export const projectNode = join(
  root,
  'node_modules',
  '.bin',
  process.platform === 'win32' ? 'node.cmd' : 'node',
)

/** @param {string} text */
function say(text) {
  process.stderr.write(`${text}\n`)
}

/** @param {string} name */
function readStamp(name) {
  const file = join(stampFolder, name)
  return existsSync(file) ? readFileSync(file, 'utf8') : ''
}

/** @param {string} name @param {string} value */
function writeStamp(name, value) {
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
 */
export function run(command, args, output = 'inherit') {
  const result = spawnSync(command, args, {
    cwd: root,
    env: projectEnvironment(),
    stdio: output === 'inherit' ? 'inherit' : ['ignore', 2, 2],
    shell: process.platform === 'win32',
  })
  if (result.error !== undefined) say(result.error.message)
  return result.status === 0
}

function lockHash() {
  return createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex')
}

/** Installs the dependencies when they are missing or other than the lock file says. */
export function installDependencies() {
  const wanted = lockHash()
  if (existsSync(projectNode) && readStamp('dependencies') === wanted) return
  say('Installing dependencies (npm ci) …')
  if (!run('npm', ['ci', '--no-fund', '--no-audit', '--loglevel=error'], 'stderr')) {
    say('The dependencies could not be installed. Check the connection to the npm registry and try again.')
    process.exit(1)
  }
  writeStamp('dependencies', wanted)
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
  const built = ['main/nines.js', 'main/electron.js', 'renderer/index.html'].every((file) =>
    existsSync(join(root, 'dist', file)),
  )
  if (built && readStamp('build') === wanted) return
  say('Building …')
  if (!run('npm', ['run', '--silent', 'build', '--', '--logLevel', 'warn'], 'stderr')) {
    say('The build failed; its messages stand above.')
    process.exit(1)
  }
  writeStamp('build', wanted)
}
