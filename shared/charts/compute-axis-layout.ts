import { type ScaleContinuousNumeric, scaleLinear, scaleLog } from 'd3-scale'
import { area, line } from 'd3-shape'
import type { Assessment } from '../domain/assessment.ts'
import { isMeasured, type NotMeasured } from '../domain/measured.ts'
import type { ScalingBand } from '../domain/scaling-band.ts'
import { formatNumber, formatRequired } from '../text/numbers.ts'
import type { Translator } from '../text/translator.ts'
import {
  type EndLabel,
  endLabelRoom,
  placeEndings,
  type PlotBox,
  plotLabelSize,
  type Tick,
  ticksWithRoom,
  type Zone,
} from './plot-parts.tsx'
import { fitName, textWidth } from './text-width.ts'

export type ComputeSeriesFigures = Exclude<Assessment['scaling'], NotMeasured>
export type SeriesPoint = ComputeSeriesFigures['points'][number]

export interface ComputeAxisInput {
  readonly series: ComputeSeriesFigures
  /** The configuration that is looked at. */
  readonly configuration: string
  /** Null until it is computed. */
  readonly band: ScalingBand | null
  readonly translator: Translator
}

export interface PlacedSeriesPoint {
  readonly point: SeriesPoint
  readonly x: number
  readonly y: number
  readonly from: number
  readonly to: number
  /** Null where there is no room for the name. */
  readonly label: { readonly text: string; readonly x: number; readonly y: number } | null
}

interface OnCurve {
  readonly amount: number
  readonly reliability: number
  readonly lower: number
  readonly upper: number
}

interface Beyond {
  readonly zone: Zone
  readonly line: string
  readonly band: string
  /** Without the largest measured amount, where it begins. */
  readonly points: readonly { readonly point: OnCurve; readonly x: number; readonly y: number }[]
}

export interface ComputeAxisLayout {
  readonly box: PlotBox
  readonly isLogarithmic: boolean
  readonly ticks: readonly Tick[]
  readonly points: readonly PlacedSeriesPoint[]
  readonly fit: string
  readonly band: string | null
  /** What lies beyond the largest measured amount; null when nothing is drawn there. */
  readonly beyond: Beyond | null
  readonly labels: readonly EndLabel<'level'>[]
}

/** Amounts further apart than this are drawn on a logarithmic axis. */
const widestLinear = 8
/** How far beyond the largest amount the curve is continued. */
const furthestStep = 8
const fewestForCurve = 3

export function amountText({ language }: Translator, amount: number): string {
  return formatNumber(language, amount, 6)
}

function measuredAmounts({ points }: ComputeSeriesFigures): readonly number[] {
  return [...new Set(points.filter((each) => each.cases > 0).map((each) => each.amount))]
}

/** Amounts that the axis has room for; that of the curve is kept free, so that nothing moves when it comes. */
function amountsShown({ series, band }: ComputeAxisInput): readonly number[] {
  const amounts = series.points.map((each) => each.amount)
  const measured = measuredAmounts(series)
  const continues = band === null ? measured.length >= fewestForCurve : !('notMeasured' in band.extrapolation)
  return continues ? [...amounts, Math.max(...measured) * furthestStep] : amounts
}

type Scale = ScaleContinuousNumeric<number, number>

function scaleOf(
  amounts: readonly number[],
  box: PlotBox,
): { readonly x: Scale; readonly isLogarithmic: boolean } {
  const [least, most] = [Math.min(...amounts), Math.max(...amounts)]
  const isLogarithmic = most / least > widestLinear
  // Points keep clear of the axis, so that their whiskers and names have room.
  const range = [box.left + 18, box.right - 8]
  if (least === most) return { x: scaleLinear([least / 2, least * 1.5], range), isLogarithmic: false }
  return {
    x: isLogarithmic ? scaleLog([least, most], range) : scaleLinear([least, most], range),
    isLogarithmic,
  }
}

function pathsOf(
  curve: readonly OnCurve[],
  x: Scale,
  y: Scale,
): { readonly line: string; readonly band: string } {
  const drawLine = line<OnCurve>(
    (each) => x(each.amount),
    (each) => y(each.reliability),
  ).digits(2)
  const drawBand = area<OnCurve>()
    .x((each) => x(each.amount))
    .y0((each) => y(each.lower))
    .y1((each) => y(each.upper))
    .digits(2)
  return { line: drawLine([...curve]) ?? '', band: drawBand([...curve]) ?? '' }
}

type Unnamed = Omit<PlacedSeriesPoint, 'label'>

/** Half of what a name may take: up to the whiskers beside it, or half the way there when they have theirs as high. */
function halfRoom(points: readonly Unnamed[], index: number, isStaggered: boolean): number {
  const at = points[index]?.x ?? 0
  const distances = points.filter((_, other) => other !== index).map((each) => Math.abs(each.x - at))
  const nearest = Math.min(...distances, Number.POSITIVE_INFINITY)
  return isStaggered ? nearest - 8 : nearest / 2 - 4
}

function half(name: string): number {
  return textWidth(name, plotLabelSize) / 2
}

/** Above the figure of the axis that a name reaching out of the plot would cover, or below it. */
function clearOfAxis(y: number, isBelow: boolean, box: PlotBox): number {
  const quarters = [0, 1, 2, 3, 4].map((each) => box.bottom - (each / 4) * (box.bottom - box.top))
  const covered = quarters.find((figure) => y > figure - 8 && y < figure + 16)
  if (covered === undefined) return y
  return isBelow ? covered + 16 : covered - 8
}

/** A name beyond the end of its whisker: above it, or below; clear of the level's line. */
function nameHeight({ from, to }: Unnamed, isBelow: boolean, levelY: number, box: PlotBox): number {
  const height = isBelow ? from + 16 : to - 7
  const isCut = Math.abs(height - 4 - levelY) < 9
  const clear = isCut ? levelY + (isBelow ? 16 : -6) : height
  // The line of a high level leaves less room under the top of the plot than a name needs.
  return Math.min(box.bottom - 4, Math.max(isCut ? box.top - 1 : box.top + 8, clear))
}

/** Names stand above their points; where that is too narrow for one of them, in turns above and below. */
function named(
  points: readonly Unnamed[],
  levelY: number,
  box: PlotBox,
  width: number,
): readonly PlacedSeriesPoint[] {
  const isStaggered = points.some(
    (each, index) => half(each.point.configuration) > halfRoom(points, index, false),
  )
  return points.map((each, index) => {
    const { configuration } = each.point
    const room = Math.min(halfRoom(points, index, isStaggered), each.x - 2, width - each.x - 2)
    const text = room < 12 ? '' : fitName(configuration, '', 2 * room, plotLabelSize)
    if (text === '') return { ...each, label: null }
    const isBelow = isStaggered && index % 2 === 1
    const y = nameHeight(each, isBelow, levelY, box)
    const reachesOut = each.x - half(text) < box.left - 6
    return { ...each, label: { text, x: each.x, y: reachesOut ? clearOfAxis(y, isBelow, box) : y } }
  })
}

function placePoints(
  { series }: ComputeAxisInput,
  x: Scale,
  y: Scale,
  box: PlotBox,
  width: number,
): readonly PlacedSeriesPoint[] {
  const placed = series.points.flatMap((point) =>
    isMeasured(point.estimate)
      ? [{ point, x: x(point.amount), y: y(point.estimate), from: y(point.lower), to: y(point.upper) }]
      : [],
  )
  return named(placed, y(series.required), box, width)
}

function beyondOf(
  { band, translator }: ComputeAxisInput,
  x: Scale,
  y: Scale,
  box: PlotBox,
): ComputeAxisLayout['beyond'] {
  if (band === null || 'notMeasured' in band.extrapolation) return null
  const [first] = band.extrapolation
  if (first === undefined) return null
  const zone = {
    from: x(first.amount),
    to: box.right,
    text: translator.t('screens.scaling.compute.extrapolated'),
  }
  const points = band.extrapolation
    .slice(1)
    .map((point) => ({ point, x: x(point.amount), y: y(point.reliability) }))
  return { zone, ...pathsOf(band.extrapolation, x, y), points }
}

const margins = { left: 44, top: 28, bottom: 42 }

/** Where everything goes on a drawing of this size. */
export function layOutComputeAxis(input: ComputeAxisInput, width: number, height: number): ComputeAxisLayout {
  const { series, band, translator } = input
  const figure = ` ${formatRequired(translator.language, series.required)}`
  const room = endLabelRoom([`${series.level}${figure}`], width)
  const box = { left: margins.left, right: width - room, top: margins.top, bottom: height - margins.bottom }
  const amounts = amountsShown(input)
  const { x, isLogarithmic } = scaleOf(amounts, box)
  const y = scaleLinear([0, 1], [box.bottom, box.top])
  const fit =
    band?.fit ?? series.fit.map((each) => ({ ...each, lower: each.reliability, upper: each.reliability }))
  const paths = pathsOf(fit, x, y)
  const ending = {
    kind: 'level',
    name: series.level,
    figure,
    fromX: box.right,
    fromY: y(series.required),
  } as const
  const ticks = [...new Set(amounts)].toSorted((a, b) => a - b)
  return {
    box,
    isLogarithmic,
    ticks: ticksWithRoom(ticks.map((amount) => ({ at: x(amount), text: amountText(translator, amount) }))),
    points: placePoints(input, x, y, box, width),
    fit: paths.line,
    band: band === null ? null : paths.band,
    beyond: beyondOf(input, x, y, box),
    labels: placeEndings([ending], box, room),
  }
}
