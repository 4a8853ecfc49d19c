import { type ScaleLinear, scaleLinear, type ScaleSymLog, scaleSymlog } from 'd3-scale'
import { line } from 'd3-shape'
import type { EvidenceHistory, EvidencePoint } from '../domain/evidence-history.ts'
import { formatCount, formatOdds } from '../text/numbers.ts'
import type { Translator } from '../text/translator.ts'
import { textWidth } from './text-width.ts'

export interface EvidenceOverCasesInput {
  readonly history: EvidenceHistory
  readonly translator: Translator
}

export const historyLabelSize = 12
export const historyTickSize = 11.5
/** Left of the plot, for the odds. */
export const historyLeft = 58
/** Above the plot, and under it for the axis. */
export const historyTop = 10
export const historyUnder = 42

/** The words at a decision line, on the side where the curve is not in their way. */
export interface DecisionLine {
  readonly verdict: 'meets' | 'short'
  readonly y: number
  readonly text: string
  readonly textX: number
  readonly textY: number
  readonly anchor: 'start' | 'end'
}

export interface OddsTick {
  readonly y: number
  /** Natural log of the odds, above 0 or 0. */
  readonly logEvidence: number
}

export interface EvidenceHistoryLayout {
  readonly x: ScaleLinear<number, number>
  readonly y: ScaleSymLog<number, number>
  readonly path: string
  readonly decisions: readonly DecisionLine[]
  readonly oddsTicks: readonly OddsTick[]
  readonly countTicks: readonly number[]
  readonly end: { readonly x: number; readonly y: number; readonly logEvidence: number }
  readonly plotWidth: number
}

/**
 * Both sides of the evidence as one number: above 0 the log of that for `meets`, below of that for `short`. At most one
 * of them is above even odds; what is under them speaks for nothing.
 */
export function signedEvidence({
  logEvidenceMeets,
  logEvidenceShort,
}: Pick<EvidencePoint, 'logEvidenceMeets' | 'logEvidenceShort'>): number {
  return logEvidenceMeets >= logEvidenceShort ? Math.max(0, logEvidenceMeets) : -Math.max(0, logEvidenceShort)
}

interface Place {
  readonly x: number
  readonly y: number
}

/** Powers of ten far enough apart on the scale to be read, outwards from the odds that decide. */
function ticksBeyond(y: ScaleSymLog<number, number>, decides: number, sign: 1 | -1): readonly OddsTick[] {
  const [low = 0, high = 0] = y.domain()
  const furthest = sign > 0 ? high : -low
  const ticks: OddsTick[] = []
  let last = y(sign * decides)
  for (let power = 2; power * Math.LN10 <= furthest; power = power < 4 ? power + 1 : Math.ceil(power * 1.2)) {
    const logEvidence = power * Math.LN10
    const at = y(sign * logEvidence)
    if (logEvidence < decides || Math.abs(at - last) < 24) continue
    ticks.push({ y: at, logEvidence })
    last = at
  }
  return ticks
}

function countTicksOf(x: ScaleLinear<number, number>, { language }: Translator): readonly number[] {
  const [, total = 0] = x.domain()
  const [, width = 0] = x.range()
  const room = textWidth(formatCount(language, total), historyTickSize) + 12
  const between = x
    .ticks(Math.max(1, Math.min(8, Math.floor(width / room / 1.6))))
    .filter((tick) => Number.isInteger(tick) && tick > 0 && width - x(tick) >= room)
  return [0, ...between, total]
}

/** "meets: decided from here on", or as much of it as there is room for. */
function decisionText({ t }: Translator, verdict: DecisionLine['verdict'], width: number): string {
  const words = [t(`verdict.evidenceChart.decided.${verdict}`), t(`verdict.word.${verdict}`)]
  return words.find((each) => textWidth(each, historyLabelSize) <= width - 12) ?? ''
}

/** Where a text of this size beside a decision line is least in the way of the curve: right unless the left is freer. */
function decisionLine(
  verdict: DecisionLine['verdict'],
  y: number,
  text: string,
  curve: readonly Place[],
  plotWidth: number,
): DecisionLine {
  const width = textWidth(text, historyLabelSize)
  const textY = verdict === 'meets' ? y - 7 : y + 16
  const clearance = (from: number, to: number): number =>
    Math.min(
      ...curve.filter((each) => each.x >= from && each.x <= to).map((each) => Math.abs(each.y - (textY - 4))),
    )
  const isRight = clearance(plotWidth - width - 6, plotWidth) >= Math.min(14, clearance(0, width + 6))
  return isRight
    ? { verdict, y, text, textX: plotWidth - 4, textY, anchor: 'end' }
    : { verdict, y, text, textX: 4, textY, anchor: 'start' }
}

/**
 * Where everything goes on a plot from `top` to `bottom`; null without a point. The scale of the odds is linear around
 * even odds and ever more compressed beyond those that decide: what leads to the decision stays visible under odds of
 * 10⁶⁰ : 1.
 */
export function layOutEvidenceHistory(
  input: EvidenceOverCasesInput,
  width: number,
  top: number,
  bottom: number,
): EvidenceHistoryLayout | null {
  const { history, translator } = input
  const last = history.points.at(-1)
  if (last === undefined) return null
  const decides = -Math.log(history.alpha)
  const values = history.points.map(signedEvidence)
  // A little beyond what is drawn: the axis keeps clear of the curve.
  const room = 2.2 * decides
  const beyond = 1.25
  const now = signedEvidence(last)
  const nowText = translator.t('verdict.evidenceChart.now', {
    odds: formatOdds(translator.language, Math.abs(now)),
  })
  const plotWidth = Math.max(60, width - textWidth(nowText, historyLabelSize) - 12)
  const x = scaleLinear([0, last.count], [0, plotWidth])
  const y = scaleSymlog(
    [
      Math.min(-room, ...values.map((value) => value * beyond)),
      Math.max(room, ...values.map((value) => value * beyond)),
    ],
    [bottom, top],
  ).constant(decides)
  const curve = [
    { x: 0, y: y(0) },
    ...history.points.map((each) => ({ x: x(each.count), y: y(signedEvidence(each)) })),
  ]
  const draw = line<Place>(
    (place) => place.x,
    (place) => place.y,
  ).digits(2)
  return {
    x,
    y,
    path: draw(curve) ?? '',
    decisions: (['meets', 'short'] as const).map((verdict) => {
      const text = decisionText(translator, verdict, plotWidth)
      return decisionLine(verdict, y(verdict === 'meets' ? decides : -decides), text, curve, plotWidth)
    }),
    oddsTicks: [
      { y: y(0), logEvidence: 0 },
      { y: y(decides), logEvidence: decides },
      { y: y(-decides), logEvidence: decides },
      ...ticksBeyond(y, decides, 1),
      ...ticksBeyond(y, decides, -1),
    ],
    countTicks: countTicksOf(x, translator),
    end: { x: plotWidth, y: y(now), logEvidence: now },
    plotWidth,
  }
}
