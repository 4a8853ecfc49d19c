import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { copyResources } from '../../build/resources.mjs'

const at = (path: string): string => fileURLToPath(new URL(path, import.meta.url))
const cacheFolder = at('../../.cache/test-resources')
/** What the copy depends on: a change of any of them asks for a new one. */
const origins = [
  '../../build/resources.mjs',
  '../../build/LICENSE-HarfBuzz',
  '../../package-lock.json',
  '../../samples/tau-bench-airline-gpt-4o.csv',
]

function originsHash(): string {
  const hash = createHash('sha256')
  for (const origin of origins) hash.update(readFileSync(at(origin)))
  return hash.digest('hex').slice(0, 12)
}

/** Another test worker may have put its copy there first; both are the same, so the first one stays. */
function moveIntoPlace(draft: string, folder: string): void {
  try {
    renameSync(draft, folder)
  } catch (error) {
    if (!existsSync(folder)) throw error
  }
}

/**
 * The sample data and report fonts as the build makes them, made once for all tests. Safe when several test
 * workers ask at once, because only a whole copy is moved into place.
 */
export function resourcesFolder(): string {
  const folder = join(cacheFolder, originsHash())
  if (existsSync(folder)) return folder
  mkdirSync(cacheFolder, { recursive: true })
  const draft = mkdtempSync(join(cacheFolder, 'draft-'))
  try {
    copyResources(draft)
    moveIntoPlace(draft, folder)
  } finally {
    rmSync(draft, { recursive: true, force: true })
  }
  return folder
}
