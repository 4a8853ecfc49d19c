import type { Generated } from 'kysely'
import type { Outcome, VerifierVerdict } from '../../shared/domain/trial.ts'

/** The tables as Kysely sees them. JSON columns are text; times are ISO 8601 text in UTC. */
export interface Schema {
  task: TaskTable
  task_case: CaseTable
  configuration: ConfigurationTable
  trial: TrialTable
  trial_history: TrialHistoryTable
  roll_up: RollUpTable
  summary: SummaryTable
  plan_change: PlanChangeTable
  import: ImportTable
  import_file: ImportFileTable
  import_fill: ImportFillTable
}

export interface TaskTable {
  id: Generated<number>
  name: string
  definition: string
  levels: string
  target: string
  planned_repeats: number | null
  planned_cases: number | null
  max_cost_usd: number | null
  max_latency_ms: number | null
  wrong_cost: number | null
  scope: string
  alpha: number
  causes: string
  created_at: string
  /** When it was put out of sight; null while it is in use. */
  removed_at: string | null
}

export interface CaseTable {
  id: Generated<number>
  task_id: number
  label: string
  segment: string | null
  input: string | null
  /** The import that made it; null: a person or a script did, or used it as their own since. */
  import_id: number | null
}

export interface ConfigurationTable {
  id: Generated<number>
  task_id: number
  name: string
  more_compute_than: number | null
  model: string | null
  version: string | null
  strategy: string | null
  prompt_version: string | null
  /** With its unit, or neither. */
  compute_amount: number | null
  compute_unit: string | null
  /** JSON object. */
  parameters: Generated<string>
  /** The import that made it; null: a person did, or has said since what it is. */
  import_id: number | null
}

/** Natural key: configuration, case, repeat. */
export interface TrialTable {
  task_id: number
  configuration_id: number
  case_id: number
  repeat: number
  outcome: Outcome
  score: number | null
  cause: string | null
  severity: string | null
  verifier: VerifierVerdict | null
  confidence: number | null
  latency_ms: number | null
  cost_usd: number | null
  input_tokens: number | null
  output_tokens: number | null
  grader: string | null
  logged_by: string | null
  started_at: string | null
  logged_at: string
  actions: string | null
  note: string | null
  answer: string | null
  /** The import that brought it; null when nobody's did, or once somebody changed it. */
  import_id: number | null
}

/** What a trial was before it was replaced or withdrawn. */
export interface TrialHistoryTable {
  id: Generated<number>
  task_id: number
  configuration_id: number
  case_id: number
  repeat: number
  change: 'replaced' | 'withdrawn'
  changed_at: string
  content: string
  /** The import that had brought what was there before. */
  import_id: number | null
}

/** Per configuration and case: what an assessment needs, kept in the transaction that changes a trial. */
export interface RollUpTable {
  task_id: number
  configuration_id: number
  case_id: number
  /** Non-void trials logged. */
  repeats: number
  voids: number
  /** 1 when the planned repeats are there. */
  complete: number
  /** One letter a counted trial, by repeat: P, F or E. */
  outcomes: string
  passes: number
  errors: number
  accepted_passes: number
  accepted_failures: number
  verdicts: number
  cost_values: number
  cost_sum: number
  /** JSON array, ascending, ms. */
  latencies: string
  /** JSON array of pairs, cause key and failures; key '' for failures nobody labelled. */
  causes: string
  /** JSON array of pairs, logger and trials; name '' for trials without one. */
  loggers: string
  /** Of the counted trials; null when there are none. */
  first_logged_at: string | null
  last_logged_at: string | null
  /**
   * JSON array of pairs, one a distinct answer of the counted trials: trials that gave it and passes among them.
   * Null when a counted trial that finished has no answer.
   */
  answers: string | null
  /** SHA-256 over the counted trials, hexadecimal. */
  digest: string
}

/** What an assessment needs of a configuration, as it was when all its roll-ups were renewed; gone once one changes. */
export interface SummaryTable {
  configuration_id: number
  /** JSON, see summarise.ts. */
  content: string
}

/** What of a task's plan was changed after trials were there. */
export interface PlanChangeTable {
  id: Generated<number>
  task_id: number
  changed_at: string
  /** Trials of the task at that moment. */
  trials: number
  /** JSON objects of the fields that changed. */
  before: string
  after: string
  /** The import that fixed the planned repeats; null: somebody changed the plan. */
  import_id: number | null
}

/** One import of one or more files, in one transaction. */
export interface ImportTable {
  id: Generated<number>
  task_id: number
  imported_at: string
  imported_by: string | null
  /** 1 when it made its task. */
  made_task: number
  /** The planned repeats that it fixed, as long as they are to go with it. */
  fixed_repeats: number | null
  /** When it was taken back; the record stays. */
  undone_at: string | null
}

/** A file of an import, counted in rows. */
export interface ImportFileTable {
  import_id: number
  /** From 1. */
  position: number
  name: string
  format: string
  data_rows: number
  added: number
  already_there: number
  unusable: number
}

/** What an import told of a case that was there: 1 where nothing had been known. */
export interface ImportFillTable {
  case_id: number
  import_id: number
  segment: number
  input: number
}
