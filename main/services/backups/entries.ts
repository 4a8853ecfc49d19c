import { readdirSync, type Stats, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Backup, BackupKind } from '../../../shared/domain/backup.ts'
import { contentOf } from '../../store/backup-content.ts'
import { clearDraft } from '../../store/copies.ts'
import { folderOf, isBeforeUpdate, readName } from './names.ts'

/** A backup as the file system tells of it. */
export interface Entry {
  readonly name: string
  readonly path: string
  readonly kind: BackupKind
  readonly madeAt: string
  readonly stats: Stats
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder)
  } catch (error) {
    // No folder yet, or one that may not be read: there is nothing to restore from either way.
    if (error instanceof Error && 'code' in error) return []
    throw error
  }
}

/** Every backup there is, the newest first. */
export function entriesOf(file: string): readonly Entry[] {
  const folder = folderOf(file)
  const own = namesIn(folder).map((name) => ({ name, path: join(folder, name), said: readName(name) }))
  const beside = namesIn(dirname(file))
    .filter((name) => isBeforeUpdate(name, file))
    .map((name) => ({
      name,
      path: join(dirname(file), name),
      said: { kind: 'before-update', madeAt: null } as const,
    }))
  return [...own, ...beside]
    .flatMap(({ name, path, said }) => {
      const stats = statSync(path, { throwIfNoEntry: false })
      if (said === undefined || stats?.isFile() !== true) return []
      return [{ name, path, kind: said.kind, madeAt: said.madeAt ?? stats.mtime.toISOString(), stats }]
    })
    .toSorted((a, b) => b.madeAt.localeCompare(a.madeAt) || b.stats.mtimeMs - a.stats.mtimeMs)
}

/** Asked of each file once: a backup does not change. */
export function createReader() {
  const known = new Map<string, ReturnType<typeof contentOf>>()
  return ({ name, path, kind, madeAt, stats }: Entry): Backup => {
    const key = `${path} ${stats.size} ${stats.mtimeMs}`
    if (!known.has(key)) known.set(key, contentOf(path))
    const content = known.get(key)
    const { tasks = null, trials = null } = content ?? {}
    return { name, path, kind, madeAt, bytes: stats.size, tasks, trials }
  }
}

/** Since when the workspace is as it is, as far as its files tell: at the latest then it was changed, ms. */
export function changedMs(file: string): number {
  const log = statSync(`${file}-wal`, { throwIfNoEntry: false })
  const main = statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0
  return log === undefined || log.size === 0 ? main : Math.max(main, log.mtimeMs)
}

const staleDraftMs = 86_400_000

/** What a crash left half-made. */
export function clearStaleDrafts(folder: string): void {
  for (const name of namesIn(folder).filter((each) => each.endsWith('.partial'))) {
    const path = join(folder, name)
    const stats = statSync(path, { throwIfNoEntry: false })
    if (stats !== undefined && Date.now() - stats.mtimeMs > staleDraftMs) clearDraft(path)
  }
}
