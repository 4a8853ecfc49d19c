/** `npm test`: installs what is missing, then runs every check and ends with one line of totals. */
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { ensureBrowser } from './browser.mjs'
import { installDependencies, root, run } from './prepare.mjs'

const reports = join(root, '.cache', 'test-reports')

/**
 * Commands that pass or fail as a whole. The build comes first: tests boot what it made.
 * @type {readonly { readonly name: string, readonly command: readonly string[] }[]}
 */
const checks = [
  { name: 'build', command: ['npm', 'run', '--silent', 'build', '--', '--logLevel', 'warn'] },
  { name: 'types', command: ['npm', 'run', '--silent', 'typecheck'] },
  { name: 'lint', command: ['npm', 'run', '--silent', 'lint'] },
  { name: 'format', command: ['npm', 'run', '--silent', 'format:check'] },
]

const projects = ['unit', 'contract', 'shell', 'package', 'calibration']

/** @typedef {{ readonly passed: number, readonly failed: number }} Totals */

/** @param {string} name */
function announce(name) {
  process.stdout.write(`\n── ${name}\n`)
}

/**
 * The number behind a key of a report, wherever it stands.
 * @param {string} report
 * @param {string} key
 */
function numberIn(report, key) {
  return Number(new RegExp(`"${key}":\\s*(\\d+)`).exec(report)?.[1] ?? 0)
}

/**
 * A run that ended without a report, or with fewer failures than its exit code tells of, counts as failed.
 * @param {boolean} succeeded
 * @param {Totals} counted
 * @returns {Totals}
 */
function honest(succeeded, counted) {
  if (succeeded && counted.passed > 0) return counted
  return { passed: counted.passed, failed: Math.max(1, counted.failed) }
}

/**
 * @param {string} project of vitest
 * @returns {Totals}
 */
function runProject(project) {
  const file = join(reports, `${project}.json`)
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile=${file}`]
  const succeeded = run('vitest', ['run', '--project', project, ...reporters])
  const report = existsSync(file) ? readFileSync(file, 'utf8') : ''
  return honest(succeeded, {
    passed: numberIn(report, 'numPassedTests'),
    failed: numberIn(report, 'numFailedTests'),
  })
}

/** @returns {Totals} */
function runBrowserTests() {
  const file = join(reports, 'e2e.json')
  const succeeded = run('playwright', ['test'])
  const report = existsSync(file) ? readFileSync(file, 'utf8') : ''
  return honest(succeeded, { passed: numberIn(report, 'expected'), failed: numberIn(report, 'unexpected') })
}

/**
 * @param {readonly string[]} command
 * @returns {Totals}
 */
function runCheck([program = '', ...args]) {
  return run(program, args) ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 }
}

installDependencies()
ensureBrowser()
rmSync(reports, { recursive: true, force: true })
mkdirSync(reports, { recursive: true })

/** @type {readonly { readonly name: string, readonly perform: () => Totals }[]} */
const steps = [
  ...checks.map(({ name, command }) => ({ name, perform: () => runCheck(command) })),
  ...projects.map((project) => ({ name: project, perform: () => runProject(project) })),
  { name: 'e2e', perform: runBrowserTests },
]
const totals = steps.map(({ name, perform }) => {
  announce(name)
  return perform()
})
const passed = totals.reduce((sum, each) => sum + each.passed, 0)
const failed = totals.reduce((sum, each) => sum + each.failed, 0)
process.stdout.write(`\n${passed} passed, ${failed} failed\n`)
process.exit(failed === 0 ? 0 : 1)
