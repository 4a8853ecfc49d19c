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
import { type Box, markBox, type PlacedPointLabel, placePointLabels } from './place-labels.ts'
import { textWidth } from './text-width.ts'
import { waysToWrite } from './told-apart.ts'

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
  readonly label:
    | (Pick<PlacedPointLabel, 'x' | 'anchor'> & { readonly text: string; readonly y: number })
    | null
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

/** What names keep clear of beside the points: the line of the level, and the figures at the axis. */
function fixed(levelY: number, box: PlotBox): readonly Box[] {
  const figures = [0, 1, 2, 3, 4].map((each) => box.bottom - (each / 4) * (box.bottom - box.top))
  return [
    { left: box.left, right: box.right, top: levelY - 2, bottom: levelY + 2 },
    ...figures.map((y) => ({ left: 0, right: box.left - 6, top: y - 6, bottom: y + 6 })),
  ]
}

interface Place {
  readonly x: number
  readonly y: number
}

function between(start: Place, end: Place, share: number): Place {
  return { x: start.x + (end.x - start.x) * share, y: start.y + (end.y - start.y) * share }
}

/** The line through the points, in short pieces. */
function curveBoxes(
  curve: readonly Pick<OnCurve, 'amount' | 'reliability'>[],
  x: Scale,
  y: Scale,
): readonly Box[] {
  const placed = curve.map((each) => ({ x: x(each.amount), y: y(each.reliability) }))
  return placed.slice(1).flatMap((end, index) => {
    const start = placed[index] ?? end
    const pieces = Math.max(1, Math.ceil((end.x - start.x) / 6))
    return Array.from({ length: pieces }, (_, piece) => {
      const [a, b] = [between(start, end, piece / pieces), between(start, end, (piece + 1) / pieces)]
      return { left: a.x, right: b.x, top: Math.min(a.y, b.y) - 1, bottom: Math.max(a.y, b.y) + 1 }
    })
  })
}

/** Lines that names should not cover: of the fit, of what is beyond it, and where the measured amounts end. */
function curves(
  { series, band }: ComputeAxisInput,
  points: readonly Unnamed[],
  x: Scale,
  y: Scale,
  box: PlotBox,
): readonly Box[] {
  const end = Math.max(...points.map((each) => each.x))
  const beyond = band === null || 'notMeasured' in band.extrapolation ? [] : band.extrapolation
  return [
    ...curveBoxes(series.fit, x, y),
    ...curveBoxes(beyond, x, y),
    { ...box, left: end - 1, right: end + 1 },
  ]
}

/** Of the width of the plot, what one name may take; so many pixels at least. */
const longestName = { share: 0.3, least: 120 }

/**
 * Names stand over their points, or where there is room, and are left out where there is none: the axis and the table
 * say which amount is whose. That of the configuration that is looked at is placed first.
 */
function named(
  points: readonly Unnamed[],
  input: ComputeAxisInput,
  x: Scale,
  y: Scale,
  box: PlotBox,
): readonly PlacedSeriesPoint[] {
  const ways = waysToWrite(
    points.map((each) => each.point.configuration),
    Math.max(longestName.least, (box.right - box.left) * longestName.share),
    plotLabelSize,
  )
  const drawn = points
    .toSorted(
      (a, b) =>
        Number(b.point.configuration === input.configuration) -
        Number(a.point.configuration === input.configuration),
    )
    .map((each) => ({ ...each, texts: ways(each.point.configuration) }))
  const labels = placePointLabels(
    drawn.map((each) => ({ ...each, ways: each.texts.map((text) => [textWidth(text, plotLabelSize)]) })),
    {
      solid: [...fixed(y(input.series.required), box), ...points.map(markBox)],
      thin: curves(input, points, x, y, box),
    },
    { left: 2, right: box.right, top: box.top - 4, bottom: box.bottom - 2 },
    true,
  )
  const byName = new Map(
    drawn.map((each, index) => {
      const label = labels[index] ?? null
      const text = label === null ? '' : (each.texts[label.way] ?? '')
      return [
        each.point.configuration,
        label === null ? null : { text, x: label.x, y: label.baseline, anchor: label.anchor },
      ] as const
    }),
  )
  return points.map((each) => ({ ...each, label: byName.get(each.point.configuration) ?? null }))
}

function placePoints(
  input: ComputeAxisInput,
  x: Scale,
  y: Scale,
  box: PlotBox,
): readonly PlacedSeriesPoint[] {
  const placed = input.series.points.flatMap((point) =>
    isMeasured(point.estimate)
      ? [{ point, x: x(point.amount), y: y(point.estimate), from: y(point.lower), to: y(point.upper) }]
      : [],
  )
  return named(placed, input, x, y, box)
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
    points: placePoints(input, x, y, box),
    fit: paths.line,
    band: band === null ? null : paths.band,
    beyond: beyondOf(input, x, y, box),
    labels: placeEndings([ending], box, room),
  }
}
