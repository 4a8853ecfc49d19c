import type { ReactElement } from 'react'
import { withinBudget } from '../../assessment/index.ts'
import { isMeasured } from '../../domain/measured.ts'
import { formatLatency, formatMoney } from '../../text/numbers.ts'
import { budgetText, measuredText, notMeasuredText } from '../../text/sentences.ts'
import type { ReportContext } from '../context.ts'
import { partIds } from '../links.tsx'
import { type Facts, FactTable, Part } from '../table.tsx'

function priceSentence({ assessment, translator }: ReportContext): string {
  const { t, language } = translator
  const { meanUsd } = assessment.cost
  const { meanMs } = assessment.latency
  const cost = isMeasured(meanUsd) ? formatMoney(language, meanUsd) : null
  const latency = isMeasured(meanMs) ? formatLatency(language, meanMs) : null
  if (cost !== null && latency !== null) return t('report.parts.cost.answer', { cost, latency })
  if (cost !== null) return t('report.parts.cost.costOnly', { cost })
  return latency === null ? t('report.parts.cost.none') : t('report.parts.cost.latencyOnly', { latency })
}

/** Whether one attempt is inside the budget; unknown where what the budget limits was not logged. */
function budgetSentence({ assessment, task, translator }: ReportContext): string {
  const { t } = translator
  const budget = budgetText(translator, task.budget)
  if (budget === null) return t('report.parts.cost.noBudget')
  const price = { costUsd: assessment.cost.meanUsd, latencyMs: assessment.latency.meanMs }
  if (!withinBudget(price, task.budget)) return t('report.parts.cost.outside', { budget })
  const isUnknown =
    (task.budget.maxCostUsd !== null && !isMeasured(price.costUsd)) ||
    (task.budget.maxLatencyMs !== null && !isMeasured(price.latencyMs))
  return t(`report.parts.cost.${isUnknown ? 'unknown' : 'inside'}`, { budget })
}

function costFacts({ assessment, translator }: ReportContext): Facts {
  const { t, language } = translator
  const { cost } = assessment
  const money = (value: number): string => formatMoney(language, value)
  // One reason is enough where none of the figures was measured.
  return isMeasured(cost.meanUsd)
    ? [
        [t('report.economy.perAttempt'), money(cost.meanUsd)],
        [t('report.economy.perPass'), measuredText(translator, cost.perPassUsd, money)],
      ]
    : [[t('report.economy.cost'), notMeasuredText(translator, cost.meanUsd.notMeasured)]]
}

function latencyFacts({ assessment, translator }: ReportContext): Facts {
  const { t, language } = translator
  const { latency } = assessment
  const time = (value: number): string => formatLatency(language, value)
  return isMeasured(latency.meanMs)
    ? [
        [t('report.economy.mean'), time(latency.meanMs)],
        [t('report.economy.p50'), measuredText(translator, latency.p50Ms, time)],
        [t('report.economy.p95'), measuredText(translator, latency.p95Ms, time)],
      ]
    : [[t('report.economy.latency'), notMeasuredText(translator, latency.meanMs.notMeasured)]]
}

/** What attempts cost and how long they take, against the budget; where nothing was logged, the answer says it all. */
export function CostAndLatency(report: ReportContext): ReactElement {
  const { assessment, task, translator } = report
  const isLogged = isMeasured(assessment.cost.meanUsd) || isMeasured(assessment.latency.meanMs)
  const { t } = translator
  const budget = budgetText(translator, task.budget) ?? t('report.parts.cost.notSet')
  return (
    <Part
      id={partIds.cost}
      title={t('report.parts.cost.title')}
      answer={`${priceSentence(report)} ${budgetSentence(report)}`}
    >
      {isLogged && (
        <section>
          <FactTable
            labelledBy={partIds.cost}
            facts={[...costFacts(report), ...latencyFacts(report), [t('report.parts.cost.budget'), budget]]}
          />
          <p className="note">{t('report.parts.cost.note')}</p>
        </section>
      )}
    </Part>
  )
}
