import { describe, expect, it } from 'vitest'
import { superfluous } from '../../../../main/services/backups/thinning.ts'
import type { BackupKind } from '../../../../shared/domain/backup.ts'

const now = new Date('2026-03-31T12:00:00Z')

/** A backup so many days ago, at noon unless said otherwise. */
function made(daysAgo: number, kind: BackupKind = 'daily', hour = 12) {
  const at = new Date(Date.UTC(2026, 2, 31 - daysAgo, hour))
  return { name: `${daysAgo} ${kind} ${hour}`, kind, madeAt: at.toISOString() }
}

function keptOf(backups: readonly ReturnType<typeof made>[]): readonly string[] {
  const gone = new Set(superfluous(backups, now))
  return backups.map(({ name }) => name).filter((name) => !gone.has(name))
}

describe('the backups of the days', () => {
  it('of a whole season: the last seven, and the last of each of the last four weeks', () => {
    const season = Array.from({ length: 90 }, (_, daysAgo) => made(daysAgo))
    // 31 March 2026 is a Tuesday: the weeks ended on the Sundays 2, 9 and 16 days ago; this week's last is today.
    expect(keptOf(season)).toEqual([0, 1, 2, 3, 4, 5, 6, 9, 16].map((daysAgo) => `${daysAgo} daily 12`))
  })

  it('that are few and old all stay: days and weeks without any do not count', () => {
    const few = [made(40), made(200), made(400)]
    expect(superfluous(few, now)).toEqual([])
  })

  it('of one day are one, the newest, in whatever order they come', () => {
    expect(superfluous([made(1, 'daily', 9), made(1, 'daily', 17), made(1, 'daily', 13)], now)).toEqual([
      '1 daily 13',
      '1 daily 9',
    ])
  })
})

describe('the other backups', () => {
  it('stay when they were made on demand or before the format changed', () => {
    const all = Array.from({ length: 60 }, (_, index) =>
      made(index * 20, index % 2 === 0 ? 'on-demand' : 'before-update'),
    )
    expect(superfluous(all, now)).toEqual([])
  })

  it('from before a restore stay for 30 days, and the last three always', () => {
    const recent = [0, 1, 2, 29, 31, 90].map((daysAgo) => made(daysAgo, 'before-restore'))
    expect(superfluous(recent, now)).toEqual(['31 before-restore 12', '90 before-restore 12'])
    const old = [100, 200, 300, 400].map((daysAgo) => made(daysAgo, 'before-restore'))
    expect(superfluous(old, now)).toEqual(['400 before-restore 12'])
  })
})
