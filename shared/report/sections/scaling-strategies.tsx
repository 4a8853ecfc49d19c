import type { ReactElement } from 'react'
import { shortlist } from '../../assessment/index.ts'
import type { Strategy } from '../../domain/assessment.ts'
import { formatCount, formatRequired } from '../../text/numbers.ts'
import { intervalText, priceText, strategyName, votesTexts } from '../../text/sentences.ts'
import { longTable, type ReportContext, shortEstimate } from '../context.ts'
import { Passage, Table, VerdictWord } from '../table.tsx'

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

/** Every way of spending more compute per answer, replayed on the logged attempts. */
export function Strategies(report: ReportContext): ReactElement {
  const { assessment, translator } = report
  const { t, language } = translator
  const { strategies, level: name } = assessment.bottleneck
  const required = assessment.levels.find((each) => each.name === name)?.required ?? 0
  const shown = selectStrategies(report)
  return (
    <Passage id="strategies" title={t('report.strategies.title')} long={shown.length > longTable}>
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
    </Passage>
  )
}
