import type { ReactElement } from 'react'
import { formatCount, formatOdds, formatRequired } from '../text/numbers.ts'
import { counted } from '../text/words.ts'
import {
  type DecisionLine,
  type EvidenceHistoryLayout,
  type EvidenceOverCasesInput,
  historyLabelSize,
  historyLeft,
  historyTickSize,
  historyTop,
  historyUnder,
  layOutEvidenceHistory,
  signedEvidence,
} from './evidence-history-layout.ts'
import { HaloText } from './halo-text.tsx'
import { palette, px } from './palette.ts'
import { type PowersOfTen, SvgOdds } from './svg-odds.tsx'

export interface EvidenceOverCasesProps extends EvidenceOverCasesInput {
  /** Of the drawing, in pixels. */
  readonly width: number
  readonly height: number
  /** Makes the ids of this drawing unique on its page. */
  readonly prefix: string
  /** As characters they are copied as what they are. */
  readonly powers?: PowersOfTen
}

type Drawn = Required<Pick<EvidenceOverCasesProps, 'translator' | 'powers'>> & {
  readonly layout: EvidenceHistoryLayout
}

function Grid({
  layout,
  translator,
  unit,
  powers,
}: Drawn & { readonly unit: EvidenceOverCasesInput['history']['unit'] }): ReactElement {
  const [bottom = 0] = layout.y.range()
  return (
    <g className="axis" fontSize={historyTickSize} fill={palette.tertiary}>
      {layout.oddsTicks.map(({ y, logEvidence }) => (
        <g key={y}>
          <line x1={0} x2={px(layout.plotWidth)} y1={px(y)} y2={px(y)} stroke={palette.line} />
          <text x={-8} y={px(y + 4)} textAnchor="end">
            <SvgOdds language={translator.language} logEvidence={logEvidence} powers={powers} />
          </text>
        </g>
      ))}
      {layout.countTicks.map((tick) => (
        <text
          key={tick}
          x={px(layout.x(tick))}
          y={px(bottom + 17)}
          textAnchor={tick === 0 ? 'start' : 'middle'}
        >
          {formatCount(translator.language, tick)}
        </text>
      ))}
      <text x={px(layout.plotWidth / 2)} y={px(bottom + 34)} textAnchor="middle">
        {translator.t(`verdict.evidenceChart.axis.${unit}`)}
      </text>
    </g>
  )
}

/** Between the two lines nothing is decided. */
function Undecided({ layout }: Pick<Drawn, 'layout'>): ReactElement {
  const [top = 0, bottom = 0] = layout.decisions.map((each) => each.y)
  return (
    <rect
      x={0}
      y={px(top)}
      width={px(layout.plotWidth)}
      height={px(bottom - top)}
      fill={palette.neverSoft}
      fillOpacity={0.5}
    />
  )
}

function Decision({
  line,
  width,
  id,
}: {
  readonly line: DecisionLine
  readonly width: number
  readonly id: string
}): ReactElement {
  return (
    <g className={`decision decision-${line.verdict}`}>
      <line
        x1={0}
        x2={px(width)}
        y1={px(line.y)}
        y2={px(line.y)}
        stroke={palette.ink}
        strokeDasharray="4 2"
      />
      <HaloText
        id={id}
        x={line.textX}
        y={line.textY}
        text={line.text}
        anchor={line.anchor}
        fontSize={historyLabelSize}
        fontWeight={600}
        fill={palette.ink}
        ground={palette.panel}
      />
    </g>
  )
}

function Curve({ layout, translator, powers }: Drawn): ReactElement {
  const { x, y, logEvidence } = layout.end
  const [before, after = ''] = translator.t('verdict.evidenceChart.now', { odds: '\uE000' }).split('\uE000')
  return (
    <g className="curve">
      <path d={layout.path} fill="none" stroke={palette.ink} strokeWidth={2} strokeLinejoin="round" />
      <circle cx={px(x)} cy={px(y)} r={3.75} fill={palette.ink} />
      <text x={px(x + 9)} y={px(y + 4)} fontSize={historyLabelSize} fontWeight={600} fill={palette.ink}>
        {before}
        <SvgOdds language={translator.language} logEvidence={Math.abs(logEvidence)} powers={powers} />
        {after}
      </text>
    </g>
  )
}

function describe({ history, translator }: EvidenceOverCasesProps): string {
  const { language, t } = translator
  const last = history.points.at(-1)
  if (last === undefined) return t('verdict.charts.empty')
  const now = signedEvidence(last)
  return counted(translator, `verdict.evidenceChart.description.${history.unit}`, last.count, {
    level: history.level,
    required: formatRequired(language, history.required),
    now: t(`verdict.evidenceChart.towards.${now < 0 ? 'short' : 'meets'}`, {
      odds: formatOdds(language, Math.abs(now)),
    }),
    odds: formatOdds(language, -Math.log(history.alpha)),
  })
}

/**
 * How the evidence about one level grew as complete cases arrived: upwards it speaks for `meets`, downwards for
 * `short`, between the two lines it is undecided. Says so in words while no case is complete.
 */
export function EvidenceOverCases(props: EvidenceOverCasesProps): ReactElement {
  const { translator, history, prefix, width, height, powers = 'raised' } = props
  const layout = layOutEvidenceHistory(props, width - historyLeft, historyTop, height - historyUnder)
  if (layout === null) return <p className="chart-empty">{translator.t('verdict.charts.empty')}</p>
  const [title, description] = [`${prefix}-title`, `${prefix}-description`]
  return (
    <svg
      className="evidence-history"
      role="img"
      aria-labelledby={`${title} ${description}`}
      viewBox={`${-historyLeft} 0 ${px(width)} ${height}`}
      width={px(width)}
      height={height}
    >
      <title id={title}>{translator.t('verdict.evidenceChart.title')}</title>
      <desc id={description}>{describe(props)}</desc>
      <Undecided layout={layout} />
      <Grid layout={layout} translator={translator} powers={powers} unit={history.unit} />
      {layout.decisions.map((each) => (
        <Decision key={each.verdict} line={each} width={layout.plotWidth} id={`${prefix}-${each.verdict}`} />
      ))}
      <Curve layout={layout} translator={translator} powers={powers} />
    </svg>
  )
}
