import type { Insertable, Selectable } from 'kysely'
import { z } from 'zod'
import {
  trial as trialSchema,
  type Trial,
  trialFields,
  type TrialFields,
  type TrialKey,
} from '../../shared/domain/trial.ts'
import { build, type Queries } from './queries.ts'
import type { TrialTable } from './schema.ts'

/** A trial's key in the store's own ids. */
export interface TrialAddress {
  readonly taskId: number
  readonly configurationId: number
  readonly caseId: number
  readonly repeat: number
}

type Row = Selectable<TrialTable>
type Content = Omit<Row, 'task_id' | 'configuration_id' | 'case_id' | 'repeat' | 'logged_at' | 'import_id'>

const actionsColumn = z.array(z.string())

function toContent(trial: Trial): Content {
  return {
    outcome: trial.outcome,
    score: trial.score ?? null,
    cause: trial.cause ?? null,
    severity: trial.severity ?? null,
    verifier: trial.verifier ?? null,
    answer: trial.answer ?? null,
    confidence: trial.confidence ?? null,
    latency_ms: trial.latencyMs ?? null,
    cost_usd: trial.costUsd ?? null,
    input_tokens: trial.inputTokens ?? null,
    output_tokens: trial.outputTokens ?? null,
    actions: trial.actions === undefined ? null : JSON.stringify(trial.actions),
    grader: trial.grader ?? null,
    logged_by: trial.loggedBy ?? null,
    started_at: trial.startedAt ?? null,
    note: trial.note ?? null,
  }
}

/** What a row says of a trial, besides its key. */
export function toFields(row: Content): TrialFields {
  const entries = Object.entries({
    outcome: row.outcome,
    score: row.score,
    cause: row.cause,
    severity: row.severity,
    verifier: row.verifier,
    answer: row.answer,
    confidence: row.confidence,
    latencyMs: row.latency_ms,
    costUsd: row.cost_usd,
    inputTokens: row.input_tokens,
    outputTokens: row.output_tokens,
    actions: row.actions === null ? null : actionsColumn.parse(JSON.parse(row.actions)),
    grader: row.grader,
    loggedBy: row.logged_by,
    startedAt: row.started_at,
    note: row.note,
  }).filter(([, value]) => value !== null)
  return trialFields.parse(Object.fromEntries(entries))
}

function toTrial(key: TrialKey, row: Content): Trial {
  return trialSchema.parse({ ...key, ...toFields(row) })
}

function toRow(
  address: TrialAddress,
  trial: Trial,
  loggedAt: string,
  importId: number | null,
): Insertable<TrialTable> {
  return {
    task_id: address.taskId,
    configuration_id: address.configurationId,
    case_id: address.caseId,
    repeat: address.repeat,
    ...toContent(trial),
    logged_at: loggedAt,
    import_id: importId,
  }
}

/** @param importId the import that brings it; absent: a person or a script logs it */
export type InsertTrial = (address: TrialAddress, trial: Trial, loggedAt: string, importId?: number) => void

/** A statement prepared once: an import writes a hundred thousand rows with it. */
export function trialInserter(queries: Queries): InsertTrial {
  const example = toRow(
    { taskId: 0, configurationId: 0, caseId: 0, repeat: 1 },
    { configuration: '', case: '', repeat: 1, outcome: 'pass' },
    '',
    null,
  )
  const insert = queries.prepareOnce(build.insertInto('trial').values(example))
  return (address, trial, loggedAt, importId) => {
    insert(Object.values(toRow(address, trial, loggedAt, importId ?? null)))
  }
}

function atAddress(address: TrialAddress) {
  return {
    configuration_id: address.configurationId,
    case_id: address.caseId,
    repeat: address.repeat,
  }
}

function selectRow(queries: Queries, address: TrialAddress): Row | undefined {
  return queries.first(
    build
      .selectFrom('trial')
      .selectAll()
      .where('configuration_id', '=', address.configurationId)
      .where('case_id', '=', address.caseId)
      .where('repeat', '=', address.repeat),
  )
}

export function findTrial(queries: Queries, address: TrialAddress, key: TrialKey): Trial | undefined {
  const row = selectRow(queries, address)
  return row === undefined ? undefined : toTrial(key, row)
}

export interface RetiredTrial {
  readonly trial: Trial
  readonly loggedAt: string
}

/** Moves a stored trial into the history. @returns what it was, or undefined when there is none. */
export function retireTrial(
  queries: Queries,
  address: TrialAddress,
  key: TrialKey,
  change: 'replaced' | 'withdrawn',
  changedAt: string,
): RetiredTrial | undefined {
  const row = selectRow(queries, address)
  if (row === undefined) return undefined
  queries.run(
    build.insertInto('trial_history').values({
      task_id: address.taskId,
      ...atAddress(address),
      change,
      changed_at: changedAt,
      content: JSON.stringify(row),
      import_id: row.import_id,
    }),
  )
  queries.run(
    build
      .deleteFrom('trial')
      .where('configuration_id', '=', address.configurationId)
      .where('case_id', '=', address.caseId)
      .where('repeat', '=', address.repeat),
  )
  return { trial: toTrial(key, row), loggedAt: row.logged_at }
}

/** The first repeat of the case that is still free, counting on from the highest one. */
export function nextRepeat(queries: Queries, configurationId: number, caseId: number): number {
  const row = queries.first(
    build
      .selectFrom('trial')
      .select((expression) => expression.fn.max('repeat').as('highest'))
      .where('configuration_id', '=', configurationId)
      .where('case_id', '=', caseId),
  )
  return (row?.highest ?? 0) + 1
}

/** Every stored trial of one configuration, for comparing a file with what is there. */
export function* trialsOf(
  queries: Queries,
  configurationId: number,
  configuration: string,
): Generator<Trial> {
  const rows = queries.each(
    build
      .selectFrom('trial as t')
      .innerJoin('task_case as c', 'c.id', 't.case_id')
      .selectAll('t')
      .select('c.label')
      .where('t.configuration_id', '=', configurationId)
      .orderBy('t.case_id')
      .orderBy('t.repeat'),
  )
  for (const row of rows) yield toTrial({ configuration, case: row.label, repeat: row.repeat }, row)
}

/** Those of removed tasks are out of sight. */
export function countTrials(queries: Queries): number {
  const row = queries.first(
    build
      .selectFrom('trial')
      .select((expression) => expression.fn.countAll<number>().as('trials'))
      .where('task_id', 'in', build.selectFrom('task').select('id').where('removed_at', 'is', null)),
  )
  return row?.trials ?? 0
}
