import { scaleBand, scaleLinear } from 'd3-scale'
import type { Assessment, Interval, RetryAtK } from '../domain/assessment.ts'
import { isMeasured, type NotMeasured } from '../domain/measured.ts'
import { formatCount, formatRequired } from '../text/numbers.ts'
import type { Translator } from '../text/translator.ts'
import { estimateText } from '../text/words.ts'
import {
  type EndLabel,
  endLabelRoom,
  placeEndings,
  type PlotBox,
  plotTickSize,
  type Tick,
  ticksWithRoom,
} from './plot-parts.tsx'
import { textWidth } from './text-width.ts'

type Verifier = Exclude<Assessment['verifier'], NotMeasured>
export type Utility = Exclude<Verifier['utility'], NotMeasured>

export const deliveryParts = ['right', 'handedOff', 'wrong'] as const
/** How a task ends, from the bottom of a column to its top: right and wrong each have an edge to be read from. */
export type DeliveryPart = (typeof deliveryParts)[number]

export interface DeliveryInput {
  /** What retrying until accepted delivers, by attempts at most. */
  readonly rows: readonly RetryAtK[]
  /** What serves best when a wrong answer undoes right ones; null while the task does not say how many. */
  readonly utility: Utility | null
  readonly level: { readonly name: string; readonly required: number }
  readonly translator: Translator
}

export interface Part {
  readonly part: DeliveryPart
  readonly y: number
  readonly height: number
}

/** The interval of a part, from `from` to `to`, where there is room for it. */
export interface PartWhisker {
  readonly part: DeliveryPart
  readonly x: number
  readonly from: number
  readonly to: number
  readonly at: number
}

export interface Column {
  readonly k: number
  readonly row: RetryAtK
  readonly x: number
  readonly width: number
  readonly parts: readonly Part[]
  readonly whiskers: readonly PartWhisker[]
}

/** A word above the columns, with the line that leads to where it holds. */
export interface Flag {
  readonly kind: 'best' | 'hurts'
  readonly x: number
  readonly text: string
  readonly textX: number
  readonly anchor: 'start' | 'middle' | 'end'
}

export interface DeliveryLayout {
  readonly box: PlotBox
  readonly columns: readonly Column[]
  readonly ticks: readonly Tick[]
  readonly labels: readonly EndLabel<DeliveryPart | 'level'>[]
  readonly flags: readonly Flag[]
}

const margins = { left: 44, bottom: 42 }
/** A column narrower than this has no room for two whiskers: those of the last one stand beside it. */
const whiskerRoom = 18
const besideColumns = 28
/** Wider columns are no easier to read. */
const widestColumn = 96

function value(interval: Interval): number {
  return isMeasured(interval.estimate) ? interval.estimate : 0
}

type Y = (share: number) => number

function partsOf(row: RetryAtK, y: Y): readonly Part[] {
  let below = 0
  return deliveryParts.map((part) => {
    const from = below
    below += value(row[part])
    return { part, y: y(Math.min(1, below)), height: Math.max(0, y(from) - y(Math.min(1, below))) }
  })
}

/** Right is measured from below, wrong from above. */
function whiskersOf(
  row: RetryAtK,
  [rightX, wrongX]: readonly [number, number],
  y: Y,
): readonly PartWhisker[] {
  const { right, wrong } = row
  return [
    { part: 'right', x: rightX, from: y(right.lower), to: y(right.upper), at: y(value(right)) },
    { part: 'wrong', x: wrongX, from: y(1 - wrong.lower), to: y(1 - wrong.upper), at: y(1 - value(wrong)) },
  ]
}

/** The columns from `left` to `right`, each with its whiskers; of narrow ones, the last has them beside it. */
function columnsOf(rows: readonly RetryAtK[], { left, right }: PlotBox, y: Y): Columns {
  const within = (end: number) =>
    scaleBand(
      rows.map((each) => each.k),
      [left, end],
    ).paddingInner(rows.length > 20 ? 0.12 : 0.22)
  const isNarrow = within(right).bandwidth() < whiskerRoom
  const end = isNarrow ? right - besideColumns : right
  const x = within(end)
  const width = Math.min(widestColumn, x.bandwidth())
  const last = rows.at(-1)
  const columns = rows.map((row): Column => {
    const from = (x(row.k) ?? left) + (x.bandwidth() - width) / 2
    const beside = row === last ? whiskersOf(row, [end + 9, end + 21], y) : []
    const whiskers = isNarrow ? beside : whiskersOf(row, [from + width * 0.3, from + width * 0.7], y)
    return { k: row.k, row, x: from, width, parts: partsOf(row, y), whiskers }
  })
  return { columns, gap: x.step() - width }
}

interface Columns {
  readonly columns: readonly Column[]
  /** Between two columns. */
  readonly gap: number
}

/** The best number of attempts has its word in the middle over its column, unless that would leave the drawing. */
function bestFlag(x: number, text: string, width: number): Flag {
  const half = textWidth(text, plotTickSize) / 2
  const common = { kind: 'best', x, text } as const
  if (x - half < 0) return { ...common, textX: 0, anchor: 'start' }
  if (x + half > width) return { ...common, textX: width, anchor: 'end' }
  return { ...common, textX: x, anchor: 'middle' }
}

/** From where on more attempts hurt has its word behind its line: all that follows is meant. */
function hurtsFlag(x: number, text: string, width: number): Flag {
  const fits = x + 6 + textWidth(text, plotTickSize) <= width
  return { kind: 'hurts', x, text, textX: fits ? x + 6 : width, anchor: fits ? 'start' : 'end' }
}

function flagsOf(
  { utility, translator }: DeliveryInput,
  columns: readonly Column[],
  gap: number,
  width: number,
): readonly Flag[] {
  if (utility === null) return []
  const { t, language } = translator
  const { bestK, hurtsFrom, hurtsShownFrom, handingOverServesBetter } = utility
  const best = handingOverServesBetter ? 'losesLeast' : 'best'
  const hurts = hurtsShownFrom === null ? 'seemsToHurt' : 'hurts'
  return columns.flatMap((column): readonly Flag[] => {
    const k = formatCount(language, column.k)
    if (column.k === bestK) {
      return [bestFlag(column.x + column.width / 2, t(`screens.scaling.delivery.${best}`, { k }), width)]
    }
    if (column.k !== (hurtsShownFrom ?? hurtsFrom)) return []
    const text = t(`screens.scaling.delivery.${hurts}`, { k })
    return [hurtsFlag(column.x - gap / 2, text, width)]
  })
}

function labelsOf(
  { level, translator }: DeliveryInput,
  last: RetryAtK,
): readonly { readonly kind: DeliveryPart | 'level'; readonly name: string; readonly figure: string }[] {
  return [
    { kind: 'level', name: level.name, figure: ` ${formatRequired(translator.language, level.required)}` },
    ...deliveryParts.map((part) => ({
      kind: part,
      name: translator.t(`screens.scaling.delivery.${part}`),
      figure: ` ${estimateText(translator, last[part])}`,
    })),
  ]
}

/** Where everything goes on a drawing of this size; null when there is nothing to draw. */
export function layOutDelivery(input: DeliveryInput, width: number, height: number): DeliveryLayout | null {
  const { rows, utility, translator, level } = input
  const last = rows.at(-1)
  if (last === undefined) return null
  const names = labelsOf(input, last)
  const room = endLabelRoom(
    names.map((each) => `${each.name}${each.figure}`),
    width,
  )
  const top = utility === null ? 12 : utility.hurtsFrom === null ? 28 : 44
  const box = { left: margins.left, right: width - room, top, bottom: height - margins.bottom }
  const y = scaleLinear([0, 1], [box.bottom, box.top])
  const { columns, gap } = columnsOf(rows, box, y)
  const ends = columns.at(-1)?.parts ?? []
  const endings = names.map((each) => {
    const end = ends.find((part) => part.part === each.kind)
    const fromY = end === undefined ? y(level.required) : end.y + end.height / 2
    return { ...each, fromX: box.right, fromY }
  })
  return {
    box,
    columns,
    ticks: ticksWithRoom(
      columns.map((each) => ({
        at: each.x + each.width / 2,
        text: formatCount(translator.language, each.k),
      })),
    ),
    labels: placeEndings(endings, box, room),
    flags: flagsOf(input, columns, gap, width),
  }
}
