import type { Command } from 'commander'
import { ExpectedFailure } from '../../../shared/domain/failure.ts'
import { trialsText } from '../../../shared/text/sentences.ts'
import { translatorFor } from '../../../shared/text/translator.ts'
import type { CommandContext } from '../command.ts'
import { type CliHost, exitCodes } from '../host.ts'
import type { Output } from '../output.ts'
import type { Session } from '../session.ts'
import { formatTable } from '../table.ts'

/** What the doctor found; of a workspace that cannot be opened only why. */
interface Findings {
  readonly version: string
  readonly node: string
  readonly platform: string
  readonly workspace: string | null
  readonly schemaVersion: number | null
  readonly tasks: number | null
  readonly trials: number | null
  /** Null: it could not be looked at, which says nothing of what is inside. */
  readonly sound: boolean | null
  readonly problems: readonly string[]
  readonly browser: string | null
}

function surroundings(host: CliHost): Pick<Findings, 'version' | 'node' | 'platform' | 'browser'> {
  return {
    version: host.version,
    node: process.version,
    platform: `${process.platform} ${process.arch}`,
    browser: host.findBrowser(),
  }
}

function workspaceText({ workspace, schemaVersion, tasks, trials }: Findings): string {
  if (workspace === null || tasks === null || trials === null) return 'cannot be used'
  const taskCount = `${tasks} ${tasks === 1 ? 'task' : 'tasks'}`
  return `${workspace} (format ${schemaVersion}, ${taskCount}, ${trialsText(translatorFor('en'), trials)})`
}

function integrityText({ sound, problems }: Findings): string {
  if (sound === true) return 'sound'
  return `${sound === null ? 'not checked' : 'not sound'}: ${problems.join('; ')}`
}

function findingsText(found: Findings): string {
  return formatTable(
    [
      ['Nines', found.version],
      ['Node', `${found.node} on ${found.platform}`],
      ['Workspace', workspaceText(found)],
      ['Integrity', integrityText(found)],
      [
        'PDF through',
        found.browser ?? 'no browser found; on Debian: apt install chromium, or set NINES_BROWSER',
      ],
    ],
    ['left', 'left'],
  )
}

async function examine({ client, host }: Session): Promise<Findings> {
  const { path, schemaVersion, tasks, trials } = await client.call('workspace.info', {})
  const check = await client.call('workspace.check', {})
  return { ...surroundings(host), workspace: path, schemaVersion, tasks, trials, ...check }
}

function tell(output: Output, found: Findings): number {
  output.answer(found, () => findingsText(found))
  return found.sound === true ? exitCodes.done : exitCodes.failure
}

/** Damage is what a look at the file found; every other failure kept the look from being taken. */
function failureFindings(host: CliHost, { code, message }: ExpectedFailure): Findings {
  const unknown = { workspace: null, schemaVersion: null, tasks: null, trials: null }
  const sound = code === 'workspace-corrupt' ? false : null
  return { ...surroundings(host), ...unknown, sound, problems: [message] }
}

/** `nines doctor`: also of a workspace that cannot be opened, when a doctor is needed most. */
export function addDoctorCommand(program: Command, { host, output, perform, end }: CommandContext): void {
  program
    .command('doctor')
    .description('versions, where data lives, whether the workspace is sound, which browser would print')
    .action(async () => {
      try {
        await perform(async (session) => tell(session, await examine(session)))
      } catch (error) {
        if (!(error instanceof ExpectedFailure)) throw error
        end(tell(output(), failureFindings(host, error)))
      }
    })
}
