import { createClient, type Client } from '../../shared/contract/client.ts'
import type { Core } from '../core.ts'
import type { CliHost } from './host.ts'

/** Options that every command takes. */
export interface GlobalOptions {
  readonly workspace?: string
  readonly json?: true
  readonly quiet?: true
}

export interface Session {
  readonly client: Client
  readonly core: Core
  readonly host: CliHost
  readonly json: boolean
  /** For people: nothing of it with --json or --quiet. */
  say(text: string): void
  /** The result itself: what a script reads with --json, what a person asked for without. */
  result(value: unknown, text: () => string): void
}

/** Opens the workspace for one command and closes it whatever happens. */
export async function withSession<Result>(
  host: CliHost,
  options: GlobalOptions,
  work: (session: Session) => Promise<Result>,
): Promise<Result> {
  const core = host.openCore(options.workspace ?? host.defaultWorkspace())
  const json = options.json === true
  const session: Session = {
    client: createClient((operation, input, signal) => core.call(operation, input, signal)),
    core,
    host,
    json,
    say: (text) => {
      if (!json && options.quiet !== true) host.write(`${text}\n`)
    },
    result: (value, text) => host.write(json ? `${JSON.stringify(value, null, 2)}\n` : `${text()}\n`),
  }
  try {
    return await work(session)
  } finally {
    core.close()
  }
}
