import { mkdirSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import Database from 'better-sqlite3'
import { ExpectedFailure } from '../../shared/domain/failure.ts'
import { applicationId, foreign, identify } from './identify.ts'
import { migrate, versionOf } from './migrate.ts'
import { migrations as released } from './migrations/index.ts'
import type { Migration } from './migrations/migration.ts'
import { createQueries, type Queries } from './queries.ts'
import { toFailure } from './sqlite-failure.ts'

export interface Workspace {
  readonly file: string
  readonly queries: Queries
  readonly schemaVersion: number
  /** Copies made before the schema was brought up to date. */
  readonly backups: readonly string[]
  /** Differs whenever another connection or this one has changed the file. */
  changeMark(): string
  /** Reads everything; empty when the file is sound. */
  check(): readonly string[]
  close(): void
}

export interface OpenOptions {
  readonly migrations?: readonly Migration[]
  /** How long to wait for another program's lock, ms. */
  readonly busyTimeoutMs?: number
}

function prepareFolder(file: string): void {
  try {
    mkdirSync(dirname(file), { recursive: true })
  } catch (error) {
    throw new ExpectedFailure(
      'workspace-unreachable',
      `The folder of the workspace ${file} cannot be made. Nothing was changed. Choose another place.`,
      { cause: error },
    )
  }
}

function configure(database: Database.Database): void {
  // FULL: a logged trial is on the disk before the answer leaves, also through a power cut.
  database.pragma('synchronous = FULL')
  database.pragma('foreign_keys = ON')
}

function damage(database: Database.Database): readonly string[] {
  const rows = database.pragma('quick_check(20)', { simple: false })
  const texts = Array.isArray(rows) ? rows.map((row: unknown) => Object.values(Object(row)).join(' ')) : []
  return texts.filter((text) => text !== 'ok')
}

function requireSound(database: Database.Database, file: string): void {
  if (Number(database.pragma('application_id', { simple: true })) !== applicationId) throw foreign(file)
  if (damage(database).length > 0) {
    throw new ExpectedFailure(
      'workspace-corrupt',
      `The workspace ${file} is damaged and was left as it is. Open a backup of it (the files beside it that end in .backup), or choose another workspace.`,
    )
  }
}

function openDatabase(
  file: string,
  options: Required<OpenOptions>,
): { database: Database.Database; backups: readonly string[] } {
  const identity = identify(file, options.migrations.length)
  const database = new Database(file, { timeout: options.busyTimeoutMs })
  try {
    configure(database)
    // A new file gets its schema before WAL mode: its header must say at once whose it is.
    if (identity.kind === 'workspace') requireSound(database, file)
    const backups = migrate(database, file, options.migrations)
    database.pragma('journal_mode = WAL')
    if (backups.length > 0) database.pragma('wal_checkpoint(TRUNCATE)')
    return { database, backups }
  } catch (error) {
    database.close()
    throw error
  }
}

/**
 * Opens the workspace in `file`, making it when there is none and bringing an older one up to date.
 * @throws ExpectedFailure when the file is foreign, newer, damaged, locked, read-only or out of reach; it is
 * never written to then.
 */
export function openWorkspace(path: string, options: OpenOptions = {}): Workspace {
  const file = resolve(path)
  prepareFolder(file)
  try {
    const { database, backups } = openDatabase(file, {
      migrations: released,
      busyTimeoutMs: 5000,
      ...options,
    })
    const queries = createQueries(database, file)
    return {
      file,
      queries,
      schemaVersion: versionOf(database),
      backups,
      changeMark: () =>
        `${String(database.pragma('data_version', { simple: true }))}.${String(database.prepare('SELECT total_changes()').pluck().get())}`,
      check: () => [...damage(database), ...foreignKeyProblems(database)],
      close: () => database.close(),
    }
  } catch (error) {
    throw toFailure(error, file)
  }
}

function foreignKeyProblems(database: Database.Database): readonly string[] {
  const rows = database.pragma('foreign_key_check')
  return Array.isArray(rows) ? rows.map((row: unknown) => `foreign key: ${JSON.stringify(row)}`) : []
}
