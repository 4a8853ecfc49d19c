import type { Assessment, Interval } from '../domain/assessment.ts'
import { isMeasured } from '../domain/measured.ts'
import { formatCount, formatPercent, formatRequired, supportedDecimals } from '../text/numbers.ts'
import { undirected } from '../text/sentence.ts'
import type { Translator } from '../text/translator.ts'
import { intervalText } from '../text/words.ts'
import { labelSize, type PlacedLabel, placeLevelLabels } from './level-labels.ts'
import { spread } from './spread.ts'
import { textWidth } from './text-width.ts'

export type SegmentKind = 'passes' | 'flaky' | 'neverSolved'

export interface Segment {
  readonly kind: SegmentKind
  readonly x: number
  readonly width: number
  readonly label: string
  /** Where the middle of the label stands; inside the segment, or in a row under the bar. */
  readonly labelX: number
  readonly inside: boolean
  /** Of a label under the bar: 0, unless the labels do not all fit in one row. */
  readonly row: number
}

export interface Whisker {
  readonly from: number
  readonly to: number
  readonly middle: number
  readonly label: string
  readonly labelX: number
  readonly anchor: 'start' | 'end' | 'middle'
}

export interface GapBarInput {
  readonly gapBar: Assessment['gapBar']
  readonly reliability: Interval
  readonly levels: readonly { readonly name: string; readonly required: number }[]
  /** Name of the level that is drawn in bold. */
  readonly target: string
  readonly translator: Translator
}

export interface GapBarLayout {
  /** Null: nothing was measured, the bar stays empty. */
  readonly segments: readonly Segment[] | null
  readonly whisker: Whisker | null
  readonly levels: readonly PlacedLabel[]
}

export { labelSize }
const insidePadding = 6
const underGap = 10
/** Between a label inside the bar and the level lines beside it. */
const lineGap = 2

interface Share {
  readonly kind: SegmentKind
  readonly share: number
  readonly label: string
}

/** The three shares in words; null without a complete case. */
export function gapShares({ gapBar, reliability, translator }: GapBarInput): readonly Share[] | null {
  const { reliable, flaky, neverSolved } = gapBar
  if (!isMeasured(reliable) || !isMeasured(flaky) || !isMeasured(neverSolved)) return null
  const decimals = supportedDecimals(reliability.lower, reliability.upper)
  const share = (value: number): string => formatPercent(translator.language, value, decimals)
  return [
    {
      kind: 'passes',
      share: reliable,
      label: translator.t('verdict.charts.passes', { share: share(reliable) }),
    },
    { kind: 'flaky', share: flaky, label: translator.t('verdict.charts.flaky', { share: share(flaky) }) },
    {
      kind: 'neverSolved',
      share: neverSolved,
      label: translator.t('verdict.charts.neverSolved', {
        share: share(neverSolved),
        k: formatCount(translator.language, gapBar.k),
      }),
    },
  ]
}

/**
 * Where a label of this size stands inside a segment: in the middle unless level lines would run through it
 * there and a stretch between two lines has room for it.
 */
function middleBetweenLines(from: number, to: number, size: number, lines: readonly number[]): number {
  const middle = (from + to) / 2
  const edges = [from, ...lines.filter((x) => x > from && x < to).toSorted((a, b) => a - b), to]
  const isCut = edges.some((x) => x > from && x < to && Math.abs(x - middle) < size / 2)
  if (!isCut) return middle
  const stretches = edges.slice(1).map((end, index) => ({ start: edges[index] ?? from, end }))
  const [roomiest] = stretches.toSorted((a, b) => b.end - b.start - (a.end - a.start))
  if (roomiest === undefined || roomiest.end - roomiest.start < size) return middle
  return (roomiest.start + roomiest.end) / 2
}

function placeSegments(
  shares: readonly Share[],
  width: number,
  lines: readonly number[],
): readonly Segment[] {
  const drawn = shares.filter((each) => each.share > 0)
  let x = 0
  const segments = drawn.map(({ kind, share, label }) => {
    const size = textWidth(label, labelSize) + 2 * insidePadding
    const from = x
    x += share * width
    const inside = size <= x - from
    const labelX = inside
      ? middleBetweenLines(from, x, size - 2 * (insidePadding - lineGap), lines)
      : (from + x) / 2
    return { kind, x: from, width: x - from, label, labelX, inside, row: 0 }
  })
  const outside = placeUnder(
    segments.filter((each) => !each.inside),
    width,
  )
  return segments.map((each) => outside.find(({ kind }) => kind === each.kind) ?? each)
}

/** Labels under the bar share a row, or have one each where the chart is too narrow for that. */
function placeUnder(segments: readonly Segment[], width: number): readonly Segment[] {
  const spans = segments.map((each) => ({ middle: each.labelX, size: textWidth(each.label, labelSize) }))
  const together = spans.reduce((sum, each) => sum + each.size + underGap, -underGap)
  if (together <= width) {
    const middles = spread(spans, 0, width, underGap)
    return segments.map((each, index) => ({ ...each, labelX: middles[index] ?? each.labelX }))
  }
  return segments.map((each, row) => {
    const [labelX = each.labelX] = spread(spans.slice(row, row + 1), 0, width, 0)
    return { ...each, labelX, row }
  })
}

function placeWhisker({ reliability, translator }: GapBarInput, width: number): Whisker | null {
  if (!isMeasured(reliability.estimate)) return null
  const from = reliability.lower * width
  const to = reliability.upper * width
  const label = intervalText(translator, reliability)
  const needed = textWidth(label, labelSize) + 8
  const line = { from, to, middle: reliability.estimate * width, label }
  if (to + needed <= width) return { ...line, labelX: to + 8, anchor: 'start' }
  if (from - needed >= 0) return { ...line, labelX: from - 8, anchor: 'end' }
  const [labelX = width / 2] = spread([{ middle: (from + to) / 2, size: needed - 8 }], 0, width, 0)
  return { ...line, labelX, anchor: 'middle' }
}

/** Where everything of a gap bar goes, on a bar from 0 to `width`. */
export function layOutGapBar(input: GapBarInput, width: number): GapBarLayout {
  const { language, t } = input.translator
  const shares = gapShares(input)
  const marks = input.levels.map(({ name, required }) => {
    const bold = name === input.target
    const percent = ` ${formatRequired(language, required)}`
    const ending = bold ? `${percent} · ${t('verdict.charts.target')}` : percent
    return { name: undirected(name), ending, x: required * width, bold }
  })
  return {
    segments:
      shares === null
        ? null
        : placeSegments(
            shares,
            width,
            marks.map((each) => each.x),
          ),
    whisker: placeWhisker(input, width),
    levels: placeLevelLabels(marks, width),
  }
}

/** Left and right of the bar. */
export const side = 10
export const rowHeight = 16
export const barHeight = 30

/** How wide the bar is in a drawing of this width. */
export function barWidth(drawingWidth: number): number {
  return Math.max(120, drawingWidth) - 2 * side
}

export interface Frame {
  readonly bar: number
  readonly under: number
  readonly whisker: number
  readonly axis: number
  readonly height: number
}

/** Heights from the top: level labels, bar, labels that do not fit in it, interval, axis. */
export function frameOf({ levels, segments, whisker }: GapBarLayout): Frame {
  const rows = levels.reduce((most, each) => Math.max(most, each.row + 1), 0)
  const rowsUnder = (segments ?? []).reduce((most, each) => Math.max(most, each.inside ? 0 : each.row + 1), 0)
  const bar = rows * rowHeight + 8
  const under = bar + barHeight + 17
  const whiskerY = bar + barHeight + 15 + (rowsUnder === 0 ? 0 : rowsUnder * rowHeight + 5)
  const axis = whisker === null ? bar + barHeight + 12 : whiskerY + (whisker.anchor === 'middle' ? 32 : 18)
  return { bar, under, whisker: whiskerY, axis, height: axis + 24 }
}
