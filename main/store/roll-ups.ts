import { rollUp, type RolledTrial } from '../../shared/domain/roll-up.ts'
import { caseDigest } from './fingerprint.ts'
import { build, type Queries } from './queries.ts'
import { forgetSummary, keepSummary } from './records.ts'

const rolledColumns = [
  't.case_id as caseId',
  'c.label',
  't.repeat',
  't.outcome',
  't.verifier',
  't.cause',
  't.answer',
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

interface TrialOfCase extends RolledTrial {
  readonly caseId: number
  readonly label: string
}

/** All trials of one case, at least one. */
type CaseTrials = [TrialOfCase, ...TrialOfCase[]]

function trialsQuery(configurationId: number) {
  return build
    .selectFrom('trial as t')
    .innerJoin('task_case as c', 'c.id', 't.case_id')
    .select(rolledColumns)
    .where('t.configuration_id', '=', configurationId)
    .orderBy('t.case_id')
    .orderBy('t.repeat')
}

function* byCase(rows: Iterable<TrialOfCase>): Generator<CaseTrials> {
  let trials: CaseTrials | undefined
  for (const row of rows) {
    if (trials !== undefined && trials[0].caseId === row.caseId) trials.push(row)
    else {
      if (trials !== undefined) yield trials
      trials = [row]
    }
  }
  if (trials !== undefined) yield trials
}

function toRow(pair: Pair, label: string, trials: readonly RolledTrial[], plannedRepeats: number) {
  const rolled = rollUp(trials, plannedRepeats)
  const times = rolled.counted.map((trial) => trial.loggedAt).toSorted()
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
    // Pairs, not an object: a name may be any text, also one that an object treats as its own.
    causes: JSON.stringify(Object.entries(rolled.causes)),
    loggers: JSON.stringify(Object.entries(rolled.loggers)),
    answers:
      rolled.answers === null
        ? null
        : JSON.stringify(rolled.answers.map((each) => [each.count, each.passes])),
    first_logged_at: times[0] ?? null,
    last_logged_at: times.at(-1) ?? null,
    digest: caseDigest(label, rolled.counted),
  }
}

type Row = ReturnType<typeof toRow>

function inserter(queries: Queries): (row: Row) => void {
  const example = toRow({ taskId: 0, configurationId: 0, caseId: 0 }, '', [], 1)
  const insert = queries.prepareOnce(build.insertInto('roll_up').orReplace().values(example))
  return (row) => {
    insert(Object.values(row))
  }
}

/** Renews the roll-up of one case and configuration; call it in the transaction that changed a trial of it. */
export function renewRollUp(queries: Queries, pair: Pair, plannedRepeats: number): void {
  forgetSummary(queries, pair.configurationId)
  const trials = queries.all(trialsQuery(pair.configurationId).where('t.case_id', '=', pair.caseId))
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

/** How many cases are rolled up before their rows are written: nothing may be written while trials are read. */
const casesAtOnce = 2000

/** Rolls up the next cases of a configuration, those after `pair`'s case. */
function rollUpNext(queries: Queries, pair: Pair, plannedRepeats: number): readonly Row[] {
  const trials = trialsQuery(pair.configurationId).where('t.case_id', '>', pair.caseId)
  const rows: Row[] = []
  for (const ofCase of byCase(queries.each(trials))) {
    const { caseId, label } = ofCase[0]
    rows.push(toRow({ ...pair, caseId }, label, ofCase, plannedRepeats))
    if (rows.length === casesAtOnce) break
  }
  return rows
}

/** Renews every roll-up there is, for a schema whose roll-ups hold more. */
export function renewAllRollUps(queries: Queries): void {
  const tasks = queries.all(build.selectFrom('task').select(['id', 'planned_repeats as plannedRepeats']))
  for (const { id, plannedRepeats } of tasks) renewTaskRollUps(queries, id, plannedRepeats ?? 1)
}

/** Renews the roll-ups and the summary of a configuration, in the transaction that changed many of its trials. */
export function renewConfigurationRollUps(
  queries: Queries,
  taskId: number,
  configurationId: number,
  plannedRepeats: number,
): void {
  const insert = inserter(queries)
  queries.run(build.deleteFrom('roll_up').where('configuration_id', '=', configurationId))
  let last: Pair | undefined = { taskId, configurationId, caseId: 0 }
  while (last !== undefined) {
    const rows = rollUpNext(queries, last, plannedRepeats)
    for (const row of rows) insert(row)
    const caseId = rows.at(-1)?.case_id
    last = caseId === undefined ? undefined : { ...last, caseId }
  }
  keepSummary(queries, configurationId, plannedRepeats)
}

/**
 * Renews the roll-ups of a whole task, for an import or a change of the planned repeats; call it in the
 * transaction that changed them.
 */
export function renewTaskRollUps(
  queries: Queries,
  taskId: number,
  plannedRepeats: number,
  onProgress: (share: number) => void = () => undefined,
): void {
  const configurations = queries.all(
    build.selectFrom('configuration').select('id').where('task_id', '=', taskId),
  )
  for (const [index, { id }] of configurations.entries()) {
    onProgress(index / configurations.length)
    renewConfigurationRollUps(queries, taskId, id, plannedRepeats)
  }
}
