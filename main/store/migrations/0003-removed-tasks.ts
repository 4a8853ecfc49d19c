import type { Migration } from './migration.ts'

/** A task can be put out of sight and brought back: nothing of it is lost. */
export const removedTasks: Migration = {
  version: 3,
  name: 'removed tasks',
  sql: 'ALTER TABLE task ADD COLUMN removed_at TEXT;',
}
