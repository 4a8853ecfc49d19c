import type { ReactElement } from 'react'
import { formatCount, formatPercent, formatRequired, supportedDecimals } from '../text/numbers.ts'
import { palette, px } from './palette.ts'
import {
  type Curve,
  type EndLabel,
  drawRepeatsFan,
  fanLabelSize,
  fanLeft,
  fanTickSize,
  type RepeatsFanInput,
  type RepeatsFanLayout,
} from './repeats-fan-layout.ts'

export interface RepeatsFanProps extends RepeatsFanInput {
  /** Of the drawing, in pixels. */
  readonly width: number
  readonly height: number
  /** Makes the ids of this drawing unique on its page. */
  readonly prefix: string
}

const colours = { any: palette.flaky, all: palette.passes } as const

function CurveShape({
  curve,
  layout,
}: {
  readonly curve: Curve
  readonly layout: RepeatsFanLayout
}): ReactElement {
  const few = curve.points.length <= 12
  return (
    <g className={`curve curve-${curve.kind}`}>
      <path d={curve.band} fill={colours[curve.kind]} fillOpacity={0.16} />
      <path
        d={curve.line}
        fill="none"
        stroke={colours[curve.kind]}
        strokeWidth={2}
        {...(curve.kind === 'any' ? { strokeDasharray: '6 3' } : {})}
      />
      {few &&
        curve.points.map((point) => (
          <circle
            key={point.k}
            cx={px(layout.x(point.k))}
            cy={px(layout.y(point.estimate))}
            r={3.25}
            fill={colours[curve.kind]}
          />
        ))}
    </g>
  )
}

function Grid({
  layout,
  translator,
}: { readonly layout: RepeatsFanLayout } & Pick<RepeatsFanProps, 'translator'>): ReactElement {
  return (
    <g className="axis" fontSize={fanTickSize} fill={palette.tertiary}>
      {[0, 0.25, 0.5, 0.75, 1].map((tick) => (
        <g key={tick}>
          <line
            x1={0}
            x2={px(layout.plotWidth)}
            y1={px(layout.y(tick))}
            y2={px(layout.y(tick))}
            stroke={palette.line}
          />
          <text x={-8} y={px(layout.y(tick) + 4)} textAnchor="end">
            {formatPercent(translator.language, tick)}
          </text>
        </g>
      ))}
      {layout.ticks.map((tick) => (
        <text key={tick} x={px(layout.x(tick))} y={px(layout.y(0) + 17)} textAnchor="middle">
          {formatCount(translator.language, tick)}
        </text>
      ))}
      <text x={px(layout.plotWidth / 2)} y={px(layout.y(0) + 34)} textAnchor="middle">
        {translator.t('verdict.charts.fanAxis')}
      </text>
    </g>
  )
}

function EndLabelText({
  label,
  layout,
}: {
  readonly label: EndLabel
  readonly layout: RepeatsFanLayout
}): ReactElement {
  const moved = Math.abs(label.y - label.at) > 3
  const x = px(layout.plotWidth + 9)
  return (
    <g>
      {moved && (
        <path
          d={`M${px(layout.plotWidth + 1)} ${px(label.at)}L${px(x - 1)} ${px(label.y)}`}
          stroke={palette.lineStrong}
          strokeWidth={0.75}
        />
      )}
      <text
        x={x}
        y={px(label.y + 4)}
        fontSize={fanLabelSize}
        fontWeight={label.kind === 'level' ? 600 : 400}
        fill={palette.ink}
      >
        {label.text}
      </text>
    </g>
  )
}

function describe({ passAt, passAll, level, translator }: RepeatsFanProps): string {
  const { language, t } = translator
  const list = (points: RepeatsFanInput['passAt']): string =>
    points
      .flatMap(({ k, estimate, lower, upper }) =>
        typeof estimate === 'number'
          ? [
              t('verdict.charts.atK', {
                k: formatCount(language, k),
                share: formatPercent(language, estimate, supportedDecimals(lower, upper)),
              }),
            ]
          : [],
      )
      .join(', ')
  return t('verdict.charts.fanDescription', {
    any: list(passAt),
    all: list(passAll),
    level: level.name,
    required: formatRequired(language, level.required),
  })
}

function EmptyFan({ text, width }: { readonly text: string; readonly width: number }): ReactElement {
  return (
    <p className="chart-empty" style={{ maxWidth: width }}>
      {text}
    </p>
  )
}

function FanMarks({
  layout,
  level,
}: {
  readonly layout: RepeatsFanLayout
  readonly level: RepeatsFanProps['level']
}): ReactElement {
  const y = px(layout.y(level.required))
  return (
    <g>
      {layout.curves.map((each) => (
        <CurveShape key={each.kind} curve={each} layout={layout} />
      ))}
      <line
        className="level"
        x1={0}
        x2={px(layout.plotWidth)}
        y1={y}
        y2={y}
        stroke={palette.ink}
        strokeWidth={2}
      />
      {layout.labels.map((each) => (
        <EndLabelText key={each.kind} label={each} layout={layout} />
      ))}
    </g>
  )
}

/**
 * What more attempts per case do: the chance that any of k passes and that all of them pass, each with its
 * interval, against a level's requirement. Says so in words while there are no two attempts to compare.
 */
export function RepeatsFan(props: RepeatsFanProps): ReactElement {
  const { translator, prefix, width, height, passAt } = props
  const layout = drawRepeatsFan(props, width, height)
  if (layout === null) {
    const measured = passAt.some((each) => typeof each.estimate === 'number')
    return (
      <EmptyFan text={translator.t(`verdict.charts.${measured ? 'oneRepeat' : 'empty'}`)} width={width} />
    )
  }
  const [title, description] = [`${prefix}-title`, `${prefix}-description`]
  return (
    <svg
      className="repeats-fan"
      role="img"
      aria-labelledby={`${title} ${description}`}
      viewBox={`${-fanLeft} 0 ${px(width)} ${height}`}
      width={px(width)}
      height={height}
    >
      <title id={title}>{translator.t('verdict.charts.fanTitle')}</title>
      <desc id={description}>{describe(props)}</desc>
      <Grid layout={layout} translator={translator} />
      <FanMarks layout={layout} level={props.level} />
    </svg>
  )
}
