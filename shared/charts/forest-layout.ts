import { type ScaleLinear, scaleLinear } from 'd3-scale'
import type { Interval } from '../domain/assessment.ts'
import { isMeasured } from '../domain/measured.ts'
import { formatRequired } from '../text/numbers.ts'
import { undirected } from '../text/sentence.ts'
import type { Translator } from '../text/translator.ts'
import { estimateText, intervalText, notMeasuredText } from '../text/words.ts'
import { labelSize, type PlacedLabel, placeLevelLabels } from './level-labels.ts'
import { rateAxisStart } from './rate-axis.ts'
import type { ChartReading } from './reading.ts'
import { fitName, textWidth } from './text-width.ts'

/** Something whose pass rate was measured, or not yet: a configuration, a segment. */
export interface ForestRow {
  readonly id: string
  readonly name: string
  readonly interval: Interval
  /** A few words beside the name, in grey: "53 cases". */
  readonly aside?: string
  /** Drawn in bold. */
  readonly isLeading?: boolean
}

export interface ForestInput {
  /** What a row is, for the head of the table: "Configuration". */
  readonly rowTitle: string
  /** What stands beside the names, for the head of the table. */
  readonly asideTitle?: string
  readonly rows: readonly ForestRow[]
  readonly levels: readonly { readonly name: string; readonly required: number }[]
  /** Name of the level that is drawn in bold. */
  readonly target: string
  readonly translator: Translator
}

/** The middle line of a row, and what is drawn on it. Positions are pixels of the drawing. */
export interface PlacedRow {
  readonly id: string
  readonly name: string
  /** As much of the name as there is room for. */
  readonly shownName: string
  /** What stands beside the name, ending where the names end. */
  readonly aside: { readonly text: string; readonly x: number } | null
  readonly isLeading: boolean
  readonly y: number
  /** "88% (80–94%)", or as much as has room of why there is no such figure. */
  readonly label: string
  /** Null: not measured. */
  readonly line: { readonly from: number; readonly to: number; readonly middle: number } | null
}

export interface ForestLayout {
  readonly rows: readonly PlacedRow[]
  readonly levels: readonly PlacedLabel[]
  readonly x: ScaleLinear<number, number>
  readonly ticks: readonly number[]
  /** Where the rows begin and end. */
  readonly top: number
  readonly bottom: number
  readonly plot: { readonly from: number; readonly to: number }
  readonly rowHeight: number
  readonly width: number
  readonly height: number
}

const rowHeights = { least: 26, most: 44 } as const
export const forestTickSize = 11.5
const levelRowHeight = 15
const gap = 14
/** For the axis. */
const under = 26
const narrowestPlot = 90
/** Between a name and what stands beside it. */
const asideGap = 10

/** "88% (80–94%)", or why there is no such figure. */
export function rateText(translator: Translator, interval: Interval): string {
  const { estimate } = interval
  if (!isMeasured(estimate)) return notMeasuredText(translator, estimate.notMeasured)
  return translator.t('screens.compare.rate', {
    estimate: estimateText(translator, interval),
    interval: intervalText(translator, interval),
  })
}

/** Of what stands beside the name, with the distance from it. */
function asideWidth({ aside }: ForestRow): number {
  return aside === undefined ? 0 : asideGap + textWidth(aside, forestTickSize)
}

function widest(texts: readonly string[]): number {
  return Math.max(0, ...texts.map((text) => textWidth(text, labelSize)))
}

/** Names take a third of the width at most, with what stands beside them, and give way to the plot. */
function columnsOf({ rows, translator }: ForestInput, width: number): { names: number; figures: number } {
  const figures = widest(
    rows
      .filter((each) => isMeasured(each.interval.estimate))
      .map((each) => rateText(translator, each.interval)),
  )
  const names = Math.max(
    0,
    ...rows.map((each) => textWidth(undirected(each.name), labelSize) + asideWidth(each)),
  )
  const left = width - figures - narrowestPlot - 2 * gap
  return { names: Math.max(20, Math.min(names, width * 0.36, left)), figures }
}

function scaleOf(input: ForestInput, from: number, to: number): ScaleLinear<number, number> {
  const lowers = input.rows
    .filter((each) => isMeasured(each.interval.estimate))
    .map((each) => each.interval.lower)
  const start = rateAxisStart([...lowers, ...input.levels.map((each) => each.required)])
  return scaleLinear([start, 1], [from, to])
}

function placeLevels(input: ForestInput, x: ScaleLinear<number, number>, width: number) {
  const { language, t } = input.translator
  const marks = input.levels.map(({ name, required }) => {
    const bold = name === input.target
    const percent = ` ${formatRequired(language, required)}`
    const ending = bold ? `${percent} · ${t('verdict.charts.target')}` : percent
    return { name: undirected(name), ending, x: x(required), bold }
  })
  return placeLevelLabels(marks, width)
}

interface RowRoom extends Pick<ForestInput, 'translator'> {
  /** Width of the names. */
  readonly names: number
  readonly plotFrom: number
  readonly width: number
  readonly x: ScaleLinear<number, number>
  readonly y: number
}

function placeRow(row: ForestRow, { translator, names, plotFrom, width, x, y }: RowRoom): PlacedRow {
  const { id, interval, aside, isLeading = false } = row
  const { estimate, lower, upper } = interval
  const name = undirected(row.name)
  const room = isMeasured(estimate) ? width : width - plotFrom
  return {
    id,
    name,
    // The widest name has exactly this room, less what subtraction loses of it.
    shownName: fitName(name, '', Math.max(12, names - asideWidth(row) + 0.01), labelSize),
    aside: aside === undefined ? null : { text: aside, x: names },
    isLeading,
    y,
    label: fitName(rateText(translator, interval), '', room, labelSize),
    line: isMeasured(estimate) ? { from: x(lower), to: x(upper), middle: x(estimate) } : null,
  }
}

/**
 * Where everything of a forest plot goes: names, a line per row, figures; level lines run through all rows.
 * @param height that is to be filled, where a few rows can without falling apart
 */
export function layOutForest(input: ForestInput, width: number, height = 0): ForestLayout {
  const { names, figures } = columnsOf(input, width)
  // Half a figure of the axis stands beyond each end.
  const plot = { from: names + gap, to: Math.max(names + gap + 40, width - figures - gap) }
  const x = scaleOf(input, plot.from, plot.to)
  const levels = placeLevels(input, x, width)
  const top = (Math.max(-1, ...levels.map((each) => each.row)) + 1) * levelRowHeight + 6
  const wanted = (height - top - under) / Math.max(1, input.rows.length)
  const rowHeight = Math.max(rowHeights.least, Math.min(rowHeights.most, wanted))
  const rows = input.rows.map((row, index) => {
    const y = top + (index + 0.5) * rowHeight
    return placeRow(row, { translator: input.translator, names, plotFrom: plot.from, width, x, y })
  })
  const bottom = top + rows.length * rowHeight
  const few = plot.to - plot.from < 220
  return {
    rows,
    levels,
    x,
    ticks: x.ticks(few ? 2 : 5),
    top,
    bottom,
    plot,
    rowHeight,
    width,
    height: bottom + under,
  }
}

/** What can be read off a forest plot of this width. */
export function readForest(input: ForestInput, width: number, height = 0): ChartReading {
  const { translator, rowTitle, asideTitle } = input
  const layout = layOutForest(input, width, height)
  return {
    marks: layout.rows.flatMap(({ id, name, aside, y, label, line }) => {
      const whose = aside === null ? name : `${name}, ${aside.text}`
      return line === null ? [] : [{ id, x: line.middle, y, text: `${whose}: ${label}` }]
    }),
    table: {
      columns: [
        { title: rowTitle, isFigure: false },
        ...(asideTitle === undefined ? [] : [{ title: asideTitle, isFigure: true }]),
        { title: translator.t('screens.compare.reliability'), isFigure: true },
        { title: translator.t('screens.compare.interval'), isFigure: true },
      ],
      rows: input.rows.map(({ name, aside = '', interval }) => [
        undirected(name),
        ...(asideTitle === undefined ? [] : [aside]),
        estimateText(translator, interval),
        isMeasured(interval.estimate) ? intervalText(translator, interval) : '–',
      ]),
    },
  }
}
