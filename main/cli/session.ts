import { existsSync } from 'node:fs'
import { createClient, type Client } from '../../shared/contract/client.ts'
import { ExpectedFailure } from '../../shared/domain/failure.ts'
import type { Core } from '../core.ts'
import type { CliHost } from './host.ts'
import { createOutput, type GlobalOptions, type Output } from './output.ts'

export interface Session extends Output {
  readonly client: Client
  readonly core: Core
  readonly host: CliHost
  /** What a command proposed next says of the workspace: ` --workspace FILE` where this one does, or nothing. */
  readonly workspaceWords: string
}

export interface SessionOptions {
  /** A workspace of the command's own, in place of the one the user means. */
  readonly workspaceFile?: string | undefined
  /** Whether a workspace that the user names and that is not there is made; the app's own always is. */
  readonly make?: boolean | undefined
  /** People look at it in a window. */
  readonly attended?: boolean | undefined
  /** When nobody names one, the workspace that a window had open last. */
  readonly reopen?: boolean | undefined
}

/** The workspace that is meant, and whether somebody named it. */
function chooseWorkspace(
  host: CliHost,
  options: GlobalOptions,
  own: string | undefined,
): { readonly file: string; readonly named: boolean } {
  if (own !== undefined) return { file: own, named: false }
  if (options.workspace !== undefined) return { file: options.workspace, named: true }
  return { file: host.defaultWorkspace(), named: (host.environment['NINES_WORKSPACE'] ?? '') !== '' }
}

/** Numbers of imports, for one, mean something else in another workspace. */
function wordsFor({ workspace }: GlobalOptions): string {
  if (workspace === undefined) return ''
  return ` --workspace ${/^[\w./:\\-]+$/u.test(workspace) ? workspace : `"${workspace}"`}`
}

/** The last workspace is a comfort: when it cannot be opened, that is told, and the usual one is. */
function reopenLast(host: CliHost, output: Output, attended: boolean): Core | null {
  const last = host.lastWorkspace()
  if (last === null) return null
  try {
    return host.openCore(last, { attended })
  } catch (error) {
    if (!(error instanceof ExpectedFailure)) throw error
    output.warn(`${error.message} The usual workspace is opened instead.`)
    return null
  }
}

/**
 * Opens the workspace for one command and closes it whatever happens.
 * @throws ExpectedFailure when it cannot be opened, or is not there and must not be made
 */
export async function withSession<Result>(
  host: CliHost,
  options: GlobalOptions,
  { workspaceFile, make = false, attended = false, reopen = false }: SessionOptions,
  work: (session: Session) => Promise<Result>,
): Promise<Result> {
  const { file, named } = chooseWorkspace(host, options, workspaceFile)
  if (named && !make && !existsSync(file)) {
    throw new ExpectedFailure(
      'workspace-not-found',
      `There is no workspace ${file}. Nothing was made. Check the path, or make it: nines task create NAME --workspace ${file}`,
    )
  }
  const output = createOutput(host, options)
  const isNamed = named || workspaceFile !== undefined
  const last = reopen && !isNamed ? reopenLast(host, output, attended) : null
  const core = last ?? host.openCore(file, { attended })
  const client = createClient((operation, input, signal) => core.call(operation, input, signal))
  try {
    return await work({ ...output, client, core, host, workspaceWords: wordsFor(options) })
  } finally {
    core.close()
  }
}
