import Database from 'better-sqlite3'
import { z } from 'zod'

/** Reads the file on a connection of its own, past everything the program keeps in memory. */
function rows(file: string, sql: string): unknown[] {
  const database = new Database(file, { readonly: true })
  try {
    return database.prepare(sql).all()
  } finally {
    database.close()
  }
}

const historyRow = z.object({ change: z.string(), changed_at: z.string(), content: z.string() })
const oldTrial = z.object({ repeat: z.number(), outcome: z.string(), note: z.string().nullable() })

/** What trials were before they were replaced or taken back, oldest first. */
export function historyOf(file: string) {
  const found = rows(file, 'SELECT change, changed_at, content FROM trial_history ORDER BY id')
  return z
    .array(historyRow)
    .parse(found)
    .map(({ change, changed_at, content }) => ({
      change,
      changedAt: changed_at,
      was: oldTrial.parse(JSON.parse(content)),
    }))
}

/** Every row of every table: equal before and after when nothing was changed. */
export function everythingIn(file: string): Readonly<Record<string, readonly unknown[]>> {
  const tables = ['task', 'task_case', 'configuration', 'trial', 'trial_history', 'roll_up']
  return Object.fromEntries(tables.map((table) => [table, rows(file, `SELECT * FROM ${table}`)]))
}
