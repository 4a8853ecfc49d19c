import type { Command } from 'commander'
import { portOption } from '../arguments.ts'
import type { CommandContext } from '../command.ts'
import { exitCodes } from '../host.ts'

interface ServeCommandOptions {
  readonly port?: number
  readonly open: boolean
}

/** `nines serve` */
export function addServeCommand(program: Command, { host, perform }: CommandContext): void {
  program
    .command('serve')
    .description('serve the interface on 127.0.0.1 for a browser; prints one link that opens it once')
    .option('--port <p>', 'port (default: any free one)', portOption)
    .option('--no-open', 'do not open a browser')
    .action((options: ServeCommandOptions) =>
      perform(async (session) => {
        const { core } = session
        const running = await host.startHost(core, {
          port: options.port,
          bearerToken: host.environment['NINES_TOKEN'],
        })
        session.result({ url: running.url, token: running.bearerToken }, () => running.url)
        if (options.open && !host.openAddress(running.url)) {
          session.say('No browser was opened: open the link above in one. Press Ctrl+C to stop.')
        }
        await host.untilInterrupted()
        await running.close()
        return exitCodes.done
      }),
    )
}
