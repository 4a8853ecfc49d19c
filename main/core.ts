import { createHandlers } from './api/handlers.ts'
import { createRouter } from './api/router.ts'
import type { Reply } from '../shared/contract/reply.ts'
import { createImporter } from './services/imports/importer.ts'
import type { Printer } from './services/reports/printer.ts'
import { openWorkspace } from './store/workspace.ts'
import { createComputer } from './workers/computer.ts'

export type { Printer } from './services/reports/printer.ts'

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
  /** The built worker.js, which does long computations in a thread of its own. */
  readonly workerFile: string
  readonly printer: Printer
  readonly log: Log
  readonly appVersion: string
  readonly clock?: () => Date
}

export interface Core {
  /** Runs one operation of the contract; a failure comes back as data, never as a throw. */
  call(operation: string, input: unknown, signal?: AbortSignal): Promise<Reply>
  close(): void
}

/**
 * Opens the workspace and wires the services to the router.
 * @throws ExpectedFailure when the workspace cannot be opened
 */
export function createCore(options: CoreOptions): Core {
  const workspace = openWorkspace(options.workspaceFile)
  const context = {
    workspace,
    clock: options.clock ?? (() => new Date()),
    printer: options.printer,
    computer: createComputer(options.workerFile),
    importer: createImporter(options.workerFile),
    settingsFile: options.settingsFile,
    resourcesFolder: options.resourcesFolder,
    appVersion: options.appVersion,
  }
  const router = createRouter(createHandlers(context), (message, error) => options.log.error(message, error))
  const closing = new AbortController()
  return {
    call: (operation, input, signal) =>
      router(operation, input, AbortSignal.any([closing.signal, ...(signal === undefined ? [] : [signal])])),
    close() {
      // What still waits must not look at a workspace that is closed.
      closing.abort()
      workspace.close()
    },
  }
}
