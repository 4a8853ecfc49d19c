import type { AttemptCurve } from '../assessment/index.ts'
import type { Assessment } from '../domain/assessment.ts'
import type { Task } from '../domain/task.ts'
import { budgetText, votesTexts } from '../text/sentences.ts'
import type { Translator } from '../text/translator.ts'
import { knownAxes } from './attempts-curves-layout.ts'

type BudgetNote = 'unknownBudget' | 'hollow' | 'allPaidFor'

function budgetNote(curves: readonly AttemptCurve[], { budget }: Task): BudgetNote {
  const known = knownAxes(curves)
  const isUnknown =
    (budget.maxCostUsd !== null && !known.includes('cost')) ||
    (budget.maxLatencyMs !== null && !known.includes('latency'))
  if (isUnknown) return 'unknownBudget'
  return curves.every((curve) => curve.points.every((each) => each.isPaidFor)) ? 'allPaidFor' : 'hollow'
}

/** What the budget has to do with the curves, how votes were worked out, and what is missing for other axes. */
export function curveNotes(
  translator: Translator,
  curves: readonly AttemptCurve[],
  { assessment, task }: { readonly assessment: Assessment; readonly task: Task },
): readonly string[] {
  const { t } = translator
  const budget = budgetText(translator, task.budget)
  return [
    ...(budget === null ? [] : [t(`screens.scaling.curves.${budgetNote(curves, task)}`, { budget })]),
    ...(knownAxes(curves).length === 1 ? [t('screens.scaling.axes.noPrice')] : []),
    ...votesTexts(translator, assessment),
  ]
}
