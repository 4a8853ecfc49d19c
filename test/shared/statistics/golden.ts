import { readFileSync } from 'node:fs'
import { z } from 'zod'
import type { Scores } from '../../../shared/statistics/evidence.ts'

const pairs = z.array(z.tuple([z.number(), z.number()]))

const schema = z.object({
  evidence: z.array(
    z.object({ scores: pairs, required: z.number(), logMeets: z.string(), logShort: z.string() }),
  ),
  bounds: z.array(z.object({ scores: pairs, alpha: z.number(), lower: z.number(), upper: z.number() })),
  replay: z.array(
    z.object({
      n: z.number(),
      passes: z.number(),
      k: z.number(),
      passAt: z.number(),
      passAll: z.number(),
      /** Only for odd k. */
      majority: z.number().optional(),
      acceptedPasses: z.number(),
      acceptedFailures: z.number(),
      right: z.number(),
      wrong: z.number(),
      handedOff: z.number(),
      expectedAttempts: z.number(),
    }),
  ),
})

const file = new URL('../../fixtures/golden-statistics.json', import.meta.url)

/** Values computed elsewhere in 50-digit arithmetic. */
export const golden = schema.parse(JSON.parse(readFileSync(file, 'utf8')))

export function scoresOf(list: readonly (readonly [number, number])[]): Scores {
  return list.map(([score, count]) => ({ score, count }))
}

/** |actual − expected| relative to the expected value. */
export function relativeError(actual: number, expected: number): number {
  if (actual === expected) return 0
  return Math.abs(actual - expected) / Math.abs(expected)
}
