import type { CaseClass, ConfigurationRecord } from '../../../shared/domain/record.ts'
import { caseClass, configurationRecord } from './records.ts'

/** A world whose truth is known: how its cases pass, and how its verifier errs. */
export interface World {
  /** Chance that an attempt at a case passes, drawn once per case. */
  readonly passChance: (random: () => number) => number
  /** Chances that the verifier accepts a pass and a failure; null: there is no verifier. */
  readonly verifier: { readonly acceptsPass: number; readonly acceptsFailure: number } | null
  readonly cases: number
  readonly repeats: number
}

function simulateCase(world: World, random: () => number): CaseClass {
  const chance = world.passChance(random)
  const found = { passes: 0, acceptedPasses: 0, acceptedFailures: 0 }
  for (let repeat = 0; repeat < world.repeats; repeat += 1) {
    const passed = random() < chance
    if (passed) found.passes += 1
    if (world.verifier === null) continue
    const accepted = random() < (passed ? world.verifier.acceptsPass : world.verifier.acceptsFailure)
    if (accepted && passed) found.acceptedPasses += 1
    if (accepted && !passed) found.acceptedFailures += 1
  }
  return caseClass({ ...found, verdicts: world.verifier === null ? 0 : world.repeats, cases: 1 })
}

/** Logs a world: every case with all its repeats, at 1 USD and 1000 ms an attempt. */
export function simulate(
  world: World,
  random: () => number,
  given: Partial<ConfigurationRecord> = {},
): ConfigurationRecord {
  const trials = world.cases * world.repeats
  return configurationRecord({
    plannedRepeats: world.repeats,
    classes: Array.from({ length: world.cases }, () => simulateCase(world, random)),
    cost: { values: trials, sum: trials },
    latency: {
      values: trials,
      sum: trials * 1000,
      p50: 1000,
      p95: 1000,
      slowestOf: Array.from({ length: world.repeats }, () => 1000),
    },
    ...given,
  })
}
