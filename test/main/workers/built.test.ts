import { type ChildProcess, spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { createBuilder } from 'vite'
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { createComputer } from '../../../main/workers/computer.ts'
import { computePlan } from '../../../shared/assessment/plan.ts'
import { planInput } from '../../../shared/domain/plan.ts'

const root = fileURLToPath(new URL('../../..', import.meta.url))
let folder = ''

/** Builds the program's Node side as `npm run build` does, into the project: it looks for the database there. */
async function buildProgram(): Promise<void> {
  vi.stubEnv('NODE_ENV', 'production')
  const builder = await createBuilder({
    root: join(root, 'renderer'),
    configFile: join(root, 'vite.config.ts'),
    logLevel: 'error',
    environments: { main: { build: { outDir: join(folder, 'dist', 'main') } } },
  })
  const { main } = builder.environments
  if (main === undefined) throw new Error('vite has no environment "main"')
  await builder.build(main)
  vi.unstubAllEnvs()
}

beforeAll(async () => {
  mkdirSync(join(root, '.cache'), { recursive: true })
  folder = mkdtempSync(join(root, '.cache', 'test-worker-'))
  await buildProgram()
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const started: ChildProcess[] = []
afterEach(() => {
  for (const child of started.splice(0)) child.kill('SIGKILL')
})

/** How far work is stands on a terminal alone: the program takes its pipe for one. */
const onTerminal = ['--import', 'data:text/javascript,process.stderr.isTTY = true']

/** Starts the built command line on a data folder of its own. */
function start(...words: readonly string[]) {
  const program = join(folder, 'dist', 'main', 'nines.js')
  const child = spawn(process.execPath, [...onTerminal, program, ...words], {
    env: { ...process.env, XDG_DATA_HOME: folder, HOME: folder, TERM: 'xterm' },
  })
  started.push(child)
  let out = ''
  child.stdout.on('data', (text: Buffer) => (out += text.toString()))
  const spoke = new Promise<string>((resolve) => {
    child.stderr.once('data', (text: Buffer) => resolve(text.toString()))
  })
  const ended = new Promise<{ code: number | null; out: string }>((resolve) => {
    child.once('close', (code) => resolve({ code, out }))
  })
  return { child, spoke, ended }
}

describe('the built worker', () => {
  it('gives what the computation gives here', async () => {
    const input = planInput.parse({ required: 0.8, assumed: 0.9, repeats: [1, 2], runs: 160 })
    const shares: number[] = []
    const computer = createComputer(join(folder, 'dist', 'main', 'worker.js'))
    const found = await computer.run('plan', input, { onProgress: (share) => shares.push(share) })
    expect(found).toEqual(computePlan(input, () => undefined))
    expect(shares.at(-1)).toBe(1)
  })

  it('serves the built command line', async () => {
    const { ended } = start('plan', '--required', '0.9', '--assumed', '1', '--repeats', '1', '--json')
    const { code, out } = await ended
    expect(code).toBe(0)
    expect(JSON.parse(out)).toMatchObject({ zeroFailure: { fixedSize: 29, anyTime: 43 } })
  })

  it('goes with the program when that is interrupted in the middle of a plan', async () => {
    const repeats = Array.from({ length: 10 }, () => ['--repeats', '1']).flat()
    const level = ['--required', '0.9999', '--assumed', '0.9999', '--runs', '20000']
    const { child, spoke, ended } = start('plan', ...level, ...repeats)
    expect(await spoke).toMatch(/Simulating … \d+%$/)
    child.kill('SIGINT')
    expect(await ended).toEqual({ code: 130, out: '' })
  })
})
