/**
 * What a report takes, in time and in bytes, with the built program: of the sample, and of 5,000 cases × 4 with every
 * case in it. Run by `npm run bench`. Machines are noisy: beside each figure stands the same baseline of the same run,
 * which is Chromium printing one empty page.
 */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { findBrowser } from '../../main/hosting/chromium/find.ts'
import { createChromiumPrinter } from '../../main/hosting/chromium/print.ts'
import { seededRandom } from '../../shared/statistics/random.ts'

const program = fileURLToPath(new URL('../../dist/main/nines.js', import.meta.url))
const sample = fileURLToPath(new URL('../../samples/tau-bench-airline-gpt-4o.csv', import.meta.url))
const folder = mkdtempSync(join(tmpdir(), 'nines-bench-'))
const cases = 5000
const repeats = 4

function run(words: readonly string[]): number {
  const start = performance.now()
  const { status, stderr } = spawnSync(process.execPath, [program, ...words], {
    cwd: folder,
    env: {
      ...process.env,
      HOME: folder,
      XDG_DATA_HOME: join(folder, 'data'),
      NINES_WORKSPACE: join(folder, 'b.nines'),
    },
    encoding: 'utf8',
  })
  if (status !== 0) throw new Error(`${words.join(' ')} failed:\n${stderr}`)
  return performance.now() - start
}

/** A third of the attempts fail, most of them with a cause and one in five with a note. */
function writeTrials(file: string): void {
  const random = seededRandom(1)
  const lines = ['case,segment,configuration,repeat,outcome,cause,note,cost_usd,latency_ms,logged_by']
  for (let index = 1; index <= cases; index += 1) {
    const label = `ticket-${String(index).padStart(4, '0')}`
    const reliability = 1 - random() ** 2
    for (let repeat = 1; repeat <= repeats; repeat += 1) {
      const passes = random() < reliability
      const cause = passes || random() < 0.3 ? '' : 'tool-error'
      const note =
        passes || random() < 0.8 ? '' : 'The booking was changed although the customer wanted a refund.'
      lines.push(
        `${label},segment ${index % 7},model-x,${repeat},${passes ? 'pass' : 'fail'},${cause},${note},0.0${Math.round(10 + 80 * random())},${Math.round(500 + 3000 * random())},Logger ${index % 5}`,
      )
    }
  }
  writeFileSync(file, `${lines.join('\n')}\n`)
}

async function timeOfEmptyPage(): Promise<number> {
  const printer = createChromiumPrinter({ findBrowser })
  const start = performance.now()
  await printer.print('<!doctype html><title>x</title><p>x</p>')
  return performance.now() - start
}

function measure(name: string, words: readonly string[], file: string, baseline: number): void {
  const ms = run(['report', '--quiet', '--out', join(folder, file), ...words])
  const kilobytes = statSync(join(folder, file)).size / 1000
  process.stdout.write(
    `${name.padEnd(58)} ${String(Math.round(ms)).padStart(6)} ms  (${(ms / baseline).toFixed(1)} × an empty page)  ${Math.round(kilobytes)} kB\n`,
  )
}

async function main(): Promise<void> {
  if (!existsSync(program)) throw new Error('There is no build to measure: run npm run build first.')
  const file = join(folder, 'trials.csv')
  writeTrials(file)
  run(['import', '--quiet', sample, '--task', 'sample', '--create'])
  run(['import', '--quiet', file, '--task', 'large', '--create'])
  await timeOfEmptyPage()
  const baseline = await timeOfEmptyPage()
  process.stdout.write(`baseline: Chromium prints an empty page ${Math.round(baseline)} ms\n`)
  for (const language of ['en', 'ko']) {
    const words = ['--task', 'sample', '--language', language]
    measure(`sample, ${language}, PDF`, words, 'sample.pdf', baseline)
    measure(`sample, ${language}, HTML`, words, 'sample.html', baseline)
  }
  const large = ['--task', 'large', '--detail']
  measure('5,000 cases × 4, standard, PDF', [...large, 'standard'], 'standard.pdf', baseline)
  measure('5,000 cases × 4, every case, HTML', [...large, 'full'], 'full.html', baseline)
  measure('5,000 cases × 4, every case, PDF', [...large, 'full'], 'full.pdf', baseline)
}

try {
  await main()
} finally {
  if (process.argv.includes('--keep')) process.stdout.write(`kept in ${folder}\n`)
  else rmSync(folder, { recursive: true, force: true })
}
