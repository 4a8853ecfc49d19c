import { scaleLinear } from 'd3-scale'
import type { ReactElement } from 'react'
import { formatPercent, formatRequired } from '../text/numbers.ts'
import { intervalText } from '../text/words.ts'
import {
  barHeight,
  barWidth,
  type Frame,
  frameOf,
  type GapBarInput,
  gapShares,
  labelSize,
  layOutGapBar,
  rowHeight,
  type Segment,
  type SegmentKind,
  side,
  type Whisker,
} from './gap-bar-layout.ts'
import { HaloText } from './halo-text.tsx'
import { Hatch } from './hatch.tsx'
import type { PlacedLabel } from './level-labels.ts'
import { palette, px } from './palette.ts'

export interface GapBarProps extends GapBarInput {
  /** Of the drawing, in pixels. */
  readonly width: number
  /** Makes the ids of this drawing unique on its page. */
  readonly prefix: string
}

const fills: Readonly<Record<SegmentKind, { readonly fill: string; readonly ink: string }>> = {
  passes: { fill: palette.passes, ink: palette.onPasses },
  flaky: { fill: palette.flaky, ink: palette.onFlaky },
  neverSolved: { fill: palette.neverSoft, ink: palette.ink },
}

function SegmentShape(props: {
  readonly segment: Segment
  readonly frame: Frame
  readonly hatch: string
}): ReactElement {
  const { segment, frame, hatch } = props
  const { fill } = fills[segment.kind]
  const box = {
    x: px(segment.x),
    y: frame.bar,
    // A hairline between neighbours; never thinner than what can still be seen.
    width: px(Math.max(1, segment.width - 1.5)),
    height: barHeight,
    rx: Math.min(2, segment.width / 2),
  }
  return (
    <g className={`segment segment-${segment.kind}`}>
      <rect {...box} fill={fill} />
      {segment.kind === 'neverSolved' && <rect {...box} fill={`url(#${hatch})`} />}
    </g>
  )
}

/** From a segment to its label under the bar. */
function Leader({ segment, frame }: { readonly segment: Segment; readonly frame: Frame }): ReactElement {
  const middle = segment.x + segment.width / 2
  const labelTop = frame.under + segment.row * rowHeight - 11
  return (
    <path
      d={`M${px(middle)} ${frame.bar + barHeight + 1}v3L${px(segment.labelX)} ${labelTop}`}
      fill="none"
      stroke={palette.lineStrong}
    />
  )
}

function SegmentLabel({
  segment,
  frame,
  prefix,
}: {
  readonly prefix: string
  readonly segment: Segment
  readonly frame: Frame
}): ReactElement {
  const { inside, row } = segment
  const { fill, ink } = fills[segment.kind]
  return (
    <HaloText
      id={`${prefix}-${segment.kind}`}
      x={segment.labelX}
      y={inside ? frame.bar + 19.5 : frame.under + row * rowHeight}
      text={segment.label}
      anchor="middle"
      fontSize={labelSize}
      fontWeight={600}
      fill={inside ? ink : palette.ink}
      // The hatch, a level's line or another label's leader would run through the letters.
      ground={inside ? fill : palette.panel}
    />
  )
}

function LevelLine({ level, frame }: { readonly level: PlacedLabel; readonly frame: Frame }): ReactElement {
  const baseline = frame.bar - 8 - level.row * rowHeight
  // Widths are planned a little too large: a label left of its line ends at the line, wherever it begins.
  const isLeft = level.to <= level.x
  const whole = `${level.name}${level.ending}`
  return (
    <g className="level">
      {level.text !== whole && <title>{whole}</title>}
      <line
        x1={px(level.x)}
        x2={px(level.x)}
        y1={baseline - 9}
        y2={frame.bar + barHeight + 5}
        stroke={palette.ink}
        strokeWidth={level.bold ? 2 : 1}
        {...(level.bold ? {} : { strokeDasharray: '3 2' })}
      />
      {level.row >= 0 && (
        <text
          x={px(isLeft ? level.to : level.from)}
          y={baseline}
          textAnchor={isLeft ? 'end' : 'start'}
          fontSize={labelSize}
          fontWeight={level.bold ? 600 : 400}
          fill={level.bold ? palette.ink : palette.secondary}
        >
          {level.text}
        </text>
      )}
    </g>
  )
}

function IntervalLine({
  whisker,
  frame,
}: {
  readonly whisker: Whisker
  readonly frame: Frame
}): ReactElement {
  const y = frame.whisker
  const below = whisker.anchor === 'middle'
  return (
    <g className="interval">
      <path
        d={`M${px(whisker.from)} ${y - 4}v8M${px(whisker.to)} ${y - 4}v8M${px(whisker.from)} ${y}H${px(whisker.to)}`}
        stroke={palette.passes}
        strokeWidth={1.75}
        fill="none"
      />
      <circle cx={px(whisker.middle)} cy={y} r={3.5} fill={palette.passes} />
      <text
        x={px(whisker.labelX)}
        y={below ? y + 18 : y + 4}
        textAnchor={whisker.anchor}
        fontSize={labelSize}
        fill={palette.secondary}
      >
        {whisker.label}
      </text>
    </g>
  )
}

function Axis(props: Pick<GapBarProps, 'translator' | 'width'> & { readonly frame: Frame }): ReactElement {
  const { frame, width, translator } = props
  const scale = scaleLinear().range([0, width])
  return (
    <g className="axis">
      <line x1={0} x2={width} y1={frame.axis} y2={frame.axis} stroke={palette.line} />
      {scale.ticks(width < 360 ? 2 : 5).map((tick) => (
        <text
          key={tick}
          x={px(scale(tick))}
          y={frame.axis + 16}
          textAnchor={tick === 0 ? 'start' : tick === 1 ? 'end' : 'middle'}
          fontSize={11.5}
          fill={palette.tertiary}
        >
          {formatPercent(translator.language, tick)}
        </text>
      ))}
    </g>
  )
}

function describe(props: GapBarProps): string {
  const { translator, levels, reliability } = props
  const shares = gapShares(props)
  if (shares === null) return translator.t('verdict.charts.empty')
  const [passes, flaky, neverSolved] = shares.map((each) => each.label)
  return translator.t('verdict.charts.gapBarDescription', {
    passes: passes ?? '',
    flaky: flaky ?? '',
    neverSolved: neverSolved ?? '',
    interval: intervalText(translator, reliability),
    levels: levels
      .map((each) => `${each.name} ${formatRequired(translator.language, each.required)}`)
      .join(', '),
  })
}

function EmptyBar(props: {
  readonly id: string
  readonly width: number
  readonly frame: Frame
  readonly text: string
}): ReactElement {
  const { id, width, frame, text } = props
  return (
    <g>
      <rect
        x={0.5}
        y={frame.bar + 0.5}
        width={width - 1}
        height={barHeight - 1}
        rx={2}
        fill="none"
        stroke={palette.lineStrong}
        strokeDasharray="4 3"
      />
      <HaloText
        id={id}
        x={10}
        y={frame.bar + 19.5}
        text={text}
        fontSize={labelSize}
        fill={palette.secondary}
        ground={palette.panel}
      />
    </g>
  )
}

/**
 * One bar of all attempts: those that pass, failures that another attempt would have solved, and work never
 * solved within the logged repeats; with the interval of the reliability and every level's requirement.
 */
export function GapBar(props: GapBarProps): ReactElement {
  const { translator, prefix } = props
  const width = barWidth(props.width)
  const layout = layOutGapBar(props, width)
  const frame = frameOf(layout)
  const [title, description, hatch] = [`${prefix}-title`, `${prefix}-description`, `${prefix}-hatch`]
  return (
    <svg
      className="gap-bar"
      role="img"
      aria-labelledby={`${title} ${description}`}
      viewBox={`${-side} 0 ${px(width + 2 * side)} ${frame.height}`}
      width={px(width + 2 * side)}
      height={frame.height}
    >
      <title id={title}>{translator.t('verdict.charts.gapBarTitle')}</title>
      <desc id={description}>{describe(props)}</desc>
      <defs>
        <Hatch id={hatch} />
      </defs>
      {layout.segments?.map((each) => (
        <SegmentShape key={each.kind} segment={each} frame={frame} hatch={hatch} />
      ))}
      {layout.levels.map((each) => (
        <LevelLine key={each.name} level={each} frame={frame} />
      ))}
      {layout.segments?.map(
        (each) => !each.inside && <Leader key={each.kind} segment={each} frame={frame} />,
      )}
      {layout.segments?.map((each) => (
        <SegmentLabel key={each.kind} segment={each} frame={frame} prefix={prefix} />
      ))}
      {layout.segments === null && (
        <EmptyBar
          id={`${prefix}-empty`}
          width={width}
          frame={frame}
          text={translator.t('verdict.charts.empty')}
        />
      )}
      {layout.whisker !== null && <IntervalLine whisker={layout.whisker} frame={frame} />}
      <Axis frame={frame} width={width} translator={translator} />
    </svg>
  )
}
