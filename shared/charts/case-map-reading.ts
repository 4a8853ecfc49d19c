import { outcomeLetters, type CaseMap } from '../domain/case.ts'
import type { MessageKey } from '../text/catalogue.ts'
import { formatCount } from '../text/numbers.ts'
import type { Translator } from '../text/translator.ts'
import { type CaseMapCell, type CaseMapLayout, cornerOf } from './case-map-layout.ts'
import type { ChartReading, ChartTable } from './reading.ts'

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

/** A row for each case, with what each of its attempts came to. */
export function caseMapTable(
  { t, language }: Translator,
  { labels, outcomes, plannedRepeats }: CaseMapData,
): ChartTable {
  const most = outcomes.reduce((rows, each) => Math.max(rows, each.length), plannedRepeats)
  const attempts = Array.from({ length: most }, (_, row) => ({
    title:
      row < plannedRepeats
        ? t('screens.cases.map.attempt', { number: formatCount(language, row + 1) })
        : t('screens.cases.map.void'),
    isFigure: false,
  }))
  // There may be hundreds of thousands of cells, and a handful of words.
  const words = new Map<string, string>()
  const wordOf = (letter: string): string => {
    const known = words.get(letter)
    if (known !== undefined) return known
    const key = outcomeKey(letter)
    const word = key === null ? '' : t(key)
    words.set(letter, word)
    return word
  }
  return {
    columns: [{ title: t('screens.cases.table.case'), isFigure: false }, ...attempts],
    rows: labels.map((label, index) => [
      label,
      ...attempts.map((_, row) => wordOf(outcomes[index]?.charAt(row) ?? '')),
    ]),
  }
}

/** What can be read off the map: every cell, case by case, and the table. */
export function readCaseMap(
  translator: Translator,
  data: CaseMapData,
  layout: CaseMapLayout,
  corner: { readonly x: number; readonly y: number },
): ChartReading {
  const marks = data.outcomes.flatMap((outcomes, index) =>
    Array.from(outcomes, (_, row) => {
      const { x, y } = cornerOf(layout, { index, row })
      const [width, height] = [layout.cellWidth - layout.hairline, layout.cellHeight - layout.hairline]
      const box = { x: corner.x + x, y: corner.y + y, width, height }
      return {
        id: `${index}-${row}`,
        x: box.x + width / 2,
        y: box.y + height / 2,
        box,
        text: cellText(translator, data, { index, row }),
      }
    }),
  )
  return { marks, table: caseMapTable(translator, data) }
}
