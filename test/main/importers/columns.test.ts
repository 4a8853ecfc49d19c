import { describe, expect, it } from 'vitest'
import { lines, problemsOf, read, rowsOf } from './read.ts'

/** All columns of the format, with a value each. */
const everything: readonly (readonly [string, string])[] = [
  ['case', 'refund 7'],
  ['configuration', 'model A'],
  ['repeat', '3'],
  ['outcome', 'fail'],
  ['score', '0.25'],
  ['verifier', 'accept'],
  ['confidence', '0.9'],
  ['latency_ms', '1500'],
  ['cost_usd', '0.02'],
  ['input_tokens', '1200'],
  ['output_tokens', '80'],
  ['cause', 'tool-error'],
  ['severity', 'high'],
  ['segment', 'refunds'],
  ['input', 'Refund my order'],
  ['answer', 'Done'],
  ['actions', 'look_up|refund'],
  ['grader', 'judge'],
  ['logged_by', 'Kim'],
  ['started_at', '2025-03-01T10:00:00Z'],
  ['note', 'too much'],
]

const everythingRead = {
  case: 'refund 7',
  configuration: 'model A',
  repeat: 3,
  outcome: 'fail',
  score: 0.25,
  verifier: 'accept',
  confidence: 0.9,
  latencyMs: 1500,
  costUsd: 0.02,
  inputTokens: 1200,
  outputTokens: 80,
  cause: 'tool-error',
  severity: 'high',
  segment: 'refunds',
  input: 'Refund my order',
  answer: 'Done',
  actions: ['look_up', 'refund'],
  grader: 'judge',
  loggedBy: 'Kim',
  startedAt: '2025-03-01T10:00:00Z',
  note: 'too much',
}

/** The columns as a CSV file with one row. */
function asCsv(columns: readonly (readonly [string, string])[]): string {
  return lines(columns.map(([name]) => name).join(','), columns.map(([, value]) => value).join(','))
}

function latencyOf(name: string): unknown {
  return rowsOf(lines(`case,model,outcome,${name}`, 'a,m,pass,1.005'))[0]?.latencyMs
}

describe('column names', () => {
  it('are recognised in any order', () => {
    expect(rowsOf(asCsv(everything))).toEqual([everythingRead])
    expect(rowsOf(asCsv(everything.toReversed()))).toEqual([everythingRead])
  })

  it.each([
    ['upper case', (name: string) => name.toUpperCase()],
    ['spaces for underscores and around', (name: string) => `  ${name.replaceAll('_', ' ')} `],
    ['hyphens', (name: string) => name.replaceAll('_', '-')],
    ['camel case', (name: string) => name.replaceAll(/_(.)/gu, (_, letter: string) => letter.toUpperCase())],
  ])('are recognised in %s', (_, spell) => {
    const spelled = everything.map(([name, value]): [string, string] => [spell(name), value])
    expect(problemsOf(asCsv(spelled))).toEqual([])
    expect(rowsOf(asCsv(spelled))).toEqual([everythingRead])
  })

  it.each([
    ['case', ['Case ID', 'test_case', 'task_id', 'example', 'sample_id', 'question_id']],
    ['configuration', ['config', 'model', 'Model Name', 'variant']],
    ['repeat', ['trial', 'attempt', 'epoch', 'run', 'repetition_number']],
    ['outcome', ['result', 'Status', 'passed', 'success', 'correct', 'is_correct']],
    ['score', ['reward']],
    ['verifier', ['verdict', 'verifier_verdict']],
    ['confidence', ['self-confidence', 'confidence score']],
    ['latency_ms', ['Latency (ms)', 'duration_ms', 'latency_s', 'Duration (seconds)', 'response time (sec)']],
    ['cost_usd', ['cost', 'Cost ($)', 'total_cost_usd']],
    ['input_tokens', ['prompt_tokens', 'tokens_in']],
    ['output_tokens', ['completion_tokens', 'tokens_out']],
    ['cause', ['failure_cause', 'failure mode']],
    ['severity', ['failure_severity']],
    ['segment', ['category', 'group', 'slice']],
    ['input', ['prompt', 'question', 'query']],
    ['answer', ['output', 'response', 'prediction']],
    ['actions', ['tool_calls', 'tool names']],
    ['grader', ['grader_kind']],
    ['logged_by', ['graded_by', 'annotator']],
    ['started_at', ['start_time', 'timestamp']],
    ['note', ['notes', 'comment', 'Remarks']],
  ])('of %s have other spellings', (field, names) => {
    for (const name of names) {
      expect(read(lines(name, 'x')).columns).toEqual([{ name, field, known: true }])
    }
  })

  it('tell latencies in seconds, without noise in the digits', () => {
    expect(latencyOf('latency_s')).toBe(1005)
    expect(latencyOf('Elapsed (seconds)')).toBe(1005)
    expect(latencyOf('latency_ms')).toBe(1.005)
  })

  it('of well-known columns without a field are left out without a question', () => {
    const file = read(lines('case,model,outcome,Messages', 'a,m,pass,32'))
    expect(file.problemCount).toBe(0)
    expect(file.columns.at(-1)).toEqual({ name: 'Messages', field: null, known: true })
  })
})

describe('an unknown column', () => {
  it.each([
    ['outcme', 'did you mean outcome? map it to a field or leave it out'],
    ['latncy_ms', 'did you mean latency_ms? map it to a field or leave it out'],
    ['Confidense', 'did you mean confidence? map it to a field or leave it out'],
    ['modle', 'map it to a field or leave it out'],
    ['rewards', 'did you mean score? map it to a field or leave it out'],
    ['notez', 'did you mean note? map it to a field or leave it out'],
    ['temperature', 'map it to a field or leave it out'],
    ['id', 'map it to a field or leave it out'],
    [
      'Latency',
      'it lacks a unit: rename it to latency_ms or latency_s, or map it to latency_ms if it is in milliseconds',
    ],
    ['failed', 'it says the opposite of an outcome: turn it into a column "passed"'],
    ['__proto__', 'map it to a field or leave it out'],
    ['constructor', 'map it to a field or leave it out'],
    ['toString', 'map it to a field or leave it out'],
  ])('called %s blocks the file, with advice', (name, advice) => {
    const content = lines('', `case,model,outcome,${name}`, 'a,m,pass,1')
    expect(problemsOf(content)).toEqual([`2, ${name}: column "${name}" is not known: ${advice}`])
    expect(read(content).blocking).toBe(true)
    // The rows are read all the same, so that the preview can show them.
    expect(rowsOf(content)).toEqual([{ case: 'a', configuration: 'm', outcome: 'pass', repeat: 1 }])
  })

  it('of any length is named in short, without line breaks', () => {
    const name = `a "b"\n${'\u0315\u0300'.repeat(200_000)}`
    const content = lines(`case,model,outcome,"${name.replaceAll('"', '""')}"`, 'a,m,pass,1')
    const [problem] = read(content).problems
    expect(problem?.column).toHaveLength(80)
    expect(problem?.reason).toMatch(/^column "a "b" [\u0300\u0315]+…" is not known: /u)
    expect(problem?.reason).not.toContain('\n')
  })
})

describe('columns without a name', () => {
  it('at the end of the header are none, even where rows have separators for them', () => {
    const content = lines('case,model,outcome,,', 'a,m,pass,,', 'b,m,pass', 'c,m,pass,,,,')
    const file = read(content)
    expect(file.problemCount).toBe(0)
    expect(file.columns.map((column) => column.name)).toEqual(['case', 'model', 'outcome'])
    expect(file.trials).toHaveLength(3)
  })

  it('in between are accepted while they are empty, and reported once when they are not', () => {
    expect(problemsOf(lines('case,,model,outcome', 'a,,m,pass', 'b, ,m,pass'))).toEqual([])
    const content = lines(',case,model,outcome', ',a,m,pass', '1,b,m,pass', '2,c,m,pass')
    expect(problemsOf(content)).toEqual([
      '1: column 1 has no name but holds a value on line 3: give it a name or leave it out',
    ])
    expect(read(content).blocking).toBe(true)
  })

  it('can be left out or mapped', () => {
    const content = lines(',case,model,outcome', '0,a,m,pass')
    expect(problemsOf(content, { ignoreColumns: [''] })).toEqual([])
    expect(problemsOf(content, { mapping: { note: '' } })).toEqual([])
    expect(rowsOf(content, { mapping: { note: '' } })[0]).toMatchObject({ case: 'a', note: '0' })
  })
})

it('more than 1,000 columns are refused', () => {
  const names = Array.from({ length: 1_001 }, (_, index) => `c${index}`).join(';')
  expect(() => read(lines('', names, '1'))).toThrow(
    'trials.txt: line 2 names 1,001 columns; up to 1,000 can be read. Choose a file with a row per trial. Nothing was imported.',
  )
})
