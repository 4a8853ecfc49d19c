import { formatCount, formatPercent } from '../text/numbers.ts'
import { counted } from '../text/words.ts'
import {
  type CaseProfileInput,
  layOutCaseProfile,
  profileHeight,
  profileSide,
  profileTop,
  profileWidth,
} from './case-profile-layout.ts'
import type { ChartReading } from './reading.ts'

/** What can be read off the cases side by side drawn in this size: each group, from always to never passed. */
export function readCaseProfile(input: CaseProfileInput, width: number, height: number): ChartReading {
  const { repeats, translator } = input
  const { t, language } = translator
  const total = input.casesByPasses.reduce((sum, each) => sum + each.cases, 0)
  const groups = layOutCaseProfile(input, profileWidth(width)).map((group) => {
    const cases = input.casesByPasses.find((each) => each.passes === group.passes)?.cases ?? 0
    const words = { passes: formatCount(language, group.passes), repeats: formatCount(language, repeats) }
    return { ...group, cases, words, share: formatPercent(language, cases / total) }
  })
  return {
    marks: groups.map(({ passes, x, width: groupWidth, cases, words, share }) => {
      const box = {
        x: profileSide + x,
        y: profileTop,
        width: groupWidth,
        height: profileHeight(height),
      }
      const group = counted(translator, 'verdict.charts.profileGroup', cases, words)
      return {
        id: `passes ${passes}`,
        x: box.x + box.width / 2,
        y: box.y + box.height / 2,
        box,
        text: t('screens.frame.reading.group', { group, share }),
      }
    }),
    table: {
      columns: [
        { title: t('screens.frame.table.passed'), isFigure: false },
        { title: t('screens.frame.table.cases'), isFigure: true },
        { title: t('screens.frame.table.ofCases'), isFigure: true },
      ],
      rows: groups.map(({ words, cases, share }) => [
        t('screens.frame.table.passesOf', words),
        formatCount(language, cases),
        share,
      ]),
    },
  }
}
