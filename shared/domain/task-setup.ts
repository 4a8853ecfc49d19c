import { z } from 'zod'
import { configurationAttributes } from './configuration.ts'
import { planChange } from './plan-change.ts'
import { task, taskShape } from './task.ts'
import { name } from './trial.ts'

/** The column or key that carries it in the first row of an export. */
export const setupColumn = 'setup'

/**
 * How a task was set up, as an export carries it beside the trials: what they are judged by, so that the same trials are
 * judged the same elsewhere.
 */
export const taskSetup = z
  .object({
    /** What is said of the task, but for its name. */
    task: taskShape.omit({ name: true }),
    /** What is said of the configurations, in the order in which they are listed. */
    configurations: z.array(configurationAttributes.extend({ name }).readonly()).max(10_000).readonly(),
    /** Changes of the plan after trials were logged: they stay beside every claim. */
    planChanges: z.array(planChange).max(10_000).readonly(),
  })
  // A task whose target is none of its levels is none.
  .refine((setup) => task.safeParse({ ...setup.task, name: '-' }).success)
  .readonly()
export type TaskSetup = z.infer<typeof taskSetup>
