import { accessSync, constants, renameSync, rmSync } from 'node:fs'
import { dirname, join, sep } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import Database from 'better-sqlite3'
import { ExpectedFailure } from '../../shared/domain/failure.ts'
import { locked, toFailure } from './sqlite-failure.ts'

/** What a file beside SQLite's own may be called. */
const companions = ['', '-wal', '-shm', '-journal'] as const

/** Pages a slice; between two slices other work goes on. One takes some milliseconds. */
const slicePages = 200
const allPages = 0x7fff_ffff

/** Takes away a draft and what SQLite left beside it. */
export function clearDraft(file: string): void {
  for (const companion of companions) rmSync(`${file}${companion}`, { force: true })
}

/** SQLite's word for a full disk is kept; of the rest the copy was in the way, not the workspace. */
export function copyFailure(error: unknown, target: string): unknown {
  const failure = toFailure(error, target)
  if (failure instanceof ExpectedFailure && failure.code === 'disk-full') return failure
  if (failure === error && !(error instanceof Error && 'code' in error)) return error
  return new ExpectedFailure(
    'output-unwritable',
    `The copy ${target} could not be written. The workspace is unharmed. Check that you may write to that folder.`,
    { cause: error },
  )
}

/** The log that a copy would be opened with is folded away: one file, which opens also where nothing may be written. */
function makeSingleFile(file: string): void {
  const copy = new Database(file)
  try {
    copy.pragma('journal_mode = DELETE')
  } finally {
    copy.close()
  }
}

function requireWritable(target: string): void {
  try {
    // With the separator at its end, only a folder is one.
    accessSync(join(dirname(target), sep), constants.W_OK | constants.X_OK)
  } catch (error) {
    throw copyFailure(error, target)
  }
}

/**
 * Copies the open database into `target`, whole or not at all, in slices between which attempts can be logged; what
 * is logged meanwhile is in the copy. Replaces nothing: the name must be free.
 * @throws ExpectedFailure `disk-full`, `output-unwritable`
 */
export async function copyDatabase(database: Database.Database, target: string): Promise<void> {
  const draft = `${target}.partial`
  requireWritable(target)
  try {
    clearDraft(draft)
    // So that closing the workspace does not look like a change after the copy.
    database.pragma('wal_checkpoint(PASSIVE)')
    await database.backup(draft, { progress: () => slicePages })
    makeSingleFile(draft)
    renameSync(draft, target)
  } catch (error) {
    throw copyFailure(error, target)
  } finally {
    clearDraft(draft)
  }
}

/** How often a lock that somebody holds is tried again, ms. */
const retryMs = 50

/**
 * Puts the content of `source` in the place of what `database` holds, in one transaction of SQLite's own: every other
 * connection, in whatever program, sees the old content or the new, and a crash or a full disk leaves the old.
 * @param source a workspace of the same schema that nobody has open
 * @throws ExpectedFailure `workspace-locked` when another program holds the lock for `patienceMs`
 */
export async function replaceContent(
  database: Database.Database,
  file: string,
  source: string,
  patienceMs: number,
): Promise<void> {
  const content = new Database(source, { readonly: true })
  const until = Date.now() + patienceMs
  try {
    for (;;) {
      // Through a connection of its own to the file. Nothing copied at all means that the lock was not free.
      const { totalPages } = await content.backup(file, { progress: () => allPages })
      if (totalPages > 0) break
      if (Date.now() > until) throw locked(file)
      await wait(retryMs)
    }
    // That connection does not wait for the disk; this one does, and takes the log with it.
    database.pragma('wal_checkpoint(PASSIVE)')
  } catch (error) {
    throw toFailure(error, file)
  } finally {
    content.close()
  }
}
