import { chmodSync, chownSync, readdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { temporaryFolder } from '../../helpers/temporary-folder.ts'
import { contentsOf, freshFile, makeWorkspace } from '../../helpers/workspace.ts'
import { openElsewhere } from './processes.ts'

/**
 * Root may write anywhere, so what permissions do shows only for another user: as root these tests hand the
 * file to `nobody` and open it as `nobody`, otherwise everything belongs to the one who runs them.
 */
const folder = temporaryFolder('users')
chmodSync(folder, 0o755)
const nobody = process.getuid?.() === 0 ? 65_534 : undefined

interface Modes {
  readonly file?: number
  readonly folder: number
}

function setModes(file: string, modes: Modes): void {
  for (const [path, mode] of [
    [file, modes.file],
    [dirname(file), modes.folder],
  ] as const) {
    if (mode === undefined) continue
    if (nobody !== undefined) chownSync(path, nobody, nobody)
    chmodSync(path, mode)
  }
}

function workspaceFile(): string {
  const file = freshFile(folder)
  makeWorkspace(file)
  return file
}

/** How an ordinary user fails with these modes, and whether nothing in the folder has changed. */
async function refusalOf(file: string, modes: Modes, path = file) {
  const before = JSON.stringify(contentsOf(dirname(file)))
  setModes(file, modes)
  const answer = await openElsewhere(path, ['nobody'])
  chmodSync(dirname(file), 0o755)
  if (modes.file !== undefined) chmodSync(file, 0o644)
  const untouched = JSON.stringify(contentsOf(dirname(file))) === before
  return 'code' in answer
    ? { code: answer.code, namesTheFile: answer.message.includes(path), untouched }
    : { opened: answer }
}

function refused(code: string) {
  return { code, namesTheFile: true, untouched: true }
}

describe('an ordinary user', () => {
  it('opens a workspace of their own and logs in it', async () => {
    const file = workspaceFile()
    setModes(file, { file: 0o600, folder: 0o700 })
    expect(await openElsewhere(file, ['nobody', 'task=billing'])).toEqual({ version: 4, backups: [] })
  })

  it.each([
    ['that may only be read', { file: 0o444, folder: 0o755 }, 'workspace-read-only'],
    ['that others may write but they may not', { file: 0o464, folder: 0o755 }, 'workspace-read-only'],
    ['in a folder where no log may be kept beside it', { file: 0o644, folder: 0o555 }, 'workspace-read-only'],
    ['that may not be read', { file: 0o000, folder: 0o755 }, 'workspace-unreachable'],
    ['in a folder that may not be entered', { file: 0o644, folder: 0o000 }, 'workspace-unreachable'],
  ])('is refused a file %s', async (_, modes, code) => {
    expect(await refusalOf(workspaceFile(), modes)).toEqual(refused(code))
  })

  it('is refused an empty file that may only be read', async () => {
    const file = freshFile(folder)
    writeFileSync(file, '')
    expect(await refusalOf(file, { file: 0o444, folder: 0o755 })).toEqual(refused('workspace-read-only'))
  })

  it('is refused a new file where the folder may only be read', async () => {
    const file = freshFile(folder)
    expect(await refusalOf(file, { folder: 0o555 })).toEqual(refused('workspace-unreachable'))
    expect(readdirSync(dirname(file))).toEqual([])
  })

  it('is refused a new folder where none may be made', async () => {
    const file = freshFile(folder)
    const deeper = join(dirname(file), 'deeper', 'team.nines')
    expect(await refusalOf(file, { folder: 0o555 }, deeper)).toEqual(refused('workspace-unreachable'))
  })
})
