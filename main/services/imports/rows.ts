import type { ImportSummary } from '../../../shared/domain/import.ts'
import { mostPlannedRepeats } from '../../../shared/domain/task.ts'
import type { Trial, TrialKey, TrialRow } from '../../../shared/domain/trial.ts'

export function trialKeyText(key: TrialKey): string {
  return JSON.stringify([key.configuration, key.case, key.repeat])
}

/** `latencyMs` as the files call it: `latency_ms`. */
function columnOf(field: string): string {
  return field.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
}

/**
 * In which columns a row says something else than what is known of its trial. What a row leaves unsaid is no
 * contradiction: a label given after the first import stays. Fields of the case belong to the case, and the time of logging stays that of the first.
 */
export function differences(known: Trial, row: TrialRow): readonly string[] {
  const { segment: _segment, input: _input, loggedAt: _loggedAt, ...said } = row
  const knownFields = new Map<string, unknown>(Object.entries(known))
  return Object.entries(said)
    .filter(([field, value]) => JSON.stringify(value) !== JSON.stringify(knownFields.get(field)))
    .map(([field]) => columnOf(field))
}

/**
 * The most common number of fair trials among the pairs of case and configuration, the larger one when two
 * are equally common, and never more than a plan may have; null without fair trials.
 */
export function commonestRepeats(rows: Iterable<TrialRow>): number | null {
  const perPair = new Map<string, number>()
  for (const row of rows) {
    if (row.outcome === 'void') continue
    const pair = JSON.stringify([row.configuration, row.case])
    perPair.set(pair, (perPair.get(pair) ?? 0) + 1)
  }
  const pairsWith = new Map<number, number>()
  for (const repeats of perPair.values()) pairsWith.set(repeats, (pairsWith.get(repeats) ?? 0) + 1)
  const [first] = [...pairsWith].toSorted(([a, pairsA], [b, pairsB]) => pairsB - pairsA || b - a)
  return first === undefined ? null : Math.min(first[0], mostPlannedRepeats)
}

/** Which configurations and which outcomes the rows hold. */
export function tallyRows(rows: readonly TrialRow[]): Pick<ImportSummary, 'configurations' | 'outcomes'> {
  const outcomes = { pass: 0, fail: 0, error: 0, void: 0 }
  for (const row of rows) outcomes[row.outcome] += 1
  return {
    configurations: [...new Set(rows.map((row) => row.configuration))],
    outcomes,
  }
}
