import { type Command, Option } from 'commander'
import type { Input } from '../../../shared/contract/contract.ts'
import {
  scopes,
  type Scope,
  type Task,
  type TaskDetail,
  type TaskSummary,
} from '../../../shared/domain/task.ts'
import type { Level } from '../../../shared/domain/level.ts'
import { formatLatency, formatMoney, formatRequired } from '../../../shared/text/numbers.ts'
import { casesText, levelVerdictWord, repeatsText, trialsText } from '../../../shared/text/sentences.ts'
import { translatorFor } from '../../../shared/text/translator.ts'
import {
  alphaOption,
  amountOption,
  countOption,
  levelOption,
  nonNegativeOption,
  repeatsOption,
  secondsOption,
} from '../arguments.ts'
import type { CommandContext } from '../command.ts'
import { formatTable } from '../table.ts'
import { addTaskChange } from './task-change.ts'

const english = translatorFor('en')

interface CreateOptions {
  readonly level?: readonly Level[]
  readonly target?: string
  readonly repeats?: number
  readonly cases?: number
  readonly maxCost?: number
  /** In ms, as the option's parser gives it. */
  readonly maxLatency?: number
  readonly wrongCost?: number
  readonly scope?: Scope
  readonly alpha?: number
  readonly definition?: string
}

function toNewTask(name: string, options: CreateOptions): Input<'task.create'> {
  const { level, repeats, cases, maxCost, maxLatency, wrongCost, ...named } = options
  return {
    ...named,
    name,
    ...(level === undefined ? {} : { levels: [...level] }),
    plannedRepeats: repeats ?? null,
    plannedCases: cases ?? null,
    wrongCost: wrongCost ?? null,
    budget: { maxCostUsd: maxCost ?? null, maxLatencyMs: maxLatency ?? null },
  }
}

function levelsText(levels: readonly Level[], target: string): string {
  return levels
    .map(
      (each) =>
        `${each.name} ${formatRequired('en', each.required)}${each.name === target ? ' (target)' : ''}`,
    )
    .join(', ')
}

function verdictText(verdict: TaskSummary['verdict']): string {
  return verdict === 'no-trials' ? 'no trials yet' : levelVerdictWord(english, verdict)
}

function listText(tasks: readonly TaskSummary[]): string {
  if (tasks.length === 0) {
    return 'No task yet. Create one with nines task create NAME, or look at the sample with nines demo.'
  }
  const rows = tasks.map((each) => [
    each.name,
    `${each.target} ${formatRequired('en', each.required)}`,
    verdictText(each.verdict),
    String(each.configurations),
    String(each.cases),
    String(each.trials),
  ])
  return formatTable(
    [['Task', 'Target', 'Verdict', 'Configurations', 'Cases', 'Trials'], ...rows],
    ['left', 'left', 'left', 'right', 'right', 'right'],
  )
}

function plannedText({ plannedCases, plannedRepeats }: Task): string {
  const cases = plannedCases === null ? 'any number of cases' : casesText(english, plannedCases)
  const repeats =
    plannedRepeats === null
      ? 'repeats as in the first import'
      : `${repeatsText(english, plannedRepeats)} each`
  return `${cases}, ${repeats}`
}

function budgetText({ budget: { maxCostUsd, maxLatencyMs } }: Task): string {
  const limits = [
    ...(maxCostUsd === null ? [] : [formatMoney('en', maxCostUsd)]),
    ...(maxLatencyMs === null ? [] : [formatLatency('en', maxLatencyMs)]),
  ]
  return limits.length === 0 ? 'none' : `${limits.join(' and ')} per task`
}

function detailText({ task, configurations, cases, trials }: TaskDetail): string {
  const facts: readonly (readonly [string, string])[] = [
    ['Levels', levelsText(task.levels, task.target)],
    ['Planned', plannedText(task)],
    ['Budget', budgetText(task)],
    ...(task.wrongCost === null
      ? []
      : ([['Wrong', `one wrong answer undoes ${task.wrongCost} right ones`]] as const)),
    ['Claim', `${task.scope}, α = ${task.alpha}`],
    ['Logged', `${trialsText(english, trials)} of ${casesText(english, cases)}`],
  ]
  const rows = configurations.map((each) => [each.name, String(each.cases), String(each.trials)])
  return [
    task.name,
    ...(task.definition === '' ? [] : [task.definition]),
    formatTable(facts, ['left', 'left']),
    ...(rows.length === 0
      ? []
      : ['', formatTable([['Configuration', 'Cases', 'Trials'], ...rows], ['left', 'right', 'right'])]),
  ].join('\n')
}

/** `nines task create | change | list | show` */
export function addTaskCommand(program: Command, context: CommandContext): void {
  const { perform } = context
  const tasks = program.command('task').description('set tasks up, change them and look at them')
  tasks
    .command('create <name>')
    .description('set up a task; levels default to Assist 80%, Supervised 95%, Unattended 99%')
    .option(
      '--level <NAME=R>',
      'an automation level and the reliability it requires; repeat for several',
      levelOption,
    )
    .option('--target <level>', 'the level aimed at (default: the strictest)')
    .option('--definition <text>', 'what "done" means for one attempt')
    .option('--repeats <n>', 'planned trials a case (default: fixed by the first import)', repeatsOption)
    .option('--cases <m>', 'planned cases', countOption)
    .option('--max-cost <usd>', 'budget per task, US dollars', amountOption)
    .option('--max-latency <seconds>', 'budget per task, seconds', secondsOption(amountOption))
    .option('--wrong-cost <w>', 'how many right answers one wrong answer undoes', nonNegativeOption)
    .addOption(new Option('--scope <scope>', 'what claims are about').choices([...scopes]))
    .option('--alpha <a>', 'chance of ever claiming wrongly (default: 0.05)', alphaOption)
    .action((name: string, options: CreateOptions) =>
      perform(
        async ({ client, done }) => {
          const task = await client.call('task.create', toNewTask(name, options))
          done(task, () => `Created the task "${task.name}": ${levelsText(task.levels, task.target)}.`)
        },
        { make: true },
      ),
    )
  addTaskChange(tasks, context)
  tasks
    .command('list')
    .description('every task with its verdict')
    .action(() =>
      perform(async ({ client, answer }) => {
        const list = await client.call('task.list', {})
        answer(list, () => listText(list))
      }),
    )
  tasks
    .command('show <name>')
    .description('one task: levels, plan, budget, configurations')
    .action((name: string) =>
      perform(async ({ client, answer }) => {
        const detail = await client.call('task.get', { task: name })
        answer(detail, () => detailText(detail))
      }),
    )
}
