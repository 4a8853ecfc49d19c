import { isMeasured } from '../domain/measured.ts'
import type { Plan } from '../domain/plan.ts'
import { formatCount, formatMoney, formatPercent, formatRequired } from './numbers.ts'
import type { LeadSentence } from './sentence.ts'
import type { Translator } from './translator.ts'
import { counted } from './words.ts'

/** What is to be shown: a level of the task, or a requirement of somebody's own. */
export interface PlanGoal {
  readonly name: string | null
  readonly required: number
}

/** "Supervised (95%)", or "97%". */
export function goalText({ language, t }: Translator, { name, required }: PlanGoal): string {
  const share = formatRequired(language, required)
  return name === null ? share : t('screens.plan.goal', { level: name, required: share })
}

type PlannedRow = Plan['plans'][number]

/** The rows of a plan with so many attempts per case, and the chance that is told first. */
export const toldChance = 0.8

function rowsAt(
  plan: Plan,
  repeats: number,
): Readonly<Record<'even' | 'told' | 'sure', PlannedRow | undefined>> {
  const rows = plan.plans.filter((each) => each.repeats === repeats)
  return {
    even: rows.find((each) => each.chance < toldChance),
    told: rows.find((each) => each.chance === toldChance),
    sure: rows.find((each) => each.chance > toldChance),
  }
}

function casesOf(row: PlannedRow | undefined): number | null {
  return row !== undefined && isMeasured(row.cases) ? row.cases : null
}

/** "840 attempts, $4.20". */
export function effortText(translator: Translator, { trials, costUsd }: PlannedRow): string {
  if (!isMeasured(trials)) return '–'
  const attempts = counted(translator, 'screens.plan.effort', trials)
  return isMeasured(costUsd) ? `${attempts}, ${formatMoney(translator.language, costUsd)}` : attempts
}

/** How many cases bring a good chance of showing the goal, at so many attempts per case. */
export function planHeadline(translator: Translator, plan: Plan, goal: PlanGoal, repeats: number): string {
  const { language, t } = translator
  const { told } = rowsAt(plan, repeats)
  const cases = casesOf(told)
  const values = {
    goal: goalText(translator, goal),
    assumed: formatRequired(language, plan.assumed),
    chance: formatPercent(language, toldChance),
  }
  if (told === undefined || cases === null) {
    return t('screens.plan.headlineTooMany', { ...values, most: formatCount(language, plan.mostCases) })
  }
  return counted(translator, 'screens.plan.headline', cases, {
    ...values,
    effort: effortText(translator, told),
  })
}

/** At how many attempts per case that is, and what other chances take. */
export function planDetails(translator: Translator, plan: Plan, repeats: number): LeadSentence {
  const { language, t } = translator
  const { even, sure } = rowsAt(plan, repeats)
  const [half, almost] = [casesOf(even), casesOf(sure)]
  const count = (value: number): string => formatCount(language, value)
  const lead = counted(translator, 'screens.plan.each', repeats)
  const chance = sure === undefined ? '' : formatPercent(language, sure.chance)
  if (half === null) return { lead, rest: t('screens.plan.noChance') }
  if (almost === null) {
    return { lead, rest: t('screens.plan.evenChance', { half: count(half), most: count(plan.mostCases) }) }
  }
  return { lead, rest: t('screens.plan.otherChances', { half: count(half), sure: count(almost), chance }) }
}
