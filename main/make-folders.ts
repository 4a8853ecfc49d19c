import { existsSync, mkdirSync } from 'node:fs'
import { dirname } from 'node:path'

function codeOf(error: unknown): unknown {
  return error instanceof Error && 'code' in error ? error.code : undefined
}

/**
 * Makes a folder and those that lead to it. Node's own way of doing so never returns where the system lets nobody
 * make a folder and says that something is missing, as below /proc.
 * @throws the system's error
 */
export function makeFolders(folder: string): void {
  if (existsSync(folder)) return
  try {
    mkdirSync(folder)
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return
    if (codeOf(error) !== 'ENOENT' || dirname(folder) === folder || existsSync(dirname(folder))) throw error
    makeFolders(dirname(folder))
    makeFolders(folder)
  }
}
