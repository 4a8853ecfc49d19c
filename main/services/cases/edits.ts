import type { CaseEdit } from '../../../shared/domain/case.ts'
import type { TrialFields } from '../../../shared/domain/trial.ts'

export interface FormerTrial extends Omit<CaseEdit, 'after'> {}

/**
 * What became of each former state of a case's trials: the next former state of the same trial, or what is stored now.
 * @param former the oldest first
 * @returns the newest first
 */
export function editsOf(
  former: readonly FormerTrial[],
  present: (configuration: string, repeat: number) => TrialFields | undefined,
): readonly CaseEdit[] {
  const next = new Map<string, TrialFields>()
  return former.toReversed().map((each) => {
    const key = JSON.stringify([each.configuration, each.repeat])
    const later = next.get(key) ?? present(each.configuration, each.repeat) ?? null
    next.set(key, each.before)
    return { ...each, after: each.change === 'withdrawn' ? null : later }
  })
}
