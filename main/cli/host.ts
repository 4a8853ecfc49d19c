import type { Core } from '../core.ts'

/** What the command line needs of the program around it; tests bring their own. */
export interface CliHost {
  readonly version: string
  readonly environment: Readonly<Record<string, string | undefined>>
  /** Whether standard output is a terminal that shows colours. */
  readonly colour: boolean
  /** Whether standard error is a terminal whose last line can be written anew. */
  readonly rewrites: boolean
  write(text: string): void
  writeError(text: string): void
  defaultWorkspace(): string
  /** The workspace that a window had open last, when it is still there. */
  lastWorkspace(): string | null
  /**
   * @param options whether people look at the workspace in a window
   * @throws ExpectedFailure when the workspace cannot be opened
   */
  openCore(workspaceFile: string, options: { readonly attended: boolean }): Core
  /** The browser that would print, or null. */
  findBrowser(): string | null
  /** Starts that browser ahead of the first print. */
  warmPrinter(): void
  startHost(core: Core, options: ServeOptions): Promise<RunningHost>
  /** Opens an address in the user's browser; false when there is no way to. */
  openAddress(url: string): boolean
  /** Settles when the user asks the program to stop. */
  untilInterrupted(): Promise<void>
}

export interface ServeOptions {
  readonly port?: number | undefined
  readonly bearerToken?: string | undefined
}

export interface RunningHost {
  readonly url: string
  readonly bearerToken: string
  close(): Promise<void>
}

export const exitCodes = {
  done: 0,
  failure: 1,
  usage: 2,
  short: 3,
  moreEvidence: 4,
  interrupted: 130,
} as const
