import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { gridGroups, layOutCaseGrid, outcomesIn } from '../../../shared/charts/case-grid-layout.ts'
import { groupsByKind, groupsByPasses, placeGroups } from '../../../shared/charts/case-map-groups.tsx'
import { groupsOf, layOutCaseMapOnPaper } from '../../../shared/charts/case-map-layout.ts'
import { CaseGridChart, sharedCellsText } from '../../../shared/charts/index.ts'
import { type CaseGrid, caseGridOf } from '../../../shared/domain/case-grid.ts'
import { translatorFor } from '../../../shared/text/translator.ts'
import { parseMarkup } from './markup.ts'

const english = translatorFor('en')

/** Two columns of four cases each and one of two, of one attempt. */
const shared: CaseGrid = {
  casesPerColumn: 4,
  attemptsPerRow: 1,
  columns: [
    { cases: 4, isComplete: true, cells: [[4, 0, 0]] },
    { cases: 4, isComplete: true, cells: [[1, 2, 1]] },
    { cases: 2, isComplete: false, cells: [[0, 0, 0]] },
  ],
}

describe('the map of cases on paper', () => {
  it('is as wide as there is room for, in columns no wider than on screen', () => {
    // 648 / 50 is 12.96, in sixteenths 12.9375; 140 / 4 is more than the highest row.
    expect(layOutCaseMapOnPaper(50, 4, 648)).toMatchObject({
      cellWidth: 12.9375,
      cellHeight: 24,
      hairline: 1,
      bands: 1,
    })
    expect(layOutCaseMapOnPaper(216, 20, 648)).toMatchObject({
      cellWidth: 3,
      cellHeight: 7,
      hairline: 0.5,
      bands: 1,
    })
    expect(layOutCaseMapOnPaper(1, 28, 648)).toMatchObject({ cellWidth: 22, cellHeight: 5 })
    expect(layOutCaseMapOnPaper(0, 4, 648)).toMatchObject({ cases: 0, width: 0 })
  })

  it('fills cells that several share from below: passes, errors, failures, and leaves free what is not logged', () => {
    // One row: 24 high with its hairline, 23 without. Ten cases on 100 px; a quarter of 23 is 5.75.
    expect(layOutCaseGrid(shared, 1, 100)).toEqual({
      caseWidth: 10,
      rowHeight: 24,
      rows: 1,
      height: 24,
      bars: [
        { outcome: 'pass', x: 0, y: 0, width: 40, height: 23 },
        { outcome: 'pass', x: 40, y: 17.25, width: 40, height: 5.75 },
        { outcome: 'error', x: 40, y: 11.5, width: 40, height: 5.75 },
        { outcome: 'fail', x: 40, y: 0, width: 40, height: 11.5 },
      ],
    })
  })

  it('draws columns alike as one, whatever they stand for', () => {
    const columns = [
      { cases: 4, isComplete: true, cells: [[2, 2, 0] as const] },
      { cases: 2, isComplete: true, cells: [[1, 1, 0] as const] },
    ]
    expect(layOutCaseGrid({ ...shared, columns }, 1, 60).bars).toEqual([
      { outcome: 'pass', x: 0, y: 11.5, width: 60, height: 11.5 },
      { outcome: 'fail', x: 0, y: 0, width: 60, height: 11.5 },
    ])
  })

  it('takes the last row for the attempts that are left to it', () => {
    // Five attempts, three to a row: two passes fill the second one.
    const grid = {
      casesPerColumn: 1,
      attemptsPerRow: 3,
      columns: [
        {
          cases: 1,
          isComplete: true,
          cells: [
            [0, 3, 0],
            [2, 0, 0],
          ],
        },
      ],
    } as const
    expect(layOutCaseGrid(grid, 5, 10).bars).toEqual([
      { outcome: 'fail', x: 0, y: 0, width: 10, height: 23 },
      { outcome: 'pass', x: 0, y: 24, width: 10, height: 23 },
    ])
  })

  it('has a letter for each attempt as long as none shares its cell', () => {
    expect(outcomesIn(caseGridOf(['FE', 'P', 'PP'], 2))).toEqual(['PP', 'FE', 'P.'])
    expect(outcomesIn(shared)).toBeNull()
  })
})

const named = (first: number, cases: number) => ({
  first,
  cases,
  count: String(cases),
  result: 'never passed',
})

describe('groups under the map', () => {
  const groups = gridGroups(shared, [
    { passes: 0, cases: 5 },
    { passes: 1, cases: 3 },
  ])

  it('are those of the assessment, and behind them what is not complete', () => {
    expect(groups).toEqual([
      { passes: 1, cases: 3, first: 0 },
      { passes: 0, cases: 5, first: 3 },
      { passes: null, cases: 2, first: 8 },
    ])
  })

  it('are told by passes, or in words', () => {
    const found = groupsOf(['PPP', 'PPF', 'PFF', 'FFF', 'FF.'])
    expect(groupsByPasses(english, found, 3).map(({ count, result }) => `${count} ${result}`)).toEqual([
      '1 3/3',
      '1 2/3',
      '1 1/3',
      '1 0/3',
      '1 not complete',
    ])
    expect(groupsByKind(english, found, 3)).toEqual([
      { first: 0, cases: 1, count: '1', result: 'passed every time' },
      { first: 1, cases: 2, count: '2', result: 'passed sometimes' },
      { first: 3, cases: 1, count: '1', result: 'never passed' },
      { first: 4, cases: 1, count: '1', result: 'not complete' },
    ])
  })

  it('stand in the middle where there is room; at the edge they stay inside, and they never meet', () => {
    // 'never passed' takes some 70 px: the first has 400, the second 20 at the right edge, the third no room at all.
    const [wide, narrow] = placeGroups([named(0, 40), named(40, 2)], 10, 420)
    expect(wide).toBe(200)
    expect(narrow).toBeGreaterThan(370)
    expect(narrow).toBeLessThan(395)
    expect(placeGroups([named(0, 40), named(40, 2), named(42, 40)], 10, 820)[1]).toBe(410)
    expect(placeGroups([named(0, 8), named(8, 2), named(10, 8)], 10, 180)).toEqual([40, null, 140])
  })
})

function drawing(outcomes: readonly string[], plannedRepeats: number) {
  const passes = outcomes
    .filter((each) => each.length === plannedRepeats)
    .map((each) => each.split('P').length - 1)
  const casesByPasses = [...Map.groupBy(passes, (each) => each)].map(([key, cases]) => ({
    passes: key,
    cases: cases.length,
  }))
  return parseMarkup(
    renderToStaticMarkup(
      <CaseGridChart
        grid={caseGridOf(outcomes, plannedRepeats)}
        plannedRepeats={plannedRepeats}
        casesByPasses={casesByPasses}
        translator={english}
        width={672}
        prefix="map"
      />,
    ),
  )
}

const described = (...given: Parameters<typeof drawing>): string | undefined =>
  drawing(...given).find((each) => each.name === 'desc')?.text

describe('the drawing', () => {
  it('is described by its groups, and by what shares a cell', () => {
    expect(described(['PF', 'PP', 'F'], 2)).toBe(
      'Cases from left to right, attempts from top to bottom. 2/2: 1, 1/2: 1, not complete: 1.',
    )
    expect(
      described(
        Array.from({ length: 500 }, () => 'PF'),
        2,
      ),
    ).toBe(
      'Cases from left to right, attempts from top to bottom. 1/2: 500. A column stands for 3 cases. A cell is filled from below as far as its attempts passed.',
    )
  })

  it('says what cells stand for only where it is more than one', () => {
    expect(sharedCellsText(english, caseGridOf(['PF'], 2))).toBe('')
    expect(sharedCellsText(english, caseGridOf(['P'.repeat(100)], 100))).toBe(
      'A row stands for 17 attempts. A cell is filled from below as far as its attempts passed.',
    )
  })
})
