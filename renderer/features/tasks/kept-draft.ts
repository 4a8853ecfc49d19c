import { create } from 'zustand'
import type { TaskDraft } from './draft.ts'

/** What was typed of a new task and not created yet; null: nothing. It stays for as long as the window lives. */
export const useKeptDraft = create<{ readonly draft: TaskDraft | null }>(() => ({ draft: null }))

export function keepDraft(draft: TaskDraft | null): void {
  useKeptDraft.setState({ draft })
}
