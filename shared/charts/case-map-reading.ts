import { outcomeLetters, type CaseMap } from '../domain/case.ts'
import type { MessageKey } from '../text/catalogue.ts'
import { formatCount } from '../text/numbers.ts'
import type { Translator } from '../text/translator.ts'
import { type CaseMapCell, type CaseMapLayout, cornerOf } from './case-map-layout.ts'
import type { ChartReading } from './reading.ts'

export type CaseMapData = Pick<CaseMap, 'labels' | 'outcomes' | 'plannedRepeats'>

/** "pass", "not logged"; null where the case has no such attempt. */
function outcomeKey(letter: string): MessageKey | null {
  const outcome = outcomeLetters[letter]
  if (outcome !== undefined) return `screens.cases.map.${outcome}`
  return letter === '.' ? 'screens.cases.map.open' : null
}

/** What a cell says: "airline-03, attempt 2: fail"; the case alone where it has no such attempt. */
export function cellText(
  { t, language }: Translator,
  { labels, outcomes, plannedRepeats }: CaseMapData,
  { index, row }: CaseMapCell,
): string {
  const label = labels[index] ?? ''
  const key = outcomeKey(outcomes[index]?.charAt(row) ?? '')
  if (key === null) return label
  if (row >= plannedRepeats) return t('screens.cases.map.voidCell', { case: label })
  return t('screens.cases.map.cell', {
    case: label,
    attempt: formatCount(language, row + 1),
    outcome: t(key),
  })
}

/** Every cell in the order of the cases, and a row for each case. */
export function readCaseMap(
  translator: Translator,
  data: CaseMapData,
  layout: CaseMapLayout,
  left: number,
): ChartReading {
  const { t, language } = translator
  const marks = data.outcomes.flatMap((outcomes, index) =>
    Array.from(outcomes, (_, row) => {
      const { x, y } = cornerOf(layout, { index, row })
      return {
        id: `${index}-${row}`,
        x: left + x + layout.cellWidth / 2,
        y: y + layout.cellHeight / 2,
        text: cellText(translator, data, { index, row }),
      }
    }),
  )
  const attempts = Array.from({ length: layout.rows }, (_, row) => ({
    title:
      row < data.plannedRepeats
        ? t('screens.cases.map.attempt', { number: formatCount(language, row + 1) })
        : t('screens.cases.map.void'),
    isFigure: false,
  }))
  const rows = data.labels.map((label, index) => {
    const outcomes = data.outcomes[index] ?? ''
    const words = Array.from({ length: layout.rows }, (_, row) => {
      const key = outcomeKey(outcomes.charAt(row))
      return key === null ? '' : t(key)
    })
    return [label, ...words]
  })
  return {
    marks,
    table: { columns: [{ title: t('screens.cases.table.case'), isFigure: false }, ...attempts], rows },
  }
}
