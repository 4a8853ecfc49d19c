import type { Outcome, VerifierVerdict } from '../../shared/domain/trial.ts'
import { build, type Queries } from './queries.ts'

export interface GridRow {
  readonly case: string
  readonly input: string | null
  readonly segment: string | null
  readonly trials: readonly {
    readonly repeat: number
    readonly outcome: Outcome
    readonly cause: string | null
    readonly verifier: VerifierVerdict | null
    readonly note: string | null
    readonly latencyMs: number | null
    readonly loggedBy: string | null
  }[]
}

/** Some of a task's cases in the order they were first seen, each with its trials of one configuration. */
export function readGrid(
  queries: Queries,
  taskId: number,
  configurationId: number | undefined,
  window: { readonly offset: number; readonly limit: number },
): readonly GridRow[] {
  const cases = queries.all(
    build
      .selectFrom('task_case')
      .select(['id', 'label', 'input', 'segment'])
      .where('task_id', '=', taskId)
      .orderBy('id')
      .offset(window.offset)
      .limit(window.limit),
  )
  const first = cases[0]
  const last = cases.at(-1)
  if (first === undefined || last === undefined) return []
  const trials =
    configurationId === undefined
      ? []
      : queries.all(
          build
            .selectFrom('trial')
            .select(['case_id', 'repeat', 'outcome', 'cause', 'verifier', 'note'])
            .select(['latency_ms as latencyMs', 'logged_by as loggedBy'])
            .where('configuration_id', '=', configurationId)
            .where('case_id', '>=', first.id)
            .where('case_id', '<=', last.id)
            .orderBy('case_id')
            .orderBy('repeat'),
        )
  const byCase = Map.groupBy(trials, (trial) => trial.case_id)
  return cases.map((row) => ({
    case: row.label,
    input: row.input,
    segment: row.segment,
    trials: (byCase.get(row.id) ?? []).map(({ case_id: _case, ...trial }) => trial),
  }))
}
