/** `npm test`: installs what is missing, then runs every check and ends with one line of totals. */
import { installDependencies, root, run } from './prepare.mjs'
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'

const reports = join(root, '.cache', 'test-reports')

/** @type {{ name: string, command: readonly string[] }[]} */
const checks = [
  { name: 'types', command: ['npm', 'run', '--silent', 'typecheck'] },
  { name: 'lint', command: ['npm', 'run', '--silent', 'lint'] },
  { name: 'format', command: ['npm', 'run', '--silent', 'format:check'] },
]

const projects = ['unit']

let passed = 0
let failed = 0

/** @param {string} name */
function announce(name) {
  process.stdout.write(`\n── ${name}\n`)
}

/** @param {string} file */
function readTotals(file) {
  if (!existsSync(file)) return { passed: 0, failed: 1 }
  const text = readFileSync(file, 'utf8')
  /** @param {string} key */
  const total = (key) => Number(new RegExp(`"${key}":(\\d+)`).exec(text)?.[1] ?? 0)
  return { passed: total('numPassedTests'), failed: total('numFailedTests') }
}

installDependencies()
rmSync(reports, { recursive: true, force: true })
mkdirSync(reports, { recursive: true })

for (const { name, command } of checks) {
  announce(name)
  const [program = '', ...args] = command
  if (run(program, args)) passed += 1
  else failed += 1
}

for (const project of projects) {
  announce(project)
  const file = join(reports, `${project}.json`)
  const ok = run('vitest', [
    'run',
    '--project',
    project,
    '--reporter=default',
    '--reporter=json',
    `--outputFile=${file}`,
  ])
  const totals = readTotals(file)
  passed += totals.passed
  failed += ok ? totals.failed : Math.max(1, totals.failed)
}

process.stdout.write(`\n${passed} passed, ${failed} failed\n`)
process.exit(failed === 0 ? 0 : 1)
