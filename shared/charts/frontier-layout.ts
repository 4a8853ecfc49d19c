import { type ScaleContinuousNumeric, type ScaleLinear, scaleLinear, scaleLog } from 'd3-scale'
import type { Language } from '../domain/settings.ts'
import { formatLatency, formatMoney, formatRequired } from '../text/numbers.ts'
import { undirected } from '../text/sentence.ts'
import type { Translator } from '../text/translator.ts'
import { rateText } from './forest-layout.ts'
import { labelSize } from './level-labels.ts'
import { px } from './palette.ts'
import { type Box, markBox, overlaps, type PlacedPointLabel, placePointLabels } from './place-labels.ts'
import { rateAxisStart } from './rate-axis.ts'
import type { ChartReading } from './reading.ts'
import { fitName, textWidth } from './text-width.ts'
import { waysToWrite } from './told-apart.ts'

/** A configuration whose price and reliability were both measured. */
export interface FrontierPoint {
  readonly name: string
  /** Of one attempt: US dollars or milliseconds. */
  readonly price: number
  readonly estimate: number
  readonly lower: number
  readonly upper: number
  readonly onFrontier: boolean
  readonly dominatedBy: string | null
}

export interface FrontierInput {
  readonly points: readonly FrontierPoint[]
  /** What the price is. */
  readonly unit: 'cost' | 'latency'
  /** What the task may take at most; null: no limit. */
  readonly limit: number | null
  /** The level whose line is drawn. */
  readonly level: { readonly name: string; readonly required: number }
  readonly translator: Translator
  /** Some points are left out: a line through the others would not be the most there is. */
  readonly isPartial?: boolean
}

export interface PlacedPoint {
  readonly point: FrontierPoint
  readonly x: number
  readonly y: number
  readonly from: number
  readonly to: number
  /** Its name and, when something beats it, what; null without room. */
  readonly label: (PlacedPointLabel & { readonly texts: readonly string[] }) | null
}

export interface FrontierLayout {
  readonly x: ScaleContinuousNumeric<number, number>
  readonly y: ScaleLinear<number, number>
  readonly isLogarithmic: boolean
  readonly ticks: readonly { readonly x: number; readonly text: string }[]
  readonly points: readonly PlacedPoint[]
  /** The most that can be had at each price, in steps; empty without a point on it. */
  readonly line: string
  readonly level: {
    readonly y: number
    readonly text: string
    readonly x: number
    readonly anchor: 'start' | 'end'
    readonly baseline: number
  }
  /** What lies over the limit, when some of the drawing does. */
  readonly over: { readonly x: number; readonly text: string; readonly anchor: 'start' | 'end' } | null
  readonly plot: Box
}

export const frontierTickSize = 11.5
/** Prices that differ by more than this are drawn on a logarithmic axis: else most would share its left end. */
const linearUpTo = 12
const margins = { left: 44, right: 8, top: 26, bottom: 44 }
const longestName = 0.42

export function formatPrice(language: Language, unit: FrontierInput['unit'], price: number): string {
  return unit === 'cost' ? formatMoney(language, price) : formatLatency(language, price)
}

function priceScale(
  { points, limit }: FrontierInput,
  plot: Box,
): { readonly x: ScaleContinuousNumeric<number, number>; readonly isLogarithmic: boolean } {
  const prices = points.map((each) => each.price)
  const [least, most] = [Math.min(...prices), Math.max(...prices)]
  // A limit far beyond everything would push the points into a corner.
  const shown = limit !== null && limit <= most * 1.6 ? [limit] : []
  const range = [plot.left, plot.right]
  if (least > 0 && most / least > linearUpTo) {
    const low = Math.min(least, ...shown.filter((each) => each > 0))
    return { x: scaleLog([low / 1.4, Math.max(most, ...shown) * 1.6], range), isLogarithmic: true }
  }
  const end = Math.max(most, ...shown) * 1.12
  return { x: scaleLinear([0, end > 0 ? end : 1], range), isLogarithmic: false }
}

/** Round prices under the axis that do not touch. */
function ticksOf(
  { unit, translator }: FrontierInput,
  x: ScaleContinuousNumeric<number, number>,
  isLogarithmic: boolean,
  width: number,
): FrontierLayout['ticks'] {
  const values = isLogarithmic
    ? x
        .ticks(20)
        .filter((tick) => [1, 2, 5].includes(Math.round(tick / 10 ** Math.floor(Math.log10(tick) + 1e-9))))
    : x.ticks(5)
  const placed: { x: number; text: string; to: number }[] = []
  for (const value of values) {
    const text = formatPrice(translator.language, unit, value)
    const half = textWidth(text, frontierTickSize) / 2
    const middle = x(value)
    if (middle - half < (placed.at(-1)?.to ?? 0) + 8 || middle + half > width) continue
    placed.push({ x: middle, text, to: middle + half })
  }
  return placed.map(({ x: at, text }) => ({ x: at, text }))
}

type Scales = Pick<FrontierLayout, 'x' | 'y'>

function stepsOf(points: readonly FrontierPoint[], { x, y }: Scales, right: number): string {
  const steps = points.filter((each) => each.onFrontier).toSorted((a, b) => a.price - b.price)
  const path = steps.map(({ price, estimate }, index) =>
    index === 0 ? `M${px(x(price))},${px(y(estimate))}` : `H${px(x(price))}V${px(y(estimate))}`,
  )
  return path.length === 0 ? '' : `${path.join('')}H${px(right)}`
}

/** Points that nothing beats are named first, then the most reliable. */
function byWeight(a: FrontierPoint, b: FrontierPoint): number {
  return Number(b.onFrontier) - Number(a.onFrontier) || b.estimate - a.estimate
}

function around(x: number, y: number, size: number): Box {
  return { left: x - size, right: x + size, top: y - size, bottom: y + size }
}

/** Among many points, what beats each is left to the reading: the names alone fill the drawing. */
const mostWithReason = 7

/** Ways of writing the label of a point, the best first: with what beats it, its name, and that in short. */
function waysOf(
  { dominatedBy }: FrontierPoint,
  { t }: Translator,
  room: number,
  isCrowded: boolean,
  names: readonly string[],
): Drawn['ways'] {
  const [own = ''] = names
  const alone = names.map((each) => [each])
  if (dominatedBy === null || isCrowded || own === '') return alone
  const behind = t('screens.compare.behind', { name: undirected(dominatedBy) })
  return [[own, fitName(behind, '', room, labelSize)], ...alone]
}

/** Where the budget ends. */
function lineOf(over: FrontierLayout['over'], plot: Box): readonly Box[] {
  return over === null ? [] : [{ ...plot, left: over.x - 1, right: over.x + 1 }]
}

interface Drawn extends Omit<PlacedPoint, 'label'> {
  readonly ways: readonly (readonly string[])[]
}

function drawPoints({ points, translator }: FrontierInput, { x, y }: Scales, plot: Box): readonly Drawn[] {
  const room = (plot.right - plot.left) * longestName
  const ways = waysToWrite(
    points.map((each) => undirected(each.name)),
    room,
    labelSize,
  )
  return points.toSorted(byWeight).map((point) => ({
    point,
    x: x(point.price),
    y: y(point.estimate),
    from: y(point.lower),
    to: y(point.upper),
    ways: waysOf(point, translator, room, points.length > mostWithReason, ways(undirected(point.name))),
  }))
}

function whiskerBox({ x, from, to }: Drawn): Box {
  return { left: x - 3, right: x + 3, top: to - 1, bottom: from + 1 }
}

/** The steps of the frontier as boxes: along, then up. */
function stepBoxes(drawn: readonly Drawn[], right: number): readonly Box[] {
  const steps = drawn.filter((each) => each.point.onFrontier).toSorted((a, b) => a.x - b.x)
  return steps.flatMap((step, index) => {
    const next = steps[index + 1]
    const end = next?.x ?? right
    const along = { left: step.x, right: end, top: step.y - 1, bottom: step.y + 1 }
    return next === undefined
      ? [along]
      : [along, { left: end - 1, right: end + 1, top: next.y, bottom: step.y }]
  })
}

function labelPoints(
  drawn: readonly Drawn[],
  plot: Box,
  level: FrontierLayout['level'],
  over: FrontierLayout['over'],
): readonly PlacedPoint[] {
  const line = { left: plot.left, right: plot.right, top: level.y - 4, bottom: level.y + 3 }
  const labels = placePointLabels(
    drawn.map((each) => ({
      ...each,
      ways: each.ways.map((texts) => texts.map((text) => textWidth(text, labelSize))),
    })),
    {
      solid: [
        levelLabelBox(level, plot),
        ...(over === null ? [] : [overLabelBox(over, plot)]),
        ...drawn.map(markBox),
        line,
      ],
      thin: [...lineOf(over, plot), ...stepBoxes(drawn, plot.right)],
    },
    { ...plot, top: plot.top - 14 },
  )
  return drawn.map(({ ways, ...each }, index) => {
    const label = labels[index] ?? null
    return { ...each, label: label === null ? null : { ...label, texts: ways[label.way] ?? [] } }
  })
}

function levelLabelBox({ text, x, anchor, baseline }: FrontierLayout['level'], plot: Box): Box {
  const width = textWidth(text, labelSize) + 4
  const left = anchor === 'start' ? Math.max(plot.left, x) : x - width
  return { left, right: left + width, top: baseline - 12, bottom: baseline + 3 }
}

function overLabelBox({ text, x, anchor }: NonNullable<FrontierLayout['over']>, plot: Box): Box {
  const width = textWidth(text, frontierTickSize) + 8
  const left = anchor === 'start' ? x : x - width
  return { left, right: left + width, top: plot.top - 18, bottom: plot.top - 1 }
}

/** The level's name on its line, at the end where it covers least. */
function placeLevel(
  { level, translator }: FrontierInput,
  y: number,
  plot: Box,
  drawn: readonly Drawn[],
  over: FrontierLayout['over'],
): FrontierLayout['level'] {
  const ending = ` ${formatRequired(translator.language, level.required)}`
  const text = fitName(undirected(level.name), ending, (plot.right - plot.left) / 2, labelSize)
  // Above the line, unless that would be outside.
  const heights = y - 6 < plot.top - 5 ? [y + 15] : [y - 6, y + 15]
  const places = heights.flatMap((baseline) => [
    { y, text, baseline, x: plot.left + 4, anchor: 'start' } as const,
    { y, text, baseline, x: plot.right - 4, anchor: 'end' } as const,
  ])
  const covered = (place: FrontierLayout['level']): number => {
    const box = levelLabelBox(place, plot)
    const points = drawn.filter((each) => overlaps(box, around(each.x, each.y, 6))).length
    const isOnOther = over !== null && overlaps(box, overLabelBox(over, plot))
    return (
      (isOnOther ? 100 : 0) + 10 * points + drawn.filter((each) => overlaps(box, whiskerBox(each))).length
    )
  }
  const best = Math.min(...places.map(covered))
  const otherwise = { y, text, baseline: y - 5, x: plot.left, anchor: 'start' } as const
  return places.find((place) => covered(place) === best) ?? otherwise
}

function overLimit(input: FrontierInput, scale: Scales['x'], plot: Box): FrontierLayout['over'] {
  const { limit, translator, unit } = input
  if (limit === null) return null
  const x = Math.max(plot.left, scale(limit))
  if (!Number.isFinite(x) || x >= plot.right) return null
  const price = formatPrice(translator.language, unit, limit)
  const text = translator.t('screens.compare.overBudget', { limit: price })
  const needed = textWidth(text, frontierTickSize) + 8
  return { x, text, anchor: plot.right - x >= needed ? 'start' : 'end' }
}

function rateScale({ points, level }: FrontierInput, plot: Box): ScaleLinear<number, number> {
  const start = rateAxisStart([...points.map((each) => each.lower), level.required])
  return scaleLinear([start, 1], [plot.bottom, plot.top])
}

/** Where everything goes on a drawing of this size; null without a point. */
export function layOutFrontier(input: FrontierInput, width: number, height: number): FrontierLayout | null {
  if (input.points.length === 0) return null
  const plot = {
    left: margins.left,
    right: width - margins.right,
    top: margins.top,
    bottom: height - margins.bottom,
  }
  const { x, isLogarithmic } = priceScale(input, plot)
  const y = rateScale(input, plot)
  const drawn = drawPoints(input, { x, y }, plot)
  const over = overLimit(input, x, plot)
  const level = placeLevel(input, y(input.level.required), plot, drawn, over)
  return {
    x,
    y,
    isLogarithmic,
    ticks: ticksOf(input, x, isLogarithmic, width),
    points: labelPoints(drawn, plot, level, over),
    line: input.isPartial === true ? '' : stepsOf(input.points, { x, y }, plot.right),
    level,
    over,
    plot,
  }
}

/** What can be read off a drawing of this size. */
export function readFrontier(input: FrontierInput, width: number, height: number): ChartReading {
  const { translator, unit } = input
  const { language, t } = translator
  const layout = layOutFrontier(input, width, height)
  const sorted = (layout?.points ?? []).toSorted((a, b) => a.x - b.x)
  const standing = ({ dominatedBy }: FrontierPoint): string =>
    dominatedBy === null
      ? t('screens.compare.onFrontier')
      : t('screens.compare.behind', { name: undirected(dominatedBy) })
  return {
    marks: sorted.map(({ point, x, y }) => ({
      id: point.name,
      x,
      y,
      text: t('screens.compare.frontierMark', {
        name: point.name,
        rate: rateText(translator, point),
        price: formatPrice(language, unit, point.price),
        standing: standing(point),
      }),
    })),
    table: {
      columns: [
        { title: t('screens.compare.configuration'), isFigure: false },
        { title: t(`screens.compare.${unit}`), isFigure: true },
        { title: t('screens.compare.reliability'), isFigure: true },
        { title: t('screens.compare.frontier'), isFigure: false },
      ],
      rows: sorted.map(({ point }) => [
        undirected(point.name),
        formatPrice(language, unit, point.price),
        rateText(translator, point),
        standing(point),
      ]),
    },
  }
}
