import { foundation } from '../../../main/store/migrations/0001-foundation.ts'
import type { Migration } from '../../../main/store/migrations/migration.ts'

const notes: Migration = {
  version: 2,
  name: 'notes',
  sql: `
    ALTER TABLE task ADD COLUMN owner TEXT;
    UPDATE task SET owner = 'nobody yet';
    CREATE TABLE task_note (id INTEGER PRIMARY KEY, task_id INTEGER NOT NULL REFERENCES task (id)) STRICT;
  `,
}

/** What a later Nines could know: one step more, for a workspace with data in it. */
export const nextMigrations: readonly Migration[] = [foundation, notes]

/** The same, with a step that fails after it has changed something. */
export const failingMigrations: readonly Migration[] = [
  foundation,
  { ...notes, sql: `${notes.sql} INSERT INTO no_such_table VALUES (1);` },
]
