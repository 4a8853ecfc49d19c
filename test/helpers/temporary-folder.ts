import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll } from 'vitest'

/** A folder for one test file, removed when its tests are done. Call it at the top of the file. */
export function temporaryFolder(name: string): string {
  const folder = mkdtempSync(join(tmpdir(), `nines-${name}-`))
  afterAll(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}
