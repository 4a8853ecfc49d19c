import { readFileSync } from 'node:fs'
import { type Archetype, archetypes } from '../shared/assessment/worlds.ts'
import { type Cell, sizes } from './cells.ts'
import { repeats, required } from './truth.ts'

export const readme = new URL('../../shared/statistics/README.md', import.meta.url)

const markers = { start: '<!-- worlds: start -->', end: '<!-- worlds: end -->' }

/** How the cells of the table were simulated. */
export const simulation = { teams: 1000, firstSeed: 1, alpha: 0.05 }

function percent(share: number): string {
  return `${Number((100 * share).toFixed(1))}%`
}

export function cellText({ decided, wrong }: Cell): string {
  return `${percent(decided)} · ${percent(wrong)}`
}

/** What is true of a world, as its row says it. */
function truthText({ verdict, reasons }: Archetype): string {
  return reasons.length === 0 ? verdict : `${verdict}: ${reasons.join(', ')}`
}

export function introduction(): string {
  const { teams, firstSeed, alpha } = simulation
  return [
    `Share of ${teams.toLocaleString('en')} simulated teams that were told a verdict · share that were told a wrong one,`,
    `after so many cases with ${repeats} repeats each; R = ${required}, α = ${alpha}, seeds ${firstSeed} to ${firstSeed + teams - 1}.`,
  ].join('\n')
}

function row(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`
}

/** The lines between the markers: one row for each archetype. */
export function tableText(cellOf: (archetype: Archetype, cases: number) => Cell): string {
  const rows = archetypes.map((archetype) =>
    row([archetype.world, truthText(archetype), ...sizes.map((cases) => cellText(cellOf(archetype, cases)))]),
  )
  const head = ['world', 'truth', ...sizes.map((cases) => cases.toLocaleString('en'))]
  return [introduction(), '', row(head), row(head.map(() => '---')), ...rows].join('\n')
}

function placesIn(text: string): { readonly from: number; readonly to: number } {
  const from = text.indexOf(markers.start) + markers.start.length
  const to = text.indexOf(markers.end)
  if (!text.includes(markers.start) || to < from) throw new Error(`${readme.pathname} has lost its markers`)
  return { from, to }
}

/** The README with this table in place of its own. */
export function withTable(text: string, table: string): string {
  const { from, to } = placesIn(text)
  return `${text.slice(0, from)}\n\n${table}\n\n${text.slice(to)}`
}

/** The table of the README: its lines as text, and its rows as cells, without the head. */
export function readTable(): { readonly text: string; readonly rows: readonly (readonly string[])[] } {
  const whole = readFileSync(readme, 'utf8')
  const { from, to } = placesIn(whole)
  const text = whole.slice(from, to).trim()
  const rows = text
    .split('\n')
    .filter((line) => line.startsWith('| '))
    .map((line) => line.slice(2, -2).split(' | '))
  return { text, rows: rows.slice(2) }
}
