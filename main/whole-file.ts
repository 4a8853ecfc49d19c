import { randomBytes } from 'node:crypto'
import {
  closeSync,
  existsSync,
  fsyncSync,
  openSync,
  realpathSync,
  renameSync,
  rmSync,
  writeSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { makeFolders } from './make-folders.ts'

/**
 * Writes a whole file or none: readers see the old one until the new one is on the disk. Makes the folders that
 * lead to it; where the file is a link, writes the file it stands for.
 * @throws the system's error; nothing of the new file is left then
 */
export function writeWholeFile(file: string, content: Uint8Array): void {
  const target = existsSync(file) ? realpathSync(file) : file
  makeFolders(dirname(target))
  const draft = join(dirname(target), `.nines-${randomBytes(6).toString('hex')}`)
  const descriptor = openSync(draft, 'wx')
  try {
    try {
      let written = 0
      while (written < content.length) written += writeSync(descriptor, content, written)
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
