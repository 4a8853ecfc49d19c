import { statSync } from 'node:fs'
import Database from 'better-sqlite3'
import { ExpectedFailure } from '../../shared/domain/failure.ts'
import { toFailure, unreachable } from './sqlite-failure.ts'

/**
 * Where an open workspace's file is. SQLite finds a log by the name of its file: what is logged after someone
 * moved the file would stand in a log that nobody ever looks for.
 */
export interface Place {
  /** Looks whether the file is still where it was opened; if not, folds what the log holds into it. */
  look(): void
  /** Runs `work` while the file is known to be there; what SQLite complains of comes out as an expected failure. */
  guard<Result>(work: () => Result): Result
  /** The expected failure behind an error of SQLite, or the error itself when it is not one of those. */
  failure(error: unknown): unknown
}

/** The same for as long as it is the same file, whatever its name; undefined when there is none. */
function markOf(file: string): string | undefined {
  try {
    const stats = statSync(file, { bigint: true, throwIfNoEntry: false })
    return stats === undefined ? undefined : `${stats.dev}.${stats.ino}`
  } catch (error) {
    throw unreachable(file, error)
  }
}

/**
 * Leaving write-ahead mode moves the log into the file, under a lock that no one gets while another program has
 * the file open. The step after that, which is for a file that stays, fails.
 * @returns whether the log is in the file now
 */
function foldLog(database: Database.Database): boolean {
  try {
    database.pragma('journal_mode = DELETE')
    return true
  } catch (error) {
    if (!(error instanceof Database.SqliteError)) throw error
    return !error.code.startsWith('SQLITE_BUSY')
  }
}

function movedFailure(file: string, folded: boolean): ExpectedFailure {
  const kept = folded
    ? 'what was stored before went with the file. Open it at its new place.'
    : 'another program has it open there, so what was stored last may be missing in it. Close both, open it at its new place and look.'
  return new ExpectedFailure(
    'workspace-unreachable',
    `The workspace ${file} was moved, renamed or deleted while it was open. Nothing was changed; ${kept}`,
  )
}

export function watchPlace(database: Database.Database, file: string): Place {
  const opened = markOf(file)
  let moved: ExpectedFailure | undefined

  function failure(error: unknown): unknown {
    return toFailure(error, file)
  }

  return {
    look() {
      if (moved === undefined && markOf(file) !== opened) moved = movedFailure(file, foldLog(database))
    },
    guard(work) {
      // Not even read: the log of another file could stand at this name by now.
      if (moved !== undefined) throw moved
      try {
        return work()
      } catch (error) {
        throw failure(error)
      }
    },
    failure,
  }
}
