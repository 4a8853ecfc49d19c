import { chmodSync, copyFileSync, rmSync, statSync } from 'node:fs'
import Database from 'better-sqlite3'
import { ExpectedFailure } from '../../shared/domain/failure.ts'
import { clearDraft, copyFailure } from './copies.ts'
import { corrupt } from './sqlite-failure.ts'
import { openWorkspace } from './workspace.ts'

/**
 * Makes of a backup what can be put into a workspace: a copy, checked whole and brought to the present schema.
 * @param draft where; it is cleared before
 * @throws ExpectedFailure when the backup is foreign, newer, damaged or out of reach, or the disk is full
 */
export function prepareContent(backup: string, draft: string): void {
  clearDraft(draft)
  try {
    if (statSync(backup).size === 0) throw corrupt(backup)
    copyFileSync(backup, draft)
    chmodSync(draft, 0o600)
    const copy = openWorkspace(draft)
    try {
      if (copy.check().length > 0) throw corrupt(backup)
    } finally {
      copy.close()
      for (const made of copy.backups) rmSync(made, { force: true })
    }
  } catch (error) {
    clearDraft(draft)
    throw error instanceof ExpectedFailure
      ? new ExpectedFailure(error.code, error.message.replaceAll(draft, backup), { cause: error })
      : copyFailure(error, draft)
  }
}

/** What a copy holds, at a glance; null when it cannot be read. */
export function contentOf(copy: string): { readonly tasks: number; readonly trials: number } | null {
  let database: Database.Database | undefined
  try {
    database = new Database(copy, { readonly: true, fileMustExist: true })
    const count = (table: string): number =>
      Number(database?.prepare(`SELECT count(*) FROM "${table}"`).pluck().get())
    return { tasks: count('task'), trials: count('trial') }
  } catch (error) {
    if (error instanceof Database.SqliteError || error instanceof TypeError) return null
    throw error
  } finally {
    database?.close()
  }
}
