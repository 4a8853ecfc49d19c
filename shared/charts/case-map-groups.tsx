import type { ReactElement } from 'react'
import type { CaseGroup } from '../domain/case-filter.ts'
import { formatCount } from '../text/numbers.ts'
import type { Translator } from '../text/translator.ts'
import type { CaseMapGroup } from './case-map-layout.ts'
import { palette, px } from './palette.ts'
import { textWidth } from './text-width.ts'

/** A group with what stands under it. */
export interface NamedGroup extends Omit<CaseMapGroup, 'passes'> {
  readonly count: string
  /** "3/4", or in words. */
  readonly result: string
}

const labelSize = 12
/** Of the lines between groups, over the columns. */
export const caseMapTop = 2
/** Room for what stands under the columns. */
export const groupsHeight = 36

/** Groups by how often their cases passed. */
export function groupsByPasses(
  { t, language }: Translator,
  groups: readonly CaseMapGroup[],
  plannedRepeats: number,
): readonly NamedGroup[] {
  return groups.map(({ passes, ...each }) => ({
    ...each,
    count: formatCount(language, each.cases),
    result:
      passes === null
        ? t('screens.cases.group.incomplete')
        : `${formatCount(language, passes)}/${formatCount(language, plannedRepeats)}`,
  }))
}

function kindOf({ passes }: CaseMapGroup, plannedRepeats: number): CaseGroup {
  if (passes === null) return 'incomplete'
  if (passes === plannedRepeats) return 'always'
  return passes === 0 ? 'never' : 'sometimes'
}

/** Groups by whether their cases passed always, sometimes or never; those of one kind stand side by side. */
export function groupsByKind(
  { t, language }: Translator,
  groups: readonly CaseMapGroup[],
  plannedRepeats: number,
): readonly NamedGroup[] {
  const kinds = Map.groupBy(groups, (each) => kindOf(each, plannedRepeats))
  return [...kinds].map(([kind, [first, ...others]]) => {
    const cases = others.reduce((sum, each) => sum + each.cases, first?.cases ?? 0)
    const result = t(`screens.cases.group.${kind}`)
    return { first: first?.first ?? 0, cases, count: formatCount(language, cases), result }
  })
}

/** What becomes of the cases and of how many, in one sentence; groups with the same result may stand apart. */
export function describeGroups({ t, language }: Translator, groups: readonly NamedGroup[]): string {
  const tallies = new Map<string, number>()
  for (const { result, cases } of groups) tallies.set(result, (tallies.get(result) ?? 0) + cases)
  return t('screens.cases.map.description', {
    groups: [...tallies].map(([result, cases]) => `${result}: ${formatCount(language, cases)}`).join(', '),
  })
}

const apart = 8

/**
 * The middle of the words under each group: under it where there is room; those of a narrow one stand out beyond it where
 * they meet no others, those of more cases first. Null where there is no room.
 */
export function placeGroups(
  groups: readonly NamedGroup[],
  caseWidth: number,
  width: number,
): readonly (number | null)[] {
  const wanted = groups.map(({ first, cases, count, result }, index) => {
    const half = Math.max(...[count, result].map((text) => textWidth(text, labelSize))) / 2
    const middle = (first + cases / 2) * caseWidth
    return { index, cases, half, middle, fits: 2 * half + 4 <= cases * caseWidth }
  })
  const placed = new Map<number, { readonly from: number; readonly to: number; readonly middle: number }>()
  for (const { index, half, middle, fits } of wanted.toSorted(
    (a, b) => Number(b.fits) - Number(a.fits) || b.cases - a.cases,
  )) {
    const inside = fits ? middle : Math.max(Math.min(half, middle), Math.min(middle, width - half))
    const [from, to] = [inside - half, inside + half]
    const isFree = [...placed.values()].every((each) => to + apart <= each.from || each.to + apart <= from)
    if (fits || isFree) placed.set(index, { from, to, middle: inside })
  }
  return groups.map((_, index) => placed.get(index)?.middle ?? null)
}

/** A line between groups, and below each how many cases it has and how often they passed. */
export function CaseMapGroups(props: {
  readonly groups: readonly NamedGroup[]
  readonly caseWidth: number
  /** There is so much room for their words. */
  readonly width: number
  /** Of the columns. */
  readonly height: number
}): ReactElement {
  const { groups, caseWidth, width, height } = props
  const middles = placeGroups(groups, caseWidth, width)
  return (
    <g textAnchor="middle" fontSize={labelSize}>
      {groups.map(({ first, count, result }, index) => {
        const from = first * caseWidth
        const middle = middles[index] ?? null
        return (
          <g key={first}>
            {first > 0 && (
              <line
                x1={px(from - 0.5)}
                x2={px(from - 0.5)}
                y1={-caseMapTop}
                y2={height + 4}
                stroke={palette.lineStrong}
              />
            )}
            {middle !== null && (
              <>
                <text x={px(middle)} y={height + 16} fontWeight={600} fill={palette.ink}>
                  {count}
                </text>
                <text x={px(middle)} y={height + 31} fill={palette.secondary}>
                  {result}
                </text>
              </>
            )}
          </g>
        )
      })}
    </g>
  )
}
