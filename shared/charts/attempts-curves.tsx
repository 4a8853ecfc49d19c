import { symbol, symbolCircle, symbolDiamond, symbolSquare, symbolTriangle, type SymbolType } from 'd3-shape'
import type { ReactElement } from 'react'
import type { AttemptCurve, AttemptPoint, AttemptUse } from '../assessment/index.ts'
import { isMeasured } from '../domain/measured.ts'
import {
  formatCount,
  formatLatency,
  formatMoney,
  formatPercent,
  formatRequired,
  supportedDecimals,
} from '../text/numbers.ts'
import type { Translator } from '../text/translator.ts'
import { counted, intervalText, priceText } from '../text/words.ts'
import {
  type AttemptsCurvesInput,
  type AttemptsCurvesLayout,
  layOutAttemptsCurves,
  type PlacedCurve,
  type PlacedPoint,
  attemptUseName,
} from './attempts-curves-layout.ts'
import { palette, px } from './palette.ts'
import {
  BottomAxis,
  EndLabels,
  figureColumn,
  LevelRule,
  ShareGrid,
  wordColumn,
  ZoneShape,
} from './plot-parts.tsx'
import type { ChartReading, ChartTable } from './reading.ts'

export interface AttemptsCurvesProps extends AttemptsCurvesInput {
  /** Of the drawing, in pixels. */
  readonly width: number
  readonly height: number
  /** Makes the ids of this drawing unique on its page. */
  readonly prefix: string
}

interface Look {
  readonly colour: string
  readonly dash: string | null
  readonly shape: SymbolType
}

/** Told apart by dashes and marks too: on paper without colour, and by those who see few colours. */
const looks: Readonly<Record<AttemptUse, Look>> = {
  retry: { colour: palette.ink, dash: null, shape: symbolSquare },
  perfect: { colour: palette.flaky, dash: '6 3', shape: symbolCircle },
  plurality: { colour: palette.secondary, dash: '9 3 2 3', shape: symbolDiamond },
  majority: { colour: palette.secondary, dash: '2 3', shape: symbolTriangle },
  all: { colour: palette.passes, dash: null, shape: symbolCircle },
}

function markPath(shape: SymbolType, size: number): string {
  return symbol(shape, size).digits(2)() ?? ''
}

interface MarkProps {
  readonly use: AttemptUse
  readonly x: number
  readonly y: number
  readonly isFilled: boolean
}

/** Full inside the budget, hollow outside. */
function Mark({ use, x, y, isFilled }: MarkProps): ReactElement {
  const { colour, shape } = looks[use]
  return (
    <path
      d={markPath(shape, 38)}
      transform={`translate(${px(x)} ${px(y)})`}
      fill={isFilled ? colour : palette.panel}
      stroke={colour}
      strokeWidth={1.5}
    />
  )
}

/** A piece of the line with its mark, for words that explain it. */
export function CurveSample({ use }: { readonly use: AttemptUse }): ReactElement {
  const { colour, dash } = looks[use]
  return (
    <svg width={30} height={12} viewBox="0 0 30 12" aria-hidden>
      <path
        d="M0 6H30"
        stroke={colour}
        strokeWidth={2}
        {...(dash === null ? {} : { strokeDasharray: dash })}
      />
      <Mark use={use} x={15} y={6} isFilled />
    </svg>
  )
}

function CurveShape({ curve }: { readonly curve: PlacedCurve }): ReactElement {
  const { colour, dash } = looks[curve.use]
  return (
    <g className={`curve curve-${curve.use}`}>
      {curve.band !== null && <path className="band" d={curve.band} fill={colour} fillOpacity={0.16} />}
      <path
        d={curve.line}
        fill="none"
        stroke={colour}
        strokeWidth={curve.band === null ? 1.5 : 2.5}
        {...(dash === null ? {} : { strokeDasharray: dash })}
      />
      {curve.points
        .filter((point) => point.isMarked)
        .map((point) => (
          <Mark key={point.k} use={curve.use} x={point.x} y={point.y} isFilled={point.isPaidFor} />
        ))}
    </g>
  )
}

function shareText({ language }: Translator, { estimate, lower, upper }: AttemptPoint): string {
  return formatPercent(language, estimate, supportedDecimals(lower, upper))
}

function describe({ curves, level, translator }: AttemptsCurvesProps): string {
  const { language, t } = translator
  const ends = curves.map(({ use, points }) => {
    const list = points.map((point) =>
      t('verdict.charts.atK', { k: formatCount(language, point.k), share: shareText(translator, point) }),
    )
    return t('screens.scaling.curves.describedCurve', {
      use: attemptUseName(translator, use),
      list: list.join(', '),
    })
  })
  return t('screens.scaling.curves.description', {
    curves: ends.join(' '),
    level: level.name,
    required: formatRequired(language, level.required),
  })
}

function axisTitle(
  { axis, translator: { t } }: AttemptsCurvesProps,
  { isLogarithmic }: AttemptsCurvesLayout,
): string {
  if (axis === 'attempts') return t('verdict.charts.fanAxis')
  const title = t(`screens.scaling.axes.${axis}Title`)
  return isLogarithmic ? t('screens.scaling.axes.logarithmic', { title }) : title
}

function Drawn({
  layout,
  ...props
}: AttemptsCurvesProps & { readonly layout: AttemptsCurvesLayout }): ReactElement {
  const { translator, prefix, width, height, level } = props
  const { box, curves, labels, ticks, overBudget } = layout
  const focus = curves.at(-1)?.use
  const [title, description] = [`${prefix}-title`, `${prefix}-description`]
  return (
    <svg
      className="attempts-curves"
      role="img"
      aria-labelledby={`${title} ${description}`}
      viewBox={`0 0 ${px(width)} ${height}`}
      width={px(width)}
      height={height}
    >
      <title id={title}>{translator.t('screens.scaling.curves.title')}</title>
      <desc id={description}>{describe(props)}</desc>
      {overBudget !== null && <ZoneShape zone={overBudget} box={box} fill={palette.neverSoft} />}
      <ShareGrid box={box} translator={translator} />
      <BottomAxis box={box} ticks={ticks} title={axisTitle(props, layout)} />
      {curves.map((each) => (
        <CurveShape key={each.use} curve={each} />
      ))}
      <LevelRule box={box} required={level.required} />
      <EndLabels labels={labels} box={box} isBold={(kind) => kind === 'level' || kind === focus} />
    </svg>
  )
}

/**
 * What more attempts per task reach when they are used in several ways, against the attempts, the cost or the time:
 * the interval of one of them, the level's requirement, and what the budget does not pay for.
 */
export function AttemptsCurves(props: AttemptsCurvesProps): ReactElement {
  const layout = layOutAttemptsCurves(props, props.width, props.height)
  if (layout !== null) return <Drawn {...props} layout={layout} />
  return (
    <p className="chart-empty" style={{ maxWidth: props.width }}>
      {props.translator.t('screens.scaling.curves.empty')}
    </p>
  )
}

function pointText(translator: Translator, use: AttemptUse, point: AttemptPoint): string {
  const price = priceText(translator, point)
  const words = counted(translator, 'screens.scaling.curves.point', point.k, {
    use: attemptUseName(translator, use),
    share: shareText(translator, point),
    interval: intervalText(translator, point),
  })
  const over = point.isPaidFor ? [] : [translator.t('screens.scaling.overBudget')]
  return [words, ...(price === null ? [] : [price]), ...over].join(', ')
}

function tableOf({ curves, translator }: AttemptsCurvesInput): ChartTable {
  const { t, language } = translator
  const points = curves.flatMap((curve: AttemptCurve) => curve.points)
  const hasCost = points.some((each) => isMeasured(each.costUsd))
  const hasLatency = points.some((each) => isMeasured(each.latencyMs))
  const cost = (point: AttemptPoint): string =>
    isMeasured(point.costUsd) ? formatMoney(language, point.costUsd) : '–'
  const latency = (point: AttemptPoint): string =>
    isMeasured(point.latencyMs) ? formatLatency(language, point.latencyMs) : '–'
  const columns = [
    wordColumn(t('screens.scaling.curves.use')),
    figureColumn(t('report.repeats.k')),
    figureColumn(t('screens.verdict.reaches')),
    figureColumn(t('report.strategies.interval')),
    ...(hasCost ? [figureColumn(t('screens.scaling.axes.costTitle'))] : []),
    ...(hasLatency ? [figureColumn(t('screens.scaling.axes.latencyTitle'))] : []),
    wordColumn(t('screens.scaling.curves.budget')),
  ]
  const rows = curves.flatMap((curve) =>
    curve.points.map((point) => [
      attemptUseName(translator, curve.use),
      formatCount(language, point.k),
      shareText(translator, point),
      intervalText(translator, point),
      ...(hasCost ? [cost(point)] : []),
      ...(hasLatency ? [latency(point)] : []),
      t(`screens.scaling.curves.${point.isPaidFor ? 'inBudget' : 'outOfBudget'}`),
    ]),
  )
  return { columns, rows }
}

/** Every point of every curve, curve by curve. */
export function attemptsCurvesReading(props: Omit<AttemptsCurvesProps, 'prefix'>): ChartReading {
  const layout = layOutAttemptsCurves(props, props.width, props.height)
  const order = props.curves.map((each) => each.use)
  const placed = (layout?.curves ?? []).toSorted((a, b) => order.indexOf(a.use) - order.indexOf(b.use))
  const mark = (use: AttemptUse, point: PlacedPoint) => ({
    id: `${use}-${point.k}`,
    x: point.x,
    y: point.y,
    text: pointText(props.translator, use, point),
  })
  return {
    marks: placed.flatMap(({ use, points }) => points.map((point) => mark(use, point))),
    table: tableOf(props),
  }
}
