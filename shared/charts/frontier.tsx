import type { ReactElement } from 'react'
import { formatPercent, formatRequired } from '../text/numbers.ts'
import {
  type FrontierInput,
  type FrontierLayout,
  formatPrice,
  frontierTickSize,
  layOutFrontier,
  type PlacedPoint,
} from './frontier-layout.ts'
import { rateText } from './forest-layout.ts'
import { HaloText } from './halo-text.tsx'
import { Hatch } from './hatch.tsx'
import { labelSize } from './level-labels.ts'
import { palette, px } from './palette.ts'
import { pointLineHeight } from './place-labels.ts'

export interface FrontierProps extends FrontierInput {
  /** Of the drawing, in pixels. */
  readonly width: number
  readonly height: number
  /** Makes the ids of this drawing unique on its page. */
  readonly prefix: string
}

const narrowest = 240

function OverBudget({
  layout,
  hatch,
}: {
  readonly layout: FrontierLayout
  readonly hatch: string
}): ReactElement | null {
  const { over, plot } = layout
  if (over === null) return null
  const isRight = over.anchor === 'start'
  return (
    <g className="over-budget">
      <rect
        x={px(over.x)}
        y={px(plot.top)}
        width={px(plot.right - over.x)}
        height={px(plot.bottom - plot.top)}
        fill={`url(#${hatch})`}
        fillOpacity={0.35}
      />
      <line
        x1={px(over.x)}
        x2={px(over.x)}
        y1={px(plot.top - 12)}
        y2={px(plot.bottom)}
        stroke={palette.lineStrong}
      />
      <text
        x={px(over.x + (isRight ? 5 : -5))}
        y={px(plot.top - 5)}
        textAnchor={over.anchor}
        fontSize={frontierTickSize}
        fill={palette.secondary}
      >
        {over.text}
      </text>
    </g>
  )
}

function Grid(
  props: Pick<FrontierProps, 'translator' | 'unit'> & { readonly layout: FrontierLayout },
): ReactElement {
  const { layout, translator, unit } = props
  const { plot, y } = layout
  return (
    <g className="axis" fontSize={frontierTickSize} fill={palette.tertiary}>
      {y.ticks(5).map((tick) => (
        <g key={tick}>
          <line x1={plot.left} x2={px(plot.right)} y1={px(y(tick))} y2={px(y(tick))} stroke={palette.line} />
          <text x={plot.left - 8} y={px(y(tick) + 4)} textAnchor="end">
            {formatPercent(translator.language, tick)}
          </text>
        </g>
      ))}
      {layout.ticks.map((tick) => (
        <g key={tick.text}>
          <line
            x1={px(tick.x)}
            x2={px(tick.x)}
            y1={px(plot.bottom)}
            y2={px(plot.bottom) + 4}
            stroke={palette.lineStrong}
          />
          <text x={px(tick.x)} y={px(plot.bottom + 17)} textAnchor="middle">
            {tick.text}
          </text>
        </g>
      ))}
      <text x={px((plot.left + plot.right) / 2)} y={px(plot.bottom + 35)} textAnchor="middle">
        {layout.isLogarithmic
          ? translator.t(`screens.compare.logAxis.${unit}`)
          : translator.t(`screens.compare.axis.${unit}`)}
      </text>
    </g>
  )
}

function Level({ layout, id }: { readonly layout: FrontierLayout; readonly id: string }): ReactElement {
  const { level, plot } = layout
  return (
    <g className="level">
      <line
        x1={plot.left}
        x2={px(plot.right)}
        y1={px(level.y)}
        y2={px(level.y)}
        stroke={palette.ink}
        strokeWidth={2}
      />
      <HaloText
        id={id}
        x={level.x}
        y={level.baseline}
        text={level.text}
        anchor={level.anchor}
        fontSize={labelSize}
        fontWeight={600}
        fill={palette.ink}
        ground={palette.panel}
      />
    </g>
  )
}

/** Filled on the frontier, hollow behind it: told apart without colour. */
function PointShape({ placed }: { readonly placed: PlacedPoint }): ReactElement {
  const { point, x, y, from, to } = placed
  return (
    <g className={`point ${point.onFrontier ? 'on-frontier' : 'dominated'}`}>
      <path
        d={`M${px(x)} ${px(from)}V${px(to)}M${px(x - 3)} ${px(from)}h6M${px(x - 3)} ${px(to)}h6`}
        stroke={palette.passes}
        strokeOpacity={point.onFrontier ? 1 : 0.55}
        strokeWidth={1.25}
        fill="none"
      />
      <circle
        cx={px(x)}
        cy={px(y)}
        r={4.5}
        fill={point.onFrontier ? palette.passes : palette.panel}
        stroke={palette.passes}
        strokeWidth={1.75}
      />
    </g>
  )
}

function PointLabel({
  placed,
  id,
}: {
  readonly placed: PlacedPoint
  readonly id: string
}): ReactElement | null {
  const { label, point } = placed
  if (label === null) return null
  return (
    <g>
      {label.texts.map((text, line) => (
        <HaloText
          key={text}
          id={`${id}-${line}`}
          x={label.x}
          y={label.baseline + line * pointLineHeight}
          text={text}
          anchor={label.anchor}
          fontSize={labelSize}
          fontWeight={point.onFrontier ? 600 : 400}
          fill={line === 0 ? palette.ink : palette.secondary}
          ground={palette.panel}
        />
      ))}
    </g>
  )
}

function describe({ points, unit, level, limit, translator }: FrontierProps): string {
  const { language, t } = translator
  const list = points
    .toSorted((a, b) => a.price - b.price)
    .map((each) => {
      const name = `${each.name} ${rateText(translator, each)}`
      const price = formatPrice(language, unit, each.price)
      const behind =
        each.dominatedBy === null ? [] : [t('screens.compare.behind', { name: each.dominatedBy })]
      return [name, price, ...behind].join(', ')
    })
    .join('; ')
  const budget =
    limit === null
      ? []
      : [t('screens.compare.budgetDescription', { limit: formatPrice(language, unit, limit) })]
  return [
    t('screens.compare.frontierDescription', {
      points: list,
      level: level.name,
      required: formatRequired(language, level.required),
    }),
    ...budget,
  ].join(' ')
}

/**
 * What each configuration costs (or how long it takes) and how reliable it is, with intervals; the line is the most
 * that can be had at each price. What lies behind it is hollow and says what beats it. Says so in words when no price
 * was logged.
 */
export function Frontier(props: FrontierProps): ReactElement {
  const { translator, prefix, unit } = props
  const width = Math.max(narrowest, props.width)
  const layout = layOutFrontier(props, width, props.height)
  if (layout === null) {
    return (
      <p className="chart-empty" style={{ maxWidth: width }}>
        {translator.t('screens.compare.noPrice')}
      </p>
    )
  }
  const ids = {
    title: `${prefix}-title`,
    description: `${prefix}-description`,
    hatch: `${prefix}-hatch`,
  }
  return (
    <svg
      className="frontier"
      role="img"
      aria-labelledby={`${ids.title} ${ids.description}`}
      viewBox={`0 0 ${px(width)} ${props.height}`}
      width={px(width)}
      height={props.height}
      fontSize={labelSize}
    >
      <title id={ids.title}>{translator.t(`screens.compare.frontierTitle.${unit}`)}</title>
      <desc id={ids.description}>{describe(props)}</desc>
      <defs>
        <Hatch id={ids.hatch} />
      </defs>
      <OverBudget layout={layout} hatch={ids.hatch} />
      <Grid layout={layout} translator={translator} unit={unit} />
      <Level layout={layout} id={`${prefix}-level`} />
      <path d={layout.line} fill="none" stroke={palette.passes} strokeWidth={1.5} strokeDasharray="5 3" />
      {layout.points.map((each) => (
        <PointShape key={each.point.name} placed={each} />
      ))}
      {layout.points.map((each, index) => (
        <PointLabel key={each.point.name} placed={each} id={`${prefix}-point-${index}`} />
      ))}
    </svg>
  )
}
