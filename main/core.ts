import type { Reply } from '../shared/contract/reply.ts'
import type { Printer } from './services/reports/printer.ts'

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
