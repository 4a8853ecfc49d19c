import * as fc from 'fast-check'
import type { Scores } from '../../../shared/statistics/evidence.ts'
import type { PairCount } from '../../../shared/statistics/paired.ts'
import type { RatioCount } from '../../../shared/statistics/ratio.ts'

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

/** Cases of 8 trials, of which some are counted and some of these are part; at least one is counted. */
export const anyRatioCases: fc.Arbitrary<readonly RatioCount[]> = fc
  .array(
    fc.record({
      trials: fc
        .integer({ min: 0, max: 8 })
        .chain((whole) => fc.tuple(fc.integer({ min: 0, max: whole }), fc.constant(whole))),
      count: fc.integer({ min: 1, max: 100 }),
    }),
    { minLength: 1, maxLength: 6 },
  )
  .map((cases) =>
    cases.map(({ trials: [part, whole], count }) => ({ part: part / 8, whole: whole / 8, count })),
  )
  .filter((cases) => cases.some(({ whole }) => whole > 0))

/** Pass rates of two configurations, of 8 trials each: differences of eighths are exact. */
export const anyPairs: fc.Arbitrary<readonly PairCount[]> = fc.array(
  fc.record({
    first: fc.integer({ min: 0, max: 8 }).map((passes) => passes / 8),
    second: fc.integer({ min: 0, max: 8 }).map((passes) => passes / 8),
    count: fc.integer({ min: 1, max: 100 }),
  }),
  { minLength: 1, maxLength: 6 },
)
