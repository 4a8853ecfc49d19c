import type { ReactElement } from 'react'
import { isMeasured } from '../domain/measured.ts'
import { formatCount, formatNumber, formatRequired } from '../text/numbers.ts'
import type { Translator } from '../text/translator.ts'
import {
  type Column,
  type DeliveryInput,
  type DeliveryLayout,
  type DeliveryPart,
  type Flag,
  layOutDelivery,
  type PartWhisker,
  type Utility,
} from './delivery-layout.ts'
import { HaloText } from './halo-text.tsx'
import { rateText } from './forest-layout.ts'
import { palette, px } from './palette.ts'
import {
  BottomAxis,
  EndLabels,
  figureColumn,
  LevelRule,
  type PlotBox,
  plotTickSize,
  ShareGrid,
} from './plot-parts.tsx'
import type { ChartReading } from './reading.ts'

export interface DeliveryProps extends DeliveryInput {
  /** Of the drawing, in pixels. */
  readonly width: number
  readonly height: number
  /** Makes the ids of this drawing unique on its page. */
  readonly prefix: string
}

/** Wrong answers are the pattern that stands out most, without colour too. */
function WrongPattern({ id }: { readonly id: string }): ReactElement {
  return (
    <pattern id={id} width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
      <rect width="5" height="5" fill={palette.panel} />
      <line x1="0" y1="0" x2="0" y2="5" stroke={palette.ink} strokeWidth="2.4" />
    </pattern>
  )
}

function fillOf(part: DeliveryPart, pattern: string): string {
  if (part === 'right') return palette.passes
  return part === 'wrong' ? `url(#${pattern})` : palette.neverSoft
}

function ColumnShape({
  column,
  pattern,
}: {
  readonly column: Column
  readonly pattern: string
}): ReactElement {
  return (
    <g className="column">
      {column.parts
        .filter((each) => each.height > 0)
        .map(({ part, y, height }) => (
          <rect
            key={part}
            className={`part part-${part}`}
            x={px(column.x)}
            y={px(y)}
            width={px(column.width)}
            height={px(height)}
            fill={fillOf(part, pattern)}
            stroke={palette.panel}
            strokeWidth={0.75}
          />
        ))}
    </g>
  )
}

function Whisker({ whisker: { x, from, to, at } }: { readonly whisker: PartWhisker }): ReactElement {
  const path = `M${px(x - 4)} ${px(from)}h8M${px(x - 4)} ${px(to)}h8M${px(x)} ${px(from)}V${px(to)}`
  return (
    <g className="interval">
      <path d={path} stroke={palette.panel} strokeWidth={4.5} strokeLinecap="square" fill="none" />
      <circle cx={px(x)} cy={px(at)} r={4.5} fill={palette.panel} />
      <path d={path} stroke={palette.ink} strokeWidth={1.5} fill="none" />
      <circle cx={px(x)} cy={px(at)} r={3} fill={palette.ink} />
    </g>
  )
}

/** Where more attempts begin to hurt stands in the row next to the columns, the best number of them above it. */
function FlagShape({
  flag,
  box,
  id,
}: {
  readonly flag: Flag
  readonly box: PlotBox
  readonly id: string
}): ReactElement {
  const isBest = flag.kind === 'best'
  const hasTwoRows = box.top > 30
  const y = isBest && hasTwoRows ? box.top - 26 : box.top - 11
  return (
    <g className={`flag flag-${flag.kind}`}>
      {isBest ? (
        <path d={`M${px(flag.x - 4)} ${px(box.top - 8)}h8l-4 6z`} fill={palette.ink} />
      ) : (
        <path
          d={`M${px(flag.x)} ${px(box.bottom)}V${px(y - 9)}`}
          stroke={palette.ink}
          strokeWidth={1.5}
          strokeDasharray="4 3"
        />
      )}
      <HaloText
        id={id}
        x={flag.textX}
        y={y}
        text={flag.text}
        anchor={flag.anchor}
        fontSize={plotTickSize}
        fontWeight={600}
        fill={palette.ink}
        ground={palette.panel}
        reach={1.5}
      />
    </g>
  )
}

function shareText(translator: Translator, column: Pick<Column, 'row'>, part: DeliveryPart): string {
  return rateText(translator, column.row[part])
}

function utilityAt(utility: Utility | null, k: number): number | null {
  const estimate = utility?.byAttempts.find((each) => each.k === k)?.estimate
  return estimate !== undefined && isMeasured(estimate) ? estimate : null
}

function columnText({ translator, utility }: DeliveryInput, column: Pick<Column, 'k' | 'row'>): string {
  const { t, language } = translator
  const k = formatCount(language, column.k)
  const said = t('screens.scaling.delivery.column', {
    k,
    right: shareText(translator, column, 'right'),
    handedOff: shareText(translator, column, 'handedOff'),
    wrong: shareText(translator, column, 'wrong'),
  })
  const worth = utilityAt(utility, column.k)
  if (worth === null) return said
  const number = formatNumber(language, worth, 3).replace('-', '−')
  return `${said} ${t('screens.scaling.delivery.utilityAt', { utility: number })}`
}

function describe(props: DeliveryProps): string {
  const { rows, level, translator } = props
  return translator.t('screens.scaling.delivery.description', {
    columns: rows.map((row) => columnText(props, { k: row.k, row })).join(' '),
    level: level.name,
    required: formatRequired(translator.language, level.required),
  })
}

function Drawn({ layout, ...props }: DeliveryProps & { readonly layout: DeliveryLayout }): ReactElement {
  const { translator, prefix, width, height, level } = props
  const { box, columns, labels, ticks, flags } = layout
  const [title, description, pattern] = [`${prefix}-title`, `${prefix}-description`, `${prefix}-wrong`]
  return (
    <svg
      className="delivery"
      role="img"
      aria-labelledby={`${title} ${description}`}
      viewBox={`0 0 ${px(width)} ${height}`}
      width={px(width)}
      height={height}
    >
      <title id={title}>{translator.t('screens.scaling.delivery.title')}</title>
      <desc id={description}>{describe(props)}</desc>
      <defs>
        <WrongPattern id={pattern} />
      </defs>
      <ShareGrid box={box} translator={translator} />
      <BottomAxis box={box} ticks={ticks} title={translator.t('screens.scaling.delivery.axis')} />
      {columns.map((each) => (
        <ColumnShape key={each.k} column={each} pattern={pattern} />
      ))}
      <LevelRule box={box} required={level.required} />
      {columns.flatMap((column) =>
        column.whiskers.map((each) => <Whisker key={`${column.k} ${each.part}`} whisker={each} />),
      )}
      {flags.map((each) => (
        <FlagShape key={each.kind} flag={each} box={box} id={`${prefix}-${each.kind}`} />
      ))}
      <EndLabels labels={labels} box={box} isBold={(kind) => kind === 'level'} />
    </svg>
  )
}

/**
 * How a task ends when it is retried until the verifier accepts: a right answer delivered, a wrong one, or handed to a
 * person; by the most attempts. Marks where the attempts serve best, and from where on more of them hurt.
 */
export function Delivery(props: DeliveryProps): ReactElement {
  const layout = layOutDelivery(props, props.width, props.height)
  if (layout !== null) return <Drawn {...props} layout={layout} />
  return (
    <p className="chart-empty" style={{ maxWidth: props.width }}>
      {props.translator.t('verdict.charts.empty')}
    </p>
  )
}

/** Every column, with its parts and what it is worth. */
export function deliveryReading(props: Omit<DeliveryProps, 'prefix'>): ChartReading {
  const { translator, rows, utility } = props
  const { t, language } = translator
  const layout = layOutDelivery(props, props.width, props.height)
  const parts = ['right', 'wrong', 'handedOff'] as const
  const worth = (k: number): string => {
    const estimate = utilityAt(utility, k)
    return estimate === null ? '–' : formatNumber(language, estimate, 3).replace('-', '−')
  }
  return {
    marks: (layout?.columns ?? []).map((column) => ({
      id: String(column.k),
      x: column.x + column.width / 2,
      y: column.parts[0]?.y ?? 0,
      text: columnText(props, column),
    })),
    table: {
      columns: [
        figureColumn(t('report.repeats.k')),
        ...parts.map((part) => figureColumn(t(`report.retry.${part}`))),
        figureColumn(t('report.retry.attempts')),
        ...(utility === null ? [] : [figureColumn(t('screens.scaling.delivery.utility'))]),
      ],
      rows: rows.map((row) => [
        formatCount(language, row.k),
        ...parts.map((part) => shareText(translator, { row }, part)),
        isMeasured(row.expectedAttempts) ? formatNumber(language, row.expectedAttempts, 2) : '–',
        ...(utility === null ? [] : [worth(row.k)]),
      ]),
    },
  }
}
