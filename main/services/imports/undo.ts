import { ExpectedFailure } from '../../../shared/domain/failure.ts'
import type { UndoneImport } from '../../../shared/domain/import.ts'
import type { OnProgress } from '../../importers/index.ts'
import {
  countChangedSince,
  countUntouched,
  findImport,
  latestImport,
  holdsOthers,
  type StoredImport,
} from '../../store/imports.ts'
import { plannedRepeatsOf, setRemoved } from '../../store/tasks.ts'
import { markUndone, takeBack } from '../../store/undo-import.ts'
import type { StoreContext } from '../context.ts'
import { requireTask } from '../tasks/index.ts'

export interface UndoRequest {
  readonly import: number
  readonly keepChanged: boolean
}

/** @throws ExpectedFailure `import-not-found`, or `import-undone` for one that was taken back before */
function requireImport(context: StoreContext, id: number): StoredImport {
  const found = findImport(context.workspace.queries, id)
  if (found === undefined) {
    const latest = latestImport(context.workspace.queries)
    const known =
      latest === undefined
        ? 'No import was recorded in it.'
        : `Its latest is import ${latest.id} into "${latest.task}", at ${latest.importedAt}.`
    throw new ExpectedFailure(
      'import-not-found',
      `There is no import ${id} in this workspace. Nothing was changed. ${known}`,
    )
  }
  if (found.undoneAt !== null) {
    throw new ExpectedFailure(
      'import-undone',
      `Import ${id} into "${found.task}" was undone already, at ${found.undoneAt}. Nothing was changed. Import the file again to have it back.`,
    )
  }
  return found
}

function refuseChanged({ id, task }: StoredImport, changed: number, trials: number): ExpectedFailure {
  const [some, them] = changed === 1 ? ['1 trial was', 'it'] : [`${changed} trials were`, 'them']
  return new ExpectedFailure(
    'import-changed',
    `${some} graded, edited or taken back since import ${id} into "${task}". Nothing was changed. Undo the other ${trials} and keep ${them} as now, or leave the import as it is.`,
    { details: { changed, trials } },
  )
}

/**
 * Takes back what an import brought, all or nothing. A task that came with it and holds nothing else is put out of sight
 * as a whole; in any other, what nobody has changed or used since is deleted, and the import stays on record as undone.
 * @param onProgress may throw to give it up: nothing is changed then
 * @throws ExpectedFailure `import-not-found`, `import-undone`, `task-not-found` when its task was removed, or
 * `import-changed` when somebody changed trials of it since and these are not to be kept
 */
export function undoImport(
  context: StoreContext,
  request: UndoRequest,
  onProgress: OnProgress = () => undefined,
): UndoneImport {
  const { queries } = context.workspace
  return queries.transaction(() => {
    const found = requireImport(context, request.import)
    const stored = requireTask(context, found.task)
    const { id, taskId, task, files } = found
    const changed = countChangedSince(queries, id)
    if (changed > 0 && !request.keepChanged) {
      throw refuseChanged(found, changed, countUntouched(queries, id))
    }
    const at = context.clock().toISOString()
    if (found.madeTask && changed === 0 && !holdsOthers(queries, id, taskId)) {
      setRemoved(queries, task, at)
      const trials = countUntouched(queries, id)
      return { importId: id, task, files, trials, changed, cases: 0, configurations: [], removedTask: true }
    }
    markUndone(queries, id, at)
    const taken = takeBack(queries, id, taskId, plannedRepeatsOf(stored), onProgress)
    return { importId: id, task, files, ...taken, changed, removedTask: false }
  })
}
