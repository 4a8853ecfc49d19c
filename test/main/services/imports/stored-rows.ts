import Database from 'better-sqlite3'

const tables = ['task', 'task_case', 'configuration', 'trial', 'trial_history', 'roll_up', 'plan_change']

/** All rows of a workspace but the records of imports themselves. */
export function rowsOf(file: string): unknown {
  const database = new Database(file, { readonly: true })
  try {
    return tables.map((table) => database.prepare(`SELECT * FROM ${table}`).all())
  } finally {
    database.close()
  }
}
