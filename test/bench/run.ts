/**
 * `npm run bench`: what users wait for, measured on the built program in a workspace of its own. Machines are noisy:
 * each figure stands beside the same baseline, the start of Node itself, taken in the same run. Nothing is asserted.
 */
import { spawn, spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'

const program = fileURLToPath(new URL('../../dist/main/nines.js', import.meta.url))
const folder = mkdtempSync(join(tmpdir(), 'nines-bench-'))
const environment = {
  ...process.env,
  HOME: folder,
  XDG_DATA_HOME: join(folder, 'data'),
  NINES_WORKSPACE: join(folder, 'bench.nines'),
}
const repeats = 5

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN
}

/** Wall time of a program run to its end, ms. */
function timeOf(args: readonly string[]): number {
  const start = performance.now()
  const { status, stderr } = spawnSync(process.execPath, args, {
    cwd: folder,
    env: environment,
    encoding: 'utf8',
  })
  if (status !== 0) throw new Error(`${args.join(' ')} failed:\n${stderr}`)
  return performance.now() - start
}

/** From the start of the host to its first answered page, ms. */
async function timeOfStart(): Promise<number> {
  const start = performance.now()
  const host = spawn(process.execPath, [program, 'serve', '--no-open'], {
    cwd: folder,
    env: environment,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  for await (const url of createInterface(host.stdout)) {
    const entered = await fetch(url, { redirect: 'manual' })
    const cookie = entered.headers.get('set-cookie')?.split(';')[0] ?? ''
    const page = await fetch(new URL('/', url), { headers: { cookie } })
    await page.text()
    break
  }
  const elapsed = performance.now() - start
  host.kill()
  return elapsed
}

/** 10,000 cases × 10 repeats of a model whose cases differ; a linear congruential generator keeps it the same. */
function writeTrials(file: string): void {
  let state = 1
  const random = (): number => {
    state = (state * 48_271) % 2_147_483_647
    return state / 2_147_483_647
  }
  const lines = ['case,configuration,repeat,outcome,verifier,latency_ms,cost_usd,cause']
  for (let index = 0; index < 10_000; index += 1) {
    const reliability = random() ** 0.25
    for (let repeat = 1; repeat <= 10; repeat += 1) {
      const isPass = random() < reliability
      const verifier = random() < 0.9 === isPass ? 'accept' : 'reject'
      const cause = isPass ? '' : 'tool-error'
      lines.push(
        `case-${index},model-x,${repeat},${isPass ? 'pass' : 'fail'},${verifier},${Math.round(500 + 3000 * random())},0.0${Math.round(10 + 80 * random())},${cause}`,
      )
    }
  }
  writeFileSync(file, `${lines.join('\n')}\n`)
}

function report(name: string, values: readonly number[], baseline: number): void {
  const middle = median(values)
  const spread = `${Math.round(Math.min(...values))}–${Math.round(Math.max(...values))}`
  process.stdout.write(
    `${name.padEnd(58)} ${String(Math.round(middle)).padStart(6)} ms  (${spread}; ${(middle / baseline).toFixed(1)} × Node)\n`,
  )
}

function times(count: number, measure: () => number): readonly number[] {
  return Array.from({ length: count }, measure)
}

async function main(): Promise<void> {
  if (!existsSync(program)) throw new Error('There is no build to measure: run npm run build first.')
  const baseline = median(times(repeats, () => timeOf(['-e', ''])))
  report('baseline: Node starts and ends', [baseline], baseline)
  const starts: number[] = []
  for (let index = 0; index < repeats; index += 1) starts.push(await timeOfStart())
  report('browser host: start to first page', starts, baseline)
  report(
    'nines demo: verdict, HTML and PDF',
    times(repeats, () => timeOf([program, 'demo', '--out', join(folder, 'demo')])),
    baseline,
  )
  const file = join(folder, 'trials.csv')
  writeTrials(file)
  report(
    `import of 100,000 trials (${(statSync(file).size / 1e6).toFixed(1)} MB CSV)`,
    [timeOf([program, 'import', file, '--task', 'bench', '--create'])],
    baseline,
  )
  report('the same file again: nothing new', [timeOf([program, 'import', file, '--task', 'bench'])], baseline)
  report(
    'nines assess after it (10,000 cases × 10 repeats)',
    times(repeats, () => timeOf([program, 'assess', '--task', 'bench', '--json'])),
    baseline,
  )
  report(
    'nines log: one more trial',
    times(repeats, () =>
      timeOf([program, 'log', '--task', 'bench', '--case', 'case-1', '--configuration', 'model-x', '--pass']),
    ),
    baseline,
  )
}

try {
  await main()
} finally {
  rmSync(folder, { recursive: true, force: true })
}
