import type { ImportSummary } from '../../../shared/domain/import.ts'
import type { Trial, TrialKey, TrialRow } from '../../../shared/domain/trial.ts'

/** A summary lists no more problems than anyone reads; the count is of all. */
export const problemLimit = 1000

export function trialKeyText(key: TrialKey): string {
  return JSON.stringify([key.configuration, key.case, key.repeat])
}

/** Fields of the case belong to the case; the trial is the same when everything the row says of it is. */
export function sameTrial(stored: Trial, row: TrialRow): boolean {
  const { segment: _segment, input: _input, ...trial } = row
  return contentText(stored) === contentText(trial)
}

function contentText(trial: Trial): string {
  return JSON.stringify(Object.entries(trial).toSorted(([a], [b]) => (a < b ? -1 : 1)))
}

/**
 * The most common number of fair trials among the pairs of case and configuration, the larger one when two
 * are equally common; null without trials.
 */
export function commonestRepeats(rows: readonly TrialRow[]): number | null {
  const perPair = new Map<string, number>()
  for (const row of rows) {
    if (row.outcome === 'void') continue
    const pair = JSON.stringify([row.configuration, row.case])
    perPair.set(pair, (perPair.get(pair) ?? 0) + 1)
  }
  const pairsWith = new Map<number, number>()
  for (const repeats of perPair.values()) pairsWith.set(repeats, (pairsWith.get(repeats) ?? 0) + 1)
  const [first] = [...pairsWith].toSorted(([a, pairsA], [b, pairsB]) => pairsB - pairsA || b - a)
  return first?.[0] ?? null
}

/** How many cases, which configurations and which outcomes the rows hold. */
export function tallyRows(
  rows: readonly TrialRow[],
): Pick<ImportSummary, 'cases' | 'configurations' | 'outcomes'> {
  const outcomes = { pass: 0, fail: 0, error: 0, void: 0 }
  for (const row of rows) outcomes[row.outcome] += 1
  return {
    cases: new Set(rows.map((row) => row.case)).size,
    configurations: [...new Set(rows.map((row) => row.configuration))],
    outcomes,
  }
}
