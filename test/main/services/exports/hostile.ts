import * as fc from 'fast-check'
import { grader, outcome, severity, verifierVerdict } from '../../../../shared/domain/trial.ts'
import type { GivenTrial } from '../../../helpers/workspace.ts'

/** Pieces that break files: formulas, quotes, separators, line ends, marks, names that objects treat as their own. */
const pieces = [
  ["'", "''", '"', '""', ',', ';', '\t', '\r', '\n', '\r\n', ' ', '|', '[', ']', '["a"]', '{}', '\\', '#'],
  [
    '=1+1',
    "'=1+1",
    '+1',
    '-1',
    '@SUM(A1)',
    '＝1',
    '=cmd|" /C calc"!A0',
    'sep=;',
    '\uFEFF',
    '\u2028',
    '\u202E',
  ],
  [
    '항공 예약',
    '환불',
    'é',
    '👩🏽‍💻',
    '__proto__',
    'null',
    'NaN',
    'true',
    '1e5',
    '007',
    '2025-03-01',
    'case',
  ],
].flat()

export const hostileText: fc.Arbitrary<string> = fc
  .array(fc.oneof(fc.constantFrom(...pieces), fc.string({ unit: 'binary', maxLength: 4 })), { maxLength: 4 })
  .map((parts) => parts.join('').toWellFormed().replaceAll('\u0000', '\uFFFD'))

function hostileName(longest: number): fc.Arbitrary<string> {
  return hostileText
    .map((text) => text.trim().slice(0, longest).trim().toWellFormed())
    .filter((text) => text !== '')
}

const number = (min: number, max: number): fc.Arbitrary<number> =>
  fc
    .oneof(fc.constantFrom(min, max, 0, 5e-324, 0.1), fc.double({ min, max, noNaN: true }))
    .map((each) => each + 0)
const tokens = fc.oneof(fc.constantFrom(0, Number.MAX_SAFE_INTEGER), fc.integer({ min: 0, max: 1e6 }))
const moment = fc
  .date({ min: new Date('1970-01-01'), max: new Date('2100-01-01'), noInvalidDate: true })
  .map((each) => each.toISOString())
const zoned = moment.map((each) => each.replace(/\.\d+Z$/u, '+09:00'))

/** Few names, so that cases get several trials and configurations meet on them. */
const casePool = fc.uniqueArray(hostileName(500), { minLength: 1, maxLength: 5 })
const configurationPool = fc.uniqueArray(hostileName(500), { minLength: 1, maxLength: 3 })

const fields = fc.record(
  {
    outcome: fc.constantFrom(...outcome.options),
    score: number(-1e300, 1e300),
    verifier: fc.constantFrom(...verifierVerdict.options),
    confidence: number(0, 1),
    latencyMs: number(0, 1e12),
    costUsd: number(0, 1e9),
    inputTokens: tokens,
    outputTokens: tokens,
    cause: hostileName(60),
    severity: fc.constantFrom(...severity.options),
    segment: hostileName(200),
    input: hostileText.filter((each) => each !== ''),
    answer: hostileText,
    actions: fc.array(hostileText, { maxLength: 3 }),
    grader: fc.constantFrom(...grader.options),
    loggedBy: hostileName(200),
    startedAt: fc.oneof(moment, zoned, fc.constant('2025-03-01T10:00Z')),
    loggedAt: moment,
    note: hostileText.filter((each) => each !== ''),
  },
  { requiredKeys: ['outcome', 'loggedAt'] },
)

/** Cases that nobody has tried, with labels of their own and with those of others. */
export const hostileCases = fc.uniqueArray(
  fc.record(
    {
      case: hostileName(500),
      segment: hostileName(200),
      input: hostileText.filter((each) => each !== ''),
    },
    { requiredKeys: ['case'] },
  ),
  { maxLength: 4, selector: (each) => each.case },
)

/** Trials of one task that nobody would log and everybody might: unique by configuration, case and repeat. */
export const hostileTrials: fc.Arbitrary<readonly GivenTrial[]> = fc
  .tuple(casePool, configurationPool)
  .chain(([cases, configurations]) =>
    fc.uniqueArray(
      fc
        .tuple(
          fc.constantFrom(...cases),
          fc.constantFrom(...configurations),
          fc.oneof({ weight: 8, arbitrary: fc.integer({ min: 1, max: 4 }) }, fc.constant(100_000)),
          fields,
        )
        .map(
          ([label, configuration, repeat, rest]): GivenTrial => ({
            case: label,
            configuration,
            repeat,
            ...rest,
          }),
        ),
      {
        minLength: 1,
        maxLength: 20,
        selector: ({ configuration, case: label, repeat }) => JSON.stringify([configuration, label, repeat]),
      },
    ),
  )
