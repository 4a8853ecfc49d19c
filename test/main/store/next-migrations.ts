import { migrations as released } from '../../../main/store/migrations/index.ts'
import type { Migration } from '../../../main/store/migrations/migration.ts'

const notes: Migration = {
  version: released.length + 1,
  name: 'notes',
  sql: `
    ALTER TABLE task ADD COLUMN owner TEXT;
    UPDATE task SET owner = 'nobody yet';
    CREATE TABLE task_note (id INTEGER PRIMARY KEY, task_id INTEGER NOT NULL REFERENCES task (id)) STRICT;
  `,
}

/** What a later Nines could know: one step more, for a workspace with data in it. */
export const nextMigrations: readonly Migration[] = [...released, notes]

/** The same, with a step that fails after it has changed something. */
export const failingMigrations: readonly Migration[] = [
  ...released,
  { ...notes, sql: `${notes.sql} INSERT INTO no_such_table VALUES (1);` },
]
