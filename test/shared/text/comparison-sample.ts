import { comparison, type Comparison } from '../../../shared/domain/comparison.ts'
import type { Verdict } from '../../../shared/domain/level.ts'

interface Sketch {
  readonly name: string
  /** Null: no case is complete. */
  readonly estimate: number | null
  readonly verdict: Verdict
  readonly costUsd?: number
}

export const ready = { name: 'Ready', required: 0.9 }

/** A comparison of these configurations at one level. */
export function comparisonOf(sketches: readonly Sketch[], leader: Comparison['leader']): Comparison {
  return comparison.parse({
    formatVersion: 1,
    methodVersion: 3,
    task: 'triage',
    alpha: 0.05,
    comparisons: 1,
    pairs: [],
    leader,
    configurations: sketches.map(({ name, estimate, verdict, costUsd }) => ({
      configuration: name,
      completeCases: estimate === null ? 0 : 50,
      reliability:
        estimate === null
          ? { estimate: { notMeasured: 'no-complete-cases' }, lower: 0, upper: 1 }
          : { estimate, lower: estimate - 0.1, upper: Math.min(1, estimate + 0.1) },
      levels: [{ ...ready, verdict }],
      costUsd: costUsd ?? { notMeasured: 'no-cost-logged' },
      latencyMs: { notMeasured: 'no-latency-logged' },
      onFrontier: null,
      dominatedBy: null,
    })),
  })
}
