import { describe, expect, it } from 'vitest'
import { archetypes } from '../shared/assessment/worlds.ts'
import { cellOf, sizes } from './cells.ts'
import { cellText, introduction, readTable, simulation, tableText, withTable } from './table.ts'

describe('the table of worlds in the README', () => {
  it('has every world with its truth at every size, and says how it was simulated', () => {
    const { text, rows } = readTable()
    expect(text.startsWith(introduction())).toBe(true)
    expect(rows.map(([world, truth]) => [world, truth])).toEqual(
      archetypes.map(({ world, verdict, reasons }) => [world, [verdict, ...reasons].join(': ')]),
    )
    for (const row of rows) expect(row).toHaveLength(2 + sizes.length)
  })

  it('tells of no world with more wrong verdicts than α', () => {
    const cells = readTable().rows.flatMap((row) => row.slice(2))
    for (const cell of cells) {
      const [, decided = '', wrong = ''] = /^([\d.]+)% · ([\d.]+)%$/.exec(cell) ?? []
      expect(Number(decided)).toBeLessThanOrEqual(100)
      expect(Number(wrong) / 100).toBeLessThanOrEqual(simulation.alpha)
    }
    expect(cells).toHaveLength(archetypes.length * sizes.length)
  })

  it.each(['ready', 'voting helps'])('says of "%s" after 60 cases what its seeds give', (world) => {
    const archetype = archetypes.find((each) => each.world === world)
    const row = readTable().rows.find(([name]) => name === world)
    if (archetype === undefined) throw new Error(`no world ${world}`)
    const cell = cellOf(archetype, 60, simulation.teams, simulation.firstSeed)
    expect(row?.[2]).toBe(cellText(cell))
    // Neither nobody nor everybody: a cell that other seeds would change.
    expect(cell.decided).toBeGreaterThan(0)
    expect(cell.decided).toBeLessThan(1)
  })

  it('is written between its markers and nowhere else', () => {
    const written = withTable(
      'before\n<!-- worlds: start -->\nearlier\n<!-- worlds: end -->\nafter',
      tableText(() => ({ decided: 0.475, wrong: 0 })),
    )
    expect(written.startsWith('before\n<!-- worlds: start -->\n\nShare of')).toBe(true)
    expect(written.endsWith('|\n\n<!-- worlds: end -->\nafter')).toBe(true)
    expect(written).not.toContain('earlier')
    expect(written.split('47.5% · 0%')).toHaveLength(archetypes.length * sizes.length + 1)
    expect(() => withTable('no markers', '')).toThrow('markers')
  })
})
