import { copyFileSync, existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { describe, expect, it } from 'vitest'
import { listTasks } from '../../../main/store/tasks.ts'
import { countTrials } from '../../../main/store/trials.ts'
import { openWorkspace, type Workspace } from '../../../main/store/workspace.ts'
import { temporaryFolder } from '../../helpers/temporary-folder.ts'
import {
  addTask,
  contentsOf,
  failureOf,
  freshFile,
  makeWorkspace,
  withWorkspace,
} from '../../helpers/workspace.ts'
import { copyCrashImage } from './crash-image.ts'
import { startChild } from './processes.ts'

const folder = temporaryFolder('moved')

/** A workspace that is open, with a task in its log only, and a place to move its file to. */
function openOne() {
  const file = freshFile(folder)
  makeWorkspace(file)
  const workspace = openWorkspace(file, { busyTimeoutMs: 50 })
  addTask(workspace.queries, { name: 'before the move' })
  return { file, workspace, elsewhere: freshFile(folder) }
}

function taskNames(file: string): readonly string[] {
  return withWorkspace(file, ({ queries }) => listTasks(queries).map(({ task }) => task.name))
}

const writes: readonly (readonly [string, (workspace: Workspace) => unknown])[] = [
  ['a write', ({ queries }) => addTask(queries, { name: 'after the move' })],
  ['a transaction', ({ queries }) => queries.transaction(() => addTask(queries, { name: 'after the move' }))],
  ['a look for changes', (workspace) => workspace.changeMark()],
]

describe('a workspace whose file is moved while it is open', () => {
  it.each(writes)('takes along what was logged, and says so at %s', (_, write) => {
    const { file, workspace, elsewhere } = openOne()
    renameSync(file, elsewhere)
    const failure = failureOf(() => write(workspace))
    expect(failure).toMatchObject({ code: 'workspace-unreachable' })
    expect(failure.message).toMatch(/moved, renamed or deleted/)
    expect(failure.message).toContain(file)
    workspace.close()
    expect(taskNames(elsewhere)).toEqual(['refunds', 'before the move'])
    expect(existsSync(file)).toBe(false)
  })

  it('takes along what was logged also when nothing is done with it but to close it', () => {
    const { file, workspace, elsewhere } = openOne()
    renameSync(file, elsewhere)
    workspace.close()
    expect(taskNames(elsewhere)).toEqual(['refunds', 'before the move'])
  })

  it('goes on saying so, for reading as well, once it was noticed', () => {
    const { file, workspace, elsewhere } = openOne()
    renameSync(file, elsewhere)
    failureOf(() => addTask(workspace.queries, { name: 'first' }))
    const attempts = [
      () => addTask(workspace.queries, { name: 'second' }),
      () => countTrials(workspace.queries),
      () => workspace.changeMark(),
      () => workspace.check(),
    ]
    const failures = attempts.map((attempt) => failureOf(attempt))
    expect(failures.map(({ code }) => code)).toEqual(attempts.map(() => 'workspace-unreachable'))
    expect(new Set(failures.map(({ message }) => message)).size).toBe(1)
    workspace.close()
    expect(taskNames(elsewhere)).toEqual(['refunds', 'before the move'])
  })

  it('does not write into another file that took its name', () => {
    const { file, workspace, elsewhere } = openOne()
    renameSync(file, elsewhere)
    const other = freshFile(folder)
    makeWorkspace(other)
    copyFileSync(other, file)
    const before = readFileSync(file)
    expect(failureOf(() => addTask(workspace.queries, { name: 'x' })).code).toBe('workspace-unreachable')
    workspace.close()
    expect(readFileSync(file).equals(before)).toBe(true)
    expect(taskNames(elsewhere)).toEqual(['refunds', 'before the move'])
  })

  it('leaves it to a program that has it open at its new place, and says what that means', async () => {
    const { file, workspace, elsewhere } = openOne()
    renameSync(file, elsewhere)
    const holder = startChild('hold-lock', [elsewhere, 'writing'])
    await holder.line()
    const { code, message } = failureOf(() => addTask(workspace.queries, { name: 'x' }))
    expect(code).toBe('workspace-unreachable')
    expect(message).toContain('another program has it open there')
    await holder.end()
    workspace.close()
    withWorkspace(elsewhere, (found) => expect(found.check()).toEqual([]))
  })

  it('refuses to log into a file that was deleted', () => {
    const { file, workspace } = openOne()
    rmSync(file)
    expect(failureOf(() => addTask(workspace.queries, { name: 'x' })).code).toBe('workspace-unreachable')
    workspace.close()
    expect(existsSync(file)).toBe(false)
  })
})

describe('a log whose workspace is not there', () => {
  it.each(['no file', 'an empty file'])('is kept, not cleared away for a new workspace (%s)', (place) => {
    const origin = freshFile(folder)
    const file = freshFile(folder)
    makeWorkspace(origin)
    withWorkspace(origin, ({ queries }) => {
      addTask(queries, { name: 'in the log only' })
      copyCrashImage(origin, file)
    })
    const elsewhere = freshFile(folder)
    renameSync(file, elsewhere)
    if (place === 'an empty file') writeFileSync(file, '')
    const before = contentsOf(dirname(file))
    const failure = failureOf(() => openWorkspace(file))
    expect(failure).toMatchObject({ code: 'workspace-unreachable' })
    expect(failure.message).toContain(`${file}-wal`)
    expect(contentsOf(dirname(file))).toEqual(before)
    renameSync(elsewhere, file)
    expect(taskNames(file)).toEqual(['refunds', 'in the log only'])
  })
})
