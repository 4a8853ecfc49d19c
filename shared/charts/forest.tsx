import type { ReactElement } from 'react'
import { formatPercent, formatRequired } from '../text/numbers.ts'
import {
  type ForestInput,
  type ForestLayout,
  forestTickSize,
  layOutForest,
  type PlacedRow,
  rateText,
} from './forest-layout.ts'
import { HaloText } from './halo-text.tsx'
import { labelSize, type PlacedLabel } from './level-labels.ts'
import { palette, px } from './palette.ts'

export interface ForestProps extends ForestInput {
  readonly title: string
  /** Of the whole drawing, in pixels. */
  readonly width: number
  /** Filled by few rows as far as they can; many take more. */
  readonly height?: number
  /** Makes the ids of this drawing unique on its page. */
  readonly prefix: string
}

const narrowest = 240

function LevelLine({
  level,
  layout,
}: {
  readonly level: PlacedLabel
  readonly layout: ForestLayout
}): ReactElement {
  const baseline = layout.top - 8 - level.row * 15
  const isLeft = level.to <= level.x
  const whole = `${level.name}${level.ending}`
  return (
    <g className="level">
      {level.text !== whole && <title>{whole}</title>}
      <line
        x1={px(level.x)}
        x2={px(level.x)}
        y1={level.row < 0 ? layout.top - 4 : baseline - 9}
        y2={layout.bottom + 4}
        stroke={palette.ink}
        strokeWidth={level.bold ? 2 : 1}
        {...(level.bold ? {} : { strokeDasharray: '3 2' })}
      />
      {level.row >= 0 && (
        <text
          x={px(isLeft ? level.to : level.from)}
          y={baseline}
          textAnchor={isLeft ? 'end' : 'start'}
          fontWeight={level.bold ? 600 : 400}
          fill={level.bold ? palette.ink : palette.secondary}
        >
          {level.text}
        </text>
      )}
    </g>
  )
}

function Interval({ row }: { readonly row: PlacedRow }): ReactElement | null {
  const { line, y } = row
  if (line === null) return null
  const middle = px(y)
  return (
    <g className="interval">
      <path
        d={`M${px(line.from)} ${middle - 4}v8M${px(line.to)} ${middle - 4}v8M${px(line.from)} ${middle}H${px(line.to)}`}
        stroke={palette.passes}
        strokeWidth={row.isLeading ? 2.25 : 1.5}
        fill="none"
      />
      <circle
        cx={px(line.middle)}
        cy={middle}
        r={4}
        fill={palette.passes}
        stroke={palette.panel}
        strokeWidth={1}
      />
    </g>
  )
}

function Row({
  row,
  layout,
  id,
}: {
  readonly row: PlacedRow
  readonly layout: ForestLayout
  readonly id: string
}): ReactElement {
  const weight = row.isLeading ? 600 : 400
  const baseline = px(row.y + 4)
  const isMeasured = row.line !== null
  return (
    <g className="row">
      {row.shownName !== row.name && <title>{row.name}</title>}
      <text x={0} y={baseline} fontWeight={weight} fill={palette.ink}>
        {row.shownName}
      </text>
      {row.aside !== null && (
        <text
          x={px(row.aside.x)}
          y={baseline}
          textAnchor="end"
          fontSize={forestTickSize}
          fill={palette.secondary}
        >
          {row.aside.text}
        </text>
      )}
      {isMeasured ? (
        <text x={px(layout.width)} y={baseline} textAnchor="end" fontWeight={weight} fill={palette.ink}>
          {row.label}
        </text>
      ) : (
        // Level lines run through what stands in the place of an interval.
        <HaloText
          id={id}
          x={layout.plot.from}
          y={baseline}
          text={row.label}
          fontSize={labelSize}
          fontWeight={weight}
          fill={palette.secondary}
          ground={palette.panel}
        />
      )}
    </g>
  )
}

function Axis(props: Pick<ForestProps, 'translator'> & { readonly layout: ForestLayout }): ReactElement {
  const { layout, translator } = props
  const { plot, bottom, x } = layout
  return (
    <g className="axis" fontSize={forestTickSize} fill={palette.tertiary}>
      {layout.rows.slice(1).map((row) => (
        <line
          key={row.id}
          x1={0}
          x2={px(layout.width)}
          y1={px(row.y - layout.rowHeight / 2) + 0.5}
          y2={px(row.y - layout.rowHeight / 2) + 0.5}
          stroke={palette.line}
        />
      ))}
      <line
        x1={px(plot.from)}
        x2={px(plot.to)}
        y1={px(bottom) + 0.5}
        y2={px(bottom) + 0.5}
        stroke={palette.lineStrong}
      />
      {layout.ticks.map((tick) => (
        <g key={tick}>
          <line
            x1={px(x(tick))}
            x2={px(x(tick))}
            y1={px(bottom)}
            y2={px(bottom) + 4}
            stroke={palette.lineStrong}
          />
          <text x={px(x(tick))} y={px(bottom + 18)} textAnchor="middle">
            {formatPercent(translator.language, tick)}
          </text>
        </g>
      ))}
    </g>
  )
}

function describe({ rows, levels, translator }: ForestProps): string {
  return translator.t('screens.compare.forestDescription', {
    rows: rows.map((each) => `${each.name} ${rateText(translator, each.interval)}`).join('; '),
    levels: levels
      .map((each) => `${each.name} ${formatRequired(translator.language, each.required)}`)
      .join(', '),
  })
}

/** A line per configuration or segment: its reliability with the interval, against every level's requirement. */
export function Forest(props: ForestProps): ReactElement {
  const { translator, prefix, title } = props
  const layout = layOutForest(props, Math.max(narrowest, props.width), props.height)
  const ids = { title: `${prefix}-title`, description: `${prefix}-description` }
  return (
    <svg
      className="forest"
      role="img"
      aria-labelledby={`${ids.title} ${ids.description}`}
      viewBox={`0 0 ${px(layout.width)} ${px(layout.height)}`}
      width={px(layout.width)}
      height={px(layout.height)}
      fontSize={labelSize}
    >
      <title id={ids.title}>{title}</title>
      <desc id={ids.description}>{describe(props)}</desc>
      <Axis layout={layout} translator={translator} />
      {layout.levels.map((each) => (
        <LevelLine key={each.name} level={each} layout={layout} />
      ))}
      {layout.rows.map((each, index) => (
        <Row key={each.id} row={each} layout={layout} id={`${prefix}-row-${index}`} />
      ))}
      {layout.rows.map((each) => (
        <Interval key={each.id} row={each} />
      ))}
    </svg>
  )
}
