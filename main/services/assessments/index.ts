import { assess, computeSeries, lastStepMembers } from '../../../shared/assessment/index.ts'
import type { Assessment } from '../../../shared/domain/assessment.ts'
import type { Language } from '../../../shared/domain/settings.ts'
import type { Scope, Task, TaskSummary } from '../../../shared/domain/task.ts'
import { nextStepText } from '../../../shared/text/sentences.ts'
import { translatorFor } from '../../../shared/text/translator.ts'
import { listConfigurations } from '../../store/configurations.ts'
import { listPlanChanges } from '../../store/plan-changes.ts'
import { countCases, listTasks, type StoredTask } from '../../store/tasks.ts'
import type { StoreContext } from '../context.ts'
import { requireTask } from '../tasks/index.ts'
import { readAll, readSeriesCases } from './records.ts'

export interface AssessmentRequest {
  readonly task: string
  readonly configuration?: string | undefined
  readonly level?: string | undefined
  readonly scope?: Scope | undefined
  readonly language: Language
}

/** Reads the roll-ups and assesses; never scans trials. */
function assessStored(
  context: StoreContext,
  stored: StoredTask,
  name: string | undefined,
  options: { readonly level?: string | undefined; readonly scope?: Scope | undefined },
) {
  const { queries } = context.workspace
  const { all, record, others } = readAll(context, stored, name)
  return assess({
    task: stored.task,
    configuration: record,
    others,
    lastStepCases: readSeriesCases(queries, all, lastStepMembers(computeSeries(record, others))),
    planChanges: listPlanChanges(queries, stored.id),
    level: options.level,
    scope: options.scope,
  })
}

/** @throws ExpectedFailure when the task, configuration or level is not there, or nothing is logged yet */
export function assessTask(
  context: StoreContext,
  request: AssessmentRequest,
): { assessment: Assessment; task: Task } {
  const { stored, found } = context.workspace.queries.snapshot(() => {
    const task = requireTask(context, request.task)
    return { stored: task, found: assessStored(context, task, request.configuration, request) }
  })
  const translator = translatorFor(request.language)
  const next = found.bottleneck.nextSteps.map((step) =>
    nextStepText(translator, step, stored.task.causes, found),
  )
  return {
    assessment: { ...found, bottleneck: { ...found.bottleneck, next } },
    task: stored.task,
  }
}

function summarize(context: StoreContext, stored: StoredTask): TaskSummary {
  const { queries } = context.workspace
  const { task } = stored
  const configurations = listConfigurations(queries, stored.id)
  const busiest = configurations.toSorted((a, b) => b.trials - a.trials)[0]
  const level = task.levels.find((each) => each.name === task.target)
  const verdict =
    busiest === undefined || busiest.trials === 0
      ? undefined
      : assessStored(context, stored, busiest.name, {}).levels.find((each) => each.name === task.target)
          ?.verdict
  return {
    name: task.name,
    target: task.target,
    required: level?.required ?? 0,
    configurations: configurations.length,
    cases: countCases(queries, stored.id),
    trials: configurations.reduce((sum, each) => sum + each.trials, 0),
    verdict: verdict ?? 'no-trials',
  }
}

/** Every task with the verdict of its target level for the configuration with most trials. */
export function summarizeTasks(context: StoreContext): TaskSummary[] {
  const { queries } = context.workspace
  return queries.snapshot(() => listTasks(queries).map((stored) => summarize(context, stored)))
}
