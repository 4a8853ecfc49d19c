/** What stands in a place of the documented JSON. `measured`: a number, or `{ "notMeasured": "reason-code" }`. */
type Leaf = 'number' | 'text' | 'yes or no' | 'measured' | 'text or null' | 'measured or null'
export type Shape = Leaf | readonly [Shape] | { readonly [key: string]: Shape }

const interval = { estimate: 'measured', lower: 'number', upper: 'number' } as const
const atK = { k: 'number', ...interval, cases: 'number' } as const

/** `nines assess --json`, key by key as the interface is documented. */
export const documentedAssessment: Shape = {
  formatVersion: 'number',
  methodVersion: 'number',
  task: 'text',
  configuration: 'text',
  scope: 'text',
  alpha: 'number',
  target: 'text',
  counts: {
    cases: 'number',
    completeCases: 'number',
    plannedRepeats: 'number',
    trials: 'number',
    passes: 'number',
    failures: 'number',
    errors: 'number',
    voids: 'number',
    notCounted: 'number',
  },
  reliability: { ...interval, nines: 'measured' },
  levels: [
    {
      name: 'text',
      required: 'number',
      verdict: 'text',
      logEvidenceMeets: 'number',
      logEvidenceShort: 'number',
      casesNeeded: 'measured or null',
    },
  ],
  repeats: {
    passAt: [atK],
    passAll: [atK],
    majority: [atK],
    retry: [
      {
        k: 'number',
        right: interval,
        wrong: interval,
        handedOff: interval,
        expectedAttempts: 'measured',
        costUsd: 'measured',
        latencyMs: 'measured',
      },
    ],
  },
  gapBar: { reliable: 'measured', flaky: 'measured', neverSolved: 'measured', k: 'number' },
  bottleneck: {
    verdict: 'text',
    level: 'text',
    reasons: ['text'],
    leaning: 'text or null',
    evidenceConflict: 'yes or no',
    strategies: [
      {
        strategy: 'text',
        k: 'number',
        estimate: 'measured',
        verdict: 'text',
        feasible: 'yes or no',
        costUsd: 'measured',
        latencyMs: 'measured',
      },
    ],
    next: ['text'],
  },
  causes: [{ cause: 'text or null', lever: 'text or null', failures: 'number', share: 'number' }],
  cost: { meanUsd: 'measured', perPassUsd: 'measured' },
  latency: { meanMs: 'measured', p50Ms: 'measured', p95Ms: 'measured' },
  segments: [{ segment: 'text', cases: 'number', ...interval }],
  dataFingerprint: 'text',
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function isMeasured(value: unknown): boolean {
  return typeof value === 'number' || (isObject(value) && typeof value['notMeasured'] === 'string')
}

const holds: Readonly<Record<Leaf, (value: unknown) => boolean>> = {
  number: (value) => typeof value === 'number',
  text: (value) => typeof value === 'string',
  'yes or no': (value) => typeof value === 'boolean',
  measured: isMeasured,
  'text or null': (value) => value === null || typeof value === 'string',
  'measured or null': (value) => value === null || isMeasured(value),
}

function mismatchesIn(shape: Shape, value: unknown, path: string): readonly string[] {
  if (typeof shape === 'string') return holds[shape](value) ? [] : [`${path} is not ${shape}`]
  if (Array.isArray(shape)) {
    if (!Array.isArray(value)) return [`${path} is no list`]
    // An empty list would prove nothing of what stands in it.
    if (value.length === 0) return [`${path} is empty`]
    const [each] = shape
    return value.flatMap((item, index) => mismatchesIn(each, item, `${path}[${index}]`))
  }
  if (!isObject(value)) return [`${path} is no object`]
  return Object.entries(shape).flatMap(([key, inner]) =>
    key in value ? mismatchesIn(inner, value[key], `${path}.${key}`) : [`${path}.${key} is missing`],
  )
}

/** Where a JSON document differs from its documentation; further keys are no difference. */
export function mismatches(value: unknown, shape: Shape = documentedAssessment): readonly string[] {
  return mismatchesIn(shape, value, '$')
}
