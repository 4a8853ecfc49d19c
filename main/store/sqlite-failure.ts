import Database from 'better-sqlite3'
import { ExpectedFailure, type FailureCode } from '../../shared/domain/failure.ts'

interface Rule {
  readonly prefix: string
  readonly code: FailureCode
  readonly message: (file: string) => string
}

/** Read top down; extended result codes begin with their primary code. */
const rules: readonly Rule[] = [
  {
    prefix: 'SQLITE_BUSY',
    code: 'workspace-locked',
    message: lockedMessage,
  },
  {
    prefix: 'SQLITE_LOCKED',
    code: 'workspace-locked',
    message: (file) => `The workspace ${file} is locked. Nothing was changed. Try again in a moment.`,
  },
  { prefix: 'SQLITE_NOTADB', code: 'workspace-corrupt', message: corruptMessage },
  { prefix: 'SQLITE_CORRUPT', code: 'workspace-corrupt', message: corruptMessage },
  { prefix: 'SQLITE_FULL', code: 'disk-full', message: fullMessage },
  // The index of the log is the first thing that a full disk has no room for.
  { prefix: 'SQLITE_IOERR_SHMSIZE', code: 'disk-full', message: fullMessage },
  { prefix: 'SQLITE_READONLY', code: 'workspace-read-only', message: readOnlyMessage },
  { prefix: 'SQLITE_CANTOPEN', code: 'workspace-unreachable', message: unreachableMessage },
  {
    prefix: 'SQLITE_IOERR',
    code: 'workspace-unreachable',
    message: (file) =>
      `The disk failed while ${file} was read or written. Nothing was changed. Check the disk and the room left on it, then try again.`,
  },
]

function lockedMessage(file: string): string {
  return `The workspace ${file} is in use by another program that holds a lock on it. Nothing was changed. Close that program, or wait a moment and try again.`
}

function corruptMessage(file: string): string {
  return `The workspace ${file} is damaged and was left as it is. Open a backup of it (in the folder beside it that ends in .backups, or the files that end in .backup), or choose another workspace.`
}

function fullMessage(file: string): string {
  return `There is no room left on the disk of ${file}. Nothing was changed; everything stored before is unharmed. Free some room and try again.`
}

function readOnlyMessage(file: string): string {
  return `The workspace ${file} may not be written to. Nothing was changed. Make the file and its folder writable, or choose another workspace.`
}

function unreachableMessage(file: string): string {
  return `The workspace ${file} cannot be opened. Nothing was changed. Check that its folder exists and that you may read and write there, or choose another place.`
}

export function locked(file: string): ExpectedFailure {
  return new ExpectedFailure('workspace-locked', lockedMessage(file))
}

export function corrupt(file: string): ExpectedFailure {
  return new ExpectedFailure('workspace-corrupt', corruptMessage(file))
}

export function readOnly(file: string, cause?: unknown): ExpectedFailure {
  return new ExpectedFailure('workspace-read-only', readOnlyMessage(file), { cause })
}

export function unreachable(file: string, cause?: unknown): ExpectedFailure {
  return new ExpectedFailure('workspace-unreachable', unreachableMessage(file), { cause })
}

/** The expected failure behind an error of SQLite, or the error itself when it is not one of those. */
export function toFailure(error: unknown, file: string): unknown {
  if (!(error instanceof Database.SqliteError)) return error
  const rule = rules.find((each) => error.code.startsWith(each.prefix))
  return rule === undefined ? error : new ExpectedFailure(rule.code, rule.message(file), { cause: error })
}

/** Runs `work`; what SQLite complains of comes out as an expected failure about `file`. */
export function withFailures<Result>(file: string, work: () => Result): Result {
  try {
    return work()
  } catch (error) {
    throw toFailure(error, file)
  }
}
