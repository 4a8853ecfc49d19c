import { existsSync, renameSync, rmSync } from 'node:fs'
import Database from 'better-sqlite3'
import { applicationId, newer } from './identify.ts'
import type { Migration } from './migrations/migration.ts'
import { watchPlace } from './place.ts'
import { createQueries } from './queries.ts'
import { renewAllRollUps } from './roll-ups.ts'

export function versionOf(database: Database.Database): number {
  return Number(database.pragma('user_version', { simple: true }))
}

/** @throws Error when the versions do not run from 1 without holes */
export function requireNumbered(migrations: readonly Migration[]): void {
  for (const [index, { name, version }] of migrations.entries()) {
    if (version !== index + 1) throw new Error(`migration ${name} is numbered ${version}, out of order`)
  }
}

/** A name beside the workspace that is still free: `team.nines.v1.backup`, then `team.nines.v1-2.backup` … */
function freeBackupName(file: string, version: number): string {
  for (let attempt = 1; ; attempt += 1) {
    const name = `${file}.v${version}${attempt === 1 ? '' : `-${attempt}`}.backup`
    if (!existsSync(name)) return name
  }
}

/**
 * Puts a whole copy beside the file, through a connection of its own: VACUUM cannot run inside the transaction
 * whose lock keeps everyone else from changing the file meanwhile.
 */
function backUp(file: string, version: number): string {
  const name = freeBackupName(file, version)
  const draft = `${name}.partial`
  rmSync(draft, { force: true })
  const reader = new Database(file, { readonly: true })
  try {
    reader.pragma('synchronous = FULL')
    reader.prepare('VACUUM INTO ?').run(draft)
    renameSync(draft, name)
  } finally {
    reader.close()
    rmSync(draft, { force: true })
  }
  return name
}

/**
 * Brings the schema up to date: every step that is missing, in one transaction, or none. A workspace that was
 * there before is copied first.
 * @returns the backup made, if any
 * @throws ExpectedFailure `workspace-newer`
 */
export function migrate(
  database: Database.Database,
  file: string,
  migrations: readonly Migration[],
): string | undefined {
  const known = migrations.length
  if (versionOf(database) === known) return undefined
  let backup: string | undefined
  const work = database.transaction(() => {
    // Another program may have done it while this one waited for the lock.
    const present = versionOf(database)
    if (present > known) throw newer(file, present, known)
    if (present === known) return
    if (present > 0) backup = backUp(file, present)
    const missing = migrations.slice(present)
    for (const migration of missing) database.exec(migration.sql)
    if (missing.some((each) => each.renewsRollUps === true)) {
      renewAllRollUps(createQueries(database, watchPlace(database, file)))
    }
    database.pragma(`application_id = ${applicationId}`)
    database.pragma(`user_version = ${known}`)
  })
  try {
    work.immediate()
  } catch (error) {
    // The workspace is as it was: a copy of it for each failed attempt would only fill the disk.
    if (backup !== undefined) rmSync(backup, { force: true })
    throw error
  }
  return backup
}
