import type { Command } from 'commander'
import { isMeasured, type Measured } from '../../../shared/domain/measured.ts'
import type { Plan } from '../../../shared/domain/plan.ts'
import { formatCount, formatMoney, formatPercent, formatRequired } from '../../../shared/text/numbers.ts'
import { measuredText, planTexts } from '../../../shared/text/sentences.ts'
import { translatorFor } from '../../../shared/text/translator.ts'
import {
  alphaOption,
  integerOption,
  nonNegativeOption,
  repeatsListOption,
  requiredOption,
  runsOption,
  shareOption,
  spreadOption,
} from '../arguments.ts'
import type { CommandContext } from '../command.ts'
import { withProgress } from '../progress.ts'
import { formatTable } from '../table.ts'

const english = translatorFor('en')

interface PlanOptions {
  readonly required: number
  readonly assumed: number
  readonly alpha?: number
  readonly spread?: number
  readonly repeats?: readonly number[]
  readonly cost?: number
  readonly runs?: number
  readonly seed?: number
}

function count(value: Measured): string {
  return measuredText(english, value, (number) => formatCount('en', number))
}

function chancesTable({ plans, costPerTrialUsd }: Plan): string {
  const rows = plans.map((each) => [
    formatPercent('en', each.chance),
    String(each.repeats),
    count(each.cases),
    count(each.trials),
    ...(costPerTrialUsd === null ? [] : [isMeasured(each.costUsd) ? formatMoney('en', each.costUsd) : '']),
  ])
  const heads = [
    'Chance of "meets"',
    'Repeats',
    'Cases',
    'Trials',
    ...(costPerTrialUsd === null ? [] : ['Cost']),
  ]
  return formatTable(
    [heads, ...rows],
    heads.map(() => 'right'),
  )
}

function zeroFailureTable({ zeroFailureTable: rows }: Plan): string {
  return formatTable(
    [
      ['Level', 'Fixed size', 'Any time'],
      ...rows.map((each) => [
        formatRequired('en', each.required),
        formatCount('en', each.fixedSize),
        formatCount('en', each.anyTime),
      ]),
    ],
    ['right', 'right', 'right'],
  )
}

function planText(plan: Plan): string {
  const title = `To show ${formatRequired('en', plan.required)} when ${formatRequired('en', plan.assumed)} of attempts pass`
  return [
    title,
    chancesTable(plan),
    planTexts(english, plan).join('\n'),
    `Cases without a failure at ${formatRequired('en', 1 - plan.alpha)} confidence`,
    zeroFailureTable(plan),
  ].join('\n\n')
}

/** `nines plan` */
export function addPlanCommand(program: Command, { perform }: CommandContext): void {
  program
    .command('plan')
    .description('how many cases and repeats bring which chance of showing a level')
    .requiredOption('--required <R>', 'the reliability the level requires, such as 0.99', requiredOption)
    .requiredOption('--assumed <P>', 'the reliability that is assumed, such as 0.995', shareOption)
    .option(
      '--spread <S>',
      'how much cases differ, from 0 (not at all) to below 1 (default: 0)',
      spreadOption,
    )
    .option(
      '--repeats <n>',
      'attempts per case; repeat to compare several (default: 1, 2, 4)',
      repeatsListOption,
    )
    .option('--alpha <a>', 'chance of ever claiming wrongly (default: 0.05)', alphaOption)
    .option('--cost <usd>', 'cost of one trial, US dollars', nonNegativeOption)
    .option('--runs <n>', 'how many teams are simulated (default: 1000)', runsOption)
    .option('--seed <n>', 'seed of the simulation (default: 1)', integerOption)
    .action(({ cost, repeats, ...options }: PlanOptions) =>
      perform(async (session) => {
        const plan = await withProgress(session, 'Simulating', (job) =>
          session.client.call('plan.get', {
            ...options,
            ...(repeats === undefined ? {} : { repeats: [...repeats] }),
            ...(cost === undefined ? {} : { costPerTrialUsd: cost }),
            job,
          }),
        )
        session.answer(plan, () => planText(plan))
      }),
    )
}
