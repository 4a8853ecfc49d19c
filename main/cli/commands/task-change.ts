import { type Command, Option } from 'commander'
import type { Client } from '../../../shared/contract/client.ts'
import type { Input } from '../../../shared/contract/contract.ts'
import { ExpectedFailure } from '../../../shared/domain/failure.ts'
import type { Level } from '../../../shared/domain/level.ts'
import { type PlanChange, planDifference } from '../../../shared/domain/plan-change.ts'
import { type Scope, scopes, type Task, type TaskDetail } from '../../../shared/domain/task.ts'
import { planChangeTexts } from '../../../shared/text/sentences.ts'
import { translatorFor } from '../../../shared/text/translator.ts'
import {
  alphaOption,
  amountOption,
  countOption,
  levelOption,
  nonNegativeOption,
  orNone,
  repeatsOption,
  secondsOption,
} from '../arguments.ts'
import type { CommandContext } from '../command.ts'

const english = translatorFor('en')

type OrNone = number | 'none'

/** As for a new task. */
interface ChangeOptions {
  readonly level?: readonly Level[]
  readonly target?: string
  readonly repeats?: number
  readonly cases?: OrNone
  readonly maxCost?: OrNone
  /** In ms, as the option's parser gives it. */
  readonly maxLatency?: OrNone
  readonly wrongCost?: OrNone
  readonly scope?: Scope
  readonly alpha?: number
  readonly definition?: string
}

/** What is to be said from now on; what stays when nothing is named. */
function saidOr<Stays>(given: OrNone | undefined, stays: Stays): number | null | Stays {
  if (given === undefined) return stays
  return given === 'none' ? null : given
}

/** What is not named stays; a budget is kept as a whole. */
function toChanges(options: ChangeOptions, { budget }: Task): Input<'task.change'>['changes'] {
  const { level, repeats, cases, maxCost, maxLatency, wrongCost, ...named } = options
  return {
    ...named,
    levels: level === undefined ? undefined : [...level],
    plannedRepeats: repeats,
    plannedCases: saidOr(cases, undefined),
    wrongCost: saidOr(wrongCost, undefined),
    budget: {
      maxCostUsd: saidOr(maxCost, budget.maxCostUsd),
      maxLatencyMs: saidOr(maxLatency, budget.maxLatencyMs),
    },
  }
}

/** What was remembered of the change, because trials were there; null when it was no change of the plan. */
async function rememberedChange(client: Client, before: TaskDetail, after: Task): Promise<PlanChange | null> {
  const logged = before.configurations.find((each) => each.trials > 0)
  if (logged === undefined || planDifference(before.task, after) === null) return null
  const request = { task: after.name, configuration: logged.name }
  const { planChanges } = await client.call('assessment.get', request)
  return planChanges.at(-1) ?? null
}

function changedText(before: Task, after: Task, planChange: PlanChange | null): string {
  if (JSON.stringify(before) === JSON.stringify(after)) return `The task "${after.name}" says so already.`
  const remembered = planChange === null ? [] : planChangeTexts(english, [planChange])
  return [`Changed the task "${after.name}".`, ...remembered].join('\n')
}

/** `nines task change` */
export function addTaskChange(tasks: Command, { perform }: CommandContext): void {
  tasks
    .command('change <name>')
    .description('change a task; what is not named stays, and what of its plan changes after trials is told')
    .option('--level <NAME=R>', 'a level; repeat for several, which replace all there were', levelOption)
    .option('--target <level>', 'the level aimed at')
    .option('--definition <text>', 'what "done" means for one attempt')
    .option('--repeats <n>', 'planned trials a case', repeatsOption)
    .option('--cases <m>', 'planned cases, or none for any number', orNone(countOption))
    .option('--max-cost <usd>', 'budget per task, US dollars, or none', orNone(amountOption))
    .option(
      '--max-latency <seconds>',
      'budget per task, seconds, or none',
      orNone(secondsOption(amountOption)),
    )
    .option(
      '--wrong-cost <w>',
      'how many right answers one wrong answer undoes, or none',
      orNone(nonNegativeOption),
    )
    .addOption(new Option('--scope <scope>', 'what claims are about').choices([...scopes]))
    .option('--alpha <a>', 'chance of ever claiming wrongly', alphaOption)
    .action((name: string, options: ChangeOptions) => {
      if (Object.keys(options).length === 0) {
        throw new ExpectedFailure('bad-input', 'Say what is to change. Nothing was changed. (see --help)')
      }
      return perform(async ({ client, done }) => {
        const before = await client.call('task.get', { task: name })
        const changes = toChanges(options, before.task)
        const task = await client.call('task.change', { task: name, changes })
        const planChange = await rememberedChange(client, before, task)
        done({ ...task, planChange }, () => changedText(before.task, task, planChange))
      })
    })
}
