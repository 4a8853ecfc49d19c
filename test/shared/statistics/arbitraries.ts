import * as fc from 'fast-check'
import type { Scores } from '../../../shared/statistics/evidence.ts'

const score = fc.oneof(
  fc.constantFrom(0, 1, 0.5, 0.25, 0.75),
  fc.integer({ min: 0, max: 10 }).map((passes) => passes / 10),
  fc.double({ min: 0, max: 1, noNaN: true }),
)

/** At least one score; up to 8 distinct ones, each up to 300 times. */
export const anyScores: fc.Arbitrary<Scores> = fc.array(
  fc.record({ score, count: fc.integer({ min: 1, max: 300 }) }),
  { minLength: 1, maxLength: 8 },
)

/** What a level may require. */
export const required = fc.oneof(
  fc.constantFrom(0.5, 0.8, 0.9, 0.95, 0.99, 0.999),
  fc.double({ min: 0.01, max: 0.999, noNaN: true }),
)

/** A case with its verdicts, and a number of attempts. */
export const anyCase = fc.integer({ min: 1, max: 60 }).chain((n) =>
  fc.integer({ min: 0, max: n }).chain((passes) =>
    fc.record({
      n: fc.constant(n),
      passes: fc.constant(passes),
      acceptedPasses: fc.integer({ min: 0, max: passes }),
      acceptedFailures: fc.integer({ min: 0, max: n - passes }),
      k: fc.integer({ min: 1, max: n }),
    }),
  ),
)
