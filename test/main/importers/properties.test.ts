import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ExpectedFailure } from '../../../shared/domain/failure.ts'
import { importFields } from '../../../shared/domain/import.ts'
import {
  grader,
  outcome,
  severity,
  type TrialRow,
  trialRow,
  verifierVerdict,
} from '../../../shared/domain/trial.ts'
import type { ReadFile } from '../../../main/importers/index.ts'
import { type Options, read } from './read.ts'
import { asJsonObject, type Style, writeCsv } from './writer.ts'

const awkward = fc.constantFrom(
  ...[
    [
      '"',
      '""',
      ',',
      ';',
      '\t',
      '\r\n',
      '\n',
      '\r',
      ' ',
      "'",
      "''",
      '=1+1',
      "'=1+1",
      '-5',
      '+',
      '@a',
      '|',
      '#',
    ],
    ['항공 예약', 'é', '👩🏽‍💻', '\uFEFF', '\u202E', '\u2028', '__proto__', 'NaN', '0'],
  ].flat(),
)
const text = fc
  .array(fc.oneof(awkward, fc.string({ unit: 'binary', maxLength: 5 })), { minLength: 1, maxLength: 4 })
  .map((parts) => parts.join('').replaceAll('\u0000', ''))

function label(maximum: number): fc.Arbitrary<string> {
  return text
    .map((each) => each.trim().slice(0, maximum).trim())
    .filter((each) => each !== '' && each.isWellFormed())
}

const number = (min: number, max: number): fc.Arbitrary<number> =>
  fc.double({ min, max, noNaN: true }).map((each) => (each === 0 ? 0 : each))
const tokens = fc.integer({ min: 0, max: Number.MAX_SAFE_INTEGER })
const action = fc.oneof(text, fc.constantFrom('', ' ', 'look_up', 'a|b', '[]', '["a"]'))

const instant = fc
  .date({
    min: new Date('0000-01-01T00:00:00Z'),
    max: new Date('9999-12-31T00:00:00Z'),
    noInvalidDate: true,
  })
  .map((each) => each.toISOString())

const rowWithoutRepeat = fc.record(
  {
    case: fc.oneof(fc.constantFrom('a', 'b', 'case'), label(500)),
    configuration: fc.oneof(fc.constantFrom('m', 'n'), label(500)),
    outcome: fc.constantFrom(...outcome.options),
    score: number(-1e300, 1e300),
    verifier: fc.constantFrom(...verifierVerdict.options),
    confidence: number(0, 1),
    latencyMs: number(0, 1e12),
    costUsd: number(0, 1e6),
    inputTokens: tokens,
    outputTokens: tokens,
    cause: label(60),
    severity: fc.constantFrom(...severity.options),
    segment: label(200),
    input: text.filter((each) => each !== ''),
    answer: fc.oneof(text, fc.constant('')),
    actions: fc.array(action, { maxLength: 4 }),
    grader: fc.constantFrom(...grader.options),
    loggedBy: label(200),
    startedAt: instant,
    loggedAt: instant,
    note: text.filter((each) => each !== ''),
  },
  { requiredKeys: ['case', 'configuration', 'outcome'] },
)

const keyOf = (row: Pick<TrialRow, 'case' | 'configuration'>): string =>
  JSON.stringify([row.configuration, row.case])

/** Trials whose repeats are given, unique per case and configuration. */
const trialsWithRepeats = fc.uniqueArray(
  fc
    .tuple(rowWithoutRepeat, fc.integer({ min: 1, max: 5 }))
    .map(([row, repeat]): TrialRow => ({ ...row, repeat })),
  { minLength: 1, maxLength: 12, selector: (row) => `${keyOf(row)}${row.repeat}` },
)

/** Trials whose repeats are their order of appearance. */
const trialsInOrder = fc.array(rowWithoutRepeat, { minLength: 1, maxLength: 12 }).map((rows) =>
  rows.map((row, index): TrialRow => {
    const earlier = rows.slice(0, index).filter((other) => keyOf(other) === keyOf(row))
    return { ...row, repeat: earlier.length + 1 }
  }),
)

function style(withRepeat: boolean): fc.Arbitrary<Style> {
  const columns = importFields.filter((field) => withRepeat || field !== 'repeat')
  return fc.record({
    separator: fc.constantFrom(',', ';', '\t'),
    lineEnd: fc.constantFrom('\n', '\r\n', '\r'),
    quoteAll: fc.boolean(),
    columns: fc.shuffledSubarray(columns, { minLength: columns.length }),
  })
}

const written = fc.oneof(fc.tuple(trialsWithRepeats, style(true)), fc.tuple(trialsInOrder, style(false)))

describe('any trials', () => {
  it('written as CSV are read back as they were, each with its line', () => {
    fc.assert(
      fc.property(written, fc.boolean(), ([rows, how], lineEndAtEnd) => {
        const { text: content, lines } = writeCsv(rows, how)
        const file = read(lineEndAtEnd ? content + how.lineEnd : content)
        expect(file.problems).toEqual([])
        expect(file).toMatchObject({ format: 'csv', rows: rows.length, problemCount: 0, blocking: false })
        expect(file.trials).toEqual(rows.map((row, index) => ({ line: lines[index], row })))
      }),
      { numRuns: 400 },
    )
  })

  it('written as UTF-16 or behind a byte order mark are the same', () => {
    fc.assert(
      fc.property(written, ([rows, how]) => {
        const content = `\uFEFF${writeCsv(rows, how).text}`
        const little = Buffer.from(content, 'utf16le')
        for (const bytes of [content, little, Buffer.from(little).swap16()]) {
          expect(read(bytes).trials.map((trial) => trial.row)).toEqual(rows)
        }
      }),
    )
  })

  it('written as JSONL are read back as they were, each with its line', () => {
    fc.assert(
      fc.property(written, ([rows, how]) => {
        const texts = rows.map((row) => JSON.stringify(asJsonObject(row, how.columns)))
        // JSON has no exact integers beyond 2^53; as texts they are exact.
        const file = read(texts.join(how.lineEnd))
        const bigScores = rows.filter(
          (row) => Number.isInteger(row.score) && !Number.isSafeInteger(row.score),
        )
        expect(file.problemCount).toBe(bigScores.length)
        const exact = rows.flatMap((row, index) =>
          bigScores.includes(row) ? [] : [{ line: index + 1, row }],
        )
        expect(file.trials).toEqual(exact)
      }),
    )
  })
})

function isAscending(numbers: readonly number[]): boolean {
  return numbers.every((each, index) => index === 0 || each >= (numbers[index - 1] ?? 0))
}

/** The rules that a file breaks after it was read; every file keeps them, whatever is in it. */
function brokenRules(file: ReadFile, content: Uint8Array): readonly string[] {
  const lineCount = Buffer.from(content)
    .toString('latin1')
    .split(/\r\n|\n|\r/u).length
  const trialLines = file.trials.map((trial) => trial.line)
  const problemLines = file.problems.map((problem) => problem.line)
  const keys = file.trials.map(({ row }) => `${keyOf(row)}${row.repeat}`)
  const rules = {
    'lines exist': [...trialLines, ...problemLines].every((line) => line >= 1 && line <= lineCount),
    'lines ascend': isAscending(trialLines) && isAscending(problemLines),
    'trials can be stored': file.trials.every(({ row }) => trialRow.strict().safeParse(row).success),
    'trials are unique': new Set(keys).size === keys.length,
    'a row is at most one trial': file.trials.length <= file.rows,
    'no row vanishes without a problem': file.problemCount > 0 || file.trials.length === file.rows,
    'problems are counted': file.problems.length === Math.min(file.problemCount, 1_000),
    'what blocks is a problem': !file.blocking || file.problemCount > 0,
  }
  return Object.entries(rules).flatMap(([rule, holds]) => (holds ? [] : [rule]))
}

/** The rules that reading these bytes breaks; what is thrown other than an expected failure is a bug. */
function faultsOfReading(content: Uint8Array, given: Options): readonly string[] {
  try {
    return brokenRules(read(content, given), content)
  } catch (error) {
    if (!(error instanceof ExpectedFailure)) throw error
    const sentence = /^trials\.txt: [^\n]+\. Nothing was imported\.$/u
    return error.code === 'import-unreadable' && sentence.test(error.message) ? [] : [error.message]
  }
}

const options: fc.Arbitrary<Options> = fc.record(
  {
    format: fc.constantFrom('auto', 'csv', 'jsonl'),
    mapping: fc.constantFrom({}, { case: 'b', note: '' }, { outcome: '__proto__' }),
    ignoreColumns: fc.constantFrom([], ['']),
    configuration: fc.constant('m'),
    passMark: fc.constant(0.5),
  },
  { requiredKeys: [] },
)

const fragments = [
  ['"', '""', ',', ';', '\t', '\n', '\r\n', '\r', ' ', '|', "'", '=', '\u0000', '\uFEFF', 'é', '가'],
  ['case', 'configuration', 'repeat', 'outcome', 'score', 'note', 'latency_s', 'b', '__proto__', 'sep=;\n'],
  ['pass', 'fail', '1', '0.5', '-1', '1e999', 'NaN', 'null', '2025-03-01', 'maybe', '\\ud800', '<?xml'],
  ['{', '}', '[', ']', ':', '{"case":"a","outcome":1,', '"repeat":2}\n'],
  ['{"case":"b","model":"m","outcome":"p"}\n', 'case,configuration,outcome\n', 'a,m,pass\n'],
  ['case;configuration;repeat;outcome\n', 'b;m;1;fail\n'],
].flat()

describe('any bytes', () => {
  it('are read or refused in a sentence', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), options, (bytes, given) => {
        expect(faultsOfReading(bytes, given)).toEqual([])
      }),
      { numRuns: 1_000 },
    )
  })

  it('behind any beginning that promises a format', () => {
    const beginning = fc.constantFrom('fffe', 'feff', 'efbbbf', '7b22', '5b', '636173652c', '504b', '22')
    fc.assert(
      fc.property(beginning, fc.uint8Array({ maxLength: 200 }), options, (hex, bytes, given) => {
        expect(faultsOfReading(Buffer.concat([Buffer.from(hex, 'hex'), bytes]), given)).toEqual([])
      }),
      { numRuns: 1_000 },
    )
  })

  it('made of the pieces of both formats', () => {
    const fragment = fc.constantFrom(...fragments)
    fc.assert(
      fc.property(fc.array(fragment, { maxLength: 40 }), options, (parts, given) => {
        expect(faultsOfReading(Buffer.from(parts.join('')), given)).toEqual([])
      }),
      { numRuns: 3_000 },
    )
  })
})
