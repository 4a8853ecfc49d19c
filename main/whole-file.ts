import { randomBytes } from 'node:crypto'
import {
  closeSync,
  existsSync,
  fsyncSync,
  openSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { makeFolders } from './make-folders.ts'

function writeAll(descriptor: number, content: Uint8Array): void {
  let written = 0
  while (written < content.length) written += writeSync(descriptor, content, written)
}

/** A device or a pipe has nothing to keep, and must not become a file. */
function writeInto(target: string, content: Uint8Array): void {
  const descriptor = openSync(target, 'w')
  try {
    writeAll(descriptor, content)
  } finally {
    closeSync(descriptor)
  }
}

/** Whether something other than a file or a folder is there. */
function isDevice(target: string): boolean {
  const found = statSync(target, { throwIfNoEntry: false })
  return found !== undefined && !found.isFile() && !found.isDirectory()
}

/**
 * Writes a whole file or none: readers see the old one until the new one is on the disk. Makes the folders that
 * lead to it; where the file is a link, writes the file it stands for. A device or a pipe is written to as it is.
 * @throws the system's error; nothing of the new file is left then
 */
export function writeWholeFile(file: string, content: Uint8Array): void {
  const target = existsSync(file) ? realpathSync(file) : file
  if (isDevice(target)) {
    writeInto(target, content)
    return
  }
  makeFolders(dirname(target))
  const draft = join(dirname(target), `.nines-${randomBytes(6).toString('hex')}`)
  const descriptor = openSync(draft, 'wx')
  try {
    try {
      writeAll(descriptor, content)
      fsyncSync(descriptor)
    } finally {
      closeSync(descriptor)
    }
    renameSync(draft, target)
  } catch (error) {
    rmSync(draft, { force: true })
    throw error
  }
}
