import { createHandlers } from './api/handlers.ts'
import { createRouter } from './api/router.ts'
import type { Reply } from '../shared/contract/reply.ts'
import { createExporter } from './services/exports/exporter.ts'
import { createImporter } from './services/imports/importer.ts'
import { createDesk, type Laid } from './desk.ts'
import { createBackups } from './services/backups/index.ts'
import type { Context, Desk } from './services/context.ts'
import type { Printer } from './services/reports/printer.ts'
import { createTypesetter } from './services/reports/typesetter.ts'
import { workspaceInfo } from './services/workspaces/index.ts'
import { createRecent, recentFile } from './services/workspaces/recent.ts'
import { openWorkspace } from './store/workspace.ts'
import { createComputer } from './workers/computer.ts'

export type { Printer } from './services/reports/printer.ts'
export { lastOpened } from './services/workspaces/recent.ts'

export interface Log {
  info(message: string): void
  error(message: string, error?: unknown): void
}

export interface CoreOptions {
  /** The workspace's database file; made when there is none. */
  readonly workspaceFile: string
  readonly settingsFile: string
  /** Folder with the sample and the report's fonts. */
  readonly resourcesFolder: string
  /** The built worker.js, which does long work in a thread of its own. */
  readonly workerFile: string
  readonly printer: Printer
  readonly log: Log
  readonly appVersion: string
  readonly clock?: () => Date
  /** People look at it: it is remembered among the recent ones and backed up once a day. */
  readonly attended?: boolean
}

export interface Core {
  /**
   * Runs one operation of the contract; a failure comes back as data, never as a throw.
   * @param workspace the `id` of the workspace the caller believes it is in: another one refuses the call
   */
  call(operation: string, input: unknown, signal?: AbortSignal, workspace?: string): Promise<Reply>
  close(): void
}

/** The first backup waits until the window has had its first answers. */
const firstRestMs = 1000
/** For a program that stays open over midnight. */
const restEveryMs = 20 * 60_000

interface QuietMoments {
  /** One comes in a moment. */
  readonly soon: () => void
  readonly stop: () => void
}

/** Does in quiet moments what the workspace does by itself. No timer of it keeps a program from ending. */
function restNowAndThen(rest: () => Promise<void>): QuietMoments {
  let first: NodeJS.Timeout | undefined
  const later = setInterval(() => void rest(), restEveryMs).unref()
  const soon = (): void => {
    clearTimeout(first)
    first = setTimeout(() => void rest(), firstRestMs).unref()
  }
  soon()
  return {
    soon,
    stop: () => {
      clearTimeout(first)
      clearInterval(later)
    },
  }
}

const noQuietMoments: QuietMoments = { soon: () => undefined, stop: () => undefined }

/**
 * Opens the workspace and wires the services to the router.
 * @throws ExpectedFailure when the workspace cannot be opened
 */
export function createCore(options: CoreOptions): Core {
  const { log, attended = false, clock = () => new Date() } = options
  const reportError = (message: string, error: unknown): void => log.error(message, error)
  const computer = createComputer(options.workerFile)
  const importer = createImporter(options.workerFile)
  const typesetter = createTypesetter(options.workerFile)
  const exporter = createExporter(options.workerFile)
  const recent = createRecent(recentFile(options.settingsFile), clock, reportError)

  function lay(file: string, desk: Desk, isLeft: () => boolean): Laid {
    const { printer, settingsFile, resourcesFolder, appVersion } = options
    const workspace = openWorkspace(file)
    const context: Context = {
      workspace,
      clock,
      printer,
      computer,
      importer,
      typesetter,
      exporter,
      settingsFile,
      resourcesFolder,
      appVersion,
    }
    // A workspace that was opened just now is backed up like one that was there at the start.
    const resting: Desk = {
      ...desk,
      change: (other) => {
        desk.change(other)
        quiet.soon()
      },
    }
    const backups = createBackups(context, desk, reportError, isLeft)
    return {
      workspace,
      router: createRouter(createHandlers(context, { desk: resting, backups, recent }), reportError),
      info: (id) => workspaceInfo(context, id, backups),
      atEase: backups.daily,
    }
  }

  const desk = createDesk(lay, options.workspaceFile, reportError)
  if (attended) recent.note(desk.info())
  const quiet = attended ? restNowAndThen(desk.rest) : noQuietMoments
  return {
    call: (operation, input, signal, named) => desk.call(operation, input, signal, named),
    close() {
      quiet.stop()
      desk.close()
    },
  }
}
