import type { Compute } from './configuration.ts'

/**
 * What the store keeps rolled up for each configuration, so that an assessment never scans trials.
 * Counted trials are the first `plannedRepeats` non-void trials, by repeat, of each complete case.
 */

/** Complete cases whose counted trials add up to the same numbers. An error without verdict counts as rejected. */
export interface CaseClass {
  readonly passes: number
  readonly errors: number
  /** Accepted by the verifier and passed. */
  readonly acceptedPasses: number
  /** Accepted by the verifier and not passed. */
  readonly acceptedFailures: number
  /** Counted trials whose verdict is known: logged, or an error. Equals the planned repeats when all are. */
  readonly verdicts: number
  /** How many complete cases look like this. */
  readonly cases: number
}

/** Trials of a case that gave the same answer. */
export interface AnswerGroup {
  /** How many trials gave it, at least 1. */
  readonly count: number
  /** How many of them passed, 0 to `count`; between the two where graders disagreed. */
  readonly passes: number
}

/** Complete cases whose counted trials gave answers in groups of the same sizes. */
export interface AnswerClass {
  readonly groups: readonly AnswerGroup[]
  /** Counted trials without an answer: errors. They do not vote. */
  readonly blanks: number
  readonly cases: number
}

/** Complete cases of several configurations with the same passes in each; null where a case is not complete. */
export interface JointClass {
  readonly passes: readonly (number | null)[]
  readonly cases: number
}

export interface SegmentRecord {
  readonly segment: string
  readonly classes: readonly CaseClass[]
}

/** Sums over counted trials that carry the quantity; `values` is how many do. */
export interface QuantityRecord {
  readonly values: number
  readonly sum: number
}

export interface LatencyRecord extends QuantityRecord {
  /** Milliseconds; null when no counted trial carries a latency. */
  readonly p50: number | null
  readonly p95: number | null
  /**
   * Mean over complete cases of the expected latency of the slowest of k of a case's counted trials, drawn
   * without replacement; index k − 1; ms. Empty unless every counted trial carries a latency.
   */
  readonly slowestOf: readonly number[]
}

export interface ConfigurationRecord {
  readonly name: string
  /** Name of the configuration this one spends more compute than. */
  readonly moreComputeThan: string | null
  readonly compute: Compute | null
  readonly plannedRepeats: number
  readonly counts: {
    /** Cases with at least one trial of this configuration. */
    readonly cases: number
    readonly completeCases: number
    /** All trials logged: passes + failures + errors + voids + notCounted. */
    readonly trials: number
    readonly passes: number
    readonly failures: number
    readonly errors: number
    readonly voids: number
    /** Non-void trials that no claim uses: of incomplete cases, and repeats beyond the planned ones. */
    readonly notCounted: number
    readonly ofIncompleteCases: number
    readonly extraRepeats: number
  }
  readonly classes: readonly CaseClass[]
  /** By answers; null unless every counted trial that finished has one. */
  readonly answers: readonly AnswerClass[] | null
  /**
   * For claims about this fixed list: round r is the r-th non-void trial of every case of the task. `rounds`
   * is how many rounds are complete (at most the planned repeats), `cases` how many cases the list has,
   * `passes` the passes inside them.
   */
  readonly completeRounds: { readonly rounds: number; readonly cases: number; readonly passes: number }
  readonly cost: QuantityRecord
  readonly latency: LatencyRecord
  /** Counted failures and errors by cause key; those without a cause under null. */
  readonly causes: readonly { readonly cause: string | null; readonly failures: number }[]
  readonly segments: readonly SegmentRecord[]
  /** `sha256:` and 64 hexadecimal digits over the counted trials. */
  readonly fingerprint: string
  /** When the first and the last counted trial was logged, ISO 8601; null without trials. */
  readonly firstLoggedAt: string | null
  readonly lastLoggedAt: string | null
  /** Trials by who logged them, most first; null for trials without a name. */
  readonly loggers: readonly { readonly name: string | null; readonly trials: number }[]
}
