import type { ReactNode } from 'react'
import { ComputeAxis, type ComputeAxisProps, computeAxisReading } from '../../../shared/charts/index.ts'
import type { ScalingAnswer, ScalingBand } from '../../../shared/domain/scaling-band.ts'
import { formatCount, formatPercent } from '../../../shared/text/numbers.ts'
import { notMeasuredText, scalingTexts } from '../../../shared/text/sentences.ts'
import { type Job, useJob } from '../../api/use-job.ts'
import { useTranslator } from '../../app/language.ts'
import { ChartFrame } from '../../components/ChartFrame.tsx'
import { JobAwait } from '../../components/JobAwait.tsx'
import { Panel } from '../../components/Panel.tsx'
import { Unbroken } from '../../components/Unbroken.tsx'
import type { ScalingPanelProps } from './ScalingView.tsx'
import { pairedChartHeight } from './chart-height.ts'
import styles from './ScalingView.module.css'

type Series = ComputeAxisProps['series']

/** How the band was made, and why the curve does not go on where it does not. */
function BandText({ answer: { band } }: { readonly answer: ScalingAnswer }): ReactNode {
  const translator = useTranslator()
  const { t, language } = translator
  if ('notMeasured' in band)
    return <p className={styles['note']}>{notMeasuredText(translator, band.notMeasured)}</p>
  const made = t('screens.scaling.compute.band', {
    share: formatPercent(language, band.share),
    replicates: formatCount(language, band.replicates),
    seed: band.seed,
  })
  const more = 'notMeasured' in band.extrapolation ? [t('screens.scaling.compute.noExtrapolation')] : []
  return [made, ...more].map((text) => (
    <p key={text} className={styles['note']}>
      {text}
    </p>
  ))
}

/** The band of what is on screen; that of another configuration or level would be drawn around the wrong points. */
function bandOf({ query }: Job<ScalingAnswer>): ScalingBand | null {
  const { data, isPlaceholderData } = query
  return data === undefined || isPlaceholderData || 'notMeasured' in data.band ? null : data.band
}

interface ChartProps extends Pick<ScalingPanelProps, 'assessment'> {
  readonly series: Series
  readonly band: ScalingBand | null
}

function Chart({ assessment, series, band }: ChartProps): ReactNode {
  const translator = useTranslator()
  const { configuration } = assessment
  const drawn = { series, configuration, band, translator }
  return (
    <ChartFrame
      title={translator.t('screens.scaling.compute.title')}
      read={(width) => computeAxisReading({ ...drawn, width, height: pairedChartHeight(width) })}
    >
      {(width) => (
        <ComputeAxis {...drawn} width={width} height={pairedChartHeight(width)} prefix="compute-axis" />
      )}
    </ChartFrame>
  )
}

function SeriesChart(props: ScalingPanelProps & { readonly series: Series }): ReactNode {
  const { assessment, series } = props
  const translator = useTranslator()
  const { t } = translator
  const job = useJob('scaling.get', {
    task: assessment.task,
    configuration: assessment.configuration,
    level: assessment.bottleneck.level,
  })
  const unmeasured = series.points.filter((each) => each.cases === 0).map((each) => each.configuration)
  return (
    <>
      <Chart assessment={assessment} series={series} band={bandOf(job)} />
      {scalingTexts(translator, series).map((text) => (
        <p key={text} className={styles['said']}>
          <Unbroken text={text} />
        </p>
      ))}
      {unmeasured.length > 0 && (
        <p className={styles['note']}>
          {t('screens.scaling.compute.unmeasured', { names: unmeasured.join(', ') })}
        </p>
      )}
      <JobAwait job={job} label={t('screens.scaling.compute.computing')}>
        {(answer) => <BandText answer={answer} />}
      </JobAwait>
    </>
  )
}

/** Configurations by how much compute they spend; says how to mark them as long as there are none. */
export function ComputePanel(props: ScalingPanelProps): ReactNode {
  const { t } = useTranslator()
  const { scaling } = props.assessment
  if ('notMeasured' in scaling) {
    return (
      <Panel title={t('screens.scaling.compute.title')}>
        <div className={styles['missing']}>
          <p className={styles['lead']}>{t('screens.scaling.compute.none')}</p>
          <p>{t('screens.scaling.compute.noneText')}</p>
        </div>
      </Panel>
    )
  }
  const aside = t('screens.scaling.compute.aside', { unit: scaling.unit })
  return (
    <Panel title={t('screens.scaling.compute.title')} aside={aside}>
      <SeriesChart {...props} series={scaling} />
    </Panel>
  )
}
