import { type Command, Option } from 'commander'
import type { Input } from '../../../shared/contract/contract.ts'
import type { Outcome, Trial, VerifierVerdict } from '../../../shared/domain/trial.ts'
import { ExpectedFailure } from '../../../shared/domain/failure.ts'
import { countOption, nonNegativeOption, secondsOption } from '../arguments.ts'
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
  /** In ms, as the option's parser gives it. */
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

function toTrial(options: LogOptions, loggedBy: string | undefined): Input<'trial.log'> {
  const { pass: _pass, fail: _fail, error: _error, latency, cost, ...named } = options
  const name = loggedBy?.trim() ?? ''
  return {
    ...named,
    outcome: outcomeOf(options),
    ...(latency === undefined ? {} : { latencyMs: latency }),
    ...(cost === undefined ? {} : { costUsd: cost }),
    ...(name === '' ? {} : { loggedBy: name }),
  }
}

function loggedText(trial: Trial): string {
  return `Logged ${trial.outcome}: case "${trial.case}", repeat ${trial.repeat}, with "${trial.configuration}".`
}

/** `nines log` */
export function addLogCommand(program: Command, { host, perform }: CommandContext): void {
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
    .option('--latency <seconds>', 'how long it took', secondsOption(nonNegativeOption))
    .option('--cost <usd>', 'what it cost', nonNegativeOption)
    .option('--note <text>', 'a note')
    .option('--replace', 'overwrite the stored trial; the old one stays in the history')
    .action((options: LogOptions) => {
      const trial = toTrial(options, host.environment['NINES_LOGGED_BY'])
      return perform(async ({ client, done }) => {
        const { trials } = await client.call('trial.log', trial)
        const [logged] = trials
        done(logged, () => (logged === undefined ? '' : loggedText(logged)))
      })
    })
}
