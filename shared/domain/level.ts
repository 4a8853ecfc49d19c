import { z } from 'zod'
import { label } from './trial.ts'

/** A probability that decides a claim: strictly between 0 and 1, so that both verdicts stay reachable. */
export const openProbability = z.number().gt(0).lt(1)

export const levelName = label(80)

/** An automation level: a name and the reliability it requires. */
export const level = z
  .object({
    name: levelName,
    required: openProbability,
    /** Chance of ever claiming wrongly at this level; the task's when absent. */
    alpha: openProbability.max(0.5).optional(),
  })
  .readonly()
export type Level = z.infer<typeof level>

export const presetLevels: readonly Level[] = [
  { name: 'Assist', required: 0.8 },
  { name: 'Supervised', required: 0.95 },
  { name: 'Unattended', required: 0.99 },
]

export const verdicts = ['meets', 'short', 'more-evidence'] as const
export const verdict = z.enum(verdicts)
export type Verdict = z.infer<typeof verdict>
