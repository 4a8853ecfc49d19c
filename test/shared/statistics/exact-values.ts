import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { z } from 'zod'
import type { Scores } from '../../../shared/statistics/evidence.ts'

/** "1/3", "0.95" or "-2.5e-7": the nearest number to what the text says. */
const value = z
  .string()
  .regex(/^-?\d{1,15}\/\d{1,15}$|^-?\d+(\.\d+)?(e[+-]\d+)?$/)
  .transform((text) => {
    const [numerator, denominator = '1'] = text.split('/')
    return Number(numerator) / Number(denominator)
  })

const count = z.number().int().min(0)
const scores = z
  .array(z.tuple([value, count]))
  .transform((list): Scores => list.map(([score, times]) => ({ score, count: times })))
const needed = z.union([count, z.literal('not-reachable')])

/** Texts and counts of each section are described where they are computed, in fixtures/exact-values.py. */
const schema = z.object({
  generator: z.string(),
  digest: z.string(),
  subsets: z.array(
    z.object({
      n: count,
      passes: count,
      k: count,
      passAt: value,
      passAll: value,
      majority: value.optional(),
    }),
  ),
  orders: z.array(
    z.object({
      n: count,
      acceptedPasses: count,
      acceptedFailures: count,
      k: count,
      right: value,
      wrong: value,
      handedOff: value,
      expectedAttempts: value,
    }),
  ),
  evidence: z.array(z.object({ scores, required: value, logMeets: value, logShort: value })),
  bounds: z.array(z.object({ scores, alpha: value, lower: value, upper: value })),
  ratioBounds: z.array(
    z.object({
      cases: z.array(
        z.tuple([value, value, count]).transform(([part, whole, times]) => ({ part, whole, count: times })),
      ),
      alpha: value,
      ratio: value,
      lower: value,
      upper: value,
    }),
  ),
  paired: z.array(
    z.object({
      pairs: z.array(
        z
          .tuple([value, value, count])
          .transform(([first, second, times]) => ({ first, second, count: times })),
      ),
      alpha: value,
      comparisons: count,
      estimate: value,
      lower: value,
      upper: value,
      logFirst: value,
      logSecond: value,
      verdict: z.string(),
    }),
  ),
  scoresNeeded: z.array(z.object({ scores, required: value, alpha: value, above: needed, below: needed })),
  zeroFailure: z.array(z.object({ required: value, alpha: value, fixedSize: count, anyTime: count })),
  plurality: z.array(
    z.object({
      groups: z.array(z.tuple([count, count]).transform(([trials, passes]) => ({ count: trials, passes }))),
      blanks: count,
      scores: z.array(value),
    }),
  ),
  expectedSlowest: z.array(z.object({ sorted: z.array(count), slowest: z.array(value) })),
  nearestRank: z.array(z.object({ sorted: z.array(count), steps: count, found: z.array(count) })),
  isotonic: z.array(
    z.object({
      values: z.array(z.tuple([value, count]).transform(([each, weight]) => ({ value: each, weight }))),
      fit: z.array(value),
    }),
  ),
  gap: z.array(
    z.object({ casesByPasses: z.array(count), reliable: value, flaky: value, neverSolved: value }),
  ),
  nines: z.array(z.object({ reliability: value, nines: value })),
  mulberry32: z.array(z.object({ seed: z.number().int(), outputs: z.array(count) })),
  deviates: z.array(
    z.object({ kind: z.enum(['beta', 'gamma']), a: count, b: count, x: value, chance: value }),
  ),
  plan: z.array(
    z.object({
      required: value,
      alpha: value,
      assumed: value,
      spread: value,
      repeats: count,
      reachedBy: z.array(value),
    }),
  ),
})

/** Line ends may be changed by a checkout. */
function fixture(name: string): string {
  return readFileSync(new URL(`../../fixtures/${name}`, import.meta.url), 'utf8').replaceAll('\r\n', '\n')
}

const text = fixture('exact-values.json')

/** Values counted or computed exactly, by another route than the product's. */
export const exact = schema.parse(JSON.parse(text))

function sha256(of: string): string {
  return createHash('sha256').update(of).digest('hex')
}

/** What the file must say of the generator beside it and of itself (its digest is over 64 zeros in its own place). */
export const expectedDigests = {
  generator: sha256(fixture('exact-values.py')),
  digest: sha256(text.replace(exact.digest, '0'.repeat(64))),
}
