import { rollUp, type RolledTrial } from '../../shared/domain/roll-up.ts'
import { caseDigest } from './fingerprint.ts'
import { build, type Queries } from './queries.ts'

const rolledColumns = [
  't.configuration_id as configurationId',
  't.case_id as caseId',
  'c.label',
  't.repeat',
  't.outcome',
  't.verifier',
  't.cause',
  't.latency_ms as latencyMs',
  't.cost_usd as costUsd',
  't.logged_by as loggedBy',
  't.logged_at as loggedAt',
] as const

interface Pair {
  readonly taskId: number
  readonly configurationId: number
  readonly caseId: number
}

function trialsQuery() {
  return build
    .selectFrom('trial as t')
    .innerJoin('task_case as c', 'c.id', 't.case_id')
    .select(rolledColumns)
    .orderBy('t.configuration_id')
    .orderBy('t.case_id')
    .orderBy('t.repeat')
}

function toRow(pair: Pair, label: string, trials: readonly RolledTrial[], plannedRepeats: number) {
  const rolled = rollUp(trials, plannedRepeats)
  return {
    task_id: pair.taskId,
    configuration_id: pair.configurationId,
    case_id: pair.caseId,
    repeats: rolled.repeats,
    voids: rolled.voids,
    complete: rolled.complete ? 1 : 0,
    outcomes: rolled.outcomes,
    passes: rolled.passes,
    errors: rolled.errors,
    accepted_passes: rolled.acceptedPasses,
    accepted_failures: rolled.acceptedFailures,
    verdicts: rolled.verdicts,
    cost_values: rolled.costValues,
    cost_sum: rolled.costSum,
    latencies: JSON.stringify(rolled.latencies),
    causes: JSON.stringify(rolled.causes),
    loggers: JSON.stringify(rolled.loggers),
    first_logged_at: rolled.firstLoggedAt,
    last_logged_at: rolled.lastLoggedAt,
    digest: caseDigest(label, rolled.counted),
  }
}

type Inserter = (row: ReturnType<typeof toRow>) => void

function inserter(queries: Queries): Inserter {
  const example = toRow({ taskId: 0, configurationId: 0, caseId: 0 }, '', [], 1)
  const insert = queries.prepareOnce(build.insertInto('roll_up').orReplace().values(example))
  return (row) => {
    insert(Object.values(row))
  }
}

/** Renews the roll-up of one case and configuration; call it in the transaction that changed a trial of it. */
export function renewRollUp(queries: Queries, pair: Pair, plannedRepeats: number): void {
  const trials = queries.all(
    trialsQuery().where('t.configuration_id', '=', pair.configurationId).where('t.case_id', '=', pair.caseId),
  )
  const first = trials[0]
  if (first === undefined) {
    queries.run(
      build
        .deleteFrom('roll_up')
        .where('configuration_id', '=', pair.configurationId)
        .where('case_id', '=', pair.caseId),
    )
    return
  }
  inserter(queries)(toRow(pair, first.label, trials, plannedRepeats))
}

/** Renews the roll-ups of a whole task, for an import or a change of the planned repeats. */
export function renewTaskRollUps(queries: Queries, taskId: number, plannedRepeats: number): void {
  const trials = queries.all(trialsQuery().where('t.task_id', '=', taskId))
  queries.run(build.deleteFrom('roll_up').where('task_id', '=', taskId))
  const insert = inserter(queries)
  let start = 0
  for (let end = 1; end <= trials.length; end += 1) {
    const first = trials[start]
    const next = trials[end]
    if (first === undefined) return
    if (next?.caseId === first.caseId && next.configurationId === first.configurationId) continue
    const pair = { taskId, configurationId: first.configurationId, caseId: first.caseId }
    insert(toRow(pair, first.label, trials.slice(start, end), plannedRepeats))
    start = end
  }
}
