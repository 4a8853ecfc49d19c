import type { ReactElement } from 'react'
import { isMeasured } from '../../domain/measured.ts'
import { formatLatency, formatMoney } from '../../text/numbers.ts'
import { measuredText, notMeasuredText } from '../../text/sentences.ts'
import type { ReportContext } from '../context.ts'
import { type Facts, FactTable, Section } from '../table.tsx'

/** What attempts cost and how long they take. */
export function CostAndLatency({ assessment, translator }: ReportContext): ReactElement {
  const { t, language } = translator
  const { cost, latency } = assessment
  const money = (value: number): string => formatMoney(language, value)
  const time = (value: number): string => formatLatency(language, value)
  // One reason is enough where none of the figures was measured.
  const costs: Facts = isMeasured(cost.meanUsd)
    ? [
        [t('report.economy.perAttempt'), money(cost.meanUsd)],
        [t('report.economy.perPass'), measuredText(translator, cost.perPassUsd, money)],
      ]
    : [[t('report.economy.cost'), notMeasuredText(translator, cost.meanUsd.notMeasured)]]
  const times: Facts = isMeasured(latency.meanMs)
    ? [
        [t('report.economy.mean'), time(latency.meanMs)],
        [t('report.economy.p50'), measuredText(translator, latency.p50Ms, time)],
        [t('report.economy.p95'), measuredText(translator, latency.p95Ms, time)],
      ]
    : [[t('report.economy.latency'), notMeasuredText(translator, latency.meanMs.notMeasured)]]
  return (
    <Section id="economy" title={t('report.economy.title')}>
      <FactTable labelledBy="economy" facts={[...costs, ...times]} />
    </Section>
  )
}
