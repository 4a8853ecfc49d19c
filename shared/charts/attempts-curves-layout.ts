import { type ScaleContinuousNumeric, scaleLinear, scaleLog } from 'd3-scale'
import { area, line } from 'd3-shape'
import type { AttemptCurve, AttemptPoint, AttemptUse } from '../assessment/index.ts'
import { isMeasured } from '../domain/measured.ts'
import type { Budget } from '../domain/task.ts'
import {
  formatCount,
  formatLatency,
  formatMoney,
  formatPercent,
  formatRequired,
  supportedDecimals,
} from '../text/numbers.ts'
import type { Translator } from '../text/translator.ts'
import {
  endLabelRoom,
  type EndLabel,
  placeEndings,
  type PlotBox,
  type Tick,
  ticksWithRoom,
  type Zone,
} from './plot-parts.tsx'
import { budgetText } from '../text/words.ts'

export const attemptAxes = ['attempts', 'cost', 'latency'] as const
/** What the curves are drawn against. */
export type AttemptAxis = (typeof attemptAxes)[number]

export interface AttemptsCurvesInput {
  readonly curves: readonly AttemptCurve[]
  readonly axis: AttemptAxis
  /** The curve whose interval is drawn; the first when it is not among them. */
  readonly focus: AttemptUse
  /** The level whose line is drawn. */
  readonly level: { readonly name: string; readonly required: number }
  readonly budget: Budget
  readonly translator: Translator
}

export interface PlacedPoint extends AttemptPoint {
  readonly x: number
  readonly y: number
  /** Of many points, only some are marked. */
  readonly isMarked: boolean
}

export interface PlacedCurve {
  readonly use: AttemptUse
  readonly points: readonly PlacedPoint[]
  readonly line: string
  /** The interval; null for a curve out of focus. */
  readonly band: string | null
}

export interface AttemptsCurvesLayout {
  readonly box: PlotBox
  readonly isLogarithmic: boolean
  readonly ticks: readonly Tick[]
  /** The one in focus last: it is drawn over the others. */
  readonly curves: readonly PlacedCurve[]
  readonly labels: readonly EndLabel<AttemptUse | 'level'>[]
  /** What the budget does not pay for. */
  readonly overBudget: Zone | null
}

/** Marks of one curve stay apart: by a share of the plot, and never touch. */
const mostMarks = 14
const nearestMarks = 11
/** Prices further apart than this are drawn on a logarithmic axis. */
const widestLinear = 8

/** Where a point stands on an axis; null when that was not measured. */
export function onAxis(point: AttemptPoint, axis: AttemptAxis): number | null {
  if (axis === 'attempts') return point.k
  const value = axis === 'cost' ? point.costUsd : point.latencyMs
  return isMeasured(value) ? value : null
}

/** The axes that the points have values on: free attempts are not told apart by their cost. */
export function knownAxes(curves: readonly AttemptCurve[]): readonly AttemptAxis[] {
  return attemptAxes.filter((axis) =>
    curves.some((curve) => curve.points.some((point) => (onAxis(point, axis) ?? 0) > 0)),
  )
}

type Scale = ScaleContinuousNumeric<number, number>

/** Prices begin at nothing where the axis is linear; a limit that is not far beyond them is shown. */
function scaleOf(
  input: AttemptsCurvesInput,
  values: readonly number[],
  range: readonly [number, number],
): { readonly x: Scale; readonly isLogarithmic: boolean } {
  const [least, most] = [Math.min(...values), Math.max(...values)]
  if (input.axis === 'attempts') return { x: scaleLinear([1, most], range), isLogarithmic: false }
  const limit = limitOn(input)
  const last = limit !== null && limit > most && limit <= most * 1.25 ? limit * 1.02 : most
  // Free attempts have no place on a logarithmic axis.
  const isLogarithmic = least > 0 && most / least > widestLinear
  return { x: isLogarithmic ? scaleLog([least, last], range) : scaleLinear([0, last], range), isLogarithmic }
}

function limitOn({ axis, budget }: AttemptsCurvesInput): number | null {
  if (axis === 'attempts') return null
  return axis === 'cost' ? budget.maxCostUsd : budget.maxLatencyMs
}

export function axisText({ language }: Translator, axis: AttemptAxis, value: number): string {
  if (axis === 'attempts') return formatCount(language, value)
  return axis === 'cost' ? formatMoney(language, value) : formatLatency(language, value)
}

function ticksOf({ axis, translator }: AttemptsCurvesInput, x: Scale): readonly Tick[] {
  const [first = 0, last = 1] = x.domain()
  const between = x.ticks(8).filter((tick) => axis !== 'attempts' || Number.isInteger(tick))
  const values = axis === 'attempts' ? [...new Set([first, ...between, last])] : between
  return ticksWithRoom(values.map((value) => ({ at: x(value), text: axisText(translator, axis, value) })))
}

/** "a perfect verifier". */
export function attemptUseName({ t }: Translator, use: AttemptUse): string {
  return t(`screens.scaling.uses.${use}.name`)
}

type Unmarked = Omit<PlacedPoint, 'isMarked'>

function distance(a: Unmarked, b: Unmarked): number {
  return Math.hypot(a.x - b.x, a.y - b.y)
}

/** The first and the last point are marked, and those between that are not too near to another mark. */
function marked(points: readonly Unmarked[], apart: number): readonly PlacedPoint[] {
  const last = points.at(-1)
  let former: Unmarked | undefined
  return points.map((point): PlacedPoint => {
    const isClear =
      (former === undefined || distance(point, former) >= apart) &&
      (last === undefined || former === undefined || distance(point, last) >= apart)
    const isMarked = isClear || point === last
    if (isMarked) former = point
    return { ...point, isMarked }
  })
}

interface Scales {
  readonly x: Scale
  readonly y: Scale
}

function placeCurve(
  { use, points }: AttemptCurve,
  { axis }: AttemptsCurvesInput,
  { x, y }: Scales,
  isFocus: boolean,
): PlacedCurve {
  const known = points.flatMap((point): readonly Unmarked[] => {
    const value = onAxis(point, axis)
    return value === null ? [] : [{ ...point, x: x(value), y: y(point.estimate) }]
  })
  const [from = 0, to = 0] = x.range()
  const placed = marked(known, Math.max(nearestMarks, (to - from) / mostMarks))
  const drawLine = line<PlacedPoint>(
    (point) => point.x,
    (point) => point.y,
  ).digits(2)
  const drawBand = area<PlacedPoint>()
    .x((point) => point.x)
    .y0((point) => y(point.lower))
    .y1((point) => y(point.upper))
    .digits(2)
  return {
    use,
    points: placed,
    line: drawLine(placed) ?? '',
    band: isFocus ? (drawBand(placed) ?? '') : null,
  }
}

function overBudget(input: AttemptsCurvesInput, focus: PlacedCurve, x: Scale, box: PlotBox): Zone | null {
  const { axis, translator, budget } = input
  const limit = limitOn(input)
  if (axis !== 'attempts') {
    if (limit === null || x(limit) >= box.right) return null
    const text = translator.t('screens.scaling.curves.overBudget', {
      budget: axisText(translator, axis, limit),
    })
    return { from: Math.max(box.left, x(limit)), to: box.right, text }
  }
  const first = focus.points.findIndex((each) => !each.isPaidFor)
  const [before, over] = [focus.points[first - 1], focus.points[first]]
  if (over === undefined) return null
  const text = translator.t('screens.scaling.curves.useOverBudget', {
    use: attemptUseName(translator, focus.use),
    budget: budgetText(translator, budget) ?? '',
  })
  return { from: before === undefined ? box.left : (before.x + over.x) / 2, to: box.right, text }
}

interface Named {
  readonly kind: AttemptUse | 'level'
  readonly name: string
  readonly figure: string
}

function namesOf({ curves, level, translator }: AttemptsCurvesInput): readonly Named[] {
  const { language } = translator
  return [
    { kind: 'level', name: level.name, figure: ` ${formatRequired(language, level.required)}` },
    ...curves.map(({ use, points }): Named => {
      const last = points.at(-1)
      const share =
        last === undefined
          ? ''
          : formatPercent(language, last.estimate, supportedDecimals(last.lower, last.upper))
      return { kind: use, name: attemptUseName(translator, use), figure: ` ${share}` }
    }),
  ]
}

const margins = { left: 44, top: 28, bottom: 42 }

/** Where everything goes on a drawing of this size; null when no curve has two points on the axis. */
export function layOutAttemptsCurves(
  input: AttemptsCurvesInput,
  width: number,
  height: number,
): AttemptsCurvesLayout | null {
  const curves = input.curves.filter(
    (curve) => curve.points.filter((point) => onAxis(point, input.axis) !== null).length > 1,
  )
  const focus = curves.find((each) => each.use === input.focus) ?? curves[0]
  if (focus === undefined) return null
  const shown = { ...input, curves }
  const names = namesOf(shown)
  const room = endLabelRoom(
    names.map((each) => `${each.name}${each.figure}`),
    width,
  )
  const box = { left: margins.left, right: width - room, top: margins.top, bottom: height - margins.bottom }
  const values = curves.flatMap((each) => each.points.flatMap((point) => onAxis(point, input.axis) ?? []))
  const { x, isLogarithmic } = scaleOf(input, values, [box.left, box.right])
  const y = scaleLinear([0, 1], [box.bottom, box.top])
  const placed = curves
    .map((each) => placeCurve(each, input, { x, y }, each === focus))
    .toSorted((a, b) => Number(a.band !== null) - Number(b.band !== null))
  const endings = names.map((each) => {
    const end = placed.find((curve) => curve.use === each.kind)?.points.at(-1)
    return { ...each, fromX: end?.x ?? box.right, fromY: end?.y ?? y(input.level.required) }
  })
  const inFocus = placed.at(-1)
  return {
    box,
    isLogarithmic,
    ticks: ticksOf(input, x),
    curves: placed,
    labels: placeEndings(endings, box, room),
    overBudget: inFocus === undefined ? null : overBudget(input, inFocus, x, box),
  }
}
