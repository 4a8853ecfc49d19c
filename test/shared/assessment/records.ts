import type { CaseClass, ConfigurationRecord, RoundsRecord } from '../../../shared/domain/record.ts'
import { completeTask, type NewTask, type Task } from '../../../shared/domain/task.ts'

/** A class of cases; what is not given is 0, and no verdicts are known but those of errors. */
export function caseClass(given: Partial<CaseClass> & Pick<CaseClass, 'passes' | 'cases'>): CaseClass {
  const errors = given.errors ?? 0
  return { errors, acceptedPasses: 0, acceptedFailures: 0, verdicts: errors, ...given }
}

function countsOf(classes: readonly CaseClass[], plannedRepeats: number): ConfigurationRecord['counts'] {
  const total = (of: (each: CaseClass) => number): number =>
    classes.reduce((sum, each) => sum + of(each) * each.cases, 0)
  const [cases, passes, errors] = [total(() => 1), total((each) => each.passes), total((each) => each.errors)]
  const trials = cases * plannedRepeats
  return {
    cases,
    completeCases: cases,
    trials,
    passes,
    failures: trials - passes - errors,
    errors,
    voids: 0,
    notCounted: 0,
    ofIncompleteCases: 0,
    extraRepeats: 0,
  }
}

/** Rounds of a fixed list, with the data of no trial in particular. */
export function completeRounds(
  given: Pick<RoundsRecord, 'rounds' | 'cases' | 'passes'> & Partial<RoundsRecord>,
): RoundsRecord {
  return {
    errors: 0,
    fingerprint: `sha256:${'1'.repeat(64)}`,
    firstLoggedAt: '2025-01-01T00:00:00.000Z',
    lastLoggedAt: '2025-01-02T00:00:00.000Z',
    ...given,
  }
}

/** A record in which every case is complete and every round too; other fields as given. */
export function configurationRecord(
  given: Partial<ConfigurationRecord> & Pick<ConfigurationRecord, 'plannedRepeats' | 'classes'>,
): ConfigurationRecord {
  const counts = countsOf(given.classes, given.plannedRepeats)
  return {
    name: 'model A',
    moreComputeThan: null,
    compute: null,
    answers: null,
    leftIncomplete: [],
    counts,
    completeRounds: completeRounds({
      rounds: given.plannedRepeats,
      cases: counts.cases,
      passes: counts.passes,
      errors: counts.errors,
    }),
    cost: { values: 0, sum: 0 },
    latency: { values: 0, sum: 0, p50: null, p95: null, slowestOf: [] },
    causes: [{ cause: null, failures: counts.failures + counts.errors }],
    segments: [],
    fingerprint: `sha256:${'0'.repeat(64)}`,
    firstLoggedAt: '2025-01-01T00:00:00.000Z',
    lastLoggedAt: '2025-01-02T00:00:00.000Z',
    loggers: [{ name: null, trials: counts.trials }],
    ...given,
  }
}

/** A task with one level, R = 0.9, unless given otherwise. */
export function oneLevelTask(given: Partial<NewTask> = {}): Task {
  return completeTask({ name: 'refunds', levels: [{ name: 'Ready', required: 0.9 }], ...given })
}

/** gpt-4o on τ-bench airline: 50 cases × 4 repeats, 14, 12, 10, 4 and 10 of them with 0 to 4 passes. */
export function tauBench(): { readonly task: Task; readonly configuration: ConfigurationRecord } {
  const classes = [14, 12, 10, 4, 10].map((cases, passes) => caseClass({ passes, cases }))
  return {
    task: completeTask({ name: 'airline' }),
    configuration: configurationRecord({ name: 'gpt-4o tool-calling', plannedRepeats: 4, classes }),
  }
}
