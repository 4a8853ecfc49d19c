import { statSync } from 'node:fs'
import { dirname } from 'node:path'
import { describe, expect, it } from 'vitest'
import { migrations as released } from '../../../main/store/migrations/index.ts'
import { retireTrial } from '../../../main/store/trials.ts'
import { temporaryFolder } from '../../helpers/temporary-folder.ts'
import {
  addTask,
  contentsOf,
  failureOf,
  freshFile,
  insertTrials,
  loggedAt,
  logTrials,
  makeWorkspace,
  recordOf,
  rollUpRows,
  sha256,
  taskNamed,
  trial,
  withWorkspace,
} from '../../helpers/workspace.ts'
import { openElsewhere } from './processes.ts'

const folder = temporaryFolder('full-disk')
const pageBytes = 4096

/** A step that leaves the workspace's own connection room for this many pages, as a full disk would. */
function withRoomFor(pages: number) {
  const sql = `PRAGMA max_page_count = ${pages}`
  return { migrations: [...released, { version: released.length + 1, name: 'full disk', sql }] }
}

const largeRows = Array.from({ length: 200 }, (_, index) =>
  trial(`large ${index}`, 1, 'pass', { note: 'x'.repeat(5000) }),
)

/** A small workspace, and options under which it may grow by ten pages. */
function fullWorkspace() {
  const file = freshFile(folder)
  makeWorkspace(file)
  return { file, options: withRoomFor(statSync(file).size / pageBytes + 10) }
}

describe('a full disk', () => {
  it('fails an import whole: nothing of it is there, everything before it is', () => {
    const { file, options } = fullWorkspace()
    withWorkspace(
      file,
      (workspace) => {
        const { queries } = workspace
        const task = taskNamed(queries, 'refunds')
        const before = [recordOf(queries, task), rollUpRows(queries, task)]
        const failure = failureOf(() => logTrials(queries, task, largeRows))
        expect(failure.code).toBe('disk-full')
        expect(failure.message).toContain(file)
        expect(failure.message).toContain('everything stored before is unharmed')
        expect([recordOf(queries, task), rollUpRows(queries, task)]).toEqual(before)
        expect(workspace.check()).toEqual([])
      },
      options,
    )
  })

  it('keeps each trial logged before it was full, and the trial that did not fit leaves no trace', () => {
    const { file, options } = fullWorkspace()
    const logged = withWorkspace(
      file,
      ({ queries }) => {
        const task = addTask(queries, { name: 'billing', plannedRepeats: 1 })
        const fitted = largeRows.findIndex(
          (row) => failureOf(() => logTrials(queries, task, [row])).code === 'disk-full',
        )
        expect(fitted).toBeGreaterThan(0)
        return recordOf(queries, task).counts.passes === fitted ? fitted : undefined
      },
      options,
    )
    withWorkspace(
      file,
      (workspace) => {
        expect(recordOf(workspace.queries, taskNamed(workspace.queries, 'billing')).counts.trials).toBe(
          logged,
        )
        expect(workspace.check()).toEqual([])
      },
      options,
    )
  })

  it('does not lose a trial that was to be replaced by a larger one', () => {
    const { file, options } = fullWorkspace()
    withWorkspace(
      file,
      ({ queries }) => {
        const task = addTask(queries, { name: 'billing', plannedRepeats: 1 })
        const [address] = logTrials(queries, task, [trial('a', 1, 'fail')])
        if (address === undefined) throw new Error('nothing was logged')
        const replace = () =>
          queries.transaction(() => {
            const huge = trial('a', 1, 'pass', { answer: 'x'.repeat(90_000) })
            retireTrial(queries, address, huge, 'replaced', loggedAt)
            insertTrials(queries, task, [huge])
          })
        expect(failureOf(replace).code).toBe('disk-full')
        expect(recordOf(queries, task).counts).toMatchObject({ trials: 1, failures: 1 })
      },
      options,
    )
  })
})

describe('a disk that refuses to write more', () => {
  it('fails the import of another program and leaves the workspace as it was', async () => {
    const file = freshFile(folder)
    makeWorkspace(file)
    const before = contentsOf(dirname(file))
    // The ten trials take 900 kB; no file may grow beyond 256 kB, or 512 kB where the shell counts in kB.
    const answer = await openElsewhere(file, ['task=billing', 'large'], { fileSizeLimit: 512 })
    expect(answer).toMatchObject({ code: 'workspace-unreachable' })
    expect(contentsOf(dirname(file))).toEqual(before)
  })

  it('has no room for a log: the workspace does not open', async () => {
    const file = freshFile(folder)
    makeWorkspace(file)
    const before = sha256(file)
    expect(await openElsewhere(file, [], { fileSizeLimit: 8 })).toMatchObject({ code: 'disk-full' })
    expect(sha256(file)).toBe(before)
  })

  it('fails a migration that cannot be backed up: no half a copy, the workspace as it was', async () => {
    const file = freshFile(folder)
    withWorkspace(file, ({ queries }) => logTrials(queries, addTask(queries, { name: 'billing' }), largeRows))
    const before = contentsOf(dirname(file))
    expect(statSync(file).size).toBeGreaterThan(1_000_000)
    const answer = await openElsewhere(file, ['next'], { fileSizeLimit: 512 })
    expect(answer).toMatchObject({ code: 'workspace-unreachable' })
    expect(contentsOf(dirname(file))).toEqual(before)
  })
})
