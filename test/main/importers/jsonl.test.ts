import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { failureOf, lines, problemsOf, read, rowsOf } from './read.ts'

const trial = { case: 'a', configuration: 'm', outcome: 'pass' }
const base = '"case":"a","configuration":"m","outcome":"pass"'

/** An object per line. */
function jsonl(...objects: readonly object[]): string {
  return lines(...objects.map((object) => JSON.stringify(object)))
}

/** Why a value, in JSON, cannot be used in a field. */
function faultsOf(field: string, json: string): readonly string[] {
  return problemsOf(lines(`{${base},"${field}":${json}}`))
}

describe('objects per line', () => {
  it('are trials, with keys in any order and case', () => {
    const content = lines(
      '{"Outcome":false,"Case":7,"MODEL":"m","repeat":2,"score":0.25,"Latency (s)":1.1,"actions":["look_up","re|fund"]}',
      '',
      '{"Case":"항공","MODEL":"m","repeat":1,"Outcome":1,"note":"\\u00e9\\n\\"x\\"","verifier":true,"cost":null}',
    )
    const file = read(content)
    expect(file).toMatchObject({ format: 'jsonl', rows: 2, problems: [], blocking: false })
    expect(file.trials).toEqual([
      {
        line: 1,
        row: {
          case: '7',
          configuration: 'm',
          repeat: 2,
          outcome: 'fail',
          score: 0.25,
          latencyMs: 1100,
          actions: ['look_up', 're|fund'],
        },
      },
      {
        line: 3,
        row: {
          case: '항공',
          configuration: 'm',
          repeat: 1,
          outcome: 'pass',
          note: 'é\n"x"',
          verifier: 'accept',
        },
      },
    ])
  })

  it.each([
    ['CR LF', '\r\n'],
    ['CR', '\r'],
  ])('may end with %s', (_, end) => {
    const content = jsonl(trial, { ...trial, case: 'b' }).replaceAll('\n', end)
    expect(rowsOf(content).map((row) => row.case)).toEqual(['a', 'b'])
  })

  it('may follow a byte order mark, blanks, or be UTF-16', () => {
    expect(rowsOf(`\uFEFF\n  ${jsonl(trial)}`)).toEqual([{ ...trial, repeat: 1 }])
    expect(rowsOf(Buffer.from(`\uFEFF${jsonl(trial)}`, 'utf16le'))).toEqual([{ ...trial, repeat: 1 }])
  })

  it('may each have other keys', () => {
    const content = jsonl({ ...trial, note: 'x' }, { ...trial, cost_usd: 0.5 }, { ...trial, score: '1e-7' })
    expect(rowsOf(content)).toEqual([
      { ...trial, note: 'x', repeat: 1 },
      { ...trial, costUsd: 0.5, repeat: 2 },
      { ...trial, score: 1e-7, repeat: 3 },
    ])
  })

  it('keep texts as they are: no apostrophe is taken off', () => {
    expect(rowsOf(jsonl({ ...trial, note: "'=1+1" }))[0]?.note).toBe("'=1+1")
  })

  it('pass from a pass mark on, and take a mapping and a configuration', () => {
    const content = jsonl({ id: 'a', reward: 1 }, { id: 'b', reward: 0.5 })
    expect(rowsOf(content, { mapping: { case: 'id' }, configuration: 'm', passMark: 1 })).toEqual([
      { case: 'a', configuration: 'm', outcome: 'pass', score: 1, repeat: 1 },
      { case: 'b', configuration: 'm', outcome: 'fail', score: 0.5, repeat: 1 },
    ])
  })
})

describe('keys', () => {
  it('that are unknown are named once, with the first line that has them', () => {
    const content = jsonl(trial, { ...trial, scroe: 1, '': 2 }, { ...trial, scroe: 2, temperature: 0 })
    expect(problemsOf(content)).toEqual([
      '2, scroe: column "scroe" is not known: map it to a field or leave it out',
      '2, : column "" is not known: map it to a field or leave it out',
      '3, temperature: column "temperature" is not known: map it to a field or leave it out',
    ])
    expect(read(content)).toMatchObject({ blocking: true, rows: 3 })
    expect(problemsOf(content, { ignoreColumns: ['scroe', '', 'Temperature'] })).toEqual([])
  })

  it.each(['__proto__', 'constructor', 'toString'])('such as %s are keys like others', (key) => {
    const content = lines(`{${base},"${key}":{"case":"b"}}`, `{${base}}`)
    expect(problemsOf(content)).toEqual([
      `1, ${key}: column "${key}" is not known: map it to a field or leave it out`,
    ])
    expect(rowsOf(content, { ignoreColumns: [key] })).toEqual([
      { ...trial, repeat: 1 },
      { ...trial, repeat: 2 },
    ])
    const mapped = lines(`{${base},"${key}":"x"}`, `{${base}}`)
    expect(rowsOf(mapped, { mapping: { note: key } })).toEqual([
      { ...trial, note: 'x', repeat: 1 },
      { ...trial, repeat: 2 },
    ])
  })

  it('of two spellings of a field are a problem', () => {
    expect(problemsOf(jsonl({ ...trial, model: 'n' }))).toEqual([
      '1, model: "configuration" and "model" both hold the configuration: map configuration to one of them, or leave one out',
    ])
  })

  it('beyond 1,000 different ones are refused', () => {
    const objects = Array.from({ length: 1_001 }, (_, index) => ({ [`key${index}`]: 1 }))
    expect(failureOf(jsonl(...objects))).toBe(
      'import-unreadable: trials.txt: up to line 1001 the objects have more than 1,000 different keys; up to 1,000 can be read. Choose a file with an object per trial. Nothing was imported.',
    )
  })
})

describe('a value that cannot be used', () => {
  it.each([
    ['outcome', '"maybe"', '"maybe" is not one of pass, fail, error, void'],
    ['case', '{"id":1}', 'the value is an object; write a text or a number'],
    ['case', '["a"]', 'a list is not a value; only actions may be a list'],
    [
      'case',
      '12345678901234567890',
      '12345678901234567000 has too many digits to be read exactly: write it in quotes',
    ],
    ['score', '1e999', 'the number is too large'],
    ['confidence', '1.5', '"1.5" is above 1'],
    ['actions', '["a",1]', 'the list holds something else than texts'],
    ['actions', '[["a"]]', 'the list holds something else than texts'],
    ['actions', '["a\\ud800"]', 'the text holds half of a character (a lone surrogate)'],
    ['note', '"\\udc00"', 'the text holds half of a character (a lone surrogate)'],
    ['note', '"a\\u0000b"', 'the text holds a NUL character'],
  ])('%s %s', (field, json, reason) => {
    const object = `{"configuration":"m",${field === 'case' ? '' : '"case":"a",'}${field === 'outcome' ? '' : '"outcome":"pass",'}"${field}":${json}}`
    expect(problemsOf(lines(`{${base}}`, object))).toEqual([`2, ${field}: ${reason}`])
  })

  it('leaves a whole pair of surrogates alone', () => {
    expect(rowsOf(lines(`{${base},"note":"\\ud83d\\ude00"}`))[0]?.note).toBe('😀')
  })

  it('may be missing or null only where it may be empty', () => {
    expect(problemsOf(lines(`{${base}}`, '{"case":null,"configuration":"m"}'))).toEqual([
      '2, case: the case is empty',
      '2, outcome: not graded: the outcome is empty; a missing outcome is not a failure',
    ])
  })

  it('is no danger when it is deeply nested', () => {
    const deep = `${'['.repeat(200_000)}${']'.repeat(200_000)}`
    expect(faultsOf('actions', deep)).toEqual(['1, actions: the list holds something else than texts'])
    expect(faultsOf('note', `{"a":`.repeat(100_000) + '1' + '}'.repeat(100_000))).toEqual([
      '1, note: the value is an object; write a text or a number',
    ])
    expect(failureOf(deep)).toContain('this is one JSON document')
    expect(failureOf('{"a":'.repeat(150_000))).toContain('line 1: the line is not valid JSON')
  })
})

describe('a line that is no object', () => {
  it.each([
    [`{${base},"score":NaN}`, 'NaN is no JSON value, write null or leave it out'],
    [`{${base},"score":-Infinity}`, '-Infinity is no JSON value, write null or leave it out'],
    [`{${base},"score": Infinity }`, 'Infinity is no JSON value, write null or leave it out'],
    [`{${base}},`, 'take off the comma at its end'],
  ])('is named, with the cure: %s', (line, cure) => {
    const content = lines(`{${base}}`, '', line, `{${base}}`)
    expect(problemsOf(content)).toEqual([`3: the line is not valid JSON: ${cure}`])
    expect(read(content)).toMatchObject({ rows: 3, blocking: false })
    expect(read(content).trials.map((each) => each.line)).toEqual([1, 4])
  })

  it.each(['[1,2]', '"text"', '12', 'null', 'true'])('but %s is named as well', (line) => {
    const shown = line.replaceAll('\n', ' ')
    expect(problemsOf(lines(`{${base}}`, line))).toEqual([
      `2: "${shown}" is not an object: each line is one, such as {"case": "a", "outcome": "pass"}`,
    ])
  })

  it.each([
    "{'case':'a'}",
    '{"case":"a"',
    '{"note":": NaN" x}',
    '{"note":"\t"}',
    'case,outcome',
    '{"a":None}',
  ])('or is not JSON at all is quoted: %j', (line) => {
    const [problem, ...others] = problemsOf(lines(`{${base}}`, line))
    expect(problem).toMatch(/^2: the line is not valid JSON: /u)
    expect(problem).toContain(`in "${line.replace('\t', ' ')}"`)
    expect(others).toEqual([])
  })

  it('is listed where a column is missing, too', () => {
    expect(read(lines('{"case":"a","model":"m"}', '{')).problems.map((each) => each.line)).toEqual([1, 2])
  })

  it('refuses the file when there is no other', () => {
    expect(failureOf(lines('', `{${base},"score":NaN}`, '{'))).toBe(
      'import-unreadable: trials.txt: line 2: the line is not valid JSON: NaN is no JSON value, write null or leave it out. Write a JSON object per line and trial. Nothing was imported.',
    )
  })

  it.each(['case,outcome', '[Description],outcome'])('refuses a table called JSONL: %s', (header) => {
    expect(failureOf(lines(header, 'a,pass'), { format: 'jsonl' })).toMatch(
      /^import-unreadable: trials\.txt: line 1: the line is not valid JSON: .* in ".*,outcome"\. /u,
    )
  })
})

describe('a JSON document', () => {
  const pretty = JSON.stringify({ results: [trial] }, null, 2)
  it.each([
    ['a list on one line', JSON.stringify([trial])],
    ['a list with an object per line', `[\n{${base}},\n{${base}}\n]`],
    ['an empty list', '[]'],
    ['an object over several lines', pretty],
    ['the same with CR', pretty.replaceAll('\n', '\r')],
    ['an object over several lines that is cut', pretty.slice(0, -5)],
    ['an object that starts with a key', pretty.replace('{\n', '{')],
    ['an object with rows that could be lines', `{"results": [\n{${base}},\n{${base}}\n]}`],
    ['an object on one line', JSON.stringify({ version: 3, results: [trial] })],
    ['an object of objects on one line', JSON.stringify({ a: trial, b: trial })],
    [
      'a test run of DeepEval',
      readFileSync(new URL('../../fixtures/imports/deepeval-4.1.10-test-run.json', import.meta.url)),
    ],
  ])('such as %s is told from lines', (_, content) => {
    const refused =
      'import-unreadable: trials.txt: this is one JSON document; JSON is read with one object per line (JSONL), an object per trial. Write each trial on a line of its own, for example with jq -c ".[]". Nothing was imported.'
    expect(failureOf(content)).toBe(refused)
    expect(failureOf(content, { format: 'jsonl' })).toBe(refused)
  })

  it('is none when it is one trial on one line', () => {
    expect(rowsOf(`{${base}}`)).toEqual([{ ...trial, repeat: 1 }])
  })
})

describe('lines without a case', () => {
  const missing = 'no column names the case: name one "case", or map case to the column that holds it'

  it('are told so at the first object, be it one or several', () => {
    const nameless = { configuration: 'm', outcome: 'pass' }
    expect(problemsOf(`\n\n${jsonl(nameless)}`)).toEqual([`3: ${missing}`])
    const nested = { ...nameless, data: { prompt: 'x' } }
    expect(problemsOf(jsonl(nested, nested))).toEqual([
      '1, data: column "data" is not known: map it to a field or leave it out',
      `1: ${missing}`,
    ])
  })
})
