import type { Input } from '../../../shared/contract/contract.ts'
import type { Assessment } from '../../../shared/domain/assessment.ts'
import { requiredReliability } from '../../../shared/domain/level.ts'
import { isMeasured } from '../../../shared/domain/measured.ts'
import { planInput } from '../../../shared/domain/plan.ts'
import type { Task } from '../../../shared/domain/task.ts'
import type { PlanGoal } from '../../../shared/text/sentences.ts'

export const spreadChoices = ['alike', 'some', 'much', 'own'] as const
export type SpreadChoice = (typeof spreadChoices)[number]

/** The correlation of two attempts at one case that each choice stands for. */
export const spreads = { alike: 0, some: 0.2, much: 0.6 } as const

/** What the form holds. Null: emptied. */
export interface PlanFields {
  /** A requirement of one's own stands for the level's. */
  readonly isOwn: boolean
  readonly required: number | null
  readonly assumed: number | null
  readonly spread: SpreadChoice
  readonly ownSpread: number | null
  /** Attempts per case to compare, as typed. */
  readonly repeats: string
  readonly costPerTrialUsd: number | null
}

/** What somebody changed of what is suggested. */
export type PlanDraft = Partial<PlanFields>

/** Where a suggested assumption comes from. */
export type AssumedFrom = 'measured' | 'halved'

export interface PlanBasis {
  readonly task: Task
  /** The level the rest of the window shows. */
  readonly level: PlanGoal
  /** Of the configuration on screen; null: nothing is logged with it. */
  readonly assessment: Pick<Assessment, 'reliability' | 'cost'> | null
}

/** To a hundredth of a per cent: as the form shows it. */
function rounded(share: number): number {
  return Math.round(share * 10_000) / 10_000
}

/** Half of the failures that a requirement allows. */
export function halvedFailures(required: number): number {
  // As many digits as the requirement needs: 99.99% halves to 99.995%.
  return Number((1 - (1 - required) / 2).toFixed(8))
}

/** The present estimate when there is one, else half of the failures that are allowed. */
export function suggestedAssumption(
  { assessment }: PlanBasis,
  required: number,
): { readonly assumed: number; readonly from: AssumedFrom } {
  const estimate = assessment?.reliability.estimate
  return estimate !== undefined && isMeasured(estimate)
    ? { assumed: rounded(estimate), from: 'measured' }
    : { assumed: halvedFailures(required), from: 'halved' }
}

function suggestedRepeats({ plannedRepeats }: Task): string {
  const repeats = new Set([1, 2, 4, ...(plannedRepeats === null ? [] : [plannedRepeats])])
  return [...repeats].toSorted((a, b) => a - b).join(', ')
}

/** What is to be shown according to the form; null while a requirement of one's own is missing or out of range. */
export function goalOf({ level }: PlanBasis, draft: PlanDraft): PlanGoal | null {
  if (draft.isOwn !== true) return level
  const parsed = requiredReliability.safeParse(draft.required)
  return parsed.success ? { name: null, required: parsed.data } : null
}

/** The form: what was changed over what is suggested. */
export function fieldsOf(basis: PlanBasis, draft: PlanDraft): PlanFields {
  const required = goalOf(basis, draft)?.required ?? basis.level.required
  const cost = basis.assessment?.cost.meanUsd
  return {
    isOwn: false,
    required,
    assumed: suggestedAssumption(basis, required).assumed,
    spread: 'some',
    ownSpread: spreads.some,
    repeats: suggestedRepeats(basis.task),
    costPerTrialUsd: cost !== undefined && isMeasured(cost) ? Number(cost.toPrecision(6)) : null,
    ...draft,
  }
}

const mostRepeats = 6

/** The numbers of a list, ascending and each once; null when it is none. */
export function repeatsIn(text: string): readonly number[] | null {
  const parts = text.split(/[\s,;、]+/u).filter((part) => part !== '')
  const numbers = [...new Set(parts.map(Number))].toSorted((a, b) => a - b)
  const sound = numbers.every((each) => Number.isInteger(each) && each >= 1 && each <= 1000)
  return sound && numbers.length > 0 && numbers.length <= mostRepeats ? numbers : null
}

export type PlanProblem = 'required' | 'assumed' | 'spread' | 'repeats'

function spreadOf({ spread, ownSpread }: PlanFields): number | null {
  return spread === 'own' ? ownSpread : spreads[spread]
}

/** What keeps the form from being a plan; empty when nothing does. */
export function problemsOf(fields: PlanFields): readonly PlanProblem[] {
  const spread = spreadOf(fields)
  const isShare = fields.assumed !== null && fields.assumed >= 0 && fields.assumed <= 1
  return [
    ...(fields.isOwn && !requiredReliability.safeParse(fields.required).success ? ['required' as const] : []),
    ...(isShare ? [] : ['assumed' as const]),
    ...(spread !== null && spread >= 0 && spread < 1 ? [] : ['spread' as const]),
    ...(repeatsIn(fields.repeats) === null ? ['repeats' as const] : []),
  ]
}

/** The chance of ever claiming wrongly that is planned with: the level's own when it has one. */
export function alphaOf({ task, level }: PlanBasis, isOwn: boolean): number {
  const found = isOwn ? undefined : task.levels.find((each) => each.name === level.name)
  return found?.alpha ?? task.alpha
}

/** What is asked of the core; null while the form has problems, or assumes no more than is required. */
export function planInputOf(basis: PlanBasis, fields: PlanFields): Input<'plan.get'> | null {
  const goal = goalOf(basis, fields)
  const repeats = repeatsIn(fields.repeats)
  const { assumed, costPerTrialUsd } = fields
  const spread = spreadOf(fields)
  if (goal === null || repeats === null || assumed === null || spread === null) return null
  if (problemsOf(fields).length > 0 || assumed <= goal.required) return null
  const alpha = alphaOf(basis, fields.isOwn)
  return { required: goal.required, assumed, alpha, spread, repeats, costPerTrialUsd }
}

/** The same read back from its JSON. */
export function planInputIn(json: string): Input<'plan.get'> | null {
  const value: unknown = JSON.parse(json)
  return value === null ? null : planInput.parse(value)
}

/** Of the compared attempts per case those that are told first: the planned ones, else as many as show retries. */
export function toldRepeats({ plannedRepeats }: Task, repeats: readonly number[]): number {
  const wanted = [plannedRepeats, 4].find((each) => each !== null && repeats.includes(each))
  return wanted ?? repeats.at(-1) ?? 1
}
