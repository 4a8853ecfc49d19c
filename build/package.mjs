/**
 * Packages the built app into a folder that can be run as it lies there: `npm run package:dir [-- --out DIR]`.
 * Without an Electron runtime on this machine the package is made around a placeholder, and says so.
 */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, readdirSync } from 'node:fs'
import { join, relative, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { writePlaceholderElectron } from './placeholder-electron.mjs'

const root = fileURLToPath(new URL('..', import.meta.url))
const electronFolder = join(root, 'node_modules', 'electron')

/** The built files without which a package would be empty or not start. */
const neededFiles = [
  'dist/main/electron.js',
  'dist/main/nines.js',
  'dist/main/worker.js',
  'dist/preload/preload.cjs',
  'dist/renderer/index.html',
]

/**
 * @param {string} message
 * @returns {never}
 */
function fail(message) {
  process.stderr.write(`${message}\n`)
  process.exit(1)
}

/** @returns {string} */
function electronVersion() {
  /** @type {unknown} */
  const description = JSON.parse(readFileSync(join(electronFolder, 'package.json'), 'utf8'))
  if (typeof description === 'object' && description !== null && 'version' in description)
    return String(description.version)
  return fail('node_modules/electron has no version. Run `npm ci`.')
}

/**
 * The runtime to package, and whether it is the real one.
 * @param {string} outFolder
 * @returns {Promise<{ folder: string, real: boolean }>}
 */
async function findRuntime(outFolder) {
  const installed = join(electronFolder, 'dist')
  if (existsSync(join(installed, 'version'))) return { folder: installed, real: true }
  if (process.platform !== 'linux')
    fail('The Electron runtime is not installed, and the placeholder for it stands for Linux only.')
  const folder = join(outFolder, 'placeholder-electron')
  await writePlaceholderElectron(folder, electronVersion())
  return { folder, real: false }
}

/** @returns {string} */
function platformOption() {
  if (process.platform === 'darwin') return '--mac'
  return process.platform === 'win32' ? '--win' : '--linux'
}

/**
 * @param {string} outFolder
 * @param {string} runtimeFolder
 * @returns {void}
 */
function runBuilder(outFolder, runtimeFolder) {
  const cli = join(root, 'node_modules', 'electron-builder', 'cli.js')
  const { status, error } = spawnSync(
    process.execPath,
    [cli, platformOption(), 'dir', `-c.directories.output=${outFolder}`, `-c.electronDist=${runtimeFolder}`],
    { cwd: root, stdio: ['ignore', 'inherit', 'inherit'] },
  )
  if (error !== undefined) fail(`electron-builder could not be started: ${error.message}`)
  if (status !== 0) fail('electron-builder failed, see above. Nothing usable was made.')
}

const { values } = parseArgs({ options: { out: { type: 'string', default: 'release' } } })
const outFolder = resolve(root, values.out)
const missing = neededFiles.filter((file) => !existsSync(join(root, file)))
if (missing.length > 0) fail(`Not built yet: ${missing.join(', ')}. Run \`npm run build\` first.`)

mkdirSync(outFolder, { recursive: true })
const runtime = await findRuntime(outFolder)
runBuilder(outFolder, runtime.folder)

const made = readdirSync(outFolder).filter((name) => /(?:-unpacked|^mac.*)$/.test(name))
for (const name of made) process.stdout.write(`Packaged: ${relative(root, join(outFolder, name))}\n`)
if (!runtime.real)
  process.stdout.write(
    'The Electron runtime is not installed here, so a placeholder stands in its place: the package can be ' +
      'examined, but does not start. Install the runtime (npx install-electron) and package again.\n',
  )
