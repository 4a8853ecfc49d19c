import type { Bottleneck, BottleneckReason } from '../../../shared/domain/assessment.ts'
import type { CaseClass, ConfigurationRecord } from '../../../shared/domain/record.ts'
import type { Budget } from '../../../shared/domain/task.ts'
import { type Random, seededRandom } from '../../../shared/statistics/random.ts'
import { caseClass, configurationRecord } from './records.ts'

/** Cases alike: what share of all cases they are, and the chance that an attempt at one passes. */
export interface CaseKind {
  readonly share: number
  readonly chance: number
}

/** A world whose truth is known: how its cases pass, and how its verifier errs. */
export interface World {
  /** Their shares add up to 1. */
  readonly kinds: readonly CaseKind[]
  /** Chances that the verifier accepts a pass and a failure; null: there is no verifier. */
  readonly verifier: { readonly acceptsPass: number; readonly acceptsFailure: number } | null
}

/** How much of a world is logged. */
export interface Log {
  readonly cases: number
  readonly repeats: number
}

function drawChance(kinds: readonly CaseKind[], random: Random): number {
  let left = random()
  for (const { share, chance } of kinds) {
    left -= share
    if (left < 0) return chance
  }
  // The shares add up to 1 but for rounding.
  return kinds.at(-1)?.chance ?? 0
}

function simulateCase({ kinds, verifier }: World, repeats: number, random: Random): CaseClass {
  const chance = drawChance(kinds, random)
  const found = { passes: 0, acceptedPasses: 0, acceptedFailures: 0 }
  for (let repeat = 0; repeat < repeats; repeat += 1) {
    const passed = random() < chance
    if (passed) found.passes += 1
    if (verifier === null) continue
    const accepted = random() < (passed ? verifier.acceptsPass : verifier.acceptsFailure)
    if (accepted && passed) found.acceptedPasses += 1
    if (accepted && !passed) found.acceptedFailures += 1
  }
  return caseClass({ ...found, verdicts: verifier === null ? 0 : repeats, cases: 1 })
}

/** Cases that look the same become one class, as in the store. */
function merge(cases: readonly CaseClass[]): readonly CaseClass[] {
  const classes = Map.groupBy(
    cases,
    (each) => `${each.passes} ${each.acceptedPasses} ${each.acceptedFailures}`,
  )
  return [...classes.values()].flatMap(([first, ...others]) =>
    first === undefined ? [] : [{ ...first, cases: 1 + others.length }],
  )
}

/** Logs a world: every case with all its repeats, at 1 USD and 1000 ms an attempt. */
export function simulate(
  world: World,
  { cases, repeats }: Log,
  random: Random,
  given: Partial<ConfigurationRecord> = {},
): ConfigurationRecord {
  const trials = cases * repeats
  return configurationRecord({
    plannedRepeats: repeats,
    classes: merge(Array.from({ length: cases }, () => simulateCase(world, repeats, random))),
    cost: { values: trials, sum: trials },
    latency: {
      values: trials,
      sum: trials * 1000,
      p50: 1000,
      p95: 1000,
      slowestOf: Array.from({ length: repeats }, () => 1000),
    },
    ...given,
  })
}

/** A world and what is true of it at R = 0.9 with 10 repeats. */
export interface Archetype {
  readonly world: string
  readonly truth: World
  readonly verdict: Bottleneck['verdict']
  /** Every reason that holds. */
  readonly reasons: readonly BottleneckReason[]
  readonly budget?: Budget
  /** A configuration with more compute, and its own truth. */
  readonly stronger?: World
}

const goodVerifier = { acceptsPass: 0.98, acceptsFailure: 0.01 }
const badVerifier = { acceptsPass: 0.9, acceptsFailure: 0.5 }

/** All cases pass with the same chance. */
export function alike(chance: number, verifier: World['verifier']): World {
  return { kinds: [{ share: 1, chance }], verifier }
}

const someNeverSolved = [
  { share: 0.2, chance: 0 },
  { share: 0.8, chance: 0.6 },
]

/** Each truth is well away from R. That all are as said is computed in test/calibration/truth.test.ts. */
export const archetypes: readonly Archetype[] = [
  { world: 'ready', truth: alike(0.97, goodVerifier), verdict: 'none', reasons: [] },
  {
    world: 'flaky, good verifier',
    truth: alike(0.6, goodVerifier),
    verdict: 'inference-scaling',
    reasons: [],
  },
  {
    // P(at least 5 of 9 at 0.8) = 0.98.
    world: 'voting helps',
    truth: alike(0.8, null),
    verdict: 'inference-scaling',
    reasons: [],
  },
  {
    world: 'more compute helps',
    truth: alike(0.5, null),
    stronger: alike(0.98, null),
    verdict: 'inference-scaling',
    reasons: [],
  },
  {
    // Never above 0.65, whatever the verifier.
    world: 'systematic failures',
    truth: {
      kinds: [
        { share: 0.35, chance: 0 },
        { share: 0.65, chance: 0.9 },
      ],
      verifier: goodVerifier,
    },
    verdict: 'product-engineering',
    reasons: ['capability-ceiling'],
  },
  {
    // Voting at 0.5 stays at 0.5; with a perfect verifier 10 tries would do.
    world: 'flaky, no verifier',
    truth: alike(0.5, null),
    verdict: 'product-engineering',
    reasons: ['no-verifier'],
  },
  {
    // A fifth is never solved: 0.8 is the ceiling, and few cases leave it open.
    world: 'some never solved, no verifier',
    truth: { kinds: someNeverSolved, verifier: null },
    verdict: 'product-engineering',
    reasons: ['capability-ceiling'],
  },
  {
    world: 'some never solved, bad verifier',
    truth: { kinds: someNeverSolved, verifier: badVerifier },
    verdict: 'product-engineering',
    reasons: ['capability-ceiling'],
  },
  {
    // Half of the cases fail more often than not: a vote of 9 loses 0.9 of them, and falls from 0.625 to 0.55.
    world: 'voting hurts',
    truth: {
      kinds: [
        { share: 0.5, chance: 0.95 },
        { share: 0.5, chance: 0.3 },
      ],
      verifier: null,
    },
    verdict: 'product-engineering',
    reasons: ['no-verifier'],
  },
  {
    // Accepts 0.45 right for 0.25 wrong: 0.64 right at best.
    world: 'flaky, bad verifier',
    truth: alike(0.5, badVerifier),
    verdict: 'product-engineering',
    reasons: ['verifier'],
  },
  {
    // A second attempt is needed in 0.6 of the tasks: 1.6 USD.
    world: 'over budget',
    truth: alike(0.4, goodVerifier),
    budget: { maxCostUsd: 1.2, maxLatencyMs: null },
    verdict: 'product-engineering',
    reasons: ['budget'],
  },
]

/**
 * What a team has logged of an archetype. The first cases of a longer log are the cases of a shorter one with the
 * same seed.
 */
export function logOf(
  { truth, stronger }: Pick<Archetype, 'truth' | 'stronger'>,
  log: Log,
  seed: number,
): { readonly configuration: ConfigurationRecord; readonly others: readonly ConfigurationRecord[] } {
  const more = { name: 'model B', moreComputeThan: 'model A' }
  return {
    configuration: simulate(truth, log, seededRandom(2 * seed)),
    others: stronger === undefined ? [] : [simulate(stronger, log, seededRandom(2 * seed + 1), more)],
  }
}
