import { Command, CommanderError, InvalidArgumentError } from 'commander'
import { Cancelled, ExpectedFailure } from '../../shared/domain/failure.ts'
import type { CommandContext } from './command.ts'
import { addAssessCommand } from './commands/assess.ts'
import { addBackupCommand } from './commands/backup.ts'
import { addCompareCommand } from './commands/compare.ts'
import { addConfigurationCommand } from './commands/configuration.ts'
import { addDemoCommand } from './commands/demo.ts'
import { addDoctorCommand } from './commands/doctor.ts'
import { addExportCommand } from './commands/export.ts'
import { addImportCommand } from './commands/import.ts'
import { addLogCommand } from './commands/log.ts'
import { addPlanCommand } from './commands/plan.ts'
import { addReportCommand } from './commands/report.ts'
import { addScalingCommand } from './commands/scaling.ts'
import { addServeCommand } from './commands/serve.ts'
import { addTaskCommand } from './commands/task.ts'
import { type CliHost, exitCodes } from './host.ts'
import { createOutput, type GlobalOptions } from './output.ts'
import { withSession } from './session.ts'
import { printable } from './terminal.ts'
import { usageText } from './usage.ts'

export { type CliHost, exitCodes, type RunningHost, type ServeOptions } from './host.ts'

function workspaceOption(text: string): string {
  if (text.trim() === '') throw new InvalidArgumentError('It must name a file.')
  return text
}

function createProgram(host: CliHost): Command {
  return new Command('nines')
    .description(
      'Is a model reliable enough to be left alone with your task, and which lever closes the gap?',
    )
    .version(host.version, '--version', 'print the version')
    .helpOption('--help', 'print help')
    .helpCommand(false)
    .option(
      '--workspace <file>',
      'the workspace (default: NINES_WORKSPACE, else the one of the app)',
      workspaceOption,
    )
    .option('--json', 'machine-readable output on standard output')
    .option('--quiet', 'print what was asked for only')
    .showHelpAfterError('(see --help)')
    .configureOutput({
      writeOut: (text) => host.write(printable(text)),
      writeErr: (text) => host.writeError(printable(text)),
    })
    .exitOverride()
}

/** The exit code a failure stands for; its message goes to standard error. */
function explain(error: unknown, host: CliHost): number {
  const write = (text: string): void => host.writeError(`${printable(text)}\n`)
  if (error instanceof CommanderError) return error.exitCode === 0 ? exitCodes.done : exitCodes.usage
  if (error instanceof Cancelled) {
    write(error.message)
    return exitCodes.interrupted
  }
  if (error instanceof ExpectedFailure && error.code === 'bad-input') {
    write(usageText(error))
    return exitCodes.usage
  }
  write(error instanceof Error ? error.message : String(error))
  return exitCodes.failure
}

const additions = [
  addDemoCommand,
  addTaskCommand,
  addImportCommand,
  addLogCommand,
  addAssessCommand,
  addConfigurationCommand,
  addCompareCommand,
  addScalingCommand,
  addPlanCommand,
  addReportCommand,
  addExportCommand,
  addBackupCommand,
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
  const end = (code: number): void => {
    exitCode = code
  }
  const context: CommandContext = {
    host,
    output: () => createOutput(host, program.opts<GlobalOptions>()),
    perform: async (work, options = {}) => {
      end((await withSession(host, program.opts<GlobalOptions>(), options, work)) ?? exitCodes.done)
    },
    end,
  }
  for (const add of additions) add(program, context)
  try {
    await program.parseAsync([...words], { from: 'user' })
    return exitCode
  } catch (error) {
    return explain(error, host)
  }
}
