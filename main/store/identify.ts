import { accessSync, closeSync, constants, openSync, readSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import { ExpectedFailure } from '../../shared/domain/failure.ts'
import { readOnlyMessage } from './sqlite-failure.ts'

/** "Nine" in ASCII, in the header of every workspace: tells ours from other SQLite files. */
export const applicationId = 0x4e696e65

const headerBytes = 100
const magic = 'SQLite format 3\0'

export type Identity = { readonly kind: 'new' } | { readonly kind: 'workspace'; readonly version: number }

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

function requireWhole(file: string, header: Buffer, size: number): void {
  const rawPageSize = header.readUInt16BE(16)
  const pageSize = rawPageSize === 1 ? 65_536 : rawPageSize
  const pages = header.readUInt32BE(28)
  if (pageSize < 512 || size % pageSize !== 0 || size < pages * pageSize) {
    throw new ExpectedFailure(
      'workspace-corrupt',
      `The workspace ${file} is cut off or damaged and was left as it is. Open a backup of it (the files beside it that end in .backup), or choose another workspace.`,
    )
  }
}

/** Mode bits count for root too: a file marked read-only was marked so on purpose. */
function requireWritable(file: string, mode: number): void {
  try {
    accessSync(file, constants.R_OK | constants.W_OK)
    accessSync(dirname(file), constants.W_OK)
  } catch (error) {
    throw new ExpectedFailure('workspace-read-only', readOnlyMessage(file), { cause: error })
  }
  if ((mode & 0o222) === 0) throw new ExpectedFailure('workspace-read-only', readOnlyMessage(file))
}

/**
 * Says what a file is from its header alone, before SQLite touches it.
 * @throws ExpectedFailure when it is foreign, newer than `known`, cut off or not writable.
 */
export function identify(file: string, known: number): Identity {
  const stats = statSync(file, { throwIfNoEntry: false })
  if (stats === undefined) return { kind: 'new' }
  if (!stats.isFile()) throw foreign(file)
  if (stats.size === 0) {
    requireWritable(file, stats.mode)
    return { kind: 'new' }
  }
  const header = readHeader(file)
  if (header.length < headerBytes || header.toString('latin1', 0, 16) !== magic) throw foreign(file)
  if (header.readUInt32BE(68) !== applicationId) throw foreign(file)
  const version = header.readUInt32BE(60)
  if (version > known) throw newer(file, version, known)
  requireWhole(file, header, stats.size)
  requireWritable(file, stats.mode)
  return { kind: 'workspace', version }
}
