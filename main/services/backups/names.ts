import { basename } from 'node:path'
import type { BackupKind } from '../../../shared/domain/backup.ts'

/** Beside the workspace, so that who moves or copies its folder takes them along. */
export function folderOf(workspaceFile: string): string {
  return `${workspaceFile}.backups`
}

type KindInName = Exclude<BackupKind, 'before-update'>

export interface Named {
  readonly kind: BackupKind
  /** Null: the time of the file says it. */
  readonly madeAt: string | null
}

const form = /^(\d{4}-\d\d-\d\dT\d\d)-(\d\d)-(\d\dZ)-(daily|on-demand|before-restore)(?:-\d+)?\.nines$/
const kinds: Readonly<Record<string, KindInName>> = {
  daily: 'daily',
  'on-demand': 'on-demand',
  'before-restore': 'before-restore',
}

/** `2026-03-01T09-12-00Z-daily.nines`: without the signs that a file system may refuse. */
export function backupName(madeAt: Date, kind: KindInName, attempt: number): string {
  const time = madeAt
    .toISOString()
    .replace(/\.\d+Z$/, 'Z')
    .replaceAll(':', '-')
  return `${time}-${kind}${attempt === 1 ? '' : `-${attempt}`}.nines`
}

/** What the name of a file in the folder says; undefined when it is no backup of ours. */
export function readName(name: string): Named | undefined {
  const [, hour, minute, second, word = ''] = form.exec(name) ?? []
  const kind = kinds[word]
  const madeAt = `${hour}:${minute}:${second}`
  return kind === undefined || Number.isNaN(Date.parse(madeAt))
    ? undefined
    : { kind, madeAt: new Date(madeAt).toISOString() }
}

/** Whether a file beside the workspace is the copy made before its format changed; see store/migrate.ts. */
export function isBeforeUpdate(name: string, workspaceFile: string): boolean {
  const start = `${basename(workspaceFile)}.v`
  return name.startsWith(start) && /^\d+(-\d+)?\.backup$/.test(name.slice(start.length))
}
