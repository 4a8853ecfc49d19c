import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cellAt, cellText, cornerOf, layOutCaseMap, readCaseMap } from '../../../shared/charts/index.ts'
import { groupsOf } from '../../../shared/charts/case-map-layout.ts'
import { translatorFor } from '../../../shared/text/translator.ts'

const map = { plannedRepeats: 4, labels: ['a', 'b', 'c'], outcomes: ['PPFE', 'PF..', 'PPPPV'] }
const english = translatorFor('en')

const said = (index: number, row: number): string => cellText(english, map, { index, row })

describe('a map of cases', () => {
  it('is one band of wide columns for a few cases, with a row for each planned repeat and void trial', () => {
    expect(layOutCaseMap(map, 300, 100)).toMatchObject({
      cellWidth: 22,
      cellHeight: 14,
      bands: 1,
      rows: 5,
      width: 66,
    })
  })

  it('has lower cells where many repeats would not fit', () => {
    const many = { plannedRepeats: 20, outcomes: ['P'.repeat(20)] }
    expect(layOutCaseMap(many, 300, 100)).toMatchObject({ cellHeight: 5, height: 100 })
  })

  it('breaks into bands of the largest cells that fit', () => {
    const outcomes = Array.from({ length: 1000 }, () => 'PPPP')
    // At 8 pixels a band holds 125 cases: 8 bands of 32, with 8 between them, are 312 high; at 6 pixels 6 of 24.
    expect(layOutCaseMap({ plannedRepeats: 4, outcomes }, 1000, 312)).toMatchObject({
      cellWidth: 8,
      bands: 8,
      height: 312,
    })
    expect(layOutCaseMap({ plannedRepeats: 4, outcomes }, 1000, 311)).toMatchObject({ cellWidth: 7 })
  })

  it('draws 10,000 cases of 20 repeats in a third of a window, a pixel each', () => {
    const outcomes = Array.from({ length: 10_000 }, () => 'P'.repeat(20))
    const layout = layOutCaseMap({ plannedRepeats: 20, outcomes }, 1000, 240)
    expect(layout).toMatchObject({ cellWidth: 1, bands: 10, height: 227 })
  })

  it('keeps two pixels, and runs over, where not even one would fit', () => {
    const outcomes = Array.from({ length: 20_000 }, () => 'P'.repeat(20))
    expect(layOutCaseMap({ plannedRepeats: 20, outcomes }, 500, 200)).toMatchObject({
      cellWidth: 2,
      bands: 80,
    })
  })

  it('finds every cell again at its place, inside the picture', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 3000 }),
        fc.integer({ min: 1, max: 30 }),
        fc.integer({ min: 40, max: 1600 }),
        fc.integer({ min: 60, max: 400 }),
        fc.nat(),
        fc.nat(),
        (cases, repeats, width, height, someCase, someRow) => {
          const outcomes = Array.from({ length: cases }, () => 'P'.repeat(repeats))
          const layout = layOutCaseMap({ plannedRepeats: repeats, outcomes }, width, height)
          const cell = { index: someCase % cases, row: someRow % repeats }
          const { x, y } = cornerOf(layout, cell)
          expect(cellAt(layout, x + layout.cellWidth / 2, y + layout.cellHeight / 2)).toEqual(cell)
          expect(x + layout.cellWidth).toBeLessThanOrEqual(Math.max(width, layout.cellWidth))
          expect(y + layout.cellHeight).toBeLessThanOrEqual(layout.height)
        },
      ),
    )
  })

  it('has no cell beside the cases', () => {
    const layout = layOutCaseMap(map, 300, 100)
    expect(cellAt(layout, -1, 4)).toBeNull()
    expect(cellAt(layout, 67, 4)).toBeNull()
    expect(cellAt(layout, 4, layout.height + layout.bandHeight)).toBeNull()
  })

  it('says case, attempt and outcome of a cell', () => {
    expect(said(0, 3)).toBe('a, attempt 4: error')
    expect(said(1, 2)).toBe('b, attempt 3: not logged')
    expect(said(2, 4)).toBe('c: void, not counted')
    // Only another case has a fifth cell.
    expect(said(0, 4)).toBe('a')
  })

  it('is read as a table with a row for each case', () => {
    const { marks, table } = readCaseMap(english, map, layOutCaseMap(map, 300, 100), { x: 24, y: 2 })
    expect(marks).toHaveLength(4 + 4 + 5)
    expect(marks[4]).toMatchObject({ x: 24 + 22 + 21 / 2, text: 'b, attempt 1: pass' })
    expect(table.columns.map(({ title }) => title)).toEqual([
      'Case',
      'Attempt 1',
      'Attempt 2',
      'Attempt 3',
      'Attempt 4',
      'void',
    ])
    expect(table.rows[1]).toEqual(['b', 'pass', 'fail', 'not logged', 'not logged', ''])
    expect(table.rows[2]).toEqual(['c', 'pass', 'pass', 'pass', 'pass', 'void'])
  })

  it('groups neighbours that passed equally often; an incomplete case is a group of its own kind', () => {
    expect(groupsOf(['FF', 'FE', 'PF', 'FP', 'P.', '..', 'PP', 'PPV'])).toEqual([
      { passes: 0, first: 0, cases: 2 },
      { passes: 1, first: 2, cases: 2 },
      { passes: null, first: 4, cases: 2 },
      { passes: 2, first: 6, cases: 2 },
    ])
  })
})
