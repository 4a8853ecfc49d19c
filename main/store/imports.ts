import type { ImportSummary } from '../../shared/domain/import.ts'
import { build, type Queries } from './queries.ts'

export interface NewImport {
  readonly taskId: number
  readonly importedAt: string
  readonly importedBy: string | null
  readonly madeTask: boolean
}

/** Records that an import begins; call it in the transaction that stores what it brings. @returns its id */
export function insertImport(queries: Queries, given: NewImport): number {
  const { insertedId } = queries.run(
    build.insertInto('import').values({
      task_id: given.taskId,
      imported_at: given.importedAt,
      imported_by: given.importedBy,
      made_task: given.madeTask ? 1 : 0,
      fixed_repeats: null,
      undone_at: null,
    }),
  )
  return insertedId
}

type FileCounts = Pick<
  ImportSummary,
  'fileName' | 'format' | 'rows' | 'added' | 'alreadyThere' | 'problemCount'
>

/** @param position of the file in its import, from 1 */
export function recordFile(queries: Queries, importId: number, position: number, file: FileCounts): void {
  queries.run(
    build.insertInto('import_file').values({
      import_id: importId,
      position,
      name: file.fileName,
      format: file.format,
      data_rows: file.rows,
      added: file.added,
      already_there: file.alreadyThere,
      unusable: file.problemCount,
    }),
  )
}

/** Records what an import told of a case that was there. One case can be told of twice: first this, then that. */
export function recordFill(
  queries: Queries,
  importId: number,
  caseId: number,
  segment: boolean,
  input: boolean,
): void {
  const told = { segment: segment ? 1 : 0, input: input ? 1 : 0 }
  queries.run(
    build
      .insertInto('import_fill')
      .values({ import_id: importId, case_id: caseId, ...told })
      .onConflict((conflict) =>
        conflict
          .columns(['case_id', 'import_id'])
          .doUpdateSet({ ...(segment ? { segment: 1 } : {}), ...(input ? { input: 1 } : {}) }),
      ),
  )
}

/** Records that the planned repeats go back to none with this import. */
export function recordFixedRepeats(queries: Queries, importId: number, repeats: number): void {
  queries.run(build.updateTable('import').set({ fixed_repeats: repeats }).where('id', '=', importId))
}

/** All configurations of the task came with the import that made it. */
export function claimConfigurations(queries: Queries, importId: number, taskId: number): void {
  queries.run(build.updateTable('configuration').set({ import_id: importId }).where('task_id', '=', taskId))
}

/** Somebody lists the case as their own: it stays as it is when an import that made or filled it is taken back. */
export function disclaimCase(queries: Queries, caseId: number): void {
  queries.run(build.deleteFrom('import_fill').where('case_id', '=', caseId))
  queries.run(
    build
      .updateTable('task_case')
      .set({ import_id: null })
      .where('id', '=', caseId)
      .where('import_id', 'is not', null),
  )
}

export interface StoredImport {
  readonly id: number
  readonly taskId: number
  readonly task: string
  readonly importedAt: string
  readonly madeTask: boolean
  readonly undoneAt: string | null
  /** Names of its files, in their order. */
  readonly files: readonly string[]
}

export function findImport(queries: Queries, id: number): StoredImport | undefined {
  const row = queries.first(
    build
      .selectFrom('import as i')
      .innerJoin('task', 'task.id', 'i.task_id')
      .select([
        'i.id',
        'i.task_id as taskId',
        'task.name as task',
        'i.imported_at as importedAt',
        'i.made_task as madeTask',
        'i.undone_at as undoneAt',
      ])
      .where('i.id', '=', id),
  )
  if (row === undefined) return undefined
  const files = queries.all(
    build.selectFrom('import_file').select('name').where('import_id', '=', id).orderBy('position'),
  )
  return { ...row, madeTask: row.madeTask === 1, files: files.map(({ name }) => name) }
}

/** The import that was made last. */
export function latestImport(queries: Queries): Pick<StoredImport, 'id' | 'task' | 'importedAt'> | undefined {
  return queries.first(
    build
      .selectFrom('import as i')
      .innerJoin('task', 'task.id', 'i.task_id')
      .select(['i.id', 'task.name as task', 'i.imported_at as importedAt'])
      .orderBy('i.id', 'desc')
      .limit(1),
  )
}

/** How many trials of the import somebody has graded, edited, voided or taken back since. */
export function countChangedSince(queries: Queries, importId: number): number {
  const changed = build
    .selectFrom('trial_history')
    .select(['configuration_id', 'case_id', 'repeat'])
    .distinct()
    .where('import_id', '=', importId)
  const row = queries.first(
    build
      .selectFrom(changed.as('changed'))
      .select((expression) => expression.fn.countAll<number>().as('trials')),
  )
  return row?.trials ?? 0
}

/** How many trials are there as the import brought them. */
export function countUntouched(queries: Queries, importId: number): number {
  const row = queries.first(
    build
      .selectFrom('trial')
      .select((expression) => expression.fn.countAll<number>().as('trials'))
      .where('import_id', '=', importId),
  )
  return row?.trials ?? 0
}

/** Whether the task of an import holds a trial or a case that did not come with it. */
export function holdsOthers(queries: Queries, importId: number, taskId: number): boolean {
  const ofOthers = build
    .selectFrom('task_case')
    .select('id')
    .where('task_id', '=', taskId)
    .where('import_id', 'is distinct from', importId)
    .limit(1)
  if (queries.first(ofOthers) !== undefined) return true
  // The roll-ups know how many there are: reading each trial would take a hundred times as long.
  const all = queries.first(
    build
      .selectFrom('roll_up')
      .select((expression) => expression.fn.sum<number | null>('repeats').as('repeats'))
      .select((expression) => expression.fn.sum<number | null>('voids').as('voids'))
      .where('task_id', '=', taskId),
  )
  return (all?.repeats ?? 0) + (all?.voids ?? 0) !== countUntouched(queries, importId)
}
