import { z } from 'zod'
import { create } from 'zustand'
import { keep, readKept } from '../../state/kept.ts'
import { type TaskDraft, taskDraft } from './draft.ts'
import { type TaskEdit, taskEdit } from './edit.ts'

/** The number goes up whenever drafts get another shape: one of another shape is not read. */
const place = 'nines.new-task.1'
const editsPlace = 'nines.edit-task.1'

const keptEdits = z.record(z.string(), taskEdit)

interface KeptDrafts {
  /** What was typed of a new task and not created yet; null: nothing. It outlives a reload. */
  readonly draft: TaskDraft | null
  /** Changes of tasks that were typed and not saved yet, by the task's name. They outlive a reload too. */
  readonly edits: ReadonlyMap<string, TaskEdit>
}

export const useKeptDraft = create<KeptDrafts>(() => ({
  draft: readKept(place, taskDraft),
  edits: new Map(Object.entries(readKept(editsPlace, keptEdits) ?? {})),
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
    keep(editsPlace, next.size === 0 ? null : Object.fromEntries(next))
    return { edits: next }
  })
}
