import type { Migration } from './migration.ts'

/** What configurations are, which answers were given, and how a plan changed after the first trials. */
export const configurationsAndPlans: Migration = {
  version: 2,
  name: 'configurations and plans',
  renewsRollUps: true,
  sql: `
    ALTER TABLE configuration ADD COLUMN model TEXT CHECK (model <> '');
    ALTER TABLE configuration ADD COLUMN version TEXT CHECK (version <> '');
    ALTER TABLE configuration ADD COLUMN strategy TEXT CHECK (strategy <> '');
    ALTER TABLE configuration ADD COLUMN prompt_version TEXT CHECK (prompt_version <> '');
    ALTER TABLE configuration ADD COLUMN compute_amount REAL CHECK (compute_amount > 0);
    ALTER TABLE configuration ADD COLUMN compute_unit TEXT
      CHECK (compute_unit <> '' AND compute_amount IS NOT NULL OR compute_unit IS NULL AND compute_amount IS NULL);
    ALTER TABLE configuration ADD COLUMN parameters TEXT NOT NULL DEFAULT '{}' CHECK (json_valid(parameters));

    ALTER TABLE roll_up ADD COLUMN answers TEXT CHECK (json_valid(answers));

    CREATE TABLE summary (
      configuration_id INTEGER PRIMARY KEY REFERENCES configuration (id),
      content TEXT NOT NULL CHECK (json_valid(content))
    ) STRICT;

    CREATE TABLE plan_change (
      id INTEGER PRIMARY KEY,
      task_id INTEGER NOT NULL REFERENCES task (id),
      changed_at TEXT NOT NULL,
      trials INTEGER NOT NULL CHECK (trials >= 1),
      before TEXT NOT NULL CHECK (json_valid(before)),
      after TEXT NOT NULL CHECK (json_valid(after))
    ) STRICT;
    CREATE INDEX plan_change_of_task ON plan_change (task_id);
  `,
}
