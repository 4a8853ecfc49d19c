import { z } from 'zod'

const count = z.number().int().min(0)

/** More cases than these share columns: on paper one could not tell them apart. */
export const mostCaseColumns = 216
/** More attempts than these share rows. */
export const mostAttemptRows = 28
/** Of cells that several share one sees how far they are filled: there are no more rows than leave room for it. */
export const mostSharedRows = 6

/** Passes, failures and errors of a cell; what is missing of its attempts was not logged. */
const cellTally = z.tuple([count, count, count]).readonly()
export type CellTally = z.infer<typeof cellTally>

/**
 * Cases × repeats of one configuration, small enough for a page whatever there is: complete cases from always to never
 * passed, then those that are not complete. Cases that were not tried are left out, and void attempts, which are none.
 */
export const caseGrid = z
  .object({
    /** One column stands for so many cases, the last one of its kind for what is left of them. */
    casesPerColumn: count,
    /** One row stands for so many attempts, the last one for what is left. */
    attemptsPerRow: count,
    columns: z
      .array(
        z.object({ cases: count, isComplete: z.boolean(), cells: z.array(cellTally).readonly() }).readonly(),
      )
      .readonly(),
  })
  .readonly()
export type CaseGrid = z.infer<typeof caseGrid>

function passesIn(outcomes: string): number {
  return outcomes.split('P').length - 1
}

function cellsOf(cases: readonly string[], plannedRepeats: number, attemptsPerRow: number) {
  return Array.from({ length: Math.ceil(plannedRepeats / attemptsPerRow) }, (_, row): CellTally => {
    const tally = { P: 0, F: 0, E: 0 }
    for (const each of cases) {
      for (const letter of each.slice(row * attemptsPerRow, (row + 1) * attemptsPerRow)) {
        if (letter === 'P' || letter === 'F' || letter === 'E') tally[letter] += 1
      }
    }
    return [tally.P, tally.F, tally.E]
  })
}

function chunks<Item>(items: readonly Item[], size: number): readonly (readonly Item[])[] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, index) =>
    items.slice(index * size, (index + 1) * size),
  )
}

/**
 * @param outcomes of each case that was tried, in the order they were first seen: P, F or E for each counted attempt
 */
export function caseGridOf(outcomes: readonly string[], plannedRepeats: number): CaseGrid {
  const isShared = outcomes.length > mostCaseColumns || plannedRepeats > mostAttemptRows
  const casesPerColumn = Math.max(1, Math.ceil(outcomes.length / mostCaseColumns))
  const attemptsPerRow = isShared ? Math.max(1, Math.ceil(plannedRepeats / mostSharedRows)) : 1
  // Cases that share a column should be alike, attempt by attempt: P is the last of the letters, and comes first.
  const isSorted = casesPerColumn > 1 && attemptsPerRow === 1
  const alike = (a: string, b: string): number => (!isSorted || a === b ? 0 : a < b ? 1 : -1)
  const sorted = outcomes.toSorted((a, b) => passesIn(b) - passesIn(a) || alike(a, b))
  const columns = [true, false].flatMap((isComplete) =>
    chunks(
      sorted.filter((each) => each.length >= plannedRepeats === isComplete),
      casesPerColumn,
    ).map((cases) => ({
      cases: cases.length,
      isComplete,
      cells: cellsOf(cases, plannedRepeats, attemptsPerRow),
    })),
  )
  return { casesPerColumn, attemptsPerRow, columns }
}
