import type { Workspace } from '../store/workspace.ts'
import type { Computer } from '../workers/computer.ts'
import type { Printer } from './reports/printer.ts'

/** What every service works with; nothing in it knows which host runs. */
export interface Context {
  readonly workspace: Workspace
  readonly clock: () => Date
  readonly printer: Printer
  readonly computer: Computer
  readonly settingsFile: string
  readonly resourcesFolder: string
  readonly appVersion: string
}
