import type { CaseClass, ConfigurationRecord } from '../domain/record.ts'
import type { Scope } from '../domain/task.ts'
import { histogram, type Scores } from '../statistics/evidence.ts'
import { majorityOf, passAll, passAt, retryUntilAccepted, type RetryScores } from '../statistics/replays.ts'

/** The histogram of one score per complete case. */
export function caseScores(classes: readonly CaseClass[], score: (each: CaseClass) => number): Scores {
  return histogram(classes, score, (each) => each.cases)
}

/** One score per complete case: the share of its planned repeats that passed. */
export function passRates(classes: readonly CaseClass[], plannedRepeats: number): Scores {
  return caseScores(classes, (each) => each.passes / plannedRepeats)
}

/** Scores that several parts of an assessment ask for, made once for each record. */
const replayed = new WeakMap<ConfigurationRecord, Map<string, Scores>>()

function once(record: ConfigurationRecord, name: string, score: (each: CaseClass) => number): Scores {
  const known = replayed.get(record) ?? new Map<string, Scores>()
  replayed.set(record, known)
  const scores = known.get(name) ?? caseScores(record.classes, score)
  known.set(name, scores)
  return scores
}

/** One score per complete case: its chance that any of k attempts passes. */
export function capabilityAt(record: ConfigurationRecord, k: number): Scores {
  return once(record, `any of ${k}`, (each) => passAt(record.plannedRepeats, each.passes, k))
}

/** One score per complete case: its chance that all of k attempts pass. */
export function allPassAt(record: ConfigurationRecord, k: number): Scores {
  return once(record, `all of ${k}`, (each) => passAll(record.plannedRepeats, each.passes, k))
}

/** One score per complete case: its chance that more than half of k attempts pass. */
export function majorityAt(record: ConfigurationRecord, k: number): Scores {
  return once(record, `most of ${k}`, (each) => majorityOf(record.plannedRepeats, each.passes, k))
}

/** One score per complete case: the chance of an end of retrying until accepted, at most k attempts. */
export function retryAt(record: ConfigurationRecord, k: number, end: keyof RetryScores): Scores {
  const n = record.plannedRepeats
  return once(record, `${end} of ${k}`, (each) => retryUntilAccepted({ n, ...each }, k)[end])
}

/**
 * The scores whose mean is the configuration's reliability. About new cases: one per complete case. About this
 * fixed list: the single trials, 0 or 1, of the rounds that every case of the list has completed.
 */
export function reliabilityScores(record: ConfigurationRecord, scope: Scope): Scores {
  if (scope === 'new-cases') return passRates(record.classes, record.plannedRepeats)
  const { rounds, cases, passes } = record.completeRounds
  const outcomes = [
    { score: 1, trials: passes },
    { score: 0, trials: rounds * cases - passes },
  ]
  return histogram(
    outcomes,
    (each) => each.score,
    (each) => each.trials,
  )
}

/**
 * How much of what a verifier would say is known: for every counted trial, for some, or for none. An error is
 * no verdict of its own: it is known to be rejected whether or not there is a verifier, so errors alone speak of none.
 */
export function verdictsLogged(record: ConfigurationRecord): 'all' | 'some' | 'none' {
  if (!record.classes.some((each) => each.verdicts > each.errors)) return 'none'
  return record.classes.every((each) => each.verdicts === record.plannedRepeats) ? 'all' : 'some'
}
