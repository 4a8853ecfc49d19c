import type { Migration } from './migration.ts'

/**
 * Which import brought what, so that it can be taken back. What was there before, and what people log, has no import.
 * The indexes by case keep SQLite from reading every trial for each case that is deleted.
 */
export const imports: Migration = {
  version: 4,
  name: 'imports',
  sql: `
    CREATE TABLE import (
      id INTEGER PRIMARY KEY,
      task_id INTEGER NOT NULL REFERENCES task (id),
      imported_at TEXT NOT NULL,
      imported_by TEXT CHECK (imported_by <> ''),
      made_task INTEGER NOT NULL CHECK (made_task IN (0, 1)),
      fixed_repeats INTEGER CHECK (fixed_repeats >= 1),
      undone_at TEXT
    ) STRICT;
    CREATE INDEX import_of_task ON import (task_id);

    CREATE TABLE import_file (
      import_id INTEGER NOT NULL REFERENCES import (id),
      position INTEGER NOT NULL CHECK (position >= 1),
      name TEXT NOT NULL,
      format TEXT NOT NULL CHECK (format <> ''),
      data_rows INTEGER NOT NULL CHECK (data_rows >= 0),
      added INTEGER NOT NULL CHECK (added >= 0),
      already_there INTEGER NOT NULL CHECK (already_there >= 0),
      unusable INTEGER NOT NULL CHECK (unusable >= 0),
      PRIMARY KEY (import_id, position)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE import_fill (
      case_id INTEGER NOT NULL REFERENCES task_case (id),
      import_id INTEGER NOT NULL REFERENCES import (id),
      segment INTEGER NOT NULL CHECK (segment IN (0, 1)),
      input INTEGER NOT NULL CHECK (input IN (0, 1)),
      PRIMARY KEY (case_id, import_id)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX import_fill_of_import ON import_fill (import_id);

    ALTER TABLE task_case ADD COLUMN import_id INTEGER REFERENCES import (id);
    ALTER TABLE configuration ADD COLUMN import_id INTEGER REFERENCES import (id);
    ALTER TABLE trial ADD COLUMN import_id INTEGER REFERENCES import (id);
    ALTER TABLE trial_history ADD COLUMN import_id INTEGER REFERENCES import (id);
    ALTER TABLE plan_change ADD COLUMN import_id INTEGER REFERENCES import (id);

    CREATE INDEX task_case_of_import ON task_case (import_id) WHERE import_id IS NOT NULL;
    CREATE INDEX trial_of_import ON trial (import_id) WHERE import_id IS NOT NULL;
    CREATE INDEX trial_history_of_import ON trial_history (import_id) WHERE import_id IS NOT NULL;
    CREATE INDEX trial_of_case ON trial (case_id);
    CREATE INDEX trial_history_of_case ON trial_history (case_id);
    CREATE INDEX roll_up_of_case ON roll_up (case_id);
  `,
}
