import { create } from 'zustand'
import { keep, readKept } from '../../state/kept.ts'
import { type TaskDraft, taskDraft } from './draft.ts'
import type { TaskEdit } from './edit.ts'

/** The number goes up whenever drafts get another shape: one of another shape is not read. */
const place = 'nines.new-task.1'

interface KeptDrafts {
  /** What was typed of a new task and not created yet; null: nothing. It outlives a reload. */
  readonly draft: TaskDraft | null
  /** Changes of tasks that were typed and not saved yet, by the task's name. They live as long as the window. */
  readonly edits: ReadonlyMap<string, TaskEdit>
}

export const useKeptDraft = create<KeptDrafts>(() => ({
  draft: readKept(place, taskDraft),
  edits: new Map(),
}))

export function keepDraft(draft: TaskDraft | null): void {
  keep(place, draft)
  useKeptDraft.setState({ draft })
}

export function keepEdit(task: string, edit: TaskEdit | null): void {
  useKeptDraft.setState(({ edits }) => {
    const next = new Map(edits)
    if (edit === null) next.delete(task)
    else next.set(task, edit)
    return { edits: next }
  })
}
