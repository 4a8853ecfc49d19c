import type { Assessment } from '../domain/assessment.ts'
import { formatCount } from '../text/numbers.ts'
import type { Translator } from '../text/translator.ts'
import { textWidth } from './text-width.ts'

export interface CaseProfileInput {
  readonly casesByPasses: Assessment['casesByPasses']
  /** Planned repeats of each case. */
  readonly repeats: number
  readonly translator: Translator
}

/** Cases that passed equally often, side by side. */
export interface CaseGroup {
  readonly passes: number
  readonly x: number
  readonly width: number
  /** Share of the repeats that passed. */
  readonly share: number
  /** Count of cases and passes of repeats, where the group is wide enough for the words. */
  readonly label: { readonly cases: string; readonly passes: string } | null
}

export const profileLabelSize = 12
const beside = 3

/** The groups from always to never passed, on a width from 0 to `width`; empty without a complete case. */
export function layOutCaseProfile(input: CaseProfileInput, width: number): readonly CaseGroup[] {
  const { casesByPasses, repeats, translator } = input
  const total = casesByPasses.reduce((sum, each) => sum + each.cases, 0)
  let x = 0
  return casesByPasses.toReversed().map(({ passes, cases }) => {
    const words = {
      cases: formatCount(translator.language, cases),
      passes: `${formatCount(translator.language, passes)}/${formatCount(translator.language, repeats)}`,
    }
    const group = { passes, x, width: (cases / total) * width, share: passes / repeats }
    x += group.width
    const needed = Math.max(...Object.values(words).map((text) => textWidth(text, profileLabelSize))) + beside
    return { ...group, label: needed <= group.width ? words : null }
  })
}

/** Left and right of the groups, and above them. */
export const profileSide = 1
export const profileTop = 4
const under = 40

/** How wide all groups are together, and how high each is, in a drawing of this size. */
export function profileWidth(drawingWidth: number): number {
  return drawingWidth - 2 * profileSide
}

export function profileHeight(drawingHeight: number): number {
  return drawingHeight - profileTop - under
}
