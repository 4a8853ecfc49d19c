import type { Command } from 'commander'
import type { Input } from '../../../shared/contract/contract.ts'
import { ExpectedFailure } from '../../../shared/domain/failure.ts'
import type { ConfigurationSummary } from '../../../shared/domain/configuration.ts'
import { formatNumber } from '../../../shared/text/numbers.ts'
import { amountOption, parameterOption, type Parameters } from '../arguments.ts'
import type { CommandContext } from '../command.ts'
import { formatTable } from '../table.ts'

export const noConfigurationText = 'No configuration yet: import a file or log the first trial.'

interface SetOptions {
  readonly task: string
  readonly create?: true
  readonly model?: string
  readonly modelVersion?: string
  readonly strategy?: string
  readonly promptVersion?: string
  readonly compute?: number
  readonly computeUnit?: string
  readonly moreComputeThan?: string
  readonly parameter?: Parameters
}

/** @throws ExpectedFailure `bad-input` for an amount without a unit, or a unit without an amount */
function requireWholeCompute({ compute, computeUnit }: SetOptions): void {
  if ((compute === undefined) === (computeUnit === undefined)) return
  const [given, missing] =
    compute === undefined ? ['--compute-unit', '--compute'] : ['--compute', '--compute-unit']
  throw new ExpectedFailure(
    'bad-input',
    `${given} needs ${missing} with it. Nothing was changed. (see --help)`,
  )
}

function toChanges(options: SetOptions): Input<'configuration.set'>['changes'] {
  const { model, modelVersion, strategy, promptVersion, moreComputeThan, parameter } = options
  return {
    ...(model === undefined ? {} : { model }),
    ...(modelVersion === undefined ? {} : { version: modelVersion }),
    ...(strategy === undefined ? {} : { strategy }),
    ...(promptVersion === undefined ? {} : { promptVersion }),
    ...(options.compute === undefined
      ? {}
      : { compute: { amount: options.compute, unit: options.computeUnit ?? '' } }),
    ...(moreComputeThan === undefined ? {} : { moreComputeThan }),
    ...(parameter === undefined ? {} : { parameters: parameter }),
  }
}

function computeText({ compute }: ConfigurationSummary): string {
  return compute === null ? '' : `${formatNumber('en', compute.amount, 6)} ${compute.unit}`
}

function parametersText({ parameters }: ConfigurationSummary): string {
  return Object.entries(parameters)
    .map(([name, value]) => `${name}=${value}`)
    .join(' ')
}

function listText(configurations: readonly ConfigurationSummary[]): string {
  if (configurations.length === 0) return noConfigurationText
  const rows = configurations.map((each) => [
    each.name,
    [each.model, each.version].filter((part) => part !== null).join(' '),
    each.strategy ?? '',
    each.promptVersion ?? '',
    computeText(each),
    each.moreComputeThan ?? '',
    parametersText(each),
    String(each.trials),
  ])
  const heads = [
    'Configuration',
    'Model',
    'Strategy',
    'Prompt',
    'Compute',
    'More than',
    'Parameters',
    'Trials',
  ]
  return formatTable(
    [heads, ...rows],
    heads.map((_, index) => (index === heads.length - 1 ? 'right' : 'left')),
  )
}

/** `nines configuration set | list` */
export function addConfigurationCommand(program: Command, { perform }: CommandContext): void {
  const configurations = program
    .command('configuration')
    .description('say what configurations are, and which of them are a compute series')
  configurations
    .command('set <name>')
    .description('say what a configuration is; what is not named stays')
    .requiredOption('--task <name>', 'the task')
    .option('--create', 'make the configuration when the task has none of that name')
    .option('--model <name>', 'the model')
    .option('--model-version <version>', 'its version')
    .option('--strategy <text>', 'how it is run, such as "single call"')
    .option('--prompt-version <version>', 'version of the prompt')
    .option('--compute <amount>', 'compute per attempt; needs --compute-unit', amountOption)
    .option('--compute-unit <unit>', 'what is counted, such as samples; the same unit makes a series')
    .option('--more-compute-than <name>', 'the configuration this one spends more compute than')
    .option('--parameter <NAME=VALUE>', 'a free parameter; repeat for several', parameterOption)
    .action((name: string, options: SetOptions) => {
      requireWholeCompute(options)
      return perform(async ({ client, done }) => {
        const summary = await client.call('configuration.set', {
          task: options.task,
          configuration: name,
          create: options.create === true,
          changes: toChanges(options),
        })
        done(summary, () => `Changed the configuration "${summary.name}".\n${listText([summary])}`)
      })
    })
  configurations
    .command('list')
    .description('the configurations of a task')
    .requiredOption('--task <name>', 'the task')
    .action(({ task }: { readonly task: string }) =>
      perform(async ({ client, answer }) => {
        const detail = await client.call('task.get', { task })
        answer(detail.configurations, () => listText(detail.configurations))
      }),
    )
}
