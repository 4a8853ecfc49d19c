import type { CliHost } from './host.ts'
import type { Output } from './output.ts'
import type { Session, SessionOptions } from './session.ts'

/** What a command gets to register itself with. */
export interface CommandContext {
  readonly host: CliHost
  /** For what can be said without a workspace; call it while the command runs. */
  readonly output: () => Output
  /** Opens the workspace, runs the work and keeps its exit code; done (0) when it answers none. */
  readonly perform: (
    work: (session: Session) => Promise<number | void>,
    options?: SessionOptions,
  ) => Promise<void>
  /** Keeps the exit code of a command that ends without a workspace. */
  readonly end: (exitCode: number) => void
}
