import type { ReactElement } from 'react'
import type { CaseGrid } from '../domain/case-grid.ts'
import { formatCount } from '../text/numbers.ts'
import type { Translator } from '../text/translator.ts'
import { type GridBar, gridGroups, layOutCaseGrid, outcomesIn } from './case-grid-layout.ts'
import { AttemptNumbers, CaseMapChart, caseMapLeft } from './case-map-chart.tsx'
import {
  CaseMapGroups,
  caseMapTop,
  describeGroups,
  groupsByKind,
  groupsByPasses,
  groupsHeight,
  type NamedGroup,
} from './case-map-groups.tsx'
import { layOutCaseMapOnPaper } from './case-map-layout.ts'
import { palette, px } from './palette.ts'

export interface CaseGridProps {
  readonly grid: CaseGrid
  readonly plannedRepeats: number
  /** Complete cases by how often they passed. */
  readonly casesByPasses: readonly { readonly passes: number; readonly cases: number }[]
  readonly translator: Translator
  /** Of the drawing, in pixels. */
  readonly width: number
  /** Makes the ids of this drawing unique on its page. */
  readonly prefix: string
}

/** Of more ways to end than these only always, sometimes and never are told: there is no room for all of them. */
const mostGroups = 7

function groupsOf({ grid, plannedRepeats, casesByPasses, translator }: CaseGridProps): readonly NamedGroup[] {
  const name = plannedRepeats < mostGroups ? groupsByPasses : groupsByKind
  return name(translator, gridGroups(grid, casesByPasses), plannedRepeats)
}

const fills = { pass: palette.passes, error: palette.never, fail: palette.neverSoft } as const

function pathOf(bars: readonly GridBar[]): string {
  return bars
    .map(({ x, y, width, height }) => `M${px(x)} ${px(y)}h${px(width)}v${px(height)}h${px(-width)}z`)
    .join('')
}

const signLength = 6

/** A short bar in the middle of errors, where there is room for it. */
function signsPath(bars: readonly GridBar[]): string {
  return bars
    .filter(({ outcome, width, height }) => outcome === 'error' && Math.min(width, height) > signLength + 2)
    .map(
      ({ x, y, width, height }) => `M${px(x + (width - signLength) / 2)} ${px(y + height / 2)}h${signLength}`,
    )
    .join('')
}

/** There is room for numbers of two digits beside the rows. */
const mostNumbered = 99

/** "A column stands for 25 cases.", and how such cells are filled; empty where each attempt has its own. */
export function sharedCellsText(
  { t, language }: Translator,
  { casesPerColumn, attemptsPerRow }: CaseGrid,
): string {
  const column =
    casesPerColumn > 1 &&
    t('screens.cases.map.sharedColumns', { number: formatCount(language, casesPerColumn) })
  const row =
    attemptsPerRow > 1 && t('screens.cases.map.sharedRows', { number: formatCount(language, attemptsPerRow) })
  const filled = (column !== false || row !== false) && t('screens.cases.map.filled')
  return [column, row, filled].filter((each) => each !== false).join(' ')
}

/** Columns that stand for several cases, or rows for several attempts, filled as far as these passed. */
function Shared(props: CaseGridProps): ReactElement {
  const { grid, plannedRepeats, translator, width, prefix } = props
  const [title, description] = [`${prefix}-title`, `${prefix}-description`]
  const inner = width - caseMapLeft
  const { bars, caseWidth, rowHeight, rows, height } = layOutCaseGrid(grid, plannedRepeats, inner)
  const groups = groupsOf(props)
  const total = caseMapTop + height + groupsHeight
  return (
    <svg
      className="case-map"
      role="img"
      aria-labelledby={`${title} ${description}`}
      viewBox={`${-caseMapLeft} ${-caseMapTop} ${width} ${total}`}
      width={width}
      height={total}
    >
      <title id={title}>{translator.t('screens.cases.map.title')}</title>
      <desc
        id={description}
      >{`${describeGroups(translator, groups)} ${sharedCellsText(translator, grid)}`}</desc>
      {plannedRepeats <= mostNumbered && (
        <AttemptNumbers
          numbers={Array.from({ length: rows }, (_, row) => row * grid.attemptsPerRow + 1)}
          rowHeight={rowHeight}
          translator={translator}
        />
      )}
      {Array.from({ length: rows }, (_, row) => (
        <rect
          key={row}
          x={0.25}
          y={row * rowHeight + 0.25}
          width={inner - 0.5}
          height={rowHeight - 1.5}
          fill="none"
          stroke={palette.line}
          strokeWidth={0.5}
        />
      ))}
      {(['fail', 'pass', 'error'] as const).map((outcome) => (
        <path
          key={outcome}
          d={pathOf(bars.filter((each) => each.outcome === outcome))}
          fill={fills[outcome]}
        />
      ))}
      <path d={signsPath(bars)} stroke={palette.ink} strokeWidth={1.5} />
      <CaseMapGroups groups={groups} caseWidth={caseWidth} width={inner} height={height} />
    </svg>
  )
}

/**
 * Every attempt at every case on a page, cases from always to never passed: the map of the cases screen, with a cell for
 * each attempt, as long as these can be told apart; beyond that several share a cell, which is filled as far as they passed.
 */
export function CaseGridChart(props: CaseGridProps): ReactElement {
  const { grid, plannedRepeats, translator, width, prefix } = props
  const outcomes = outcomesIn(grid)
  if (outcomes === null) return <Shared {...props} />
  return (
    <CaseMapChart
      outcomes={outcomes}
      plannedRepeats={plannedRepeats}
      layout={layOutCaseMapOnPaper(outcomes.length, plannedRepeats, width - caseMapLeft)}
      groups={groupsOf(props)}
      isGrouped
      translator={translator}
      width={width}
      prefix={prefix}
    />
  )
}
