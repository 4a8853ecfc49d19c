import type { Backup } from '../../../shared/domain/backup.ts'

const dayMs = 86_400_000
const keptDays = 7
const keptWeeks = 4
/** A restore can be taken back for this long, and the last ones always. */
const undoDays = 30
const lastUndos = 3

type Dated = Pick<Backup, 'name' | 'kind' | 'madeAt'>

/** Monday counts as the first day; 1970 began on a Thursday. */
function weekOf(day: number): number {
  return Math.floor((day + 3) / 7)
}

/** The newest of each group, of the `count` newest groups. */
function newestOf(
  sorted: readonly Dated[],
  groupOf: (day: number) => number,
  count: number,
): readonly Dated[] {
  const byGroup = new Map<number, Dated>()
  for (const each of sorted) {
    const group = groupOf(Math.floor(Date.parse(each.madeAt) / dayMs))
    if (!byGroup.has(group)) byGroup.set(group, each)
  }
  return [...byGroup.values()].slice(0, count)
}

/**
 * The backups that others have made superfluous. Kept are: of the daily ones the last 7 days and the last 4 weeks
 * that have any, of those before a restore the last 3 and all of 30 days, and whatever was made on demand or before
 * the format changed.
 */
export function superfluous(backups: readonly Dated[], now: Date): readonly string[] {
  const sorted = backups.toSorted((a, b) => b.madeAt.localeCompare(a.madeAt))
  const daily = sorted.filter(({ kind }) => kind === 'daily')
  const kept = new Set([...newestOf(daily, (day) => day, keptDays), ...newestOf(daily, weekOf, keptWeeks)])
  const undos = sorted.filter(({ kind }) => kind === 'before-restore')
  const oldUndos = undos
    .slice(lastUndos)
    .filter(({ madeAt }) => now.getTime() - Date.parse(madeAt) > undoDays * dayMs)
  return [...daily.filter((each) => !kept.has(each)), ...oldUndos].map(({ name }) => name)
}
