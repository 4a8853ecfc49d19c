import type { Workspace } from '../store/workspace.ts'
import type { Computer } from '../workers/computer.ts'
import type { Importer } from './imports/importer.ts'
import type { Printer } from './reports/printer.ts'

/** What a service needs that reads and writes the workspace and nothing else, in whichever thread. */
export interface StoreContext {
  readonly workspace: Workspace
  readonly clock: () => Date
}

/** What every service works with; nothing in it knows which host runs. */
export interface Context extends StoreContext {
  readonly importer: Importer
  readonly printer: Printer
  readonly computer: Computer
  readonly settingsFile: string
  readonly resourcesFolder: string
  readonly appVersion: string
}
