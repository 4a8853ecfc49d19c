import type { ReactElement } from 'react'
import { ComputeAxis } from '../../charts/index.ts'
import type { Assessment } from '../../domain/assessment.ts'
import type { NotMeasured } from '../../domain/measured.ts'
import { formatCount, formatNumber, formatPercent } from '../../text/numbers.ts'
import { intervalText, notMeasuredText, scalingTexts } from '../../text/sentences.ts'
import { longTable, type ReportContext, shortEstimate, textWidthPx } from '../context.ts'
import { Notes, Passage, Table, VerdictWord } from '../table.tsx'

type Series = Exclude<Assessment['scaling'], NotMeasured>

interface Props {
  readonly report: ReportContext
  readonly series: Series
}

/** How the band was made, and why the curve does not go on where it does not. */
function bandNotes({ band, translator }: ReportContext): readonly string[] {
  const { t, language } = translator
  if ('notMeasured' in band) return [notMeasuredText(translator, band.notMeasured)]
  const made = t('screens.scaling.compute.band', {
    share: formatPercent(language, band.share),
    replicates: formatCount(language, band.replicates),
    seed: band.seed,
  })
  return 'notMeasured' in band.extrapolation ? [made, t('screens.scaling.compute.noExtrapolation')] : [made]
}

function SeriesTable({ report: { translator }, series }: Props): ReactElement {
  const { t, language } = translator
  return (
    <Table
      labelledBy="series"
      columns={[
        { head: t('report.tested.configuration') },
        { head: t('report.scaling.amount', { unit: series.unit }), align: 'right' },
        { head: t('report.compute.reaches'), align: 'right' },
        { head: t('report.strategies.interval'), align: 'right' },
        { head: t('report.levels.verdict') },
      ]}
      rows={series.points.map((each) => ({
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
  )
}

function SeriesPassage({ report, series }: Props): ReactElement {
  const { assessment, band, translator } = report
  const { t } = translator
  const { points } = series
  const unmeasured = points.filter((each) => each.cases === 0).map((each) => each.configuration)
  const notes = [
    ...bandNotes(report),
    ...(unmeasured.length === 0
      ? []
      : [t('screens.scaling.compute.unmeasured', { names: unmeasured.join(', ') })]),
  ]
  return (
    <Passage id="series" title={t('report.parts.scaling.compute')} long={points.length > longTable}>
      {scalingTexts(translator, series).map((text) => (
        <p key={text}>{text}</p>
      ))}
      <ComputeAxis
        series={series}
        configuration={assessment.configuration}
        band={'notMeasured' in band ? null : band}
        translator={translator}
        width={textWidthPx}
        height={270}
        prefix="compute-axis"
      />
      <Notes texts={notes} />
      <SeriesTable report={report} series={series} />
    </Passage>
  )
}

/** What the measured amounts of compute say, or why there are none. */
export function ComputeSeries(report: ReportContext): ReactElement {
  const { assessment, translator } = report
  const { scaling } = assessment
  if (!('notMeasured' in scaling)) return <SeriesPassage report={report} series={scaling} />
  return (
    <Passage id="series" title={translator.t('report.parts.scaling.compute')}>
      <p className="note">{notMeasuredText(translator, scaling.notMeasured)}</p>
    </Passage>
  )
}
