import type { Output } from '../../shared/contract/contract.ts'
import type { Workspace } from '../store/workspace.ts'
import type { Computer } from '../workers/computer.ts'
import type { Exporter } from './exports/exporter.ts'
import type { Importer } from './imports/importer.ts'
import type { Printer } from './reports/printer.ts'
import type { Typesetter } from './reports/typesetter.ts'

/** What a service needs that reads and writes the workspace and nothing else, in whichever thread. */
export interface StoreContext {
  readonly workspace: Workspace
  readonly clock: () => Date
}

/** What a service needs that computes for long, besides. */
export interface ComputingContext extends StoreContext {
  readonly computer: Computer
}

/** What every service works with; nothing in it knows which host runs. */
export interface Context extends ComputingContext {
  readonly importer: Importer
  readonly exporter: Exporter
  readonly typesetter: Typesetter
  readonly printer: Printer
  readonly settingsFile: string
  readonly resourcesFolder: string
  readonly appVersion: string
}

export type WorkspaceInfo = Output<'workspace.info'>

/** The one place where a workspace lies open, for what puts another one there. */
export interface Desk {
  /** Of the workspace that lies open now, which may no longer be the one of the service that asks. */
  readonly info: () => WorkspaceInfo
  /**
   * Puts the workspace in `file` in the place of the present one, which is closed when nothing is under way in it.
   * @throws ExpectedFailure when it cannot be opened; the present one stays then
   */
  readonly change: (file: string) => void
  /** Runs work while nothing else is under way; every window reads everything anew after it, unless it failed. */
  readonly alone: <Result>(work: () => Promise<Result>) => Promise<Result>
}
