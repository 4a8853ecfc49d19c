import { Command, CommanderError } from 'commander'
import { Cancelled, ExpectedFailure } from '../../shared/domain/failure.ts'
import type { CommandContext } from './command.ts'
import { addAssessCommand } from './commands/assess.ts'
import { addDemoCommand } from './commands/demo.ts'
import { addDoctorCommand } from './commands/doctor.ts'
import { addImportCommand } from './commands/import.ts'
import { addLogCommand } from './commands/log.ts'
import { addReportCommand } from './commands/report.ts'
import { addServeCommand } from './commands/serve.ts'
import { addTaskCommand } from './commands/task.ts'
import { type CliHost, exitCodes } from './host.ts'
import { type GlobalOptions, withSession } from './session.ts'

export { type CliHost, exitCodes, type RunningHost, type ServeOptions } from './host.ts'

function createProgram(host: CliHost): Command {
  return new Command('nines')
    .description(
      'Is a model reliable enough to be left alone with your task, and which lever closes the gap?',
    )
    .version(host.version, '--version', 'print the version')
    .helpOption('--help', 'print help')
    .helpCommand(false)
    .option('--workspace <file>', 'the workspace (default: NINES_WORKSPACE, else the one of the app)')
    .option('--json', 'machine-readable output on standard output')
    .option('--quiet', 'print results only')
    .showHelpAfterError('(see --help)')
    .configureOutput({
      writeOut: (text) => host.write(text),
      writeErr: (text) => host.writeError(text),
    })
    .exitOverride()
}

/** The exit code a failure stands for; its message goes to standard error. */
function explain(error: unknown, host: CliHost): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? exitCodes.done : exitCodes.usage
  if (error instanceof Cancelled) {
    host.writeError(`${error.message}\n`)
    return exitCodes.interrupted
  }
  if (error instanceof ExpectedFailure) {
    host.writeError(`${error.message}\n`)
    return error.code === 'bad-input' ? exitCodes.usage : exitCodes.failure
  }
  const text = error instanceof Error ? error.message : String(error)
  host.writeError(`${text}\n`)
  return exitCodes.failure
}

const additions = [
  addDemoCommand,
  addTaskCommand,
  addImportCommand,
  addLogCommand,
  addAssessCommand,
  addReportCommand,
  addServeCommand,
  addDoctorCommand,
]

/**
 * Runs one command line.
 * @param words the words after the program's name
 * @returns the exit code
 */
export async function runCommand(words: readonly string[], host: CliHost): Promise<number> {
  const program = createProgram(host)
  let exitCode: number = exitCodes.done
  const context: CommandContext = {
    host,
    perform: async (work, workspaceFile) => {
      const options = program.opts<GlobalOptions>()
      const chosen = workspaceFile === undefined ? options : { ...options, workspace: workspaceFile }
      const code = await withSession(host, chosen, work)
      exitCode = code ?? exitCodes.done
    },
  }
  for (const add of additions) add(program, context)
  try {
    await program.parseAsync([...words], { from: 'user' })
    return exitCode
  } catch (error) {
    return explain(error, host)
  }
}
