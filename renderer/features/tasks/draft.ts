import type { Input } from '../../../shared/contract/contract.ts'
import { errorChance, presetLevels, requiredReliability } from '../../../shared/domain/level.ts'
import type { Scope } from '../../../shared/domain/task.ts'
import type { Translator } from '../../../shared/text/translator.ts'

export interface LevelDraft {
  /** Tells rows of the form apart while their names change. */
  readonly id: number
  readonly name: string
  readonly required: number | null
}

/** A task as the form holds it, before it is complete. */
export interface TaskDraft {
  readonly name: string
  readonly definition: string
  readonly levels: readonly LevelDraft[]
  /** `id` of the level aimed at. */
  readonly target: number
  readonly repeats: number | null
  readonly cases: number | null
  readonly maxCostUsd: number | null
  readonly maxSeconds: number | null
  readonly wrongCost: number | null
  readonly scope: Scope
  readonly alpha: number | null
}

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

export type DraftProblem =
  | { readonly field: 'name'; readonly problem: 'nameMissing' | 'nameTaken' }
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

/** Everything that keeps the draft from being a task; empty when nothing does. */
export function problemsOf(draft: TaskDraft, takenNames: readonly string[]): readonly DraftProblem[] {
  const name = draft.name.trim()
  const { alpha } = draft
  return [
    ...(name === '' ? [{ field: 'name', problem: 'nameMissing' } as const] : []),
    ...(takenNames.includes(name) ? [{ field: 'name', problem: 'nameTaken' } as const] : []),
    ...levelProblems(draft.levels),
    ...(!errorChance.safeParse(alpha).success ? [{ field: 'alpha', problem: 'alphaWrong' } as const] : []),
  ]
}

/** The task a draft without problems describes. */
export function toNewTask(draft: TaskDraft): Input<'task.create'> {
  const target = draft.levels.find((each) => each.id === draft.target) ?? draft.levels[0]
  return {
    name: draft.name.trim(),
    definition: draft.definition.trim(),
    levels: draft.levels.map(({ name, required }) => ({ name: name.trim(), required: required ?? 0 })),
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
