import { lstatSync, realpathSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import Database from 'better-sqlite3'
import { ExpectedFailure } from '../../shared/domain/failure.ts'
import { makeFolders } from '../make-folders.ts'
import { copyDatabase, replaceContent } from './copies.ts'
import { applicationId, foreign, identify, newer } from './identify.ts'
import { mendPlans } from './mend.ts'
import { migrate, requireNumbered, versionOf } from './migrate.ts'
import { migrations as released } from './migrations/index.ts'
import type { Migration } from './migrations/migration.ts'
import { watchPlace } from './place.ts'
import { createQueries, type Queries } from './queries.ts'
import { corrupt, unreachable, withFailures } from './sqlite-failure.ts'
import { addTextFunctions } from './text-functions.ts'

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
  /** Copies everything into a new file, whole or not at all; other work goes on meanwhile. */
  copyTo(target: string): Promise<void>
  /** Puts what a workspace of the same schema holds in the place of everything; see `prepareContent`. */
  replaceBy(source: string): Promise<void>
  close(): void
}

export interface OpenOptions {
  readonly migrations?: readonly Migration[]
  /** How long to wait for another program's lock, ms. */
  readonly busyTimeoutMs?: number
}

/** Up to this size every byte is looked at when a workspace is opened; it takes some 10 ms for a megabyte. */
const smallBytes = 8 * 1024 * 1024

/** SQLite keeps its log beside the file that a link leads to. A link that leads nowhere is left to SQLite. */
function behindLink(file: string): string {
  try {
    return lstatSync(file).isSymbolicLink() ? realpathSync(file) : file
  } catch {
    return file
  }
}

/** @throws ExpectedFailure `workspace-unreachable` */
function preparePlace(file: string): void {
  if (file !== file.trim()) {
    // SQLite would be given the name without the space, which is another file.
    throw new ExpectedFailure(
      'workspace-unreachable',
      `The name of the workspace "${file}" ends in a space. Nothing was changed. Choose a name that does not.`,
    )
  }
  try {
    makeFolders(dirname(file))
  } catch (error) {
    throw unreachable(file, error)
  }
}

function configure(database: Database.Database): void {
  // FULL: a logged trial is on the disk before the answer leaves, also through a power cut.
  database.pragma('synchronous = FULL')
  database.pragma('foreign_keys = ON')
  addTextFunctions(database)
}

/** Everything that is wrong with the file, as SQLite words it. */
function damage(database: Database.Database): readonly string[] {
  const rows = database.pragma('quick_check(20)', { simple: false })
  const texts = Array.isArray(rows) ? rows.map((row: unknown) => Object.values(Object(row)).join(' ')) : []
  return texts.filter((text) => text !== 'ok')
}

/**
 * Counting visits every page of every table and throws at one that is none: a tenth of the cost of reading
 * the rows as well, which grows to seconds with a million trials and is left to `check`.
 */
function skim(database: Database.Database): void {
  const tables = database
    .prepare<[], string>(`SELECT name FROM sqlite_schema WHERE type = 'table'`)
    .pluck()
    .all()
  for (const table of tables) database.prepare(`SELECT count(*) FROM "${table}" NOT INDEXED`).get()
}

function requireSound(database: Database.Database, file: string, known: number): void {
  if (Number(database.pragma('application_id', { simple: true })) !== applicationId) throw foreign(file)
  const version = versionOf(database)
  if (version > known) throw newer(file, version, known)
  const pages = Number(database.pragma('page_count', { simple: true }))
  const bytes = pages * Number(database.pragma('page_size', { simple: true }))
  if (bytes > smallBytes) skim(database)
  else if (damage(database).length > 0) throw corrupt(file)
}

/**
 * Looks at a workspace before anything may write to it. While there is a log, through a connection that only
 * reads: one that may write folds the log into the file when it closes, damaged or not.
 */
function inspect(file: string, logged: boolean, options: Required<OpenOptions>): void {
  const database = new Database(file, { readonly: logged, timeout: options.busyTimeoutMs })
  try {
    requireSound(database, file, options.migrations.length)
  } finally {
    database.close()
  }
}

function openDatabase(
  file: string,
  options: Required<OpenOptions>,
): { database: Database.Database; backups: readonly string[] } {
  const identity = identify(file, options.migrations.length)
  if (identity.kind === 'workspace') inspect(file, identity.logged, options)
  const database = new Database(file, { timeout: options.busyTimeoutMs })
  try {
    configure(database)
    // A new file gets its schema before WAL mode: its header must say at once whose it is.
    const backup = migrate(database, file, options.migrations)
    database.pragma('journal_mode = WAL')
    // So that the header in the file itself tells an older Nines to keep away.
    if (backup !== undefined) database.pragma('wal_checkpoint(TRUNCATE)')
    return { database, backups: backup === undefined ? [] : [backup] }
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
  const file = behindLink(resolve(path))
  const settings = { migrations: released, busyTimeoutMs: 5000, ...options }
  requireNumbered(settings.migrations)
  preparePlace(file)
  const { database, backups } = withFailures(file, () => openDatabase(file, settings))
  const place = watchPlace(database, file)
  const queries = createQueries(database, place)
  try {
    mendPlans(queries)
  } catch (error) {
    database.close()
    throw error
  }
  return {
    file,
    queries,
    schemaVersion: settings.migrations.length,
    backups,
    changeMark() {
      place.look()
      return place.guard(() => changeMark(database))
    },
    check: () => place.guard(() => [...damage(database), ...foreignKeyProblems(database)]),
    copyTo: async (target) => {
      place.look()
      // Other connections' changes begin a copy anew; those of this one go into it.
      await copyDatabase(
        place.guard(() => database),
        target,
      )
    },
    replaceBy: async (source) => {
      place.look()
      await replaceContent(
        place.guard(() => database),
        file,
        source,
        settings.busyTimeoutMs,
      )
    },
    close() {
      try {
        place.look()
      } finally {
        database.close()
      }
    },
  }
}

function changeMark(database: Database.Database): string {
  const others = String(database.pragma('data_version', { simple: true }))
  const own = String(database.prepare('SELECT total_changes()').pluck().get())
  return `${others}.${own}`
}

function foreignKeyProblems(database: Database.Database): readonly string[] {
  const rows = database.pragma('foreign_key_check')
  return Array.isArray(rows) ? rows.map((row: unknown) => `foreign key: ${JSON.stringify(row)}`) : []
}
