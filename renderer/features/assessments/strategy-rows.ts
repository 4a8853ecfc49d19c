import { shortlist, withinBudget } from '../../../shared/assessment/index.ts'
import type { Interval, Strategy } from '../../../shared/domain/assessment.ts'
import type { Verdict } from '../../../shared/domain/level.ts'
import { isMeasured, type Measured } from '../../../shared/domain/measured.ts'
import type { Budget } from '../../../shared/domain/task.ts'
import { formatCount, formatLatency, formatMoney } from '../../../shared/text/numbers.ts'
import { priceText, strategyName } from '../../../shared/text/sentences.ts'
import type { Translator } from '../../../shared/text/translator.ts'
import type { PanelProps } from './VerdictView.tsx'

export interface StrategyRow {
  readonly key: string
  readonly name: string
  /** Null: there is no verifier to replay. */
  readonly reaches: Interval | null
  readonly attempts: Measured
  /** What it costs, and whether the budget allows that; null where nobody can know. */
  readonly price: string | null
  readonly verdict: Verdict | null
}

type Price = Pick<Strategy, 'costUsd' | 'latencyMs'>

/** "$0.20 and 30 s", as far as it is limited; null without a budget. */
export function budgetText({ language, t }: Translator, budget: Budget): string | null {
  const { maxCostUsd, maxLatencyMs } = budget
  const cost = maxCostUsd === null ? null : formatMoney(language, maxCostUsd)
  const latency = maxLatencyMs === null ? null : formatLatency(language, maxLatencyMs)
  if (cost !== null && latency !== null) return t('verdict.price.both', { cost, latency })
  return cost ?? latency
}

/** Limits that nothing was logged to hold against: they cannot be broken, and that must be seen. */
function unknownTexts({ t }: Translator, price: Price, budget: Budget): readonly string[] {
  const noCost = budget.maxCostUsd !== null && !isMeasured(price.costUsd)
  const noTime = budget.maxLatencyMs !== null && !isMeasured(price.latencyMs)
  return [
    ...(noCost ? [t('screens.verdict.costNotLogged')] : []),
    ...(noTime ? [t('screens.verdict.timeNotLogged')] : []),
  ]
}

function priceAndBudget(translator: Translator, price: Price, budget: Budget): string | null {
  const text = priceText(translator, price)
  const isLimited = budgetText(translator, budget) !== null
  if (text === null) return isLimited ? translator.t('screens.verdict.noPrice') : null
  if (!isLimited) return text
  const parts = [text, ...unknownTexts(translator, price, budget)].join(', ')
  const key = withinBudget(price, budget) ? 'insideBudget' : 'overBudget'
  return translator.t(`screens.verdict.${key}`, { price: parts })
}

/** One attempt, the ways of spending more compute, what a perfect verifier would reach, and whether there is one. */
export function strategyRows(
  translator: Translator,
  { assessment, task }: Pick<PanelProps, 'assessment' | 'task'>,
  isWhole: boolean,
): readonly StrategyRow[] {
  const { t, language } = translator
  const { ceiling, strategies, level } = assessment.bottleneck
  const attempt = { costUsd: assessment.cost.meanUsd, latencyMs: assessment.latency.meanMs }
  const asIs: StrategyRow = {
    key: 'as-is',
    name: t('verdict.strategy.asIs'),
    reaches: assessment.reliability,
    attempts: 1,
    price: priceAndBudget(translator, attempt, task.budget),
    verdict: assessment.levels.find((each) => each.name === level)?.verdict ?? null,
  }
  const tried = (isWhole ? strategies : shortlist(assessment)).map(
    (each): StrategyRow => ({
      key: `${each.strategy} ${each.k} ${each.configuration}`,
      name: strategyName(translator, each),
      reaches: each,
      attempts: each.expectedAttempts,
      price: priceAndBudget(translator, each, task.budget),
      verdict: each.verdict,
    }),
  )
  const perfect: StrategyRow = {
    key: 'perfect',
    name: t('verdict.strategy.perfectVerifier', { k: formatCount(language, ceiling.k) }),
    reaches: ceiling,
    attempts: ceiling.expectedAttempts,
    price: null,
    verdict: ceiling.verdict,
  }
  const none: StrategyRow = {
    key: 'none',
    name: t('screens.verdict.yourVerifier'),
    reaches: null,
    attempts: { notMeasured: 'no-verifier-verdicts' },
    price: null,
    verdict: null,
  }
  const isLogged = Array.isArray(assessment.repeats.retry)
  return [asIs, ...tried, ...(ceiling.k > 1 ? [perfect] : []), ...(isLogged ? [] : [none])]
}
