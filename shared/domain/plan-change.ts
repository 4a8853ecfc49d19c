import { z } from 'zod'
import { taskShape } from './task.ts'

/** The parts of a task that decide what is claimed, from which trials, and how surely. */
export const plannedFields = taskShape
  .pick({ plannedRepeats: true, plannedCases: true, scope: true, alpha: true, levels: true, target: true })
  .partial()
  .readonly()
export type PlannedFields = z.infer<typeof plannedFields>

/** A change of the plan that was made after trials were logged: named beside every claim, for it followed data. */
export const planChange = z
  .object({
    /** ISO 8601. */
    changedAt: z.string(),
    /** Trials of the task at that moment. */
    trials: z.number().int().min(1),
    /** What the fields that changed said before and after; fields that stayed are left out. */
    before: plannedFields,
    after: plannedFields,
  })
  .readonly()
export type PlanChange = z.infer<typeof planChange>

/** The fields of a plan that differ, as they were and as they are; null when none does. */
export function planDifference(
  before: Required<PlannedFields>,
  after: Required<PlannedFields>,
): { readonly before: PlannedFields; readonly after: PlannedFields } | null {
  const names = Object.keys(plannedFields.unwrap().shape)
  const old = new Map<string, unknown>(Object.entries(before))
  const changed = Object.entries(after).filter(
    ([name, value]) => names.includes(name) && JSON.stringify(value) !== JSON.stringify(old.get(name)),
  )
  if (changed.length === 0) return null
  return {
    before: plannedFields.parse(Object.fromEntries(changed.map(([name]) => [name, old.get(name)]))),
    after: plannedFields.parse(Object.fromEntries(changed)),
  }
}
