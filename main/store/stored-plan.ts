import { z } from 'zod'
import { alphaLimits, requiredLimits } from '../../shared/domain/level.ts'
import { mostPlannedRepeats } from '../../shared/domain/task.ts'

interface Limits {
  readonly smallest: number
  readonly largest: number
}

function nearest({ smallest, largest }: Limits): (value: number) => number {
  return (value) => Math.min(Math.max(value, smallest), largest)
}

const required = z.number().overwrite(nearest(requiredLimits))
const alpha = z.number().overwrite(nearest(alphaLimits)).optional()
const plannedRepeats = z.number().overwrite(nearest({ smallest: 1, largest: mostPlannedRepeats }))

const storedPlan = z.looseObject({
  levels: z.array(z.looseObject({ required, alpha })).optional(),
  alpha,
  plannedRepeats: plannedRepeats.nullable().optional(),
})

/**
 * The fields of a task, or of a change of its plan, as they are stored, each number that a plan could not have now
 * replaced by the nearest it can: earlier versions and other programs knew other limits. What is no plan at all comes
 * back as it is.
 */
export function insideLimits(stored: unknown): unknown {
  return storedPlan.safeParse(stored).data ?? stored
}
