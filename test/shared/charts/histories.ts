import { evidenceOverCases, evidenceOverRounds } from '../../../shared/assessment/index.ts'
import type { EvidenceHistory } from '../../../shared/domain/evidence-history.ts'

const told = {
  formatVersion: 1,
  methodVersion: 3,
  task: 'task',
  configuration: 'base',
  level: 'Supervised',
  required: 0.9,
  alpha: 0.05,
} as const

/** A history about new cases, of cases with two repeats that passed so often. */
export function historyOf(passes: readonly number[], more: Partial<EvidenceHistory> = {}): EvidenceHistory {
  const required = more.required ?? told.required
  return {
    ...told,
    scope: 'new-cases',
    unit: 'cases',
    points: evidenceOverCases(passes, 2, required),
    ...more,
  }
}

function repeated(passes: number, times: number): readonly number[] {
  return Array.from({ length: times }, () => passes)
}

/** What the chart is drawn of, by name. */
export const histories: Readonly<Record<string, EvidenceHistory>> = {
  'no case': historyOf([]),
  'one case': historyOf([1]),
  'all fail': historyOf(repeated(0, 120)),
  'all pass': historyOf(repeated(2, 120)),
  'up and down': historyOf([...repeated(2, 40), ...repeated(0, 9), ...repeated(2, 200)]),
  'a thousand cases': historyOf([...repeated(2, 930), ...repeated(0, 70)]),
  'ten million to one decides': historyOf(repeated(2, 30), { alpha: 1e-7 }),
  rounds: historyOf([], {
    scope: 'these-cases',
    unit: 'rounds',
    points: evidenceOverRounds([9, 8, 9, 10], 10, 0.9),
  }),
}
