import { describe, expect, it } from 'vitest'
import { layOutForest, readForest } from '../../../shared/charts/forest-layout.ts'
import { rateAxisStart } from '../../../shared/charts/rate-axis.ts'
import { few, forestInput, sketches, twelve } from './comparison-sample.ts'

const near = (value: number): unknown => expect.closeTo(value, 6)

describe('the axis of rates', () => {
  it('begins at the last tenth below the smallest value with some room, and never outside', () => {
    expect([0.715, 0.71, 0.5, 0.02, 0, 1].map((value) => rateAxisStart([value]))).toEqual([
      0.7, 0.6, 0.4, 0, 0, 0.9,
    ])
    expect(rateAxisStart([])).toBe(0.9)
  })
})

/** Where a share stands: the lowest bound is 0.6, so the axis begins at 0.5. */
function at(share: number): unknown {
  const { from, to } = layOutForest(forestInput(few), 600).plot
  return near(from + (to - from) * ((share - 0.5) / 0.5))
}

/** From row to row, in a drawing of this height. */
function steps(height: number): readonly number[] {
  const { rows } = layOutForest(forestInput(few), 600, height)
  return rows.slice(1).map((row, index) => row.y - (rows[index]?.y ?? 0))
}

describe('a forest', () => {
  const layout = layOutForest(forestInput(few), 600)

  it('has a line per row where its interval is: from 50% to 100% over the plot', () => {
    expect(layout.rows.map((each) => each.line)).toEqual([
      { from: at(0.85), to: at(1), middle: at(0.95) },
      { from: at(0.8), to: at(1), middle: at(0.9) },
      { from: at(0.7), to: at(0.9), middle: at(0.8) },
      { from: at(0.6), to: at(0.8), middle: at(0.7) },
    ])
    expect(layout.levels.map((each) => [each.name, each.x])).toEqual(
      expect.arrayContaining([
        ['Assist', at(0.8)],
        ['Supervised', at(0.95)],
        ['Unattended', at(0.99)],
      ]),
    )
  })

  it('has rows at equal distances, taller where there is height to fill', () => {
    expect(steps(0)).toEqual([26, 26, 26])
    expect(steps(1000)).toEqual([44, 44, 44])
    expect(layOutForest(forestInput(few), 600, 200).height).toBeCloseTo(200, 6)
    expect(layOutForest(forestInput(twelve), 600, 200).height).toBeGreaterThan(12 * 26)
  })

  it('never cuts the widest of short names, whatever stands beside it', () => {
    const input = forestInput(few)
    const [row] = input.rows
    if (row === undefined) throw new Error('no row')
    const names = Array.from({ length: 40 }, (_, index) => `segment ${index}`)
    const cut = names.flatMap((name) =>
      ['사례 7개', '사례 12개', '7 cases', '1 case'].flatMap((aside) => {
        const rows = [{ ...row, name, aside }]
        return layOutForest({ ...input, rows }, 672).rows.map((each) => each.shownName)
      }),
    )
    expect(cut.filter((each) => each.includes('…'))).toEqual([])
  })

  it('cuts long names, and says why a row has no line', () => {
    const [first] = layOutForest(forestInput(twelve), 420).rows
    expect(first?.shownName).toMatch(/^모델 1.*…$/)
    const row = layOutForest(forestInput(sketches['one without a case'] ?? []), 900).rows.at(-1)
    expect(row).toMatchObject({ line: null, label: 'not measured: no case is complete yet' })
  })

  it('is read row by row, and whole as a table', () => {
    const { marks, table } = readForest(forestInput(sketches['one without a case'] ?? []), 600)
    expect(marks.map((each) => each.text)).toEqual([
      'large, 8 votes: 95% (85–100%)',
      'large: 90% (80–100%)',
      'old: 80% (70–90%)',
      'small: 70% (60–80%)',
    ])
    expect(marks[0]).toMatchObject({ x: layout.rows[0]?.line?.middle, y: layout.rows[0]?.y })
    expect(table.rows.at(-1)).toEqual(['new', 'not measured: no case is complete yet', '–'])
    expect(table.rows.every((row) => row.length === table.columns.length)).toBe(true)
  })
})

describe('a forest with something beside its names', () => {
  const named = few.map((each, index) => ({ ...each, name: ['North', 'South', 'East', 'West'][index] ?? '' }))
  const plain = forestInput(named)
  const input = {
    ...plain,
    asideTitle: 'Cases',
    rows: plain.rows.map((each) => ({ ...each, aside: '12 cases' })),
  }

  it('ends it where the names end, clear of the plot', () => {
    const { rows, plot } = layOutForest(input, 600)
    const ends = new Set(rows.map((each) => each.aside?.x))
    expect(ends.size).toBe(1)
    expect(Math.max(...rows.map((each) => each.aside?.x ?? 0))).toBeLessThan(plot.from)
    expect(rows.map((each) => each.shownName)).toEqual(['North', 'South', 'East', 'West'])
    expect(plot.from).toBeGreaterThan(layOutForest(plain, 600).plot.from)
  })

  it('cuts the name before it', () => {
    const long = { ...input, rows: input.rows.map((each) => ({ ...each, name: each.name.repeat(20) })) }
    const [first] = layOutForest(long, 420).rows
    expect(first?.shownName).toMatch(/^North.*…$/)
    expect(first?.aside?.text).toBe('12 cases')
  })

  it('says it of each mark and in the table', () => {
    const { marks, table } = readForest(input, 600)
    expect(marks[0]?.text).toBe('North, 12 cases: 95% (85–100%)')
    expect(table.columns.map((each) => each.title)).toEqual([
      'Configuration',
      'Cases',
      'Reliability',
      'Interval',
    ])
    expect(table.rows[0]).toEqual(['North', '12 cases', '95%', '85–100%'])
  })
})
