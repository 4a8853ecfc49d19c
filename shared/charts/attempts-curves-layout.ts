import { type ScaleLinear, scaleLinear } from 'd3-scale'
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
  readonly ticks: readonly Tick[]
  /** The one in focus last: it is drawn over the others. */
  readonly curves: readonly PlacedCurve[]
  readonly labels: readonly EndLabel<AttemptUse | 'level'>[]
  /** What the budget does not pay for. */
  readonly overBudget: Zone | null
}

/** Marks of one curve stay apart. */
const mostMarks = 14

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

type Scale = ScaleLinear<number, number>

/** Prices begin at nothing; a limit that is not far beyond them is shown. */
function domainOf(input: AttemptsCurvesInput, values: readonly number[]): readonly [number, number] {
  const last = Math.max(...values)
  if (input.axis === 'attempts') return [1, last]
  const limit = limitOn(input)
  return [0, limit !== null && limit > last && limit <= last * 1.25 ? limit * 1.02 : last]
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

function placeCurve(
  { use, points }: AttemptCurve,
  { axis }: AttemptsCurvesInput,
  x: Scale,
  y: Scale,
  isFocus: boolean,
): PlacedCurve {
  const every = Math.ceil(points.length / mostMarks)
  const placed = points.flatMap((point, index): readonly PlacedPoint[] => {
    const value = onAxis(point, axis)
    if (value === null) return []
    const isMarked = index % every === 0 || index === points.length - 1
    return [{ ...point, x: x(value), y: y(point.estimate), isMarked }]
  })
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
    return { from: x(limit), to: box.right, text }
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
  const x = scaleLinear(domainOf(input, values), [box.left, box.right])
  const y = scaleLinear([0, 1], [box.bottom, box.top])
  const placed = curves
    .map((each) => placeCurve(each, input, x, y, each === focus))
    .toSorted((a, b) => Number(a.band !== null) - Number(b.band !== null))
  const endings = names.map((each) => {
    const end = placed.find((curve) => curve.use === each.kind)?.points.at(-1)
    return { ...each, fromX: end?.x ?? box.right, fromY: end?.y ?? y(input.level.required) }
  })
  const inFocus = placed.at(-1)
  return {
    box,
    ticks: ticksOf(input, x),
    curves: placed,
    labels: placeEndings(endings, box, room),
    overBudget: inFocus === undefined ? null : overBudget(input, inFocus, x, box),
  }
}
