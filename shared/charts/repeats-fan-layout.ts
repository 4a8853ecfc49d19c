import { type ScaleLinear, scaleLinear } from 'd3-scale'
import { area, line } from 'd3-shape'
import type { AtK } from '../domain/assessment.ts'
import { isMeasured } from '../domain/measured.ts'
import type { Language } from '../domain/settings.ts'
import { formatCount, formatPercent, formatRequired, supportedDecimals } from '../text/numbers.ts'
import type { Translator } from '../text/translator.ts'
import { spread } from './spread.ts'
import { textWidth } from './text-width.ts'

export interface RepeatsFanInput {
  readonly passAt: readonly AtK[]
  readonly passAll: readonly AtK[]
  /** The level whose line is drawn. */
  readonly level: { readonly name: string; readonly required: number }
  readonly translator: Translator
}

export interface Point {
  readonly k: number
  readonly estimate: number
  readonly lower: number
  readonly upper: number
}

export interface Curve {
  readonly kind: 'any' | 'all'
  readonly points: readonly Point[]
  readonly line: string
  readonly band: string
}

export interface EndLabel {
  readonly kind: 'any' | 'all' | 'level'
  readonly text: string
  /** Height of what it names, and where it stands after making room for the others. */
  readonly at: number
  readonly y: number
}

export interface RepeatsFanLayout {
  readonly x: ScaleLinear<number, number>
  readonly y: ScaleLinear<number, number>
  readonly ticks: readonly number[]
  readonly curves: readonly Curve[]
  readonly labels: readonly EndLabel[]
  readonly plotWidth: number
}

export const fanLabelSize = 12
export const fanTickSize = 11.5

function measuredPoints(points: readonly AtK[]): readonly Point[] {
  return points.flatMap(({ k, estimate, lower, upper }) =>
    isMeasured(estimate) ? [{ k, estimate, lower, upper }] : [],
  )
}

type Scale = ScaleLinear<number, number>

function curve(kind: Curve['kind'], points: readonly Point[], x: Scale, y: Scale): Curve {
  const drawLine = line<Point>(
    (point) => x(point.k),
    (point) => y(point.estimate),
  ).digits(2)
  const drawBand = area<Point>()
    .x((point) => x(point.k))
    .y0((point) => y(point.lower))
    .y1((point) => y(point.upper))
    .digits(2)
  return { kind, points, line: drawLine([...points]) ?? '', band: drawBand([...points]) ?? '' }
}

interface Ending {
  readonly kind: EndLabel['kind']
  readonly text: string
  readonly value: number
}

function endings(input: RepeatsFanInput, any: readonly Point[], all: readonly Point[]): readonly Ending[] {
  const { language, t } = input.translator
  const found: Ending[] = [
    {
      kind: 'level',
      text: formatRequired(language, input.level.required),
      value: input.level.required,
    },
  ]
  for (const [kind, last] of [
    ['any', any.at(-1)],
    ['all', all.at(-1)],
  ] as const) {
    if (last === undefined) continue
    const share = formatPercent(language, last.estimate, supportedDecimals(last.lower, last.upper))
    found.push({ kind, text: t(`verdict.charts.${kind}`, { share }), value: last.estimate })
  }
  return found.toSorted((a, b) => b.value - a.value)
}

/** Whole numbers of attempts under the axis: the first, the last and round ones between, as many as have room. */
function attemptTicks(x: Scale, language: Language): readonly number[] {
  const [first = 1, last = 1] = x.domain()
  const room = textWidth(formatCount(language, last), fanTickSize) + 10
  const [, width = 0] = x.range()
  const between = x
    // Asked for n, d3 gives up to 1.6 n.
    .ticks(Math.min(8, Math.floor(width / room / 1.6)))
    .filter((tick) => Number.isInteger(tick) && x(tick) >= room && width - x(tick) >= room)
  return [first, ...between, last]
}

/** Where everything goes on a drawing with its plot `top` to `bottom`; null with fewer than two attempts. */
export function layOutRepeatsFan(
  input: RepeatsFanInput,
  width: number,
  top: number,
  bottom: number,
): RepeatsFanLayout | null {
  const any = measuredPoints(input.passAt)
  const all = measuredPoints(input.passAll)
  const last = any.at(-1)?.k ?? 0
  if (last < 2) return null
  const named = endings(input, any, all)
  const widest = Math.max(...named.map((each) => textWidth(each.text, fanLabelSize)))
  const plotWidth = Math.max(60, width - widest - 10)
  const x = scaleLinear([1, last], [0, plotWidth])
  const y = scaleLinear([0, 1], [bottom, top])
  const middles = spread(
    named.map((each) => ({ middle: y(each.value), size: 14 })),
    top - 6,
    bottom + 6,
    1,
  )
  return {
    x,
    y,
    ticks: attemptTicks(x, input.translator.language),
    curves: [curve('any', any, x, y), curve('all', all, x, y)],
    labels: named.map(({ kind, text, value }, index) => ({
      kind,
      text,
      at: y(value),
      y: middles[index] ?? y(value),
    })),
    plotWidth,
  }
}

/** Left of the plot, where the percentages stand. */
export const fanLeft = 40
const top = 12
const under = 42

/** The layout of a drawing of this size; x counts from the plot's left edge, `fanLeft` inside the drawing. */
export function drawRepeatsFan(
  input: RepeatsFanInput,
  width: number,
  height: number,
): RepeatsFanLayout | null {
  return layOutRepeatsFan(input, width - fanLeft, top, height - under)
}
