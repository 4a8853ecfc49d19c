import { type ComponentType } from 'react'
import { later } from '../../app/later.ts'
import type { TaskTab } from '../../state/place.ts'
import { VerdictView } from '../assessments/VerdictView.tsx'
import type { TaskViewProps } from './task-view.ts'

interface TaskViewEntry {
  /** Loaded when it is first looked at, apart from the one that a task opens with: the first paint is quick. */
  readonly View: ComponentType<TaskViewProps>
  /** What of the task can be chosen in the top bar. */
  readonly pickers: readonly ('configuration' | 'level' | 'scope')[]
  /** It manages its own scrolling and padding. */
  readonly filled: boolean
}

export const taskViews: Readonly<Record<TaskTab, TaskViewEntry>> = {
  verdict: { View: VerdictView, pickers: ['configuration', 'level', 'scope'], filled: false },
  log: {
    View: later(async () => (await import('../trials/LogView.tsx')).LogView),
    pickers: ['configuration'],
    filled: true,
  },
  cases: {
    View: later(async () => (await import('../cases/CasesView.tsx')).CasesView),
    pickers: ['configuration'],
    filled: true,
  },
  scaling: {
    View: later(async () => (await import('../scaling/ScalingView.tsx')).ScalingView),
    pickers: ['configuration', 'level', 'scope'],
    filled: false,
  },
  compare: {
    View: later(async () => (await import('../comparisons/CompareView.tsx')).CompareView),
    pickers: ['level'],
    filled: false,
  },
  plan: {
    View: later(async () => (await import('../plans/PlanView.tsx')).PlanView),
    pickers: ['configuration'],
    filled: false,
  },
  report: {
    View: later(async () => (await import('../reports/ReportView.tsx')).ReportView),
    pickers: ['configuration', 'level', 'scope'],
    filled: false,
  },
}
