import type { ReactElement } from 'react'
import { Odds, RepeatsFan } from '../charts/index.ts'
import type { AtK, Strategy } from '../domain/assessment.ts'
import { isMeasured } from '../domain/measured.ts'
import { formatCount, formatNumber, formatOdds, formatRequired } from '../text/numbers.ts'
import { estimateText, intervalText, priceText, strategyName } from '../text/sentences.ts'
import { type ReportContext, textWidthPx } from './context.ts'
import { Section, Table, VerdictWord } from './table.tsx'

function figure({ translator }: ReportContext, rows: readonly AtK[], k: number): string {
  const row = rows.find((each) => each.k === k)
  return row === undefined ? '–' : `${estimateText(translator, row)} (${intervalText(translator, row)})`
}

/** Tables stop here; the curve shows the rest. */
const shownDepths = 12

function Repeats(report: ReportContext): ReactElement {
  const { assessment, translator } = report
  const { t, language } = translator
  const { passAt, passAll, majority } = assessment.repeats
  const level = assessment.levels.find((each) => each.name === assessment.bottleneck.level)
  return (
    <Section id="repeats" title={t('report.repeats.title')}>
      <p className="note">{t('report.repeats.lead')}</p>
      {level !== undefined && (
        <RepeatsFan
          passAt={passAt}
          passAll={passAll}
          level={level}
          translator={translator}
          width={textWidthPx}
          height={250}
          prefix="repeats-fan"
        />
      )}
      <Table
        labelledBy="repeats"
        columns={[
          { head: t('report.repeats.k') },
          { head: t('report.repeats.any'), align: 'right' },
          { head: t('report.repeats.all'), align: 'right' },
          { head: t('report.repeats.majority'), align: 'right' },
        ]}
        rows={passAt.slice(0, shownDepths).map(({ k }) => ({
          key: String(k),
          cells: [
            formatCount(language, k),
            figure(report, passAt, k),
            figure(report, passAll, k),
            figure(report, majority, k),
          ],
        }))}
      />
    </Section>
  )
}

function Evidence({ assessment, translator }: ReportContext): ReactElement {
  const { t, language } = translator
  return (
    <Section id="evidence" title={t('report.evidence.title')}>
      <p className="note">
        {t('report.evidence.lead', { odds: formatOdds(language, -Math.log(assessment.alpha)) })}
      </p>
      <Table
        labelledBy="evidence"
        columns={[
          { head: t('report.levels.level') },
          { head: t('report.levels.needs'), align: 'right' },
          { head: t('report.evidence.meets'), align: 'right' },
          { head: t('report.evidence.short'), align: 'right' },
          { head: t('report.levels.verdict') },
        ]}
        rows={assessment.levels.map((level) => ({
          key: level.name,
          cells: [
            level.name,
            formatRequired(language, level.required),
            <Odds key="meets" translator={translator} logEvidence={level.logEvidenceMeets} />,
            <Odds key="short" translator={translator} logEvidence={level.logEvidenceShort} />,
            <VerdictWord key="verdict" translator={translator} verdict={level.verdict} />,
          ],
        }))}
      />
    </Section>
  )
}

function priceCell({ translator }: ReportContext, strategy: Strategy): string {
  const { t } = translator
  const price = priceText(translator, strategy) ?? t('report.strategies.unknownPrice')
  return strategy.feasible ? price : t('report.strategies.overBudget', { price })
}

/** More rows than these would hide the ones that matter: the best stand on page one. */
const shownStrategies = 16

function Strategies(report: ReportContext): ReactElement {
  const { assessment, translator } = report
  const { t, language } = translator
  const { strategies, level: name } = assessment.bottleneck
  const required = assessment.levels.find((each) => each.name === name)?.required ?? 0
  return (
    <Section id="strategies" title={t('report.strategies.title')}>
      <p className="note">
        {strategies.length === 0
          ? t('report.strategies.none')
          : t('report.strategies.lead', { level: name, required: formatRequired(language, required) })}
      </p>
      {strategies.length > 0 && (
        <Table
          labelledBy="strategies"
          columns={[
            { head: t('report.compute.strategy') },
            { head: t('report.compute.reaches'), align: 'right' },
            { head: t('report.strategies.interval'), align: 'right' },
            { head: t('report.levels.verdict') },
            { head: t('report.strategies.price'), align: 'right' },
          ]}
          rows={strategies.slice(0, shownStrategies).map((each) => ({
            key: `${each.strategy} ${each.k} ${each.configuration}`,
            cells: [
              strategyName(translator, each),
              estimateText(translator, each),
              intervalText(translator, each),
              <VerdictWord key="verdict" translator={translator} verdict={each.verdict} />,
              priceCell(report, each),
            ],
          }))}
        />
      )}
    </Section>
  )
}

function Retry({ assessment, translator }: ReportContext): ReactElement | null {
  const { t, language } = translator
  const { retry } = assessment.repeats
  if ('notMeasured' in retry) return null
  return (
    <Section id="retry" title={t('report.retry.title')}>
      <p className="note">{t('report.retry.lead')}</p>
      <Table
        labelledBy="retry"
        columns={[
          { head: t('report.repeats.k') },
          { head: t('report.retry.right'), align: 'right' },
          { head: t('report.retry.wrong'), align: 'right' },
          { head: t('report.retry.handedOff'), align: 'right' },
          { head: t('report.retry.attempts'), align: 'right' },
        ]}
        rows={retry.slice(0, shownDepths).map((row) => ({
          key: String(row.k),
          cells: [
            formatCount(language, row.k),
            estimateText(translator, row.right),
            estimateText(translator, row.wrong),
            estimateText(translator, row.handedOff),
            isMeasured(row.expectedAttempts) ? formatNumber(language, row.expectedAttempts, 2) : '–',
          ],
        }))}
      />
    </Section>
  )
}

/** What trying again does, how sure it is, and what each way of spending more compute would reach. */
export function RepeatsPage(report: ReportContext): ReactElement {
  return (
    <div className="page">
      <Repeats {...report} />
      <Evidence {...report} />
      <Strategies {...report} />
      <Retry {...report} />
    </div>
  )
}
