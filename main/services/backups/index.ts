import { randomUUID } from 'node:crypto'
import { existsSync, rmSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Backup, BackupKind } from '../../../shared/domain/backup.ts'
import { ExpectedFailure } from '../../../shared/domain/failure.ts'
import { makeFolders } from '../../make-folders.ts'
import { prepareContent } from '../../store/backup-content.ts'
import { clearDraft } from '../../store/copies.ts'
import { listTasks } from '../../store/tasks.ts'
import { createTurns } from '../../turns.ts'
import type { Desk, StoreContext } from '../context.ts'
import { changedMs, clearStaleDrafts, createReader, entriesOf } from './entries.ts'
import { backupName, folderOf } from './names.ts'
import { superfluous } from './thinning.ts'

export interface BackupList {
  readonly folder: string
  /** Why the last automatic one could not be made; null when it could. */
  readonly problem: string | null
  /** The newest first. */
  readonly backups: Backup[]
}

export interface Backups {
  readonly list: () => BackupList
  /** When the newest was made, and why the last automatic one was not. */
  readonly summary: () => { readonly lastAt: string | null; readonly problem: string | null }
  /** @throws ExpectedFailure `disk-full`, `output-unwritable` */
  readonly create: () => Promise<Backup>
  /**
   * Brings the workspace to what the backup holds, after a backup of the present state, all or nothing.
   * @throws ExpectedFailure; nothing was changed then
   */
  readonly restore: (name: string) => Promise<{ readonly restored: Backup; readonly before: Backup }>
  /** Makes the backup of the day when there is none and something changed since the last; never fails. */
  readonly daily: () => Promise<void>
  /** Differs whenever there is news that the file of the workspace does not tell. */
  readonly mark: () => string
}

type OwnKind = Exclude<BackupKind, 'before-update'>

function dayOf(date: Date): string {
  return `${date.getFullYear()}-${date.getMonth()}-${date.getDate()}`
}

/**
 * The backups of one workspace.
 * @param isLeft whether the workspace is closed, or about to be: what fails then is no news
 */
export function createBackups(
  context: StoreContext,
  desk: Pick<Desk, 'alone'>,
  reportError: (message: string, error: unknown) => void,
  isLeft: () => boolean = () => false,
): Backups {
  const { workspace, clock } = context
  const { file } = workspace
  const folder = folderOf(file)
  const inTurn = createTurns(1)
  const read = createReader()
  let problem: string | null = null
  let revision = 0

  function prepareFolder(): void {
    try {
      makeFolders(folder)
      if (!statSync(folder).isDirectory()) throw new Error('there is a file of that name')
    } catch (error) {
      throw new ExpectedFailure(
        'output-unwritable',
        `The folder for backups ${folder} cannot be used. The workspace is unharmed. Check that you may write to ${dirname(folder)}.`,
        { cause: error },
      )
    }
  }

  function freeName(kind: OwnKind): string {
    for (let attempt = 1; ; attempt += 1) {
      const name = backupName(clock(), kind, attempt)
      if (!existsSync(join(folder, name))) return name
    }
  }

  /** One of more than enough that cannot be removed is no harm; it is tried again at the next backup. */
  function thin(): void {
    for (const name of superfluous(entriesOf(file), clock())) {
      try {
        rmSync(join(folder, name), { force: true })
      } catch (error) {
        reportError(`the backup ${name} could not be removed`, error)
      }
    }
  }

  async function make(kind: OwnKind): Promise<Backup> {
    prepareFolder()
    clearStaleDrafts(folder)
    const name = freeName(kind)
    await workspace.copyTo(join(folder, name))
    revision += 1
    problem = null
    const entry = entriesOf(file).find((each) => each.name === name)
    if (entry === undefined) throw new Error(`the backup ${name} is gone`)
    thin()
    return read(entry)
  }

  function isDue(): boolean {
    const [newest] = entriesOf(file)
    if (newest === undefined) return listTasks(workspace.queries).length > 0
    return dayOf(new Date(newest.madeAt)) !== dayOf(clock()) && changedMs(file) > newest.stats.mtimeMs
  }

  async function restore(name: string) {
    const entry = entriesOf(file).find((each) => each.name === name)
    if (entry === undefined) {
      throw new ExpectedFailure(
        'backup-not-found',
        `There is no backup ${name} in ${folder}. Nothing was changed.`,
      )
    }
    prepareFolder()
    const draft = join(folder, `.restoring-${randomUUID().slice(0, 8)}.partial`)
    try {
      prepareContent(entry.path, draft)
      // Alone first, its turn then: a backup under way has the turn, and is waited for.
      return await desk.alone(() =>
        inTurn(async () => {
          const before = await make('before-restore')
          await workspace.replaceBy(draft)
          return { restored: read(entry), before }
        }),
      )
    } finally {
      clearDraft(draft)
    }
  }

  return {
    list: () => ({ folder, problem, backups: entriesOf(file).map(read) }),
    summary: () => ({ lastAt: entriesOf(file)[0]?.madeAt ?? null, problem }),
    create: () => inTurn(() => make('on-demand')),
    restore,
    daily: () =>
      inTurn(async () => {
        try {
          if (isDue()) await make('daily')
        } catch (error) {
          if (isLeft()) return
          const told = problem
          problem = error instanceof Error ? error.message : String(error)
          revision += 1
          if (told !== problem) reportError('the backup of the day could not be made', error)
        }
      }),
    mark: () => String(revision),
  }
}
