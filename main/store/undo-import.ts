import { sql } from 'kysely'
import { build, type Queries } from './queries.ts'
import { forgetSummaries, keepSummary } from './records.ts'
import { renewConfigurationRollUps, renewRollUp, renewTaskRollUps } from './roll-ups.ts'
import { takeBackPlan } from './undo-plan.ts'

type OnProgress = (share: number) => void

interface Pair {
  readonly configurationId: number
  readonly caseId: number
}

/** In the transaction, the import counts as undone: what an earlier one had to leave for its sake can go with it. */
function undoneImports(taskId: number) {
  return build
    .selectFrom('import')
    .select('id')
    .where('task_id', '=', taskId)
    .where('undone_at', 'is not', null)
}

export function markUndone(queries: Queries, importId: number, undoneAt: string): void {
  queries.run(build.updateTable('import').set({ undone_at: undoneAt }).where('id', '=', importId))
}

/** Which cases with which configurations the import brought trials of. */
function touchedPairs(queries: Queries, importId: number): readonly Pair[] {
  return queries.all(
    build
      .selectFrom('trial')
      .select(['configuration_id as configurationId', 'case_id as caseId'])
      .distinct()
      .where('import_id', '=', importId),
  )
}

/** @returns how many there were */
function deleteTrials(queries: Queries, importId: number): number {
  return queries.run(build.deleteFrom('trial').where('import_id', '=', importId)).changes
}

/** Deletes the roll-ups of a configuration that no trial is left for, all at once. */
function deleteEmptyRollUps(queries: Queries, configurationId: number): void {
  const empty = sql<boolean>`NOT EXISTS (SELECT 1 FROM trial AS t
    WHERE t.configuration_id = roll_up.configuration_id AND t.case_id = roll_up.case_id)`
  queries.run(build.deleteFrom('roll_up').where('configuration_id', '=', configurationId).where(empty))
}

function casesRolledUp(queries: Queries, configurationId: number): ReadonlySet<number> {
  const rows = queries.all(
    build.selectFrom('roll_up').select('case_id').where('configuration_id', '=', configurationId),
  )
  return new Set(rows.map((row) => row.case_id))
}

/** From so many cases on it is quicker to roll the whole configuration up than one case after the other. */
const manyCases = 500

function renewTouched(
  queries: Queries,
  taskId: number,
  pairs: readonly Pair[],
  plannedRepeats: number,
  onProgress: OnProgress,
): void {
  let done = 0
  for (const [configurationId, ofOne] of Map.groupBy(pairs, (pair) => pair.configurationId)) {
    onProgress(done / pairs.length)
    done += ofOne.length
    deleteEmptyRollUps(queries, configurationId)
    const left = casesRolledUp(queries, configurationId)
    const touched = ofOne.filter(({ caseId }) => left.has(caseId))
    if (touched.length >= manyCases) {
      renewConfigurationRollUps(queries, taskId, configurationId, plannedRepeats)
    } else {
      for (const { caseId } of touched) {
        renewRollUp(queries, { taskId, configurationId, caseId }, plannedRepeats)
      }
      keepSummary(queries, configurationId, plannedRepeats)
    }
  }
}

/** Whether the case was used since: by a trial of a later import, logged since, or of either that somebody changed. */
function usedSince() {
  return sql<boolean>`EXISTS (
    SELECT 1 FROM import AS i WHERE i.id = import_fill.import_id AND (
      EXISTS (SELECT 1 FROM trial AS t WHERE t.case_id = import_fill.case_id AND (
        t.import_id > i.id OR t.import_id IS NULL AND t.logged_at > i.imported_at))
      OR EXISTS (SELECT 1 FROM trial_history AS h WHERE h.case_id = import_fill.case_id AND h.import_id >= i.id)))`
}

/** Takes back what was told of cases that stay. @returns whether segments changed */
function takeBackFills(queries: Queries, taskId: number): boolean {
  const fills = queries.all(
    build
      .selectFrom('import_fill')
      .select(['case_id as caseId', 'import_id as importId', 'segment', 'input'])
      .where('import_id', 'in', undoneImports(taskId))
      .where((expression) => expression.not(usedSince())),
  )
  for (const { caseId, importId, segment, input } of fills) {
    const unsaid = { ...(segment === 1 ? { segment: null } : {}), ...(input === 1 ? { input: null } : {}) }
    queries.run(build.updateTable('task_case').set(unsaid).where('id', '=', caseId))
    queries.run(
      build.deleteFrom('import_fill').where('case_id', '=', caseId).where('import_id', '=', importId),
    )
  }
  return fills.some(({ segment }) => segment === 1)
}

const unusedCase = sql<boolean>`NOT EXISTS (SELECT 1 FROM trial AS t WHERE t.case_id = task_case.id)
  AND NOT EXISTS (SELECT 1 FROM trial_history AS h WHERE h.case_id = task_case.id)
  AND NOT EXISTS (SELECT 1 FROM import_fill AS f JOIN import AS i ON i.id = f.import_id
    WHERE f.case_id = task_case.id AND i.undone_at IS NULL)`

/** Deletes the cases that undone imports made, nothing uses and no other import told more of. @returns how many */
function deleteUnusedCases(queries: Queries, taskId: number): number {
  const unused = build
    .selectFrom('task_case')
    .select('id')
    .where('import_id', 'in', undoneImports(taskId))
    .where(unusedCase)
  queries.run(build.deleteFrom('import_fill').where('case_id', 'in', unused))
  return queries.run(build.deleteFrom('task_case').where('id', 'in', unused)).changes
}

const unusedConfiguration = sql<boolean>`
  NOT EXISTS (SELECT 1 FROM trial AS t WHERE t.configuration_id = configuration.id)
  AND NOT EXISTS (SELECT 1 FROM trial_history AS h WHERE h.configuration_id = configuration.id)
  AND NOT EXISTS (SELECT 1 FROM configuration AS o WHERE o.more_compute_than = configuration.id)`

/**
 * Deletes the configurations that undone imports made and nothing uses; first those that none is compared with.
 * @returns their names
 */
function deleteUnusedConfigurations(queries: Queries, taskId: number): readonly string[] {
  const unused = build
    .selectFrom('configuration')
    .select(['id', 'name'])
    .where('import_id', 'in', undoneImports(taskId))
    .where(unusedConfiguration)
  const deleted: string[] = []
  for (;;) {
    const found = queries.all(unused)
    if (found.length === 0) return deleted
    for (const { id, name } of found) {
      queries.run(build.deleteFrom('summary').where('configuration_id', '=', id))
      queries.run(build.deleteFrom('configuration').where('id', '=', id))
      deleted.push(name)
    }
  }
}

export interface TakenBack {
  readonly trials: number
  readonly cases: number
  /** Their names. */
  readonly configurations: readonly string[]
}

/**
 * Takes back what an import brought and nobody has changed or used since; call it in a transaction, after the import
 * was marked as undone.
 * @param plannedRepeats of the task as it is
 */
export function takeBack(
  queries: Queries,
  importId: number,
  taskId: number,
  plannedRepeats: number,
  onProgress: OnProgress,
): TakenBack {
  const pairs = touchedPairs(queries, importId)
  const trials = deleteTrials(queries, importId)
  onProgress(0.3)
  if (takeBackFills(queries, taskId)) forgetSummaries(queries, taskId)
  const onRolledUp: OnProgress = (share) => onProgress(0.4 + 0.4 * share)
  if (takeBackPlan(queries, taskId)) renewTaskRollUps(queries, taskId, 1, onRolledUp)
  else renewTouched(queries, taskId, pairs, plannedRepeats, onRolledUp)
  onProgress(0.8)
  const cases = deleteUnusedCases(queries, taskId)
  return { trials, cases, configurations: deleteUnusedConfigurations(queries, taskId) }
}
