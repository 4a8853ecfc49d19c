import type { ReactElement } from 'react'
import { shortlist } from '../../assessment/index.ts'
import { RepeatsFan } from '../../charts/index.ts'
import type { AtK, Strategy } from '../../domain/assessment.ts'
import { isMeasured } from '../../domain/measured.ts'
import { formatCount, formatNumber, formatRequired } from '../../text/numbers.ts'
import {
  estimateText,
  intervalText,
  priceText,
  scalingTexts,
  strategyName,
  verifierTexts,
  votesTexts,
} from '../../text/sentences.ts'
import { type ReportContext, shortEstimate, textWidthPx } from '../context.ts'
import { Section, Table, VerdictWord } from '../table.tsx'

function figure({ translator }: ReportContext, rows: readonly AtK[], k: number): string {
  const row = rows.find((each) => each.k === k)
  return row === undefined ? '–' : `${estimateText(translator, row)} (${intervalText(translator, row)})`
}

/** Rows of a table by attempts. */
const shownDepths = 12

/** The first depths and the last; the curve shows those between. */
function firstAndLast<Depth>(depths: readonly Depth[]): readonly Depth[] {
  return depths.length <= shownDepths ? depths : [...depths.slice(0, shownDepths - 1), ...depths.slice(-1)]
}

function RepeatsTable(report: ReportContext): ReactElement {
  const { t, language } = report.translator
  const { passAt, passAll, majority } = report.assessment.repeats
  return (
    <Table
      labelledBy="repeats"
      columns={[
        { head: t('report.repeats.k') },
        { head: t('report.repeats.any'), align: 'right' },
        { head: t('report.repeats.all'), align: 'right' },
        { head: t('report.repeats.majority'), align: 'right' },
      ]}
      rows={firstAndLast(passAt).map(({ k }) => ({
        key: String(k),
        cells: [
          formatCount(language, k),
          figure(report, passAt, k),
          figure(report, passAll, k),
          figure(report, majority, k),
        ],
      }))}
    />
  )
}

function Repeats(report: ReportContext): ReactElement {
  const { assessment, translator } = report
  const { t } = translator
  const { passAt, passAll } = assessment.repeats
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
      {isMeasured(assessment.reliability.estimate) && <RepeatsTable {...report} />}
    </Section>
  )
}

function priceCell({ translator }: ReportContext, strategy: Strategy): string {
  const { t } = translator
  const price = priceText(translator, strategy) ?? t('report.strategies.unknownPrice')
  return strategy.feasible ? price : t('report.strategies.overBudget', { price })
}

/** More rows than these would hide the ones that matter. */
const shownStrategies = 16

function keyOf({ strategy, k, configuration }: Strategy): string {
  return `${strategy} ${k} ${configuration}`
}

/** All ways, or of many the best of each kind and as many of the others as have room. */
function selectStrategies({ assessment }: ReportContext): readonly Strategy[] {
  const { strategies } = assessment.bottleneck
  if (strategies.length <= shownStrategies) return strategies
  const kept = new Set(shortlist(assessment).map(keyOf))
  for (const each of strategies) {
    if (kept.size < shownStrategies) kept.add(keyOf(each))
  }
  return strategies.filter((each) => kept.has(keyOf(each)))
}

function StrategyTable(props: {
  readonly report: ReportContext
  readonly shown: readonly Strategy[]
}): ReactElement {
  const { report, shown } = props
  const { translator } = report
  const { t } = translator
  return (
    <Table
      labelledBy="strategies"
      columns={[
        { head: t('report.compute.strategy') },
        { head: t('report.compute.reaches'), align: 'right' },
        { head: t('report.strategies.interval'), align: 'right' },
        { head: t('report.levels.verdict') },
        { head: t('report.strategies.price'), align: 'right' },
      ]}
      rows={shown.map((each) => ({
        key: keyOf(each),
        cells: [
          strategyName(translator, each),
          shortEstimate(translator, each),
          intervalText(translator, each),
          <VerdictWord key="verdict" translator={translator} verdict={each.verdict} />,
          priceCell(report, each),
        ],
      }))}
    />
  )
}

function Strategies(report: ReportContext): ReactElement {
  const { assessment, translator } = report
  const { t, language } = translator
  const { strategies, level: name } = assessment.bottleneck
  const required = assessment.levels.find((each) => each.name === name)?.required ?? 0
  const shown = selectStrategies(report)
  return (
    <Section id="strategies" title={t('report.strategies.title')} long={shown.length > shownStrategies}>
      <p className="note">
        {strategies.length === 0
          ? t('report.strategies.none')
          : t('report.strategies.lead', { level: name, required: formatRequired(language, required) })}
      </p>
      {shown.length < strategies.length && (
        <p className="note">
          {t('report.strategies.selection', {
            shown: formatCount(language, shown.length),
            all: formatCount(language, strategies.length),
          })}
        </p>
      )}
      {votesTexts(translator, assessment).map((text) => (
        <p key={text} className="note">
          {text}
        </p>
      ))}
      {strategies.length > 0 && <StrategyTable report={report} shown={shown} />}
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
        rows={firstAndLast(retry).map((row) => ({
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

function Verifier({ assessment, translator }: ReportContext): ReactElement | null {
  if ('notMeasured' in assessment.verifier) return null
  return (
    <Section id="verifier" title={translator.t('report.verifier.title')}>
      {verifierTexts(translator, assessment).map((text) => (
        <p key={text}>{text}</p>
      ))}
    </Section>
  )
}

function Compute({ assessment, translator }: ReportContext): ReactElement | null {
  const { scaling } = assessment
  const { t, language } = translator
  if ('notMeasured' in scaling) return null
  return (
    <Section id="scaling" title={t('report.scaling.title')}>
      {scalingTexts(translator, scaling).map((text) => (
        <p key={text}>{text}</p>
      ))}
      <Table
        labelledBy="scaling"
        columns={[
          { head: t('report.tested.configuration') },
          { head: t('report.scaling.amount', { unit: scaling.unit }), align: 'right' },
          { head: t('report.compute.reaches'), align: 'right' },
          { head: t('report.strategies.interval'), align: 'right' },
          { head: t('report.levels.verdict') },
        ]}
        rows={scaling.points.map((each) => ({
          key: each.configuration,
          cells: [
            each.configuration,
            formatNumber(language, each.amount, 6),
            shortEstimate(translator, each),
            intervalText(translator, each),
            <VerdictWord key="verdict" translator={translator} verdict={each.verdict} />,
          ],
        }))}
      />
    </Section>
  )
}

/** What trying again does, and what each way of spending more compute would reach. */
export function Scaling(report: ReportContext): ReactElement {
  return (
    <>
      <Repeats {...report} />
      <Strategies {...report} />
      <Retry {...report} />
      <Verifier {...report} />
      <Compute {...report} />
    </>
  )
}
