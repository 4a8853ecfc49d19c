import { createInterface } from 'node:readline'
import Database from 'better-sqlite3'
import { openWorkspace } from '../../../../main/store/workspace.ts'
import { countTrials } from '../../../../main/store/trials.ts'
import { logTrials, taskNamed, trial } from '../../../helpers/workspace.ts'

/**
 * Keeps a workspace open as another program would, and does what each line of its standard input says: `count` the
 * trials, `log CASE`, `check`, `read` and `readOn` for a look that lasts, `lock` and `unlock`. Answers a line each.
 */
const [file = ''] = process.argv.slice(2)
const workspace = openWorkspace(file)
const second = new Database(file)
const { queries } = workspace

/** The trials that a reader sees who has not finished since it began. */
function countInSecond(): string {
  return String(second.prepare('SELECT count(*) FROM trial').pluck().get())
}

const acts: Readonly<Record<string, (word: string) => string>> = {
  count: () => String(countTrials(queries)),
  log: (label) => {
    queries.transaction(() => logTrials(queries, taskNamed(queries, 'refunds'), [trial(label, 1)]))
    return 'logged'
  },
  check: () => JSON.stringify(workspace.check()),
  read: () => {
    second.exec('BEGIN')
    return countInSecond()
  },
  readOn: () => countInSecond(),
  readEnd: () => {
    second.exec('COMMIT')
    return countInSecond()
  },
  lock: () => {
    second.exec('BEGIN IMMEDIATE')
    return 'locked'
  },
  unlock: () => {
    second.exec('ROLLBACK')
    return 'unlocked'
  },
}

process.stdout.write('ready\n')
for await (const line of createInterface(process.stdin)) {
  const [act = '', word = ''] = line.split(' ')
  process.stdout.write(`${acts[act]?.(word) ?? `no ${act}`}\n`)
}
second.close()
workspace.close()
