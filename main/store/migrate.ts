import { existsSync } from 'node:fs'
import type Database from 'better-sqlite3'
import { applicationId, newer } from './identify.ts'
import type { Migration } from './migrations/migration.ts'

export function versionOf(database: Database.Database): number {
  return Number(database.pragma('user_version', { simple: true }))
}

/** A name beside the workspace that is still free: `team.nines.v1.backup`, then `team.nines.v1-2.backup` … */
export function freeBackupName(file: string, version: number): string {
  for (let attempt = 1; ; attempt += 1) {
    const name = `${file}.v${version}${attempt === 1 ? '' : `-${attempt}`}.backup`
    if (!existsSync(name)) return name
  }
}

/**
 * Brings the schema up to date, one transaction a step. Before each step of a workspace that holds
 * anything, a whole copy is put beside the file.
 * @returns the backups made
 */
export function migrate(
  database: Database.Database,
  file: string,
  migrations: readonly Migration[],
): readonly string[] {
  const backups: string[] = []
  const known = migrations.length
  const present = versionOf(database)
  if (present > known) throw newer(file, present, known)
  for (const migration of migrations.slice(present)) {
    if (migrations.indexOf(migration) !== migration.version - 1) {
      throw new Error(`migration ${migration.name} is numbered ${migration.version}, out of order`)
    }
    if (migration.version > 1) {
      const backup = freeBackupName(file, migration.version - 1)
      database.prepare('VACUUM INTO ?').run(backup)
      backups.push(backup)
    }
    database
      .transaction(() => {
        // Another program may have done this step while we waited for the lock.
        if (versionOf(database) >= migration.version) return
        database.exec(migration.sql)
        database.pragma(`application_id = ${applicationId}`)
        database.pragma(`user_version = ${migration.version}`)
      })
      .immediate()
  }
  return backups
}
