import { z } from 'zod'
import type { Input } from '../../../shared/contract/contract.ts'
import { errorChance, presetLevels, requiredReliability } from '../../../shared/domain/level.ts'
import { overlay } from '../../../shared/domain/overlay.ts'
import { scope, type Task } from '../../../shared/domain/task.ts'
import type { Translator } from '../../../shared/text/translator.ts'

const levelDraft = z
  .object({
    /** Tells rows of the form apart while their names change. */
    id: z.number().int().min(0),
    name: z.string(),
    required: z.number().nullable(),
    /** A chance of claiming wrongly of its own, which the form does not show. */
    alpha: z.number().optional(),
  })
  .readonly()
export type LevelDraft = z.infer<typeof levelDraft>

/** A task as the form holds it, before it is complete. */
export const taskDraft = z
  .object({
    name: z.string(),
    definition: z.string(),
    levels: z.array(levelDraft).min(1).max(12).readonly(),
    /** `id` of the level aimed at. */
    target: z.number().int(),
    repeats: z.number().nullable(),
    cases: z.number().nullable(),
    maxCostUsd: z.number().nullable(),
    maxSeconds: z.number().nullable(),
    wrongCost: z.number().nullable(),
    scope,
    alpha: z.number().nullable(),
  })
  .readonly()
export type TaskDraft = z.infer<typeof taskDraft>

const presetNames = ['assist', 'supervised', 'unattended'] as const

/** What the form starts with: the preset levels, named in the reader's language. */
export function emptyDraft(t: Translator['t']): TaskDraft {
  return {
    name: '',
    definition: '',
    levels: presetLevels.map(({ name, required }, id) => {
      const preset = presetNames[id]
      return { id, name: preset === undefined ? name : t(`screens.newTask.presets.${preset}`), required }
    }),
    target: presetLevels.length - 1,
    repeats: 4,
    cases: null,
    maxCostUsd: null,
    maxSeconds: null,
    wrongCost: null,
    scope: 'new-cases',
    alpha: 0.05,
  }
}

/** What the form starts with for a task that is there. */
export function draftOf(task: Task): TaskDraft {
  const { levels, target, budget } = task
  return {
    name: task.name,
    definition: task.definition,
    levels: levels.map(({ alpha, ...level }, id) => ({
      id,
      ...level,
      ...(alpha === undefined ? {} : { alpha }),
    })),
    target: levels.findIndex((each) => each.name === target),
    repeats: task.plannedRepeats,
    cases: task.plannedCases,
    maxCostUsd: budget.maxCostUsd,
    maxSeconds: budget.maxLatencyMs === null ? null : budget.maxLatencyMs / 1000,
    wrongCost: task.wrongCost,
    scope: task.scope,
    alpha: task.alpha,
  }
}

export type DraftProblem =
  | { readonly field: 'name'; readonly problem: 'nameMissing' | 'nameTaken' }
  | { readonly field: 'repeats'; readonly problem: 'repeatsMissing' }
  | {
      readonly field: 'level'
      readonly id: number
      readonly problem: 'levelNameMissing' | 'levelNameTwice' | 'levelRequiredWrong'
    }
  | { readonly field: 'alpha'; readonly problem: 'alphaWrong' }

/** Which field of a level a problem belongs to. */
export type LevelPart = 'name' | 'required'

export function partOf(problem: DraftProblem['problem']): LevelPart {
  return problem === 'levelRequiredWrong' ? 'required' : 'name'
}

function levelProblems(levels: readonly LevelDraft[]): readonly DraftProblem[] {
  return levels.flatMap(({ id, name, required }): DraftProblem[] => {
    const trimmed = name.trim()
    const isTwice = levels.some((each) => each.id < id && each.name.trim() === trimmed)
    if (trimmed === '') return [{ field: 'level', id, problem: 'levelNameMissing' }]
    if (isTwice) return [{ field: 'level', id, problem: 'levelNameTwice' }]
    if (!requiredReliability.safeParse(required).success)
      return [{ field: 'level', id, problem: 'levelRequiredWrong' }]
    return []
  })
}

/**
 * Everything that keeps the draft from being a task; empty when nothing does.
 * @param needsRepeats a plan that once says how many repeats there are cannot go back to saying nothing
 */
export function problemsOf(
  draft: TaskDraft,
  takenNames: readonly string[],
  needsRepeats = false,
): readonly DraftProblem[] {
  const name = draft.name.trim()
  const { alpha, repeats } = draft
  return [
    ...(name === '' ? [{ field: 'name', problem: 'nameMissing' } as const] : []),
    ...(takenNames.includes(name) ? [{ field: 'name', problem: 'nameTaken' } as const] : []),
    ...levelProblems(draft.levels),
    ...(needsRepeats && repeats === null ? [{ field: 'repeats', problem: 'repeatsMissing' } as const] : []),
    ...(!errorChance.safeParse(alpha).success ? [{ field: 'alpha', problem: 'alphaWrong' } as const] : []),
  ]
}

/** The task a draft without problems describes. */
export function toNewTask(draft: TaskDraft): Input<'task.create'> {
  const target = draft.levels.find((each) => each.id === draft.target) ?? draft.levels[0]
  return {
    name: draft.name.trim(),
    definition: draft.definition.trim(),
    levels: draft.levels.map(({ name, required, alpha }) => ({
      name: name.trim(),
      required: required ?? 0,
      ...(alpha === undefined ? {} : { alpha }),
    })),
    ...(target === undefined ? {} : { target: target.name.trim() }),
    plannedRepeats: draft.repeats,
    plannedCases: draft.cases,
    budget: {
      maxCostUsd: draft.maxCostUsd,
      // 1.001 × 1000 is a little less than 1001, and an attempt of 1001 ms would be over budget.
      maxLatencyMs: draft.maxSeconds === null ? null : Math.round(draft.maxSeconds * 1000),
    },
    wrongCost: draft.wrongCost,
    scope: draft.scope,
    ...(draft.alpha === null ? {} : { alpha: draft.alpha }),
  }
}

/** The task that the draft, without problems, makes of one that is there; what was not touched stays to the letter. */
export function changedTask(task: Task, draft: TaskDraft, causes: Task['causes']): Task {
  const { budget, ...given } = toNewTask(draft)
  const { maxLatencyMs } = task.budget
  const isSameLimit = maxLatencyMs !== null && draft.maxSeconds === maxLatencyMs / 1000
  return overlay<Task>(task, {
    ...given,
    // What was stored may be finer than the whole milliseconds that the form makes of it.
    budget: overlay({ ...task.budget, ...budget }, isSameLimit ? { maxLatencyMs } : {}),
    ...(draft.definition === task.definition ? { definition: task.definition } : {}),
    causes,
  })
}
