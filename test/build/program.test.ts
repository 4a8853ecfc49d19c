import { type ChildProcess, spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { createBuilder } from 'vite'
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { ownTemporaryFolder } from '../main/hosting/chromium/browsers.ts'
import { until } from './project.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))
const own = ownTemporaryFolder()
let data = ''
let folder = ''

/** Builds the program as `npm run build` does, into the project: it looks for the database there. */
async function buildProgram(): Promise<void> {
  // As the test runner sets it, React would be built for development.
  vi.stubEnv('NODE_ENV', 'production')
  const outDir = join(folder, 'dist', 'main')
  const builder = await createBuilder({
    root: join(root, 'renderer'),
    configFile: join(root, 'vite.config.ts'),
    logLevel: 'error',
    environments: { main: { build: { outDir } } },
  })
  const { main } = builder.environments
  if (main === undefined) throw new Error('vite has no environment "main"')
  await builder.build(main)
  vi.unstubAllEnvs()
}

beforeAll(async () => {
  mkdirSync(join(root, '.cache'), { recursive: true })
  folder = mkdtempSync(join(root, '.cache', 'test-program-'))
  data = join(folder, 'data')
  await buildProgram()
})
afterAll(() => {
  own.remove()
  rmSync(folder, { recursive: true, force: true })
})

const started: ChildProcess[] = []
afterEach(() => {
  for (const child of started.splice(0)) child.kill('SIGKILL')
})

function start(words: readonly string[], nodeOptions: readonly string[] = []) {
  const { DISPLAY: _display, WAYLAND_DISPLAY: _wayland, ...environment } = process.env
  const child = spawn(
    process.execPath,
    [...nodeOptions, join(folder, 'dist', 'main', 'nines.js'), ...words],
    {
      cwd: folder,
      env: { ...environment, XDG_DATA_HOME: data, HOME: data, NINES_WORKSPACE: join(data, 'test.nines') },
    },
  )
  started.push(child)
  let output = ''
  let errors = ''
  child.stdout.on('data', (text: Buffer) => (output += text.toString()))
  child.stderr.on('data', (text: Buffer) => (errors += text.toString()))
  const ended = new Promise<{ exitCode: number | null; output: string; errors: string }>((resolve) => {
    child.once('close', (exitCode) => resolve({ exitCode, output, errors }))
  })
  return { child, ended, output: () => output }
}

const run = (...words: readonly string[]) => start(words).ended

/** Browsers' profiles and workspaces of demos. */
const foldersLeft = () => readdirSync(own.folder).filter((name) => /^nines-(?:print|demo)/.test(name))

describe('the built program', () => {
  it('runs the demo to its end and leaves no browser', async () => {
    const { exitCode, output, errors } = await run('demo', '--out', 'demo')
    expect(errors).not.toContain('went wrong')
    expect(exitCode).toBe(0)
    expect(output).toContain('0.420, 0.273, 0.220, 0.200')
    const pdf = readFileSync(join(folder, 'demo', 'report.pdf'), 'latin1')
    expect(pdf.slice(0, 5)).toBe('%PDF-')
    expect(own.processes()).toEqual([])
    expect(own.left()).toEqual([])
  })

  it('says in one sentence why it cannot start', async () => {
    const file = join(folder, 'foreign.nines')
    writeFileSync(file, 'not a workspace')
    const { exitCode, output, errors } = await run('--workspace', file, 'task', 'list')
    expect({ exitCode, output }).toEqual({ exitCode: 1, output: '' })
    expect(errors.trimEnd().split('\n')).toHaveLength(1)
    expect(errors).not.toMatch(/\n\s+at /)
    expect(readFileSync(file, 'utf8')).toBe('not a workspace')
  })

  it('takes it well when its reader stops early', async () => {
    const { child, ended } = start(['--help'])
    child.stdout.destroy()
    expect(await ended).toMatchObject({ exitCode: 0, errors: '' })
  })

  it('says what it needs on a Node that is too old, before the database crashes in it', async () => {
    const pretend =
      "Object.defineProperty(process, 'versions', { value: { ...process.versions, modules: '115', node: '20.20.2' } })"
    const { exitCode, errors } = await start(['task', 'list'], [`--import=data:text/javascript,${pretend}`])
      .ended
    expect(exitCode).toBe(1)
    expect(errors).toContain('Nines needs Node 22 or later, and this is Node 20.20.2.')
  })
})

describe('an interruption', () => {
  it.each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)(
    'by %s in the middle of a print ends the program with 130 and takes the browser along',
    async (signal) => {
      const { child, ended } = start(['demo', '--out', `demo-${signal}`])
      const prints = () => own.processes().some(({ words }) => words.includes('--type=renderer'))
      await until(() => prints() || child.exitCode !== null)
      expect(foldersLeft()).toHaveLength(2)
      child.kill(signal)
      expect((await ended).exitCode).toBe(130)
      expect(own.processes()).toEqual([])
      expect(foldersLeft()).toEqual([])
    },
  )

  it('ends what serves in good order, also when launchers pass it on several times', async () => {
    const { child, ended, output } = start(['serve'])
    await until(() => output().includes('http://127.0.0.1:'))
    for (const signal of ['SIGINT', 'SIGINT', 'SIGTERM'] as const) child.kill(signal)
    expect((await ended).exitCode).toBe(0)
  })
})
