import * as fc from 'fast-check'
import type { GivenTrial } from '../../helpers/workspace.ts'

/** Names that an object with keys, or a careless query, would lose or mix up. */
export const hostileNames = [
  '__proto__',
  'constructor',
  'toString',
  'hasOwnProperty',
  '0',
  '-1',
  '한국어 원인',
  '가나다',
  '🧪 café',
  'null',
  "'; DROP TABLE trial; --",
  '"quoted", comma',
  '%_',
  'two  spaces',
  '긴이름'.repeat(20),
]

const name = fc.constantFrom(...hostileNames, 'plain', 'other')
/** Binary fractions: sums of them are exact in any order. */
const quantity = fc.integer({ min: 0, max: 4000 }).map((units) => units / 8)

const fields = fc.record(
  {
    outcome: fc.constantFrom('pass', 'pass', 'fail', 'fail', 'error', 'void'),
    verifier: fc.constantFrom('accept', 'reject'),
    cause: name,
    latencyMs: quantity,
    costUsd: quantity,
    answer: fc.constantFrom('42', ' 42', '__proto__', '', '서울'),
    loggedBy: name,
    loggedAt: fc.integer({ min: 10, max: 59 }).map((second) => `2026-03-01T09:00:${second}.000Z`),
  },
  { requiredKeys: ['outcome'] },
)

/** Latencies everywhere, as a team that measures them has it. */
const measuredFields = fc.tuple(fields, quantity).map(([rest, latencyMs]) => ({ ...rest, latencyMs }))

const configurations = ['base', 'more', '__proto__'] as const
const labels = ['a', 'b', 'c', '한국', '__proto__', 'constructor'] as const

const key = fc.record({
  configuration: fc.constantFrom(...configurations),
  case: fc.constantFrom(...labels),
  repeat: fc.integer({ min: 1, max: 7 }),
})

function keyText(row: { configuration: string; case: string; repeat: number }): string {
  return JSON.stringify([row.configuration, row.case, row.repeat])
}

export interface TrialSet {
  readonly plannedRepeats: number
  readonly rows: readonly GivenTrial[]
  /** Segment by case label; cases without one are left out. */
  readonly segments: ReadonlyMap<string, string>
}

/** Trials in random order: gaps between repeats, voids, incomplete cases and repeats beyond the plan included. */
export const trialSet: fc.Arbitrary<TrialSet> = fc
  .record({
    plannedRepeats: fc.integer({ min: 1, max: 4 }),
    segments: fc.dictionary(fc.constantFrom(...labels), fc.constantFrom('north', '남쪽', '__proto__'), {
      maxKeys: 6,
    }),
    rows: fc.boolean().chain((measured) =>
      fc.uniqueArray(
        fc.tuple(key, measured ? measuredFields : fields).map(([each, rest]) => ({ ...each, ...rest })),
        { selector: keyText, minLength: 1, maxLength: 70, size: 'max' },
      ),
    ),
  })
  .map(({ plannedRepeats, segments, rows }) => {
    const byCase = new Map(Object.entries(segments))
    const located = rows.map((row): GivenTrial => {
      const segment = byCase.get(row.case)
      return segment === undefined ? row : { ...row, segment }
    })
    return { plannedRepeats, rows: located, segments: byCase }
  })
