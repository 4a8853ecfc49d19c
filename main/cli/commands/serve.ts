import type { Command } from 'commander'
import { portOption } from '../arguments.ts'
import type { CommandContext } from '../command.ts'
import { exitCodes } from '../host.ts'

interface ServeCommandOptions {
  readonly port?: number
  readonly open: boolean
  readonly reopen?: boolean
}

/** `nines serve` */
export function addServeCommand(program: Command, { host, perform }: CommandContext): void {
  program
    .command('serve')
    .description('serve the interface on 127.0.0.1 for a browser; prints one link that opens it once')
    .option('--port <p>', 'port (default: any free one)', portOption)
    .option('--no-open', 'do not open a browser')
    .option('--reopen', 'go on in the workspace that a window had open last, when none is named')
    .action((options: ServeCommandOptions) =>
      perform(
        async (session) => {
          const running = await host.startHost(session.core, {
            port: options.port,
            bearerToken: host.environment['NINES_TOKEN'],
          })
          try {
            session.answer({ url: running.url, token: running.bearerToken }, () => running.url)
            if (options.open && !host.openAddress(running.url)) {
              session.progress('No browser was opened: open the link above in one.')
            }
            session.progress('Press Ctrl+C to stop.')
            await host.untilInterrupted()
          } finally {
            await running.close()
          }
          return exitCodes.done
        },
        { make: true, attended: true, reopen: options.reopen },
      ),
    )
}
