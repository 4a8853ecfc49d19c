import type { NinesHost } from './nines.ts'

export interface ConfigurationSketch {
  readonly name: string
  /** Share of the attempts that pass. */
  readonly passes: number
  readonly cases: number
  /** Number of the first case. */
  readonly from?: number
  readonly costUsd?: number
  readonly latencyMs?: number
}

/** Passes spread evenly over cases and repeats: attempt n of a share p passes when n·p crosses a whole number. */
function isPass(attempt: number, share: number): boolean {
  return Math.floor((attempt + 1) * share + 1e-9) > Math.floor(attempt * share + 1e-9)
}

/** Makes a task with these configurations, each with so many complete cases. */
export async function logConfigurations(
  nines: NinesHost,
  task: string,
  configurations: readonly ConfigurationSketch[],
  more: Readonly<Record<string, unknown>> = {},
): Promise<void> {
  const plannedRepeats = 2
  await nines.call('task.create', { name: task, plannedRepeats, ...more })
  for (const { name, passes, cases, from = 1, costUsd, latencyMs } of configurations) {
    const trials = Array.from({ length: cases * plannedRepeats }, (_, index) => ({
      task,
      configuration: name,
      case: `ticket-${String(from + Math.floor(index / plannedRepeats)).padStart(3, '0')}`,
      outcome: isPass(index, passes) ? 'pass' : 'fail',
      ...(costUsd === undefined ? {} : { costUsd }),
      ...(latencyMs === undefined ? {} : { latencyMs }),
    }))
    await nines.call('trial.log', trials)
  }
}

export const twoConfigurations: readonly ConfigurationSketch[] = [
  { name: 'small', passes: 0.72, cases: 60, costUsd: 0.004, latencyMs: 900 },
  { name: 'large', passes: 0.9, cases: 70, from: 6, costUsd: 0.021, latencyMs: 2300 },
]

export const fourConfigurations: readonly ConfigurationSketch[] = [
  { name: 'small, prompt 3', passes: 0.71, cases: 120, costUsd: 0.0041, latencyMs: 900 },
  { name: 'large, prompt 3', passes: 0.93, cases: 120, costUsd: 0.021, latencyMs: 2300 },
  { name: 'large, 8 votes', passes: 0.97, cases: 115, from: 6, costUsd: 0.168, latencyMs: 2900 },
  { name: 'old model', passes: 0.8, cases: 80, costUsd: 0.035, latencyMs: 4100 },
]

export const twelveConfigurations: readonly ConfigurationSketch[] = Array.from(
  { length: 12 },
  (_, index): ConfigurationSketch => ({
    name: `model-${index + 1}${index % 3 === 0 ? ', longer thinking and tools' : ''}`,
    passes: 0.62 + 0.03 * ((index * 5) % 12),
    cases: 40 + 5 * index,
    costUsd: 0.002 * 1.6 ** ((index * 7) % 12),
    latencyMs: 500 + 300 * index,
  }),
)
