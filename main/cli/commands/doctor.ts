import type { Command } from 'commander'
import type { CommandContext } from '../command.ts'
import { exitCodes } from '../host.ts'
import { formatTable } from '../table.ts'

/** `nines doctor` */
export function addDoctorCommand(program: Command, { host, perform }: CommandContext): void {
  program
    .command('doctor')
    .description('versions, where data lives, whether the workspace is sound, which browser would print')
    .action(() =>
      perform(async ({ client, result }) => {
        const info = await client.call('workspace.info', {})
        const check = await client.call('workspace.check', {})
        const browser = host.findBrowser()
        const found = {
          version: host.version,
          node: process.version,
          platform: `${process.platform} ${process.arch}`,
          workspace: info.path,
          schemaVersion: info.schemaVersion,
          tasks: info.tasks,
          trials: info.trials,
          sound: check.sound,
          problems: check.problems,
          browser,
        }
        result(found, () =>
          formatTable(
            [
              ['Nines', found.version],
              ['Node', `${found.node} on ${found.platform}`],
              [
                'Workspace',
                `${info.path} (format ${info.schemaVersion}, ${info.tasks} tasks, ${info.trials} trials)`,
              ],
              ['Integrity', check.sound ? 'sound' : `damaged: ${check.problems.join('; ')}`],
              [
                'PDF through',
                browser ?? 'no browser found; on Debian: apt install chromium, or set NINES_BROWSER',
              ],
            ],
            ['left', 'left'],
          ),
        )
        return check.sound ? exitCodes.done : exitCodes.failure
      }),
    )
}
