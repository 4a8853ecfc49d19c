import { type Command, Option } from 'commander'
import type { Input } from '../../../shared/contract/contract.ts'
import { scopes, type Scope, type TaskDetail, type TaskSummary } from '../../../shared/domain/task.ts'
import type { Level } from '../../../shared/domain/level.ts'
import { formatRequired } from '../../../shared/text/numbers.ts'
import { alphaOption, amountOption, countOption, levelOption, nonNegativeOption } from '../arguments.ts'
import type { CommandContext } from '../command.ts'
import { formatTable } from '../table.ts'

interface CreateOptions {
  readonly level?: readonly Level[]
  readonly target?: string
  readonly repeats?: number
  readonly cases?: number
  readonly maxCost?: number
  readonly maxLatency?: number
  readonly wrongCost?: number
  readonly scope?: Scope
  readonly alpha?: number
  readonly definition?: string
}

function toNewTask(name: string, options: CreateOptions): Input<'task.create'> {
  const { level, target, repeats, cases, maxCost, maxLatency, wrongCost, scope, alpha, definition } = options
  return {
    name,
    ...(level === undefined ? {} : { levels: [...level] }),
    ...(target === undefined ? {} : { target }),
    ...(definition === undefined ? {} : { definition }),
    ...(scope === undefined ? {} : { scope }),
    ...(alpha === undefined ? {} : { alpha }),
    plannedRepeats: repeats ?? null,
    plannedCases: cases ?? null,
    wrongCost: wrongCost ?? null,
    budget: {
      maxCostUsd: maxCost ?? null,
      maxLatencyMs: maxLatency === undefined ? null : maxLatency * 1000,
    },
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

function listText(tasks: readonly TaskSummary[]): string {
  if (tasks.length === 0)
    return 'No task yet. Create one: nines task create NAME, or see the sample: nines demo.'
  const rows = tasks.map((each) => [
    each.name,
    `${each.target} ${formatRequired('en', each.required)}`,
    each.verdict,
    String(each.configurations),
    String(each.cases),
    String(each.trials),
  ])
  return formatTable(
    [['Task', 'Target', 'Verdict', 'Configurations', 'Cases', 'Trials'], ...rows],
    ['left', 'left', 'left', 'right', 'right', 'right'],
  )
}

function detailText({ task, configurations, cases, trials }: TaskDetail): string {
  const limits = [
    task.budget.maxCostUsd === null ? '' : `$${task.budget.maxCostUsd}`,
    task.budget.maxLatencyMs === null ? '' : `${task.budget.maxLatencyMs / 1000} s`,
  ].filter((limit) => limit !== '')
  const facts: readonly (readonly [string, string])[] = [
    ['Levels', levelsText(task.levels, task.target)],
    [
      'Planned',
      `${task.plannedCases ?? 'no number of'} cases × ${task.plannedRepeats ?? 'no number of'} repeats`,
    ],
    ['Budget', limits.length === 0 ? 'none' : `${limits.join(' and ')} per task`],
    ['Claim', `${task.scope}, α = ${task.alpha}`],
    ['Logged', `${trials} trials of ${cases} cases`],
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

/** `nines task create | list | show` */
export function addTaskCommand(program: Command, { perform }: CommandContext): void {
  const tasks = program.command('task').description('set tasks up and look at them')
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
    .option('--repeats <n>', 'planned trials a case (default: fixed by the first import)', countOption)
    .option('--cases <m>', 'planned cases', countOption)
    .option('--max-cost <usd>', 'budget per task, US dollars', amountOption)
    .option('--max-latency <seconds>', 'budget per task, seconds', amountOption)
    .option('--wrong-cost <w>', 'how many right answers one wrong answer undoes', nonNegativeOption)
    .addOption(new Option('--scope <scope>', 'what claims are about').choices([...scopes]))
    .option('--alpha <a>', 'chance of ever claiming wrongly (default: 0.05)', alphaOption)
    .action((name: string, options: CreateOptions) =>
      perform(async ({ client, result }) => {
        const task = await client.call('task.create', toNewTask(name, options))
        result(task, () => `Created the task "${task.name}": ${levelsText(task.levels, task.target)}.`)
      }),
    )
  tasks
    .command('list')
    .description('every task with its verdict')
    .action(() =>
      perform(async ({ client, result }) => {
        const list = await client.call('task.list', {})
        result(list, () => listText(list))
      }),
    )
  tasks
    .command('show <name>')
    .description('one task: levels, plan, budget, configurations')
    .action((name: string) =>
      perform(async ({ client, result }) => {
        const detail = await client.call('task.get', { task: name })
        result(detail, () => detailText(detail))
      }),
    )
}
