import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  type CaseGrid,
  caseGridOf,
  mostAttemptRows,
  mostCaseColumns,
  mostSharedRows,
} from '../../../shared/domain/case-grid.ts'

/** Passes, failures and errors of the whole grid. */
function sums({ columns }: CaseGrid): readonly number[] {
  const cells = columns.flatMap((each) => each.cells)
  return [0, 1, 2].map((place) => cells.reduce((total, cell) => total + (cell[place] ?? 0), 0))
}

function repeated(cases: number, outcomes: string): readonly string[] {
  return Array.from({ length: cases }, () => outcomes)
}

describe('cases × repeats for a page', () => {
  it('is empty without a case', () => {
    expect(caseGridOf([], 4)).toEqual({ casesPerColumn: 1, attemptsPerRow: 1, columns: [] })
  })

  it('has a column for each case, from always to never passed, and then those that are not complete', () => {
    expect(caseGridOf(['FE', 'P', 'FP', 'PP', 'PF'], 2)).toEqual({
      casesPerColumn: 1,
      attemptsPerRow: 1,
      columns: [
        {
          cases: 1,
          isComplete: true,
          cells: [
            [1, 0, 0],
            [1, 0, 0],
          ],
        },
        // They passed equally often: as they were first seen.
        {
          cases: 1,
          isComplete: true,
          cells: [
            [0, 1, 0],
            [1, 0, 0],
          ],
        },
        {
          cases: 1,
          isComplete: true,
          cells: [
            [1, 0, 0],
            [0, 1, 0],
          ],
        },
        {
          cases: 1,
          isComplete: true,
          cells: [
            [0, 1, 0],
            [0, 0, 1],
          ],
        },
        {
          cases: 1,
          isComplete: false,
          cells: [
            [1, 0, 0],
            [0, 0, 0],
          ],
        },
      ],
    })
  })

  it('keeps a row for each of 20 attempts, and shares rows beyond 28', () => {
    expect(caseGridOf(['P'.repeat(20)], 20).columns[0]?.cells).toHaveLength(20)
    // 100 attempts in six rows: five of 17, and one of 15.
    const hundred = caseGridOf(['P'.repeat(90).padEnd(100, 'E')], 100)
    expect(hundred.attemptsPerRow).toBe(17)
    expect(hundred.columns[0]?.cells).toEqual([
      [17, 0, 0],
      [17, 0, 0],
      [17, 0, 0],
      [17, 0, 0],
      [17, 0, 0],
      [5, 0, 10],
    ])
  })

  it('puts as few cases as can be into a column, those alike side by side', () => {
    // 434 cases, 3 to a column: 2 would take 217.
    const outcomes = [...repeated(217, 'PF'), ...repeated(1, 'PP'), ...repeated(216, 'FP')]
    const { casesPerColumn, columns } = caseGridOf(outcomes, 2)
    expect(casesPerColumn).toBe(3)
    expect(columns).toHaveLength(145)
    expect(columns[0]).toEqual({
      cases: 3,
      isComplete: true,
      cells: [
        [3, 0, 0],
        [1, 2, 0],
      ],
    })
    // The 73rd holds cases 217 to 219: two of the first kind, one of the other.
    expect(columns[72]?.cells).toEqual([
      [2, 1, 0],
      [1, 2, 0],
    ])
    expect(columns[144]).toEqual({
      cases: 2,
      isComplete: true,
      cells: [
        [0, 2, 0],
        [2, 0, 0],
      ],
    })
  })

  it('of 5,000 cases stays small, and lets many attempts share rows', () => {
    const grid = caseGridOf(repeated(5000, 'PF'.repeat(10)), 20)
    expect(grid).toMatchObject({ casesPerColumn: 24, attemptsPerRow: 4 })
    expect(grid.columns).toHaveLength(209)
    expect(grid.columns[0]?.cells).toEqual(Array.from({ length: 5 }, () => [48, 48, 0]))
    expect(grid.columns.at(-1)?.cases).toBe(8)
  })

  it('loses no case and no attempt, whatever there is', () => {
    const outcome = fc.constantFrom('P', 'F', 'E')
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 60 }).chain((repeats) =>
          fc.record({
            repeats: fc.constant(repeats),
            outcomes: fc.array(fc.string({ unit: outcome, minLength: 1, maxLength: repeats }), {
              maxLength: 700,
            }),
          }),
        ),
        ({ repeats, outcomes }) => {
          const grid = caseGridOf(outcomes, repeats)
          const all = outcomes.join('')
          expect(sums(grid)).toEqual(['P', 'F', 'E'].map((letter) => all.split(letter).length - 1))
          expect(grid.columns.reduce((sum, each) => sum + each.cases, 0)).toBe(outcomes.length)
          // Incomplete cases begin a column of their own.
          expect(grid.columns.length).toBeLessThanOrEqual(mostCaseColumns + 1)
          const rows = grid.columns[0]?.cells.length ?? 0
          expect(rows).toBeLessThanOrEqual(grid.attemptsPerRow > 1 ? mostSharedRows : mostAttemptRows)
        },
      ),
      { numRuns: 60 },
    )
  })
})
