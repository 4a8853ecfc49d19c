import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { z } from 'zod'
import { type KnownWorkspace, workspaceEnding } from '../../../shared/domain/workspace.ts'
import { writeWholeFile } from '../../whole-file.ts'

const entry = z.object({
  path: z.string(),
  openedAt: z.iso.datetime(),
  tasks: z.number().int().nullable().catch(null),
})
type Entry = z.infer<typeof entry>

/** More are no help to choose from. */
const mostEntries = 20

/** Which workspaces people had open on this computer; kept in a small file beside the settings. */
export interface Recent {
  /** The last first. */
  readonly entries: () => readonly Entry[]
  /** Puts a workspace that lies open at the top. A list that cannot be written is worth no failure. */
  readonly note: (opened: { readonly path: string; readonly tasks: number }) => void
  readonly forget: (path: string) => void
}

/** What cannot be read is worth less than a start. */
function readEntries(file: string): readonly Entry[] {
  try {
    const listed = z.array(z.unknown()).parse(JSON.parse(readFileSync(file, 'utf8')))
    return listed.flatMap((each) => {
      const parsed = entry.safeParse(each)
      return parsed.success ? [parsed.data] : []
    })
  } catch {
    // No file, no right to read it, no list in it: all the same here.
    return []
  }
}

/** @param settingsFile the list stands beside it */
export function recentFile(settingsFile: string): string {
  return join(dirname(settingsFile), 'recent.json')
}

export function createRecent(
  file: string,
  clock: () => Date,
  reportError: (message: string, error: unknown) => void,
): Recent {
  const write = (entries: readonly Entry[]): void => {
    try {
      writeWholeFile(file, Buffer.from(`${JSON.stringify(entries.slice(0, mostEntries), null, 2)}\n`))
    } catch (error) {
      reportError(`the recent workspaces could not be kept in ${file}`, error)
    }
  }
  return {
    entries: () => readEntries(file),
    // Read anew each time: other programs write it too.
    note: ({ path, tasks }) =>
      write([
        { path, tasks, openedAt: clock().toISOString() },
        ...readEntries(file).filter((each) => each.path !== path),
      ]),
    forget: (path) => write(readEntries(file).filter((each) => each.path !== path)),
  }
}

/** The workspace that was open last and is still there. */
export function lastOpened(settingsFile: string): string | null {
  return readEntries(recentFile(settingsFile)).find(({ path }) => existsSync(path))?.path ?? null
}

function workspacesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder, { withFileTypes: true })
      .filter((each) => each.isFile() && each.name.endsWith(workspaceEnding))
      .map(({ name }) => join(folder, name))
      .toSorted()
  } catch (error) {
    // A folder that may not be looked at shows nothing.
    if (error instanceof Error && 'code' in error) return []
    throw error
  }
}

/** The ones that were open, the last first, then those that lie beside the open one. */
export function knownWorkspaces(recent: Recent, openFile: string): readonly KnownWorkspace[] {
  const entries = recent.entries()
  const before = new Set(entries.map(({ path }) => path))
  const beside = workspacesIn(dirname(openFile))
    .filter((path) => !before.has(path))
    .map((path) => ({ path, openedAt: null, tasks: null }))
  return [...entries, ...beside].map(({ path, openedAt, tasks }) => ({
    path,
    name: basename(path),
    folder: dirname(path),
    openedAt,
    tasks,
    isOpen: path === openFile,
    isThere: existsSync(path),
  }))
}
