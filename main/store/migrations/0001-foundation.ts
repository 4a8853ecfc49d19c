import type { Migration } from './migration.ts'

/**
 * Composite foreign keys keep a trial's case and configuration inside one task. The long texts of a trial come
 * last: what a roll-up reads then stands in the row's own page, before any that overflow.
 */
export const foundation: Migration = {
  version: 1,
  name: 'foundation',
  sql: `
    CREATE TABLE task (
      id INTEGER PRIMARY KEY,
      name TEXT NOT NULL UNIQUE CHECK (name <> ''),
      definition TEXT NOT NULL,
      levels TEXT NOT NULL CHECK (json_valid(levels)),
      target TEXT NOT NULL,
      planned_repeats INTEGER CHECK (planned_repeats >= 1),
      planned_cases INTEGER CHECK (planned_cases >= 1),
      max_cost_usd REAL CHECK (max_cost_usd > 0),
      max_latency_ms REAL CHECK (max_latency_ms > 0),
      wrong_cost REAL CHECK (wrong_cost >= 0),
      scope TEXT NOT NULL CHECK (scope IN ('new-cases', 'these-cases')),
      alpha REAL NOT NULL CHECK (alpha > 0 AND alpha <= 0.5),
      causes TEXT NOT NULL CHECK (json_valid(causes)),
      created_at TEXT NOT NULL
    ) STRICT;

    CREATE TABLE task_case (
      id INTEGER PRIMARY KEY,
      task_id INTEGER NOT NULL REFERENCES task (id),
      label TEXT NOT NULL CHECK (label <> ''),
      segment TEXT CHECK (segment <> ''),
      input TEXT,
      UNIQUE (task_id, label),
      UNIQUE (task_id, id)
    ) STRICT;

    CREATE TABLE configuration (
      id INTEGER PRIMARY KEY,
      task_id INTEGER NOT NULL REFERENCES task (id),
      name TEXT NOT NULL CHECK (name <> ''),
      more_compute_than INTEGER CHECK (more_compute_than <> id),
      UNIQUE (task_id, name),
      UNIQUE (task_id, id),
      FOREIGN KEY (task_id, more_compute_than) REFERENCES configuration (task_id, id)
    ) STRICT;

    CREATE TABLE trial (
      task_id INTEGER NOT NULL,
      configuration_id INTEGER NOT NULL,
      case_id INTEGER NOT NULL,
      repeat INTEGER NOT NULL CHECK (repeat >= 1),
      outcome TEXT NOT NULL CHECK (outcome IN ('pass', 'fail', 'error', 'void')),
      score REAL,
      cause TEXT CHECK (cause <> ''),
      severity TEXT CHECK (severity IN ('low', 'medium', 'high', 'critical')),
      verifier TEXT CHECK (verifier IN ('accept', 'reject')),
      confidence REAL CHECK (confidence BETWEEN 0 AND 1),
      latency_ms REAL CHECK (latency_ms >= 0),
      cost_usd REAL CHECK (cost_usd >= 0),
      input_tokens INTEGER CHECK (input_tokens >= 0),
      output_tokens INTEGER CHECK (output_tokens >= 0),
      grader TEXT CHECK (grader IN ('human', 'check', 'judge')),
      logged_by TEXT CHECK (logged_by <> ''),
      started_at TEXT,
      logged_at TEXT NOT NULL,
      actions TEXT CHECK (json_valid(actions)),
      note TEXT,
      answer TEXT,
      PRIMARY KEY (configuration_id, case_id, repeat),
      FOREIGN KEY (task_id, configuration_id) REFERENCES configuration (task_id, id),
      FOREIGN KEY (task_id, case_id) REFERENCES task_case (task_id, id)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE trial_history (
      id INTEGER PRIMARY KEY,
      task_id INTEGER NOT NULL REFERENCES task (id),
      configuration_id INTEGER NOT NULL,
      case_id INTEGER NOT NULL,
      repeat INTEGER NOT NULL,
      change TEXT NOT NULL CHECK (change IN ('replaced', 'withdrawn')),
      changed_at TEXT NOT NULL,
      content TEXT NOT NULL CHECK (json_valid(content)),
      FOREIGN KEY (task_id, configuration_id) REFERENCES configuration (task_id, id),
      FOREIGN KEY (task_id, case_id) REFERENCES task_case (task_id, id)
    ) STRICT;

    CREATE TABLE roll_up (
      task_id INTEGER NOT NULL,
      configuration_id INTEGER NOT NULL,
      case_id INTEGER NOT NULL,
      repeats INTEGER NOT NULL CHECK (repeats >= 0),
      voids INTEGER NOT NULL CHECK (voids >= 0),
      complete INTEGER NOT NULL CHECK (complete IN (0, 1)),
      outcomes TEXT NOT NULL,
      passes INTEGER NOT NULL CHECK (passes BETWEEN 0 AND length(outcomes)),
      errors INTEGER NOT NULL CHECK (errors BETWEEN 0 AND length(outcomes) - passes),
      accepted_passes INTEGER NOT NULL CHECK (accepted_passes BETWEEN 0 AND passes),
      accepted_failures INTEGER NOT NULL CHECK (accepted_failures BETWEEN 0 AND length(outcomes) - passes),
      verdicts INTEGER NOT NULL CHECK (verdicts BETWEEN 0 AND length(outcomes)),
      cost_values INTEGER NOT NULL,
      cost_sum REAL NOT NULL,
      latencies TEXT NOT NULL CHECK (json_valid(latencies)),
      causes TEXT NOT NULL CHECK (json_valid(causes)),
      loggers TEXT NOT NULL CHECK (json_valid(loggers)),
      first_logged_at TEXT,
      last_logged_at TEXT,
      digest TEXT NOT NULL CHECK (length(digest) = 64),
      PRIMARY KEY (configuration_id, case_id),
      FOREIGN KEY (task_id, configuration_id) REFERENCES configuration (task_id, id),
      FOREIGN KEY (task_id, case_id) REFERENCES task_case (task_id, id)
    ) STRICT, WITHOUT ROWID;
  `,
}
