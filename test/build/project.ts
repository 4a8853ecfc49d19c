import { spawn } from 'node:child_process'
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const buildFolder = fileURLToPath(new URL('../../build', import.meta.url))

/** A project with the real start-up scripts, in which npm, Node and the built program are stand-ins. */
export interface Project {
  readonly folder: string
  write(file: string, text: string): void
  has(file: string): boolean
  /** The commands that npm was called with, and `electron` for its installer. */
  calls(): readonly string[]
  /** From now on scripts run on the very Node that the project brings, as they do under npm. */
  bringThisNode(): void
  /** What is left in the folder for temporary files. */
  left(): readonly string[]
  /** Runs a script of build/ to its end. */
  run(script: string, words?: readonly string[], options?: RunOptions): Promise<Ending>
  start(script: string, words?: readonly string[], options?: RunOptions): Started
  remove(): void
}

export interface RunOptions {
  readonly environment?: Readonly<Record<string, string | undefined>>
  readonly input?: string
}

export interface Ending {
  readonly exitCode: number | null
  readonly output: string
  readonly errors: string
}

export interface Started {
  readonly ended: Promise<Ending>
  output(): string
  errors(): string
  kill(signal: NodeJS.Signals): void
}

/** Says what it was started with, and does what its first word says. */
const program = `
import { readFileSync } from 'node:fs'
const [first, second] = process.argv.slice(2)
if (first === 'wait') {
  process.on('SIGINT', () => process.exit(130))
  process.on('SIGTERM', () => process.exit(131))
  setTimeout(() => undefined, 60_000)
}
process.stdout.write(JSON.stringify(process.argv.slice(2)) + '\\n')
if (first === 'read') process.stdout.write(readFileSync(0, 'utf8'))
if (first === 'exit') process.exitCode = Number(second)
if (first === 'die') process.kill(process.pid, 'SIGKILL')
`

/** Runs in another process than the launcher, as an older Node of the user would have it. */
const nodeScript = `#!/bin/sh\nexec '${process.execPath}' "$@"\n`

const lockFile = JSON.stringify({
  packages: {
    '': { version: '1.0.0' },
    'node_modules/needed': { version: '1.2.3' },
    'node_modules/for-windows': { version: '4.5.6', optional: true },
  },
})
const installedNote = JSON.stringify({ packages: { 'node_modules/needed': { version: '1.2.3' } } })

const npm = `#!${process.execPath}
import { appendFileSync, chmodSync, existsSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
const words = process.argv.slice(2)
appendFileSync('calls', 'npm ' + words.slice(0, words[0] === 'run' ? 3 : 1).join(' ') + '\\n')
console.log('npm talks on standard output')
if (existsSync('slow')) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 400)
if (existsSync('fail-' + (words[0] === 'ci' ? 'install' : 'build'))) process.exit(9)
if (words[0] === 'ci') {
  rmSync('node_modules', { recursive: true, force: true })
  mkdirSync('node_modules/node/bin', { recursive: true })
  writeFileSync('node_modules/node/bin/node', ${JSON.stringify(nodeScript)})
  chmodSync('node_modules/node/bin/node', 0o755)
  writeFileSync('node_modules/.package-lock.json', ${JSON.stringify(installedNote)})
} else {
  for (const folder of ['dist/main', 'dist/renderer']) mkdirSync(folder, { recursive: true })
  writeFileSync('dist/main/nines.js', ${JSON.stringify(program)})
  for (const file of ['dist/main/electron.js', 'dist/main/worker.js', 'dist/renderer/index.html']) writeFileSync(file, '')
}
`

function start(folder: string, script: string, words: readonly string[], options: RunOptions): Started {
  const { DISPLAY: _display, WAYLAND_DISPLAY: _wayland, ...inherited } = process.env
  const path = `${join(folder, 'bin')}:${process.env['PATH'] ?? ''}`
  const child = spawn(process.execPath, [join(folder, 'build', script), ...words], {
    cwd: folder,
    env: { ...inherited, PATH: path, TMPDIR: join(folder, 'tmp'), ...options.environment },
  })
  let output = ''
  let errors = ''
  child.stdout.on('data', (text: Buffer) => (output += text.toString()))
  child.stderr.on('data', (text: Buffer) => (errors += text.toString()))
  child.stdin.end(options.input ?? '')
  const ended = new Promise<Ending>((resolve) => {
    child.once('close', (exitCode) => resolve({ exitCode, output, errors }))
  })
  return { ended, output: () => output, errors: () => errors, kill: (signal) => void child.kill(signal) }
}

export function makeProject(): Project {
  const folder = mkdtempSync(join(tmpdir(), 'nines-project-'))
  const write = (file: string, text: string): void => {
    mkdirSync(dirname(join(folder, file)), { recursive: true })
    writeFileSync(join(folder, file), text)
    if (text.startsWith('#!')) chmodSync(join(folder, file), 0o755)
  }
  cpSync(buildFolder, join(folder, 'build'), { recursive: true })
  write('bin/npm', npm)
  write('package.json', '{ "type": "module" }')
  write('package-lock.json', lockFile)
  write('main/source.ts', 'export {}')
  mkdirSync(join(folder, 'tmp'))
  return {
    folder,
    write,
    has: (file) => existsSync(join(folder, file)),
    calls: () => {
      const file = join(folder, 'calls')
      return existsSync(file) ? readFileSync(file, 'utf8').trimEnd().split('\n') : []
    },
    bringThisNode: () => {
      const file = join(folder, 'node_modules', 'node', 'bin', 'node')
      rmSync(file)
      symlinkSync(process.execPath, file)
    },
    left: () => readdirSync(join(folder, 'tmp')),
    run: (script, words = [], options = {}) => start(folder, script, words, options).ended,
    start: (script, words = [], options = {}) => start(folder, script, words, options),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  }
}

export async function until(condition: () => boolean): Promise<void> {
  while (!condition()) {
    await new Promise((resolve) => {
      setTimeout(resolve, 10)
    })
  }
}
