import { z } from 'zod'
import type { CaseEdit, CaseTrial } from '../../shared/domain/case.ts'
import { trialFields, type TrialFields } from '../../shared/domain/trial.ts'
import { build, type Queries } from './queries.ts'
import { toFields } from './trials.ts'

export interface StoredCase {
  readonly id: number
  readonly label: string
  readonly segment: string | null
  readonly input: string | null
}

export function findCase(queries: Queries, taskId: number, label: string): StoredCase | undefined {
  return queries.first(
    build
      .selectFrom('task_case')
      .select(['id', 'label', 'segment', 'input'])
      .where('task_id', '=', taskId)
      .where('label', '=', label),
  )
}

/** The trials of one case with one configuration, by repeat; `counts` those that claims use. */
export function readCaseTrials(
  queries: Queries,
  configurationId: number,
  caseId: number,
  plannedRepeats: number,
): readonly CaseTrial[] {
  const rows = queries.all(
    build
      .selectFrom('trial')
      .selectAll()
      .where('configuration_id', '=', configurationId)
      .where('case_id', '=', caseId)
      .orderBy('repeat'),
  )
  let fair = 0
  return rows.map((row) => {
    if (row.outcome !== 'void') fair += 1
    const counts = row.outcome !== 'void' && fair <= plannedRepeats
    return { ...toFields(row), repeat: row.repeat, loggedAt: row.logged_at, counts }
  })
}

const number = z.number().nullable()
const text = z.string().nullable()

/** A trial as it was kept when it was replaced or withdrawn. */
const keptRow = z.object({
  outcome: trialFields.shape.outcome,
  score: number,
  cause: text,
  severity: text,
  verifier: trialFields.shape.verifier.unwrap().nullable(),
  confidence: number,
  latency_ms: number,
  cost_usd: number,
  input_tokens: number,
  output_tokens: number,
  grader: text,
  logged_by: text,
  started_at: text,
  actions: text,
  note: text,
  answer: text,
})

interface Former {
  readonly configurationId: number
  readonly repeat: number
  readonly change: CaseEdit['change']
  readonly changedAt: string
  readonly before: TrialFields
}

/** What the trials of a case were before, the oldest first. */
export function readFormerTrials(queries: Queries, taskId: number, caseId: number): readonly Former[] {
  const rows = queries.all(
    build
      .selectFrom('trial_history')
      .select([
        'configuration_id as configurationId',
        'repeat',
        'change',
        'changed_at as changedAt',
        'content',
      ])
      .where('task_id', '=', taskId)
      .where('case_id', '=', caseId)
      .orderBy('id'),
  )
  return rows.map(({ content, ...row }) => ({ ...row, before: toFields(keptRow.parse(JSON.parse(content))) }))
}
