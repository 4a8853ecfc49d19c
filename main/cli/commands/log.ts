import { type Command, Option } from 'commander'
import type { Outcome, VerifierVerdict } from '../../../shared/domain/trial.ts'
import { ExpectedFailure } from '../../../shared/domain/failure.ts'
import { countOption, nonNegativeOption } from '../arguments.ts'
import type { CommandContext } from '../command.ts'

interface LogOptions {
  readonly task: string
  readonly case: string
  readonly configuration: string
  readonly repeat?: number
  readonly pass?: true
  readonly fail?: true
  readonly error?: true
  readonly cause?: string
  readonly verifier?: VerifierVerdict
  readonly latency?: number
  readonly cost?: number
  readonly note?: string
  readonly replace?: true
}

function outcomeOf(options: LogOptions): Outcome {
  const given = (['pass', 'fail', 'error'] as const).filter((outcome) => options[outcome] === true)
  const [only, second] = given
  if (only === undefined || second !== undefined) {
    throw new ExpectedFailure(
      'bad-input',
      'Say how the attempt ended with one of --pass, --fail or --error. Nothing was logged.',
    )
  }
  return only
}

/** `nines log` */
export function addLogCommand(program: Command, { perform }: CommandContext): void {
  program
    .command('log')
    .description('log one trial')
    .requiredOption('--task <name>', 'the task')
    .requiredOption('--case <label>', 'the case; new ones are added')
    .requiredOption('--configuration <name>', 'the configuration; new ones are added')
    .option('--repeat <n>', 'which attempt at the case (default: the next)', countOption)
    .option('--pass', 'the attempt passed')
    .option('--fail', 'the attempt failed')
    .option('--error', 'the system did not finish')
    .option('--cause <key>', 'failure cause, for example tool-error')
    .addOption(new Option('--verifier <verdict>', 'what the verifier said').choices(['accept', 'reject']))
    .option('--latency <seconds>', 'how long it took', nonNegativeOption)
    .option('--cost <usd>', 'what it cost', nonNegativeOption)
    .option('--note <text>', 'a note')
    .option('--replace', 'overwrite the stored trial; the old one stays in the history')
    .action((options: LogOptions) =>
      perform(async ({ client, host, result }) => {
        const loggedBy = host.environment['NINES_LOGGED_BY']
        const { trials } = await client.call('trial.log', {
          task: options.task,
          case: options.case,
          configuration: options.configuration,
          outcome: outcomeOf(options),
          ...(options.repeat === undefined ? {} : { repeat: options.repeat }),
          ...(options.cause === undefined ? {} : { cause: options.cause }),
          ...(options.verifier === undefined ? {} : { verifier: options.verifier }),
          ...(options.latency === undefined ? {} : { latencyMs: options.latency * 1000 }),
          ...(options.cost === undefined ? {} : { costUsd: options.cost }),
          ...(options.note === undefined ? {} : { note: options.note }),
          ...(options.replace === undefined ? {} : { replace: true }),
          ...(loggedBy === undefined || loggedBy === '' ? {} : { loggedBy }),
        })
        const [trial] = trials
        result(trial, () =>
          trial === undefined
            ? ''
            : `Logged ${trial.outcome}: case "${trial.case}", repeat ${trial.repeat}, with "${trial.configuration}".`,
        )
      }),
    )
}
