import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Core, createCore, type Printer } from '../../main/core.ts'
import { type Client, createClient } from '../../shared/contract/client.ts'
import { resourcesFolder } from './resources.ts'
import { workerFile } from './worker.ts'

export interface LoggedError {
  readonly message: string
  readonly error: unknown
}

export interface TestCore {
  readonly core: Core
  /** Calls the core in-process, with the types of the contract. */
  readonly client: Client
  /** Holds the workspace and the settings; `close` removes it. */
  readonly folder: string
  readonly workspaceFile: string
  /** What was logged as an error, in order: bugs end up here. */
  readonly errors: readonly LoggedError[]
  readonly close: () => void
}

export interface TestCoreOptions {
  /** The time everything is logged at; when absent 2026-03-01T09:00:00Z. */
  readonly clock?: () => Date
  /** Prints reports; when absent, a stand-in whose "PDF" is `%PDF-1.7` and the page itself. */
  readonly printer?: Printer
}

const standInPrinter: Printer = {
  print: async (html) => Buffer.from(`%PDF-1.7\n${html}`),
}

/**
 * The real core over a new workspace in a folder of its own, with the sample and the fonts of the build. Close
 * it when done, for example with `onTestFinished(opened.close)`.
 */
export function openTestCore(options: TestCoreOptions = {}): TestCore {
  const folder = mkdtempSync(join(tmpdir(), 'nines-core-'))
  const workspaceFile = join(folder, 'team.nines')
  const errors: LoggedError[] = []
  const core = createCore({
    workspaceFile,
    settingsFile: join(folder, 'settings.json'),
    resourcesFolder: resourcesFolder(),
    workerFile,
    printer: options.printer ?? standInPrinter,
    log: { info: () => undefined, error: (message, error) => errors.push({ message, error }) },
    appVersion: '0.0.0-test',
    clock: options.clock ?? (() => new Date('2026-03-01T09:00:00Z')),
  })
  return {
    core,
    client: createClient((operation, input, signal) => core.call(operation, input, signal)),
    folder,
    workspaceFile,
    errors,
    close: () => {
      core.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
