/** `node test/calibration/worlds-table.ts`: simulates all worlds and writes their table into the README. Minutes. */
import { readFileSync, writeFileSync } from 'node:fs'
import { cellOf } from './cells.ts'
import { readme, simulation, tableText, withTable } from './table.ts'

const table = tableText((archetype, cases) =>
  cellOf(archetype, cases, simulation.teams, simulation.firstSeed),
)
writeFileSync(readme, withTable(readFileSync(readme, 'utf8'), table))
process.stdout.write(`${table}\n`)
