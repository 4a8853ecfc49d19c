import { create } from 'zustand'
import type { PlanDraft } from './draft.ts'

interface KeptPlans {
  /** By the name of the task. */
  readonly drafts: Readonly<Record<string, PlanDraft>>
}

/** What somebody changed in the plans of tasks; it stays for as long as the window lives. */
export const useKeptPlans = create<KeptPlans>(() => ({ drafts: {} }))

/** Null: back to what is suggested. */
export function keepPlan(task: string, draft: PlanDraft | null): void {
  useKeptPlans.setState(({ drafts }) => ({ drafts: { ...drafts, [task]: draft ?? {} } }))
}
