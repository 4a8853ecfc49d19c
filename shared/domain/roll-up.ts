import type { AnswerGroup } from './record.ts'
import type { Outcome, VerifierVerdict } from './trial.ts'

/** What a roll-up reads of a trial. */
export interface RolledTrial {
  readonly repeat: number
  readonly outcome: Outcome
  readonly verifier: VerifierVerdict | null
  readonly cause: string | null
  readonly answer: string | null
  readonly latencyMs: number | null
  readonly costUsd: number | null
  readonly loggedBy: string | null
  readonly loggedAt: string
}

/** One case of one configuration, as an assessment needs it. */
export interface RollUp {
  /** Non-void trials logged, counted or not. */
  readonly repeats: number
  readonly voids: number
  readonly complete: boolean
  /** Counted trials by repeat, one letter each: P, F or E. Also of an incomplete case. */
  readonly outcomes: string
  readonly passes: number
  readonly errors: number
  readonly acceptedPasses: number
  readonly acceptedFailures: number
  readonly verdicts: number
  readonly costValues: number
  readonly costSum: number
  /** Ascending, ms. */
  readonly latencies: readonly number[]
  /** Failures and errors among the counted trials by cause key; '' for those nobody labelled. */
  readonly causes: Readonly<Record<string, number>>
  /** All trials by who logged them; '' without a name. */
  readonly loggers: Readonly<Record<string, number>>
  /**
   * The distinct answers of the counted trials, largest group first; what differs only in the space around it is
   * the same answer. Null when a counted trial that finished has none, so that nobody can tell how it would vote.
   */
  readonly answers: readonly AnswerGroup[] | null
  /** The trials that claims use: the first planned repeats, voids left out. */
  readonly counted: readonly RolledTrial[]
}

const letters: Readonly<Record<Outcome, string>> = { pass: 'P', fail: 'F', error: 'E', void: '' }

function tally(keys: readonly string[]): Record<string, number> {
  const totals = new Map<string, number>()
  for (const key of keys) totals.set(key, (totals.get(key) ?? 0) + 1)
  return Object.fromEntries([...totals].toSorted(([a], [b]) => (a < b ? -1 : 1)))
}

function measuredValues(values: readonly (number | null)[]): number[] {
  return values.filter((value) => value !== null)
}

/** An error without a verdict counts as rejected: there was nothing to accept. */
function verdictOf(trial: RolledTrial): VerifierVerdict | null {
  return trial.verifier ?? (trial.outcome === 'error' ? 'reject' : null)
}

function answersOf(counted: readonly RolledTrial[]): readonly AnswerGroup[] | null {
  const groups = new Map<string, { count: number; passes: number }>()
  for (const { answer, outcome } of counted) {
    const text = answer?.trim() ?? ''
    if (text === '' && outcome === 'error') continue
    if (text === '') return null
    const group = groups.get(text) ?? { count: 0, passes: 0 }
    group.count += 1
    if (outcome === 'pass') group.passes += 1
    groups.set(text, group)
  }
  return [...groups.values()].toSorted((a, b) => b.count - a.count || b.passes - a.passes)
}

/**
 * Rolls up one case of one configuration.
 * @param trials every trial of the pair, ascending by repeat; at least one
 * @param plannedRepeats how many trials a complete case has; at least 1
 */
export function rollUp(trials: readonly RolledTrial[], plannedRepeats: number): RollUp {
  const fair = trials.filter((trial) => trial.outcome !== 'void')
  const counted = fair.slice(0, plannedRepeats)
  const failed = counted.filter((trial) => trial.outcome !== 'pass')
  const accepted = counted.filter((trial) => verdictOf(trial) === 'accept')
  const acceptedPasses = accepted.filter((trial) => trial.outcome === 'pass').length
  const costs = measuredValues(counted.map((trial) => trial.costUsd))
  return {
    repeats: fair.length,
    voids: trials.length - fair.length,
    complete: counted.length === plannedRepeats,
    outcomes: counted.map((trial) => letters[trial.outcome]).join(''),
    passes: counted.length - failed.length,
    errors: counted.filter((trial) => trial.outcome === 'error').length,
    acceptedPasses,
    acceptedFailures: accepted.length - acceptedPasses,
    verdicts: counted.filter((trial) => verdictOf(trial) !== null).length,
    costValues: costs.length,
    costSum: costs.reduce((sum, cost) => sum + cost, 0),
    latencies: measuredValues(counted.map((trial) => trial.latencyMs)).toSorted((a, b) => a - b),
    causes: tally(failed.map((trial) => trial.cause ?? '')),
    loggers: tally(trials.map((trial) => trial.loggedBy ?? '')),
    answers: answersOf(counted),
    counted,
  }
}
