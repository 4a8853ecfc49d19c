import type { ReactElement } from 'react'
import { formatCount } from '../text/numbers.ts'
import type { Translator } from '../text/translator.ts'
import { type CaseMapGroup, type CaseMapLayout, cornerOf, groupsOf } from './case-map-layout.ts'
import type { CaseMapData } from './case-map-reading.ts'
import { palette, px } from './palette.ts'
import { textWidth } from './text-width.ts'

export interface CaseMapProps extends CaseMapData {
  readonly layout: CaseMapLayout
  /** Cases stand together that passed equally often: how many there are of them is written below. */
  readonly isGrouped: boolean
  readonly translator: Translator
  /** Of the drawing, in pixels. */
  readonly width: number
  /** Makes the ids of this drawing unique on its page. */
  readonly prefix: string
}

/** Room for the numbers of the attempts. */
export const caseMapLeft = 24
/** Room for the ends of the lines between groups. */
export const caseMapTop = 2
const under = 36
const labelSize = 12
const tickSize = 11

export function caseMapHeight({ layout, isGrouped }: Pick<CaseMapProps, 'layout' | 'isGrouped'>): number {
  return layout.height + (isGrouped && layout.bands === 1 ? under : 0)
}

/** The rectangles of all cells with a letter, as one path. */
function cellsPath({ outcomes, layout }: CaseMapProps, letter: string, inset: number): string {
  const width = layout.cellWidth - layout.hairline - 2 * inset
  const height = layout.cellHeight - layout.hairline - 2 * inset
  return outcomes
    .flatMap((each, index) =>
      Array.from(each, (found, row) => {
        if (found !== letter) return ''
        const { x, y } = cornerOf(layout, { index, row })
        return `M${x + inset} ${y + inset}h${width}v${height}h${-width}z`
      }),
    )
    .join('')
}

/** A short bar in the middle of each cell with a letter. */
function barsPath({ outcomes, layout }: CaseMapProps, letter: string): string {
  const length = Math.min(6, layout.cellWidth - layout.hairline - 2)
  return outcomes
    .flatMap((each, index) =>
      Array.from(each, (found, row) => {
        if (found !== letter) return ''
        const { x, y } = cornerOf(layout, { index, row })
        const left = x + (layout.cellWidth - layout.hairline - length) / 2
        return `M${px(left)} ${px(y + (layout.cellHeight - layout.hairline) / 2)}h${length}`
      }),
    )
    .join('')
}

function Cells(props: CaseMapProps): ReactElement {
  return (
    <>
      <path d={cellsPath(props, 'F', 0)} fill={palette.neverSoft} />
      <path d={cellsPath(props, 'P', 0)} fill={palette.passes} />
      <path d={cellsPath(props, 'E', 0)} fill={palette.never} />
      <path d={barsPath(props, 'E')} stroke={palette.ink} strokeWidth={1.5} />
      <path d={cellsPath(props, 'V', 0.5)} fill="none" stroke={palette.lineStrong} />
      <path d={barsPath(props, 'V')} stroke={palette.lineStrong} />
      <path d={cellsPath(props, '.', 0.5)} fill="none" stroke={palette.line} />
    </>
  )
}

/** The numbers of the attempts, all of them or the first and the last, beside the first band. */
function Ticks({ layout, plannedRepeats, translator }: CaseMapProps): ReactElement {
  const isDense = layout.cellHeight < tickSize
  const numbers = Array.from({ length: plannedRepeats }, (_, index) => index + 1)
  const shown = isDense ? numbers.filter((each) => each === 1 || each === plannedRepeats) : numbers
  const isCrowded = isDense && (plannedRepeats - 1) * layout.cellHeight < tickSize
  return (
    <g fontSize={tickSize} fill={palette.tertiary} textAnchor="end">
      {(isCrowded ? shown.slice(0, 1) : shown).map((number) => (
        <text key={number} x={-7} y={px((number - 0.5) * layout.cellHeight + 3.5)}>
          {formatCount(translator.language, number)}
        </text>
      ))}
    </g>
  )
}

function groupWords(
  { language, t }: Translator,
  { passes, cases }: CaseMapGroup,
  plannedRepeats: number,
): { readonly cases: string; readonly passes: string } {
  return {
    cases: formatCount(language, cases),
    passes:
      passes === null
        ? t('screens.cases.group.incomplete')
        : `${formatCount(language, passes)}/${formatCount(language, plannedRepeats)}`,
  }
}

/** A line between groups, and below each how many cases it has and how often they passed. */
function Groups({ outcomes, layout, plannedRepeats, translator }: CaseMapProps): ReactElement {
  return (
    <g textAnchor="middle" fontSize={labelSize}>
      {groupsOf(outcomes).map((group) => {
        const words = groupWords(translator, group, plannedRepeats)
        const from = group.first * layout.cellWidth
        const width = group.cases * layout.cellWidth
        const needed = Math.max(...Object.values(words).map((text) => textWidth(text, labelSize)))
        const middle = px(from + width / 2)
        return (
          <g key={`${group.first}`}>
            {group.first > 0 && (
              <line
                x1={from - 0.5}
                x2={from - 0.5}
                y1={-caseMapTop}
                y2={layout.height + 4}
                stroke={palette.lineStrong}
              />
            )}
            {needed + 4 <= width && (
              <>
                <text x={middle} y={layout.height + 16} fontWeight={600} fill={palette.ink}>
                  {words.cases}
                </text>
                <text x={middle} y={layout.height + 31} fill={palette.secondary}>
                  {words.passes}
                </text>
              </>
            )}
          </g>
        )
      })}
    </g>
  )
}

function describe({ outcomes, plannedRepeats, translator }: CaseMapProps): string {
  const tallies = new Map<number | null, number>()
  for (const { passes, cases } of groupsOf(outcomes)) tallies.set(passes, (tallies.get(passes) ?? 0) + cases)
  const groups = [...tallies]
    .map(([passes, cases]) => groupWords(translator, { passes, cases, first: 0 }, plannedRepeats))
    .map((words) => `${words.passes}: ${words.cases}`)
    .join(', ')
  return translator.t('screens.cases.map.description', { groups })
}

/**
 * Every attempt of every case as a cell. Passes are filled, failures light; errors are darker with a bar, void trials
 * empty with a bar, what is not logged empty: they can be told apart without colour.
 */
export function CaseMapChart(props: CaseMapProps): ReactElement {
  const { layout, isGrouped, translator, width, prefix } = props
  const [title, description] = [`${prefix}-title`, `${prefix}-description`]
  const height = caseMapHeight(props)
  return (
    <svg
      className="case-map"
      role="img"
      aria-labelledby={`${title} ${description}`}
      viewBox={`${-caseMapLeft} ${-caseMapTop} ${px(width)} ${px(height + caseMapTop)}`}
      width={px(width)}
      height={px(height + caseMapTop)}
    >
      <title id={title}>{translator.t('screens.cases.map.title')}</title>
      <desc id={description}>{describe(props)}</desc>
      <Ticks {...props} />
      <Cells {...props} />
      {isGrouped && layout.bands === 1 && <Groups {...props} />}
    </svg>
  )
}
