import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { lines, problemsOf, read, rowsOf } from './read.ts'

const caseMissing = 'no column names the case: name one "case", or map case to the column that holds it'
const configurationMissing =
  'no column names the configuration: name one "configuration", map it, or give one name for all rows'
const outcomeMissing =
  'no column holds the outcome: name one "outcome" (pass, fail, error, void), or "score" and give a pass mark'
const passMarkMissing =
  'the file has scores and no outcomes: give a pass mark, a score of at least which passes'

describe('a mapping', () => {
  const content = lines('Frage,Modell,Ergebnis', 'a,m,pass')

  it('says what columns hold, by their name in any spelling', () => {
    const mapping = { case: 'frage', configuration: ' Modell ', outcome: 'ERGEBNIS' }
    expect(problemsOf(content, { mapping })).toEqual([])
    expect(read(content, { mapping }).columns).toEqual([
      { name: 'Frage', field: 'case', known: true },
      { name: 'Modell', field: 'configuration', known: true },
      { name: 'Ergebnis', field: 'outcome', known: true },
    ])
    expect(rowsOf(content, { mapping })).toEqual([
      { case: 'a', configuration: 'm', outcome: 'pass', repeat: 1 },
    ])
  })

  it('goes before the names that are recognised', () => {
    const both = lines('case,title,model,outcome,prompt', 'a,first,m,pass,hello')
    const options = { mapping: { case: 'title', note: 'prompt' } }
    expect(problemsOf(both, options)).toEqual([])
    expect(rowsOf(both, options)).toEqual([
      { case: 'first', configuration: 'm', outcome: 'pass', note: 'hello', repeat: 1 },
    ])
    expect(read(both, options).columns[0]).toEqual({ name: 'case', field: null, known: true })
  })

  it('prefers the exact name among several spellings', () => {
    const twice = lines('Case,case,model,outcome', 'first,second,m,pass')
    expect(rowsOf(twice, { mapping: { case: 'case' } })[0]?.case).toBe('second')
    expect(rowsOf(twice, { mapping: { case: 'Case' } })[0]?.case).toBe('first')
    expect(problemsOf(twice, { mapping: { case: 'CASE' } })).toEqual([
      '1, CASE: case is mapped to "CASE", which several columns are called',
    ])
  })

  it('to a column that is not there is a problem', () => {
    const named = lines('case,model,outcome', 'a,m,pass')
    expect(problemsOf(named, { mapping: { note: 'constructor' } })).toEqual([
      '1, constructor: note is mapped to "constructor", which is no column here',
    ])
    expect(read(named, { mapping: { note: 'remark' } })).toMatchObject({ blocking: true, trials: [] })
  })

  it('of two fields to one column is a problem', () => {
    const named = lines('case,model,outcome,text', 'a,m,pass,x')
    expect(problemsOf(named, { mapping: { input: 'text', answer: 'Text' } })).toEqual([
      '1, Text: column "Text" is mapped to two fields, input and answer',
    ])
  })
})

describe('columns that are left out', () => {
  it('are no problem and not read', () => {
    const content = lines('case,model,outcome,temperature,note', 'a,m,pass,0.7,good')
    const file = read(content, { ignoreColumns: ['Temperature', 'note', 'absent'] })
    expect(file.problemCount).toBe(0)
    expect(file.columns.slice(3)).toEqual([
      { name: 'temperature', field: null, known: false },
      { name: 'note', field: null, known: true },
    ])
    expect(file.trials).toEqual([
      { line: 2, row: { case: 'a', configuration: 'm', outcome: 'pass', repeat: 1 } },
    ])
  })

  it('do not override the mapping', () => {
    const content = lines('case,model,outcome,memo', 'a,m,pass,good')
    expect(rowsOf(content, { mapping: { note: 'memo' }, ignoreColumns: ['memo'] })[0]?.note).toBe('good')
  })
})

describe('a file without a column it needs', () => {
  it('is told all that is missing at once, and rows are not judged', () => {
    const content = lines('', 'note', 'x', 'y')
    expect(problemsOf(content)).toEqual([
      `2: ${caseMissing}`,
      `2: ${configurationMissing}`,
      `2: ${outcomeMissing}`,
    ])
    expect(read(content)).toMatchObject({ rows: 2, trials: [], problemCount: 3, blocking: true })
  })

  it('needs no configuration column when one name is given, which fills empty cells only', () => {
    const options = { configuration: 'model B' }
    expect(rowsOf(lines('case,outcome', 'a,pass'), options)[0]?.configuration).toBe('model B')
    const mixed = lines('case,model,outcome', 'a,,pass', 'a,model A,pass')
    expect(rowsOf(mixed, options).map((row) => row.configuration)).toEqual(['model B', 'model A'])
    expect(problemsOf(mixed)).toEqual(['2, model: the configuration is empty'])
  })

  it('needs a pass mark for scores without outcomes', () => {
    const content = lines('case,model,score', 'a,m,0.5')
    expect(problemsOf(content)).toEqual([`1: ${passMarkMissing}`])
    expect(problemsOf(content, { passMark: 0.5 })).toEqual([])
  })
})

describe('two columns that hold the same field', () => {
  it('are a problem, whether the names differ or not', () => {
    expect(problemsOf(lines('case,model,outcome,success', 'a,m,pass,1'))).toEqual([
      '1, success: "outcome" and "success" both hold the outcome: map outcome to one of them, or leave one out',
    ])
    const same = lines('case,model,outcome,case', 'a,m,pass,b')
    expect(problemsOf(same)).toEqual([
      '1, case: two columns are called "case": map case to one of them, or leave one out',
    ])
    expect(read(same)).toMatchObject({ blocking: true, trials: [] })
  })

  it('are fine once one of them is mapped or left out', () => {
    const content = lines('case,model,outcome,success', 'a,m,pass,0')
    expect(rowsOf(content, { mapping: { outcome: 'success' } })[0]?.outcome).toBe('fail')
    expect(rowsOf(content, { ignoreColumns: ['success'] })[0]?.outcome).toBe('pass')
  })
})

describe('a table that promptfoo wrote', () => {
  const content = readFileSync(
    new URL('../../fixtures/imports/promptfoo-0.123.1-repeat-4.csv', import.meta.url),
  )
  const output = '[model-a] Extract the total from: {{invoice}}'

  it('is read with a mapping and columns left out', () => {
    const options = {
      mapping: { case: 'Description', input: 'invoice', answer: output },
      configuration: 'model-a',
      ignoreColumns: ['Named Scores', 'Metric: correct_total', 'Grader Reason'],
    }
    const file = read(content, options)
    expect(file).toMatchObject({ format: 'csv', rows: 12, problems: [], blocking: false })
    expect(file.trials.map(({ row }) => row.outcome).join(' ')).toBe(
      'pass pass pass pass pass fail pass pass error pass pass error',
    )
    expect(file.trials[4]).toEqual({
      line: 6,
      row: {
        case: 'hard invoice',
        configuration: 'model-a',
        repeat: 1,
        outcome: 'pass',
        score: 1,
        input: 'hard scan 120.50',
        answer: 'TOTAL: 120.50',
      },
    })
  })

  it('names every column it does not know when nothing is mapped', () => {
    const unknown = read(content).problems.flatMap(({ column }) => column ?? [])
    expect(unknown).toEqual([
      'Description',
      'invoice',
      output,
      'Named Scores',
      'Metric: correct_total',
      'Grader Reason',
    ])
  })
})
