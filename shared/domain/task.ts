import { z } from 'zod'
import { cause, startingCauses } from './cause.ts'
import { configurationSummary } from './configuration.ts'
import { exact } from './exact.ts'
import { errorChance, level, levelName, presetLevels, verdict } from './level.ts'
import { name, prose } from './trial.ts'

export const scopes = ['new-cases', 'these-cases'] as const
/** What a claim is about: new inputs like these, or this fixed list. */
export const scope = z.enum(scopes)
export type Scope = z.infer<typeof scope>

/** What one task may cost and take at most; null: no limit. */
export const budget = z
  .object({ maxCostUsd: z.number().gt(0).nullable(), maxLatencyMs: z.number().gt(0).nullable() })
  .readonly()
export type Budget = z.infer<typeof budget>

/** Trials of a case beyond this many say hardly more about it and cost every replay its time. */
export const mostPlannedRepeats = 1000

export const taskShape = z.object({
  name,
  /** What "done" means for one attempt, in the team's words. */
  definition: prose(10_000),
  levels: z.array(level).min(1).max(12).readonly(),
  /** Name of the level the team aims at. */
  target: levelName,
  /** Trials each case is to get per configuration; null until the first import fixes it. */
  plannedRepeats: z.number().int().min(1).max(mostPlannedRepeats).nullable(),
  plannedCases: z.number().int().min(1).nullable(),
  budget,
  /** How many right answers one delivered wrong answer undoes. */
  wrongCost: z.number().min(0).nullable(),
  scope,
  /** Chance, over all looks at the data, of ever claiming wrongly. */
  alpha: errorChance,
  causes: z.array(cause).max(50).readonly(),
})

function levelsAreSound(task: { levels: readonly { name: string }[]; target: string }): boolean {
  const names = task.levels.map((each) => each.name)
  return new Set(names).size === names.length && names.includes(task.target)
}

export const task = taskShape
  .refine(levelsAreSound, 'level names must differ and the target must be one of them')
  .readonly()
export type Task = z.infer<typeof task>

/** The same from a person or a script: nothing in it may be misspelled. */
const givenShape = taskShape.extend({
  levels: z.array(exact(level.unwrap().shape)).min(1).max(12).readonly(),
  budget: exact(budget.unwrap().shape),
  causes: z.array(exact(cause.unwrap().shape)).max(50).readonly(),
})

/** What a person gives to set a task up; everything but the name has a default. */
export const newTask = exact(givenShape.partial().required({ name: true }).shape).readonly()
export type NewTask = z.infer<typeof newTask>

/**
 * Fills a new task's gaps: preset levels, the strictest level as target, α = 0.05, claims about new cases.
 * @throws ZodError when level names repeat or the target is not among them.
 */
export function completeTask(given: NewTask): Task {
  const levels = given.levels ?? presetLevels
  const strictest = levels.toSorted((a, b) => b.required - a.required)[0]
  return task.parse({
    definition: '',
    plannedRepeats: null,
    plannedCases: null,
    budget: { maxCostUsd: null, maxLatencyMs: null },
    wrongCost: null,
    scope: 'new-cases',
    alpha: 0.05,
    causes: startingCauses,
    ...given,
    levels,
    target: given.target ?? strictest?.name,
  })
}

/** What may be changed of a task; what is not named stays. */
export const taskChanges = exact(givenShape.partial().shape).readonly()
export type TaskChanges = z.infer<typeof taskChanges>

export const taskDetail = z
  .object({
    task,
    configurations: z.array(configurationSummary).readonly(),
    cases: z.number().int(),
    trials: z.number().int(),
  })
  .readonly()
export type TaskDetail = z.infer<typeof taskDetail>

/** A task that was put out of sight; all of it is kept. */
export const removedTask = z
  .object({
    name,
    /** ISO 8601. */
    removedAt: z.string(),
    trials: z.number().int(),
  })
  .readonly()
export type RemovedTask = z.infer<typeof removedTask>

/** A line of the task list: `verdict` is that of the target level for the configuration with most trials. */
export const taskSummary = z
  .object({
    name,
    target: z.string(),
    required: z.number(),
    configurations: z.number().int(),
    cases: z.number().int(),
    trials: z.number().int(),
    verdict: z.union([verdict, z.literal('no-trials')]),
  })
  .readonly()
export type TaskSummary = z.infer<typeof taskSummary>
