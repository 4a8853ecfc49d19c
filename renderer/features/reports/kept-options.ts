import { z } from 'zod'
import { create } from 'zustand'
import { keep, readKept } from '../../state/kept.ts'
import { reportDraft, type ReportDraft } from './draft.ts'

const byTask = z.record(z.string(), reportDraft).readonly()
type ByTask = z.infer<typeof byTask>

const key = 'nines.report-options'
const nothing: ReportDraft = {}

/** By the name of the task; kept over reloads, because a note may have taken long to write. */
const useKeptOptions = create<{ readonly byTask: ByTask }>(() => ({ byTask: readKept(key, byTask) ?? {} }))

export function useReportDraft(task: string): ReportDraft {
  return useKeptOptions((state) =>
    Object.hasOwn(state.byTask, task) ? (state.byTask[task] ?? nothing) : nothing,
  )
}

/** Null: as usual again. */
export function keepReportDraft(task: string, draft: ReportDraft | null): void {
  const others = Object.entries(useKeptOptions.getState().byTask).filter(([name]) => name !== task)
  const next = Object.fromEntries(draft === null ? others : [...others, [task, draft]])
  keep(key, Object.keys(next).length === 0 ? null : next)
  useKeptOptions.setState({ byTask: next })
}
