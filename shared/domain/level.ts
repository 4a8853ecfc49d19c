import { z } from 'zod'
import { label } from './trial.ts'

/**
 * What a level can require. Strictly inside 0 and 1, so that both verdicts stay reachable, and so far inside that
 * evidence stays a number: a gain of 1/R overflows for R near the smallest number there is. One millionth from 1 it
 * takes three million cases without a failure to show a level, and nobody logs more.
 */
export const requiredLimits = { smallest: 0.000_001, largest: 0.999_999 } as const

const requiredWords = 'a required reliability is from 0.000001 to 0.999999'
export const requiredReliability = z
  .number()
  .min(requiredLimits.smallest, requiredWords)
  .max(requiredLimits.largest, requiredWords)

/** Chances of ever claiming wrongly; the evidence that the smallest asks for is a billion to one. */
export const alphaLimits = { smallest: 1e-9, largest: 0.5 } as const

const alphaWords = 'a chance of claiming wrongly is from 0.000000001 to 0.5'
export const errorChance = z
  .number()
  .min(alphaLimits.smallest, alphaWords)
  .max(alphaLimits.largest, alphaWords)

export const levelName = label(80)

/** An automation level: a name and the reliability it requires. */
export const level = z
  .object({
    name: levelName,
    required: requiredReliability,
    /** Chance of ever claiming wrongly at this level; the task's when absent. */
    alpha: errorChance.optional(),
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
