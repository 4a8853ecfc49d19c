import { existsSync } from 'node:fs'
import Database from 'better-sqlite3'
import { openWorkspace } from '../../../../main/store/workspace.ts'
import { addTask, failureOf, logTrials, trial } from '../../../helpers/workspace.ts'
import { nextMigrations } from '../next-migrations.ts'

/**
 * Opens a workspace as another program would and says as one line of JSON what came of it. Flags: `nobody`
 * gives up root first; `next` knows the next schema; `go=FILE` waits for that file to appear; `task=NAME`
 * logs ten cases in a task of that name, `large` ones with a note of 90 kB.
 */
const [file = '', ...flags] = process.argv.slice(2)

function valueOf(flag: string): string | undefined {
  return flags.find((each) => each.startsWith(`${flag}=`))?.slice(flag.length + 1)
}

function becomeNobody(): void {
  // The addon is loaded on first use, from a folder that nobody may not be allowed to read.
  new Database(':memory:').close()
  if (process.getuid?.() !== 0) return
  process.setgroups?.([])
  process.setgid?.(65_534)
  process.setuid?.(65_534)
}

function waitFor(signal: string): void {
  while (!existsSync(signal)) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 1)
}

function open(): object {
  const workspace = openWorkspace(file, flags.includes('next') ? { migrations: nextMigrations } : {})
  try {
    const name = valueOf('task')
    if (name !== undefined) {
      const more = flags.includes('large') ? { note: 'x'.repeat(90_000) } : {}
      const rows = Array.from({ length: 10 }, (_, index) => trial(`case ${index}`, 1, 'pass', more))
      const { queries } = workspace
      queries.transaction(() => logTrials(queries, addTask(queries, { name, plannedRepeats: 1 }), rows))
    }
    return { version: workspace.schemaVersion, backups: workspace.backups }
  } finally {
    workspace.close()
  }
}

if (flags.includes('nobody')) becomeNobody()
const signal = valueOf('go')
if (signal !== undefined) {
  process.stdout.write('ready\n')
  waitFor(signal)
}
let opened: object | undefined
const failure = failureOf(() => {
  opened = open()
})
process.stdout.write(`${JSON.stringify(opened ?? failure)}\n`)
