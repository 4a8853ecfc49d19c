import type { ReactElement } from 'react'
import { formatPercent } from '../text/numbers.ts'
import type { Translator } from '../text/translator.ts'
import { palette, px } from './palette.ts'
import type { ChartColumn } from './reading.ts'
import { spread } from './spread.ts'
import { fitName, textWidth } from './text-width.ts'

/** A column of figures, and one of words. */
export const figureColumn = (title: string): ChartColumn => ({ title, isFigure: true })
export const wordColumn = (title: string): ChartColumn => ({ title, isFigure: false })

export const plotLabelSize = 12
export const plotTickSize = 11.5

/** The field of a chart that curves are drawn in, in pixels of the drawing. */
export interface PlotBox {
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
}

export interface Tick {
  readonly at: number
  readonly text: string
}

/** Those that have room beside each other; the first and the last come before those between. */
export function ticksWithRoom(ticks: readonly Tick[]): readonly Tick[] {
  const kept: Tick[] = []
  const [first, last] = [ticks[0], ticks.at(-1)]
  for (const tick of [
    ...(first === undefined ? [] : [first]),
    ...(last === undefined ? [] : [last]),
    ...ticks,
  ]) {
    const needed = (other: Tick): number =>
      (textWidth(tick.text, plotTickSize) + textWidth(other.text, plotTickSize)) / 2 + 10
    if (kept.every((other) => Math.abs(other.at - tick.at) >= needed(other))) kept.push(tick)
  }
  return kept.toSorted((a, b) => a.at - b.at)
}

/** What stands at the right end of a chart, beside what it names. */
export interface Ending<Kind extends string> {
  readonly kind: Kind
  readonly name: string
  /** What follows the name and is never cut: " 72%". */
  readonly figure: string
  /** The end of what it names. */
  readonly fromX: number
  readonly fromY: number
}

export interface EndLabel<Kind extends string> extends Ending<Kind> {
  readonly text: string
  /** Where it stands after making room for the others. */
  readonly y: number
}

const labelHeight = 15
/** Between the plot and its labels: leaders run here. */
const labelGap = 14

/** Width that the labels of these names take right of a plot, at most a share of the whole. */
export function endLabelRoom(names: readonly string[], width: number): number {
  const widest = Math.max(0, ...names.map((name) => textWidth(name, plotLabelSize)))
  return Math.min(widest + labelGap + 2, width * 0.42)
}

/** Labels from top to bottom, none covering another, each as near as can be to what it names. */
export function placeEndings<Kind extends string>(
  endings: readonly Ending<Kind>[],
  box: PlotBox,
  room: number,
): readonly EndLabel<Kind>[] {
  const sorted = endings.toSorted((a, b) => a.fromY - b.fromY)
  const middles = spread(
    sorted.map((each) => ({ middle: each.fromY, size: labelHeight })),
    box.top - 7,
    box.bottom + 7,
    0,
  )
  return sorted.map((each, index) => ({
    ...each,
    text: fitName(each.name, each.figure, room - labelGap, plotLabelSize),
    y: middles[index] ?? each.fromY,
  }))
}

interface EndLabelsProps<Kind extends string> {
  readonly labels: readonly EndLabel<Kind>[]
  readonly box: PlotBox
  readonly isBold: (kind: Kind) => boolean
}

export function EndLabels<Kind extends string>({ labels, box, isBold }: EndLabelsProps<Kind>): ReactElement {
  const x = box.right + labelGap
  return (
    <g className="end-labels" fontSize={plotLabelSize} fill={palette.ink}>
      {labels.map((each) => (
        <g key={each.kind}>
          {each.text !== `${each.name}${each.figure}` && <title>{`${each.name}${each.figure}`}</title>}
          {(Math.abs(each.y - each.fromY) > 3 || box.right - each.fromX > 8) && (
            <path
              d={`M${px(each.fromX + 5)} ${px(each.fromY)}L${px(x - 3)} ${px(each.y)}`}
              stroke={palette.lineStrong}
              strokeWidth={0.75}
              strokeDasharray="1 2"
              fill="none"
            />
          )}
          <text x={px(x)} y={px(each.y + 4)} fontWeight={isBold(each.kind) ? 600 : 400}>
            {each.text}
          </text>
        </g>
      ))}
    </g>
  )
}

interface ShareGridProps {
  readonly box: PlotBox
  readonly translator: Translator
}

/** Lines at every quarter, from 0 to 100%. */
export function ShareGrid({ box, translator }: ShareGridProps): ReactElement {
  return (
    <g className="axis" fontSize={plotTickSize} fill={palette.tertiary}>
      {[0, 0.25, 0.5, 0.75, 1].map((tick) => {
        const y = px(box.bottom - tick * (box.bottom - box.top))
        return (
          <g key={tick}>
            <line x1={px(box.left)} x2={px(box.right)} y1={y} y2={y} stroke={palette.line} />
            <text x={px(box.left - 8)} y={y + 4} textAnchor="end">
              {formatPercent(translator.language, tick)}
            </text>
          </g>
        )
      })}
    </g>
  )
}

interface BottomAxisProps {
  readonly box: PlotBox
  readonly ticks: readonly Tick[]
  readonly title: string
}

export function BottomAxis({ box, ticks, title }: BottomAxisProps): ReactElement {
  return (
    <g className="axis" fontSize={plotTickSize} fill={palette.tertiary} textAnchor="middle">
      {ticks.map((tick) => (
        <text key={tick.text} x={px(tick.at)} y={px(box.bottom + 17)}>
          {tick.text}
        </text>
      ))}
      <text x={px((box.left + box.right) / 2)} y={px(box.bottom + 34)}>
        {title}
      </text>
    </g>
  )
}

export function LevelRule({
  box,
  required,
}: {
  readonly box: PlotBox
  readonly required: number
}): ReactElement {
  const y = px(box.bottom - required * (box.bottom - box.top))
  return (
    <line
      className="level"
      x1={px(box.left)}
      x2={px(box.right)}
      y1={y}
      y2={y}
      stroke={palette.ink}
      strokeWidth={2}
    />
  )
}

/** A stretch of the horizontal axis with words above it. */
export interface Zone {
  readonly from: number
  readonly to: number
  readonly text: string
}

/** Where its words stand: they begin with it, or end with it when it is too narrow for them. */
export function zoneLabel(
  { from, to, text }: Zone,
  box: PlotBox,
): {
  readonly x: number
  readonly anchor: 'start' | 'end'
  readonly text: string
} {
  const beyond = to - from >= textWidth(text, plotTickSize)
  const shown = fitName(text, '', beyond ? to - from : to - box.left, plotTickSize)
  return beyond ? { x: from, anchor: 'start', text: shown } : { x: to, anchor: 'end', text: shown }
}

export function ZoneShape({
  zone,
  box,
  fill,
  above = 9,
}: {
  readonly zone: Zone
  readonly box: PlotBox
  readonly fill: string
  /** How far over the plot its words stand. */
  readonly above?: number
}): ReactElement {
  const label = zoneLabel(zone, box)
  return (
    <g className="zone">
      <rect
        x={px(zone.from)}
        y={box.top}
        width={px(Math.max(0, zone.to - zone.from))}
        height={px(box.bottom - box.top)}
        fill={fill}
        fillOpacity={0.6}
      />
      <path
        d={`M${px(zone.from)} ${px(box.bottom)}V${px(box.top - 5)}`}
        stroke={palette.lineStrong}
        strokeDasharray="3 2"
      />
      <text
        x={px(label.x)}
        y={px(box.top - above)}
        textAnchor={label.anchor}
        fontSize={plotTickSize}
        fill={palette.secondary}
      >
        {label.text}
      </text>
    </g>
  )
}
