import { describe, expect, it } from 'vitest'
import { lines, problemsOf, read, rowsOf } from './read.ts'

describe('repeats', () => {
  it('count in order of appearance where no row names one', () => {
    const content = lines('case,model,outcome', 'a,m,p', 'b,m,p', 'a,m,f', 'a,n,p', 'b,m,f', 'a,m,p')
    expect(rowsOf(content).map((row) => [row.case, row.configuration, row.repeat])).toEqual([
      ['a', 'm', 1],
      ['b', 'm', 1],
      ['a', 'm', 2],
      ['a', 'n', 1],
      ['b', 'm', 2],
      ['a', 'm', 3],
    ])
    expect(rowsOf(content.replaceAll(',', ',,').replace('model,', 'model,repeat'))).toEqual(rowsOf(content))
  })

  it('count rows that cannot be used, so that mending one changes no other', () => {
    const content = lines('case,model,outcome', 'a,m,pass', 'a,m,maybe', 'a,m,', 'a,m,pass')
    expect(read(content).trials.map(({ line, row }) => [line, row.repeat])).toEqual([
      [2, 1],
      [5, 4],
    ])
    expect(read(content).problemCount).toBe(2)
  })

  it('do not mix up keys that look alike', () => {
    const content = lines('case,model,outcome', '"a,m",n,p', 'a,"m,n",p', '__proto__,m,p', 'constructor,m,p')
    expect(rowsOf(content).map((row) => row.repeat)).toEqual([1, 1, 1, 1])
  })

  it('that are given may come in any order and with gaps', () => {
    const content = lines('case,model,repeat,outcome', 'a,m,7,p', 'a,m,2,p', 'b,m,2,p')
    expect(problemsOf(content)).toEqual([])
    expect(rowsOf(content).map((row) => row.repeat)).toEqual([7, 2, 2])
  })

  it('must be given by all rows or by none', () => {
    const content = lines('case,model,Trial,outcome', 'a,m,,p', 'a,m,2,p', 'b,m, ,p', 'c,m,x,p')
    expect(problemsOf(content)).toEqual([
      '2, Trial: the repeat is empty, though other rows have one',
      '4, Trial: the repeat is empty, though other rows have one',
      '5, Trial: "x" is not a number',
    ])
    expect(rowsOf(content)).toMatchObject([{ case: 'a', repeat: 2 }])
    const onlyBad = lines('case,model,repeat,outcome', 'a,m,,p', 'a,m,x,p')
    expect(read(onlyBad).problems.map((problem) => problem.line)).toEqual([2, 3])
  })

  it('of a case end at 100,000', () => {
    const content = lines('case,model,outcome', ...Array.from({ length: 100_002 }, () => 'a,m,p'))
    const file = read(content)
    expect(file.problems).toEqual([
      { line: 100_002, column: null, reason: 'a case can have at most 100,000 repeats' },
      { line: 100_003, column: null, reason: 'a case can have at most 100,000 repeats' },
    ])
    expect(file.trials.at(-1)?.row.repeat).toBe(100_000)
  })
})

describe('a duplicate', () => {
  it('names the line of the first, and the first stays', () => {
    const content = lines(
      'case,model,repeat,outcome,note',
      'a,m,1,pass,"over',
      'two lines"',
      'b,m,1,pass,',
      '" a ",m,1.0,fail,',
      'a,n,1,pass,',
      'a,m,1,pass,',
    )
    expect(problemsOf(content)).toEqual([
      '5: repeat 1 of case "a" with "m" is already on line 2',
      '7: repeat 1 of case "a" with "m" is already on line 2',
    ])
    expect(read(content)).toMatchObject({ rows: 5, problemCount: 2, blocking: false })
    expect(read(content).trials.map(({ line, row }) => [line, row.outcome])).toEqual([
      [2, 'pass'],
      [4, 'pass'],
      [6, 'pass'],
    ])
  })

  it('of a row that cannot be used is one all the same', () => {
    const content = lines('case,model,repeat,outcome', 'a,m,1,maybe', 'a,m,1,pass')
    expect(problemsOf(content)).toEqual([
      '2, outcome: "maybe" is not one of pass, fail, error, void',
      '3: repeat 1 of case "a" with "m" is already on line 2',
    ])
  })

  it('of the configuration that is given for all rows is found', () => {
    const content = lines(
      '{"case":"a","repeat":1,"outcome":1,"model":"m"}',
      '{"case":"a","repeat":1,"outcome":0}',
    )
    expect(problemsOf(content, { configuration: 'm' })).toEqual([
      '2: repeat 1 of case "a" with "m" is already on line 1',
    ])
  })
})

describe('problems', () => {
  it('of one row are all listed', () => {
    const content = lines('case,model,outcome,confidence,grader', 'a,m,pass,1,human', ',,maybe,2,nobody')
    expect(problemsOf(content)).toEqual([
      '3, outcome: "maybe" is not one of pass, fail, error, void',
      '3, confidence: "2" is above 1',
      '3, grader: "nobody" is not one of human, check, judge',
      '3, case: the case is empty',
      '3, model: the configuration is empty',
    ])
  })

  it('are counted beyond the first 1,000, which are kept', () => {
    const bad = Array.from({ length: 2_500 }, (_, index) => `a,m,${index % 2 === 0 ? 'maybe' : 'pass,x'}`)
    const file = read(lines('case,model,outcome', ...bad, 'b,m,pass'))
    expect(file).toMatchObject({ rows: 2_501, problemCount: 2_500, blocking: false })
    expect(file.problems.map((problem) => problem.line)).toEqual(
      Array.from({ length: 1_000 }, (_, index) => index + 2),
    )
    expect(file.trials).toHaveLength(1)
  })

  it('are the first of the file, of whatever kind they are', () => {
    const rows = Array.from({ length: 1_200 }, (_, index) => (index % 3 === 0 ? 'a,m,,p' : 'a,m,x,p'))
    const file = read(lines('case,model,repeat,outcome,colour', ...rows.map((row) => `${row},red`)))
    expect(file.problemCount).toBe(1_201)
    expect(file.problems.map((problem) => problem.line)).toEqual([
      1,
      ...Array.from({ length: 999 }, (_, index) => index + 2),
    ])
  })
})
