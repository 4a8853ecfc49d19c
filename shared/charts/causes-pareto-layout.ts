import type { Assessment } from '../domain/assessment.ts'
import { undirected } from '../text/sentence.ts'
import type { Translator } from '../text/translator.ts'
import { causeName, leverWord } from '../text/words.ts'
import { formatCount, formatPercent } from '../text/numbers.ts'
import { fitName, textWidth } from './text-width.ts'

export interface CausesParetoInput {
  readonly causes: Assessment['causes']
  readonly translator: Translator
}

/** Told apart by their pattern: the lever that usually cures it, no lever, or a failure nobody labelled. */
export type CauseKind = 'product-engineering' | 'inference-scaling' | 'none' | 'unlabelled'

export interface CauseRow {
  /** Key of the cause; null: failures that nobody labelled. */
  readonly cause: string | null
  readonly kind: CauseKind
  /** The name as far as there is room, and whole. */
  readonly text: string
  readonly name: string
  /** The usual lever in words; null where nobody labelled, so that none is known. */
  readonly lever: string | null
  readonly y: number
  readonly barWidth: number
  /** Failures, their share, and the share of this cause and those before it. */
  readonly failures: string
  readonly share: string
  readonly cumulative: string
}

export interface CausesParetoLayout {
  readonly rows: readonly CauseRow[]
  readonly heads: Readonly<Record<'failures' | 'share' | 'cumulative', string>>
  /** Right ends of the three columns of figures. */
  readonly columns: Readonly<Record<'failures' | 'share' | 'cumulative', number>>
  readonly height: number
}

export const paretoLabelSize = 12
export const paretoSmallSize = 11.5
export const paretoHead = 20
export const paretoRow = 37
/** Of a bar under the top of its row. */
export const paretoBarTop = 20
export const paretoBarHeight = 9
const columnGap = 12

export function kindOf({ cause, lever }: CausesParetoInput['causes'][number]): CauseKind {
  if (cause === null) return 'unlabelled'
  return lever ?? 'none'
}

function columnWidth(head: string, texts: readonly string[]): number {
  return Math.max(textWidth(head, paretoSmallSize), ...texts.map((text) => textWidth(text, paretoLabelSize)))
}

/** A row for each cause, most failures first, those nobody labelled last, on a width in pixels. */
export function layOutCausesPareto(input: CausesParetoInput, width: number): CausesParetoLayout {
  const { causes, translator } = input
  const { language, t } = translator
  const most = Math.max(1, ...causes.map((each) => each.failures))
  const figures = causes.map((each) => ({
    failures: formatCount(language, each.failures),
    share: formatPercent(language, each.share),
    cumulative: formatPercent(language, each.cumulativeShare),
  }))
  const heads = {
    failures: t('verdict.pareto.failures'),
    share: t('verdict.pareto.share'),
    cumulative: t('verdict.pareto.cumulative'),
  }
  const widthOf = (name: keyof typeof heads): number =>
    columnWidth(
      heads[name],
      figures.map((each) => each[name]),
    )
  // Letters may reach a little beyond their advance.
  const cumulative = width - 1
  const share = cumulative - widthOf('cumulative') - columnGap
  const failures = share - widthOf('share') - columnGap
  const levers = causes.map((each) => leverWord(translator, each.lever))
  const widestLever = Math.max(...levers.map((each) => textWidth(each, paretoSmallSize)))
  // The levers stand under the figures.
  const figuresFrom = Math.min(failures - widthOf('failures'), width - widestLever)
  const room = Math.max(60, figuresFrom - columnGap)
  return {
    heads,
    columns: { failures, share, cumulative },
    height: paretoHead + causes.length * paretoRow,
    rows: causes.map((each, index) => {
      const kind = kindOf(each)
      const name = undirected(causeName(translator, each.cause, each.name))
      const lever = kind === 'unlabelled' ? null : leverWord(translator, each.lever)
      return {
        cause: each.cause,
        kind,
        name,
        lever,
        text: fitName(name, '', room, paretoLabelSize),
        y: paretoHead + index * paretoRow,
        barWidth: (each.failures / most) * room,
        ...(figures[index] ?? { failures: '', share: '', cumulative: '' }),
      }
    }),
  }
}
