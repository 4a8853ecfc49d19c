import { assess } from '../../../shared/assessment/index.ts'
import type { ConfigurationRecord } from '../../../shared/domain/record.ts'
import type { Budget } from '../../../shared/domain/task.ts'
import { caseClass, configurationRecord, oneLevelTask } from './records.ts'

export const noBudget: Budget = { maxCostUsd: null, maxLatencyMs: null }

/** Half of the trials of every case pass and the verifier is right about each: 4 repeats. */
export function flaky(given: Partial<ConfigurationRecord> = {}): ConfigurationRecord {
  return configurationRecord({
    plannedRepeats: 4,
    classes: [caseClass({ passes: 2, acceptedPasses: 2, verdicts: 4, cases: 200 })],
    cost: { values: 800, sum: 80 },
    latency: { values: 800, sum: 800_000, p50: 1000, p95: 1000, slowestOf: [1000, 1100, 1200, 1300] },
    causes: [{ cause: null, failures: 400 }],
    ...given,
  })
}

export function bottleneckOf(
  configuration: ConfigurationRecord,
  budget = noBudget,
  others: ConfigurationRecord[] = [],
) {
  return assess({ task: oneLevelTask({ budget }), configuration, others }).bottleneck
}
