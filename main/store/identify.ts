import { accessSync, closeSync, constants, openSync, readSync, statSync, type Stats } from 'node:fs'
import { ExpectedFailure } from '../../shared/domain/failure.ts'
import { corrupt, readOnly, unreachable } from './sqlite-failure.ts'

/** "Nine" in ASCII, in the header of every workspace: tells ours from other SQLite files. */
export const applicationId = 0x4e696e65

const headerBytes = 100
const magic = 'SQLite format 3\0'

export type Identity =
  | { readonly kind: 'new' }
  /** `logged`: changes stand in a log beside the file, of a program at work or of one that crashed. */
  | { readonly kind: 'workspace'; readonly logged: boolean }

function reach<Result>(file: string, work: () => Result): Result {
  try {
    return work()
  } catch (error) {
    throw unreachable(file, error)
  }
}

function readHeader(file: string): Buffer {
  const descriptor = openSync(file, 'r')
  try {
    const header = Buffer.alloc(headerBytes)
    const length = readSync(descriptor, header, 0, headerBytes, 0)
    return header.subarray(0, length)
  } finally {
    closeSync(descriptor)
  }
}

export function foreign(file: string): ExpectedFailure {
  return new ExpectedFailure(
    'workspace-foreign',
    `${file} is not a Nines workspace. It was left untouched. Choose another file, or a name that does not exist yet.`,
  )
}

export function newer(file: string, version: number, known: number): ExpectedFailure {
  return new ExpectedFailure(
    'workspace-newer',
    `${file} was written by a newer Nines (format ${version}; this one knows up to ${known}). It was left untouched. Update Nines, or choose another workspace.`,
  )
}

function sizeOf(file: string): number {
  return statSync(file, { throwIfNoEntry: false })?.size ?? 0
}

/** SQLite clears a log away when its file is missing or empty: what was logged last would be gone. */
function orphan(file: string, log: string): ExpectedFailure {
  return new ExpectedFailure(
    'workspace-unreachable',
    `There is no workspace ${file}, but ${log} holds the last trials of one. Nothing was changed. Move the workspace back beside it, or choose another name.`,
  )
}

function requireWhole(file: string, header: Buffer): void {
  const rawPageSize = header.readUInt16BE(16)
  const pageSize = rawPageSize === 1 ? 65_536 : rawPageSize
  const pages = header.readUInt32BE(28)
  if (pageSize < 512 || sizeOf(file) < pages * pageSize) throw corrupt(file)
}

/** Mode bits count for root too: a file marked read-only was marked so on purpose. */
function requireWritable(file: string, stats: Stats): void {
  try {
    accessSync(file, constants.R_OK | constants.W_OK)
  } catch (error) {
    throw readOnly(file, error)
  }
  if ((stats.mode & 0o222) === 0) throw readOnly(file)
}

/**
 * Says what a file is from its header alone, before SQLite touches it.
 * @throws ExpectedFailure when it is foreign, newer than `known`, cut off, not writable or out of reach.
 */
export function identify(file: string, known: number): Identity {
  const log = `${file}-wal`
  // Asked before the file: a program that makes this workspace right now has a file before it has a log.
  const logBefore = reach(file, () => sizeOf(log))
  const stats = reach(file, () => statSync(file, { throwIfNoEntry: false }))
  if (stats !== undefined && !stats.isFile()) throw foreign(file)
  if (stats === undefined || stats.size === 0) {
    if (stats !== undefined) requireWritable(file, stats)
    if (logBefore > 0) throw orphan(file, log)
    return { kind: 'new' }
  }
  const header = reach(file, () => readHeader(file))
  if (header.length < headerBytes || header.toString('latin1', 0, 16) !== magic) throw foreign(file)
  if (header.readUInt32BE(68) !== applicationId) throw foreign(file)
  const version = header.readUInt32BE(60)
  if (version > known) throw newer(file, version, known)
  // Pages that the header counts may stand in the log or the journal only. Asked after the header was read
  // and before the size, a program that finishes writing meanwhile never makes a whole file look cut off.
  const logged = sizeOf(log) > 0
  if (!logged && sizeOf(`${file}-journal`) === 0) requireWhole(file, header)
  requireWritable(file, stats)
  return { kind: 'workspace', logged }
}
