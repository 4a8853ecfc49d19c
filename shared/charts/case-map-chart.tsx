import type { ReactElement } from 'react'
import { formatCount } from '../text/numbers.ts'
import type { Translator } from '../text/translator.ts'
import {
  CaseMapGroups,
  caseMapTop,
  describeGroups,
  groupsByPasses,
  groupsHeight,
  type NamedGroup,
} from './case-map-groups.tsx'
import { type CaseMapLayout, cornerOf, groupsOf } from './case-map-layout.ts'
import type { CaseMapData } from './case-map-reading.ts'
import { palette, px } from './palette.ts'

export interface CaseMapProps extends Pick<CaseMapData, 'outcomes' | 'plannedRepeats'> {
  readonly layout: CaseMapLayout
  /** Cases stand together that passed equally often: how many there are of them is written below. */
  readonly isGrouped: boolean
  /** Other groups than by passes. */
  readonly groups?: readonly NamedGroup[]
  readonly translator: Translator
  /** Of the drawing, in pixels. */
  readonly width: number
  /** Makes the ids of this drawing unique on its page. */
  readonly prefix: string
}

/** Room for the numbers of the attempts. */
export const caseMapLeft = 24
const tickSize = 11

export function caseMapHeight({ layout, isGrouped }: Pick<CaseMapProps, 'layout' | 'isGrouped'>): number {
  return layout.height + (isGrouped && layout.bands === 1 ? groupsHeight : 0)
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
export function AttemptNumbers(props: {
  /** Of the first attempt in each row. */
  readonly numbers: readonly number[]
  readonly rowHeight: number
  readonly translator: Translator
}): ReactElement {
  const { numbers, rowHeight, translator } = props
  const isDense = rowHeight < tickSize
  const isCrowded = isDense && (numbers.length - 1) * rowHeight < tickSize
  const isShown = (row: number): boolean =>
    !isDense || row === 0 || (!isCrowded && row === numbers.length - 1)
  return (
    <g fontSize={tickSize} fill={palette.tertiary} textAnchor="end">
      {numbers.map(
        (number, row) =>
          isShown(row) && (
            <text key={number} x={-7} y={px((row + 0.5) * rowHeight + 3.5)}>
              {formatCount(translator.language, number)}
            </text>
          ),
      )}
    </g>
  )
}

/**
 * Every attempt of every case as a cell. Passes are filled, failures light; errors are darker with a bar, void trials
 * empty with a bar, what is not logged empty: they can be told apart without colour.
 */
export function CaseMapChart(props: CaseMapProps): ReactElement {
  const { layout, isGrouped, translator, width, prefix, outcomes, plannedRepeats } = props
  const groups = props.groups ?? groupsByPasses(translator, groupsOf(outcomes), plannedRepeats)
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
      <desc id={description}>{describeGroups(translator, groups)}</desc>
      <AttemptNumbers
        numbers={Array.from({ length: plannedRepeats }, (_, row) => row + 1)}
        rowHeight={layout.cellHeight}
        translator={translator}
      />
      <Cells {...props} />
      {isGrouped && layout.bands === 1 && (
        <CaseMapGroups
          groups={groups}
          caseWidth={layout.cellWidth}
          width={width - caseMapLeft}
          height={layout.height}
        />
      )}
    </svg>
  )
}
