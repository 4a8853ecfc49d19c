import { appendFileSync, renameSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import type { Log } from '../core.ts'
import { makeFolders } from '../make-folders.ts'

const largestLogBytes = 2_000_000

function describe(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  const cause = error.cause === undefined ? '' : `\ncaused by ${describe(error.cause)}`
  return `${error.stack ?? error.message}${cause}`
}

function startNewFileWhenLarge(file: string): void {
  const size = statSync(file, { throwIfNoEntry: false })?.size ?? 0
  if (size > largestLogBytes) renameSync(file, `${file}.1`)
}

/**
 * A log that appends to `file`, keeping one older file of at most 2 MB. When the file cannot be written,
 * lines go to standard error instead: a broken log must not take the app down.
 */
export function createLog(file: string): Log {
  const write = (line: string): void => {
    try {
      makeFolders(dirname(file))
      startNewFileWhenLarge(file)
      appendFileSync(file, `${line}\n`)
    } catch (error) {
      process.stderr.write(`${line}\n(the log file could not be written: ${String(error)})\n`)
    }
  }
  return {
    info: (message) => write(`${new Date().toISOString()} info ${message}`),
    error: (message, error) =>
      write(
        `${new Date().toISOString()} error ${message}${error === undefined ? '' : `\n${describe(error)}`}`,
      ),
  }
}
