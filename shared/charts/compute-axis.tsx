import type { ReactElement } from 'react'
import { formatInterval, formatPercent, formatRequired, supportedDecimals } from '../text/numbers.ts'
import type { Translator } from '../text/translator.ts'
import { estimateText, intervalText, levelVerdictWord } from '../text/words.ts'
import {
  amountText,
  type ComputeAxisInput,
  type ComputeAxisLayout,
  layOutComputeAxis,
  type PlacedSeriesPoint,
  type SeriesPoint,
} from './compute-axis-layout.ts'
import { HaloText } from './halo-text.tsx'
import { palette, px } from './palette.ts'
import {
  BottomAxis,
  EndLabels,
  figureColumn,
  LevelRule,
  type PlotBox,
  plotLabelSize,
  ShareGrid,
  wordColumn,
  ZoneShape,
} from './plot-parts.tsx'
import type { ChartMark, ChartReading } from './reading.ts'

export interface ComputeAxisProps extends ComputeAxisInput {
  /** Of the drawing, in pixels. */
  readonly width: number
  readonly height: number
  /** Makes the ids of this drawing unique on its page. */
  readonly prefix: string
}

function PointShape({
  placed,
  isChosen,
  id,
}: {
  readonly id: string
  readonly placed: PlacedSeriesPoint
  readonly isChosen: boolean
}): ReactElement {
  const { x, y, from, to, label } = placed
  return (
    <g className="point">
      <path
        d={`M${px(x - 4)} ${px(from)}h8M${px(x - 4)} ${px(to)}h8M${px(x)} ${px(from)}V${px(to)}`}
        stroke={palette.passes}
        strokeWidth={1.75}
        fill="none"
      />
      <circle
        cx={px(x)}
        cy={px(y)}
        r={isChosen ? 4.5 : 4}
        fill={isChosen ? palette.passes : palette.panel}
        stroke={palette.passes}
        strokeWidth={1.75}
      />
      {label !== null && (
        <HaloText
          id={id}
          x={label.x}
          y={label.y}
          text={label.text}
          anchor={label.anchor}
          fontSize={plotLabelSize}
          fontWeight={isChosen ? 600 : 400}
          fill={palette.ink}
          // The level's line or the band's edge would run through the letters.
          ground={palette.panel}
          reach={1.5}
        >
          {label.text !== placed.point.configuration && <title>{placed.point.configuration}</title>}
        </HaloText>
      )}
    </g>
  )
}

function Curve({ layout }: { readonly layout: ComputeAxisLayout }): ReactElement {
  const { fit, band, beyond } = layout
  return (
    <g className="curve">
      {band !== null && <path className="band" d={band} fill={palette.passes} fillOpacity={0.16} />}
      {beyond !== null && (
        <g className="extrapolation">
          <path d={beyond.band} fill={palette.passes} fillOpacity={0.07} />
          <path d={beyond.line} fill="none" stroke={palette.passes} strokeWidth={1.5} strokeDasharray="5 4" />
        </g>
      )}
      <path className="fit" d={fit} fill="none" stroke={palette.passes} strokeWidth={2} />
    </g>
  )
}

function pointText(translator: Translator, unit: string, point: SeriesPoint): string {
  return translator.t('screens.scaling.compute.point', {
    configuration: point.configuration,
    amount: amountText(translator, point.amount),
    unit,
    share: estimateText(translator, point),
    interval: intervalText(translator, point),
    verdict: levelVerdictWord(translator, point.verdict),
  })
}

function describe({ series, translator }: ComputeAxisProps): string {
  const { unit, points, level, required } = series
  return translator.t('screens.scaling.compute.description', {
    points: points.map((each) => pointText(translator, unit, each)).join(' '),
    level,
    required: formatRequired(translator.language, required),
  })
}

function axisTitle(
  { series: { unit }, translator: { t } }: ComputeAxisProps,
  { isLogarithmic }: ComputeAxisLayout,
): string {
  return t(`screens.scaling.compute.${isLogarithmic ? 'logarithmicAxis' : 'axis'}`, { unit })
}

function Zones({
  layout: { beyond },
  box,
}: {
  readonly layout: ComputeAxisLayout
  readonly box: PlotBox
}): ReactElement | null {
  return beyond === null ? null : <ZoneShape zone={beyond.zone} box={box} fill={palette.panel} above={15} />
}

/**
 * Configurations on an axis of how much compute they spend, each with its interval; the non-decreasing line nearest to
 * them with its band; and, dashed, where a power law would lead beyond, which decides nothing.
 */
export function ComputeAxis(props: ComputeAxisProps): ReactElement {
  const { series, configuration, translator, prefix, width, height } = props
  const layout = layOutComputeAxis(props, width, height)
  const { box } = layout
  const [title, description] = [`${prefix}-title`, `${prefix}-description`]
  return (
    <svg
      className="compute-axis"
      role="img"
      aria-labelledby={`${title} ${description}`}
      viewBox={`0 0 ${px(width)} ${height}`}
      width={px(width)}
      height={height}
    >
      <title id={title}>{translator.t('screens.scaling.compute.title')}</title>
      <desc id={description}>{describe(props)}</desc>
      <ShareGrid box={box} translator={translator} />
      <Zones layout={layout} box={box} />
      <BottomAxis box={box} ticks={layout.ticks} title={axisTitle(props, layout)} />
      <Curve layout={layout} />
      <LevelRule box={box} required={series.required} />
      {layout.points.map((each, index) => (
        <PointShape
          key={each.point.configuration}
          id={`${prefix}-point-${index}`}
          placed={each}
          isChosen={each.point.configuration === configuration}
        />
      ))}
      <EndLabels labels={layout.labels} box={box} isBold={() => true} />
    </svg>
  )
}

type Kind = 'fitted' | 'extrapolated'

interface CurveRow {
  readonly kind: Kind
  readonly amount: number
  readonly reliability: number
  readonly lower: number
  readonly upper: number
}

/** The curve at the amounts it was computed for; the largest measured one is not told twice. */
function curveRows({ band }: ComputeAxisInput): readonly CurveRow[] {
  if (band === null) return []
  const beyond = 'notMeasured' in band.extrapolation ? [] : band.extrapolation.slice(1)
  const of = (kind: Kind) => (each: (typeof band.fit)[number]) => ({ kind, ...each })
  return [...band.fit.map(of('fitted')), ...beyond.map(of('extrapolated'))]
}

/** The configurations with their intervals, then the curve with its band. */
export function computeAxisReading(props: Omit<ComputeAxisProps, 'prefix'>): ChartReading {
  const { series, translator } = props
  const { t, language } = translator
  const layout = layOutComputeAxis(props, props.width, props.height)
  const marks = layout.points.map(
    ({ point, x, y }): ChartMark => ({
      id: point.configuration,
      x,
      y,
      text: pointText(translator, series.unit, point),
    }),
  )
  const beyond = (layout.beyond?.points ?? []).map(
    ({ point, x, y }): ChartMark => ({
      id: `extrapolated ${point.amount}`,
      x,
      y,
      text: t('screens.scaling.compute.extrapolatedPoint', {
        amount: amountText(translator, point.amount),
        unit: series.unit,
        share: formatPercent(language, point.reliability, supportedDecimals(point.lower, point.upper)),
        interval: formatInterval(language, point.lower, point.upper),
      }),
    }),
  )
  const columns = [
    wordColumn(t('report.tested.configuration')),
    figureColumn(t('report.scaling.amount', { unit: series.unit })),
    figureColumn(t('report.compute.reaches')),
    figureColumn(t('report.strategies.interval')),
    wordColumn(t('report.levels.verdict')),
  ]
  const rows = [
    ...series.points.map((each) => [
      each.configuration,
      amountText(translator, each.amount),
      estimateText(translator, each),
      intervalText(translator, each),
      levelVerdictWord(translator, each.verdict),
    ]),
    ...curveRows(props).map((each) => [
      t(`screens.scaling.compute.${each.kind}`),
      amountText(translator, each.amount),
      formatPercent(language, each.reliability, supportedDecimals(each.lower, each.upper)),
      formatInterval(language, each.lower, each.upper),
      '–',
    ]),
  ]
  return { marks: [...marks, ...beyond], table: { columns, rows } }
}
