import { describe, expect, it } from 'vitest'
import { cellOf, faultOf, lines, problemsOf, rowsOf } from './read.ts'

function outcomeOf(text: string): unknown {
  return rowsOf(lines('case,model,outcome', `a,m,${text}`))[0]?.outcome
}

describe('the outcome', () => {
  it.each([
    ['pass', ['pass', 'passed', 'p', 'true', 't', '1', '1.0', 'yes', 'y', 'success', 'succeeded', 'correct']],
    ['fail', ['fail', 'failed', 'f', 'false', '0', '0.0', 'no', 'n', 'failure', 'incorrect']],
    ['error', ['error', 'errored', 'e']],
    ['void', ['void', 'voided', 'v']],
  ])('%s has many spellings, in any case', (outcome, spellings) => {
    for (const spelling of spellings) {
      const capitalised = spelling.charAt(0).toUpperCase() + spelling.slice(1)
      for (const text of [spelling, spelling.toUpperCase(), capitalised, ` ${spelling}\u00A0`]) {
        expect([text, outcomeOf(text)]).toEqual([text, outcome])
      }
    }
  })

  it.each(['maybe', 'passs', '2', '0.5', '-', 'n/a', 'null', 'skipped', '__proto__', 'constructor', '통과'])(
    'is never guessed from "%s"',
    (text) => {
      expect(problemsOf(lines('case,model,Result', 'a,m,pass', `a,m,${text}`))).toEqual([
        `3, Result: "${text}" is not one of pass, fail, error, void`,
      ])
    },
  )

  it('is not a failure when it is missing', () => {
    expect(problemsOf(lines('case,model,outcome', 'a,m,', 'b,m,   '))).toEqual([
      '2, outcome: not graded: the outcome is empty; a missing outcome is not a failure',
      '3, outcome: not graded: the outcome is empty; a missing outcome is not a failure',
    ])
  })
})

describe('a score', () => {
  it('passes from the pass mark on, and is kept', () => {
    const content = lines('case,model,score', 'a,m,0.5', 'b,m,0.49999', 'c,m,-3', 'd,m,1e2')
    const read = rowsOf(content, { passMark: 0.5 }).map(({ outcome, score }) => [outcome, score])
    expect(read).toEqual([
      ['pass', 0.5],
      ['fail', 0.49999],
      ['fail', -3],
      ['pass', 100],
    ])
    expect(rowsOf(content, { passMark: -3 })[2]?.outcome).toBe('pass')
  })

  it('decides only where no outcome is given', () => {
    const content = lines('case,model,outcome,score', 'a,m,error,1', 'b,m,,1', 'c,m,,')
    expect(rowsOf(content, { passMark: 0.5 }).map((row) => row.outcome)).toEqual(['error', 'pass'])
    expect(problemsOf(content)).toEqual([
      '3, outcome: not graded: the outcome is empty and the score has no pass mark; a missing outcome is not a failure',
      '4, outcome: not graded: the outcome is empty; a missing outcome is not a failure',
    ])
  })

  it('that cannot be read is the only problem of its row', () => {
    expect(problemsOf(lines('case,model,score', 'a,m,good'), { passMark: 0.5 })).toEqual([
      '2, score: "good" is not a number',
    ])
  })
})

describe('words', () => {
  it.each([
    ['verifier', 'accept', ['accept', 'ACCEPTED', 'true', '1', 'yes', 'y', 't']],
    ['verifier', 'reject', ['reject', 'Rejected', 'false', '0', 'no', 'n', 'f']],
    ['severity', 'low', ['low', 'Low ']],
    ['severity', 'critical', ['critical', 'CRITICAL']],
    ['grader', 'human', ['human', 'Human']],
    ['grader', 'check', ['check']],
    ['grader', 'judge', ['judge']],
  ])('of the %s can say %s', (field, value, spellings) => {
    for (const spelling of spellings) expect(cellOf(field, spelling)).toEqual({ [field]: value })
  })

  it.each([
    ['verifier', 'pass', 'accept, reject'],
    ['severity', 'urgent', 'low, medium, high, critical'],
    ['grader', 'llm', 'human, check, judge'],
  ])('of the %s are not guessed', (field, text, choice) => {
    expect(faultOf(field, text)).toEqual([`2, ${field}: "${text}" is not one of ${choice}`])
    expect(cellOf(field, ' ')).toEqual({})
  })
})

describe('numbers', () => {
  it.each([
    ['1', 1],
    [' 12.50 ', 12.5],
    ['+.5', 0.5],
    ['5.', 5],
    ['1e-3', 0.001],
    ['2.5E+2', 250],
    ['-0', 0],
    ['-7', -7],
  ])('"%s" is %d', (text, value) => {
    expect(cellOf('score', text)).toEqual({ score: value })
  })

  it.each(['NaN', 'Infinity', '-inf', '0x10', '1_000', '$0.02', '50%', '1.2.3', '1e', '--1', 'one', '١'])(
    '"%s" is none',
    (text) => {
      expect(faultOf('score', text)).toEqual([`2, score: "${text}" is not a number`])
    },
  )

  it.each(['0,5', '1,234.5', '1.234,5', '1 234,5'])('"%s" has a comma that is not guessed', (text) => {
    expect(faultOf('cost_usd', text)).toEqual([
      `2, cost_usd: "${text}" is not a number: write it with a decimal point and without thousands separators, a comma is not guessed`,
    ])
  })

  it.each([
    ['confidence', '-0.01', 'is below 0'],
    ['confidence', '1.0001', 'is above 1'],
    ['latency_ms', '-1', 'is below 0'],
    ['cost_usd', '-0.5', 'is below 0'],
    ['input_tokens', '-1', 'is below 0'],
    ['input_tokens', '1.5', 'is not a whole number'],
    ['output_tokens', '9007199254740992', 'is above 9007199254740991'],
    ['repeat', '0', 'is below 1'],
    ['repeat', '1.5', 'is not a whole number'],
    ['repeat', '100001', 'is above 100000'],
    ['score', '1e400', 'is too large for a number'],
    ['latency_s', '1e306', 'is too large for a number'],
  ])('out of range: %s %s', (field, text, reason) => {
    expect(faultOf(field, text)).toEqual([`2, ${field}: "${text}" ${reason}`])
  })

  it.each([
    ['confidence', '0', { confidence: 0 }],
    ['confidence', '1', { confidence: 1 }],
    ['latency_ms', '0', { latencyMs: 0 }],
    ['latency_ms', '-0.0', { latencyMs: 0 }],
    ['cost_usd', '0', { costUsd: 0 }],
    ['input_tokens', '12.0', { inputTokens: 12 }],
    ['output_tokens', '9007199254740991', { outputTokens: 9_007_199_254_740_991 }],
    ['score', '  ', {}],
  ])('at the end of the range: %s %s', (field, text, expected) => {
    expect(cellOf(field, text)).toEqual(expected)
  })

  it('repeats go up to 100,000', () => {
    expect(rowsOf(lines('case,model,repeat,outcome', 'a,m,100000,p', 'a,m,1.0,p'))).toMatchObject([
      { repeat: 100_000 },
      { repeat: 1 },
    ])
  })
})

describe('texts', () => {
  it.each([
    ['cause', 'cause', 60],
    ['segment', 'segment', 200],
    ['logged_by', 'loggedBy', 200],
  ])('of the %s lose blanks around them and have a limit', (field, key, maximum) => {
    const longest = 'x'.repeat(maximum)
    expect(cellOf(field, ` ${longest}\t`)).toEqual({ [key]: longest })
    expect(cellOf(field, ' \t ')).toEqual({})
    expect(faultOf(field, `${longest}x`)).toEqual([
      `2, ${field}: "${'x'.repeat(59)}…" is ${maximum + 1} characters long; at most ${maximum} can be stored`,
    ])
  })

  it.each(['case', 'model'])('a %s has up to 500 characters', (column) => {
    const content = (text: string): string =>
      lines('case,model,outcome', column === 'case' ? `${text},m,pass` : `a,${text},pass`)
    expect(problemsOf(content(` ${'x'.repeat(500)} `))).toEqual([])
    expect(problemsOf(content('x'.repeat(501)))).toEqual([
      `2, ${column}: "${'x'.repeat(59)}…" is 501 characters long; at most 500 can be stored`,
    ])
  })

  it.each(['input', 'answer', 'note'])('the %s stays as it is, up to 100,000 characters', (field) => {
    expect(cellOf(field, ' a "b"\r\n\tc ')).toEqual({ [field]: ' a "b"\r\n\tc ' })
    expect(cellOf(field, 'x'.repeat(100_000))).toEqual({ [field]: 'x'.repeat(100_000) })
    expect(faultOf(field, 'x'.repeat(100_001))).toEqual([
      `2, ${field}: "${'x'.repeat(59)}…" is 100,001 characters long; at most 100,000 can be stored`,
    ])
  })

  it('shown in a reason do not break the sentence or a character', () => {
    const disguised = '\u202Etext\n\u2028x'
    expect(faultOf('severity', disguised)).toEqual([
      '2, severity: " text  x" is not one of low, medium, high, critical',
    ])
    expect(faultOf('severity', `${'x'.repeat(58)}😀😀`)).toEqual([
      `2, severity: "${'x'.repeat(58)}…" is not one of low, medium, high, critical`,
    ])
  })
})

it('actions are the names between bars', () => {
  expect(cellOf('actions', 'look_up|refund | look_up||')).toEqual({
    actions: ['look_up', 'refund', 'look_up'],
  })
  expect(cellOf('actions', 'refund')).toEqual({ actions: ['refund'] })
  expect(cellOf('actions', '|')).toEqual({ actions: [] })
  expect(cellOf('actions', '')).toEqual({})
})

it('actions may be a JSON list of texts, which holds any name', () => {
  expect(cellOf('actions', '["a|b"," c ",""]')).toEqual({ actions: ['a|b', ' c ', ''] })
  expect(cellOf('actions', ' []')).toEqual({ actions: [] })
  // Lists of other things and what merely looks like a list are names as they stand.
  expect(cellOf('actions', '[1]|[a')).toEqual({ actions: ['[1]', '[a'] })
  expect(cellOf('actions', '[1]')).toEqual({ actions: ['[1]'] })
})

it('the time of logging is kept in UTC', () => {
  expect(cellOf('logged_at', '2025-03-01T10:00:00+09:00')).toEqual({ loggedAt: '2025-03-01T01:00:00.000Z' })
  expect(cellOf('logged_at', ' ')).toEqual({})
  for (const text of ['yesterday', '0000-01-01T00:00:00+09:00', '9999-12-31T23:59:59-01:00']) {
    expect(faultOf('logged_at', text)).toEqual([
      `2, logged_at: "${text}" is not a date and time such as 2025-03-01T10:00:00Z or 2025-03-01T10:00:00+09:00`,
    ])
  }
})

describe('the start', () => {
  it.each([
    ['2025-03-01T10:00:00Z', '2025-03-01T10:00:00Z'],
    ['2025-03-01t10:00:00.125z', '2025-03-01T10:00:00.125Z'],
    ['2025-03-01 10:00', '2025-03-01T10:00Z'],
    ['2025-03-01T10:00:00+09:00', '2025-03-01T10:00:00+09:00'],
    ['2025-03-01 10:00:00 -0330', '2025-03-01T10:00:00-03:30'],
    ['2024-02-29', '2024-02-29T00:00:00Z'],
    [' 2025-12-31T23:59:59Z ', '2025-12-31T23:59:59Z'],
  ])('"%s" is %s', (text, expected) => {
    expect(cellOf('started_at', text)).toEqual({ startedAt: expected })
  })

  it.each(
    [
      ['2025-02-29', '1900-02-29', '2025-04-31', '2025-13-01', '2025-00-10', '2025-03-00'],
      ['2025-03-01T24:00', '2025-03-01T10:60', '2025-03-01T10:00:60', '2025-03-01T10:00+24:00'],
      ['01.03.2025', '3/1/2025', '1740823200', 'yesterday', '2025-03-01T', '2025-03-01Z'],
    ].flat(),
  )('"%s" is not an instant', (text) => {
    expect(faultOf('started_at', text)).toEqual([
      `2, started_at: "${text}" is not a date and time such as 2025-03-01T10:00:00Z or 2025-03-01T10:00:00+09:00`,
    ])
  })
})
