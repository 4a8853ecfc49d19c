import type { CliHost } from './host.ts'
import type { Session } from './session.ts'

/** What a command gets to register itself with. */
export interface CommandContext {
  readonly host: CliHost
  /** Opens the workspace, runs the work and keeps its exit code; done (0) when it answers none. */
  readonly perform: (
    work: (session: Session) => Promise<number | void>,
    workspaceFile?: string,
  ) => Promise<void>
}
