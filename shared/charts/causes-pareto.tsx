import type { ReactElement } from 'react'
import {
  type CauseKind,
  type CauseRow,
  type CausesParetoInput,
  type CausesParetoLayout,
  layOutCausesPareto,
  paretoBarHeight,
  paretoBarTop,
  paretoLabelSize,
  paretoSmallSize,
} from './causes-pareto-layout.ts'
import { palette, px } from './palette.ts'

export interface CausesParetoProps extends CausesParetoInput {
  /** Of the drawing, in pixels. */
  readonly width: number
  /** Makes the ids of this drawing unique on its page. */
  readonly prefix: string
}

/** The pattern of what more compute per answer usually cures: upright stripes, read without colour. */
function Stripes({ id }: { readonly id: string }): ReactElement {
  return (
    <pattern id={id} width="5" height="5" patternUnits="userSpaceOnUse">
      <rect width="5" height="5" fill={palette.panel} />
      <rect width="2.5" height="5" fill={palette.secondary} />
    </pattern>
  )
}

function barStyle(kind: CauseKind, stripes: string) {
  switch (kind) {
    case 'product-engineering':
      return { fill: palette.secondary, stroke: palette.secondary }
    case 'inference-scaling':
      return { fill: `url(#${stripes})`, stroke: palette.secondary }
    case 'none':
      return { fill: palette.panel, stroke: palette.secondary }
    case 'unlabelled':
      return { fill: palette.panel, stroke: palette.lineStrong, strokeDasharray: '3 2' }
  }
}

function Row(props: {
  readonly row: CauseRow
  readonly columns: CausesParetoLayout['columns']
  readonly stripes: string
}): ReactElement {
  const { row, columns, stripes } = props
  const baseline = row.y + 14
  return (
    <g className={`cause cause-${row.kind}`} fontSize={paretoLabelSize} fill={palette.ink}>
      {row.text !== row.name && <title>{row.name}</title>}
      <text x={0} y={baseline} fontWeight={row.kind === 'unlabelled' ? 400 : 600}>
        {row.text}
      </text>
      {row.lever !== null && (
        <text
          x={px(columns.cumulative)}
          y={baseline + 15}
          textAnchor="end"
          fontSize={paretoSmallSize}
          fill={palette.secondary}
        >
          {row.lever}
        </text>
      )}
      <rect
        x={0.5}
        y={row.y + paretoBarTop + 0.5}
        width={px(Math.max(2, row.barWidth - 1))}
        height={paretoBarHeight}
        rx={1}
        {...barStyle(row.kind, stripes)}
      />
      <g textAnchor="end">
        <text x={px(columns.failures)} y={baseline} fontWeight={600}>
          {row.failures}
        </text>
        <text x={px(columns.share)} y={baseline}>
          {row.share}
        </text>
        <text x={px(columns.cumulative)} y={baseline} fill={palette.secondary}>
          {row.cumulative}
        </text>
      </g>
    </g>
  )
}

function describe({ translator }: CausesParetoProps, { rows }: CausesParetoLayout): string {
  const each = rows.map(({ name, lever, failures, share }) =>
    translator.t(`verdict.pareto.${lever === null ? 'unlabelled' : 'row'}`, {
      name,
      failures,
      share,
      lever: lever ?? '',
    }),
  )
  return each.join(', ')
}

/**
 * Failures by cause, most first, those nobody labelled last: how many, their share, and the share of all causes down to
 * there. What usually cures a cause is told by the bar's pattern and in words.
 */
export function CausesPareto(props: CausesParetoProps): ReactElement {
  const { translator, prefix, width } = props
  const layout = layOutCausesPareto(props, width)
  const { rows, heads, columns, height } = layout
  if (rows.length === 0) return <p className="chart-empty">{translator.t('verdict.pareto.empty')}</p>
  const [title, description, stripes] = [`${prefix}-title`, `${prefix}-description`, `${prefix}-stripes`]
  return (
    <svg
      className="causes-pareto"
      role="img"
      aria-labelledby={`${title} ${description}`}
      viewBox={`0 0 ${px(width)} ${height}`}
      width={px(width)}
      height={height}
    >
      <title id={title}>{translator.t('verdict.pareto.title')}</title>
      <desc id={description}>{describe(props, layout)}</desc>
      <defs>
        <Stripes id={stripes} />
      </defs>
      <g textAnchor="end" fontSize={paretoSmallSize} fill={palette.secondary}>
        {(['failures', 'share', 'cumulative'] as const).map((name) => (
          <text key={name} x={px(columns[name])} y={12}>
            {heads[name]}
          </text>
        ))}
      </g>
      {rows.map((row) => (
        <Row key={row.cause ?? ''} row={row} columns={columns} stripes={stripes} />
      ))}
    </svg>
  )
}
