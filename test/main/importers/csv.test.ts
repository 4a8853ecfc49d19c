import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { completeTask } from '../../../shared/domain/task.ts'
import { lines, problemsOf, read, rowsOf } from './read.ts'

const plain = 'case,configuration,outcome\na,m,pass\nb,m,fail\n'
const plainTrials = [
  { case: 'a', configuration: 'm', outcome: 'pass', repeat: 1 },
  { case: 'b', configuration: 'm', outcome: 'fail', repeat: 1 },
]

/** UTF-16 with a byte order mark. */
function utf16(text: string, order: 'little' | 'big'): Buffer {
  const bytes = Buffer.from(`\uFEFF${text}`, 'utf16le')
  return order === 'little' ? bytes : bytes.swap16()
}

describe('a table', () => {
  it.each([
    ['commas', plain],
    ['semicolons', plain.replaceAll(',', ';')],
    ['tabs', plain.replaceAll(',', '\t')],
    ['CR LF', plain.replaceAll('\n', '\r\n')],
    ['CR', plain.replaceAll('\n', '\r')],
    ['different line ends', 'case,configuration,outcome\r\na,m,pass\rb,m,fail\n'],
    ['no line end at its end', plain.trimEnd()],
    ['a byte order mark', `\uFEFF${plain}`],
    ['quotes everywhere', plain.replaceAll(/\w+/gu, '"$&"')],
    ['a quoted header behind a byte order mark', `\uFEFF${plain.replace('case', '"case"')}`],
    ['blank lines', `\n\r\n${plain.replaceAll('\n', '\n\n  \n')}`],
    ['empty rows of a spreadsheet', `,,\n${plain},,\n, ,\t\n`],
    ['UTF-16, little end first', utf16(plain, 'little')],
    ['UTF-16, big end first', utf16(plain.replaceAll(',', '\t'), 'big')],
    ["a spreadsheet's line about the separator", `sep=;\r\n${plain.replaceAll(',', ';')}`],
    ['the same for commas', `\uFEFFSEP=,\n${plain}`],
    ['the same for tabs', `sep=\t\n${plain.replaceAll(',', '\t')}`],
  ])('with %s is read', (_, content) => {
    const file = read(content)
    expect(file.problems).toEqual([])
    expect(file).toMatchObject({ format: 'csv', rows: 2, blocking: false })
    expect(file.trials.map((trial) => trial.row)).toEqual(plainTrials)
  })

  it('is divided by what its header uses most outside quotes', () => {
    const content = lines('case;"a,b,c,d";configuration;outcome', 'a;x,y;m;pass')
    expect(rowsOf(content, { mapping: { note: 'a,b,c,d' } })).toEqual([
      { case: 'a', note: 'x,y', configuration: 'm', outcome: 'pass', repeat: 1 },
    ])
  })

  it('may say "sep=" elsewhere than on its first line', () => {
    const content = lines('', 'case,outcome', 'sep=,')
    expect(read(content, { configuration: 'm' }).problems.map((problem) => problem.line)).toEqual([3])
  })

  it('keeps quoted separators, quotes, blanks and line breaks', () => {
    const content =
      'case,model,outcome,note\r\n"a, b",m,pass," say ""hi""\r\n\r\nand; go "\r\n"c",m,fail,""\r\n'
    expect(read(content).trials).toEqual([
      {
        line: 2,
        row: {
          case: 'a, b',
          configuration: 'm',
          outcome: 'pass',
          note: ' say "hi"\r\n\r\nand; go ',
          repeat: 1,
        },
      },
      { line: 5, row: { case: 'c', configuration: 'm', outcome: 'fail', repeat: 1 } },
    ])
  })

  it('may have line breaks in its header', () => {
    const file = read('"case",model,"\noutcome"\na,m,pass\n')
    expect(file.columns[2]).toEqual({ name: 'outcome', field: 'outcome', known: true })
    expect(file.trials.map((trial) => trial.line)).toEqual([3])
  })

  it('keeps Korean and other scripts', () => {
    const content = lines(
      'case,model,outcome,segment,note',
      '항공 예약 ①,모델 가,pass,환불,"말했다: ""네"" 👩🏽‍💻"',
    )
    for (const bytes of [content, utf16(content, 'little'), utf16(content, 'big')]) {
      expect(rowsOf(bytes)).toEqual([
        {
          case: '항공 예약 ①',
          configuration: '모델 가',
          outcome: 'pass',
          segment: '환불',
          note: '말했다: "네" 👩🏽‍💻',
          repeat: 1,
        },
      ])
    }
  })

  it('is read as one even when a first cell looks like a list', () => {
    const content = lines('[Description],model,outcome', 'a,m,pass')
    expect(rowsOf(content, { mapping: { case: '[Description]' } })).toHaveLength(1)
  })

  it('can be forced where the content looks like another format', () => {
    const content = lines('<case>,model,outcome', 'a,m,pass')
    expect(() => read(content)).toThrow('this is XML or HTML')
    expect(rowsOf(content, { format: 'csv', mapping: { case: '<case>' } })).toHaveLength(1)
  })
})

describe('a cell that was kept from being a formula', () => {
  it.each([
    ["'=1+1", '=1+1'],
    ["'+49 30", '+49 30'],
    ["'-5", '-5'],
    ["'@name", '@name'],
    ["''=1+1", "'=1+1"],
    ["'''-x", "''-x"],
    ["'\t1", '\t1'],
    ["'\r1", '\r1'],
    ["'\n=1", '\n=1'],
    ["'＝1+1", '＝1+1'],
    ["''", "'"],
    ["'''", "''"],
  ])('%s is %s again', (cell, expected) => {
    expect(rowsOf(lines('case,model,outcome,note', `"${cell}",m,pass,"${cell}"`))[0]).toMatchObject({
      case: expected.trim(),
      note: expected,
    })
  })

  it('may be an empty answer, which is another thing than an unknown one; an empty note is none', () => {
    const [told, untold] = rowsOf(lines('case,model,outcome,answer,note', "a,m,pass,','", 'b,m,pass,,""'))
    expect(told).toEqual({ case: 'a', configuration: 'm', outcome: 'pass', answer: '', repeat: 1 })
    expect(untold).toEqual({ case: 'b', configuration: 'm', outcome: 'pass', repeat: 1 })
  })

  it.each(["'tis", "'5", "' =1", '=1+1', '-5', "it's", '"\'a\'"'])('%s stays', (cell) => {
    const quoted = cell.replaceAll('"', '""')
    expect(rowsOf(lines('case,model,outcome,note', `a,m,pass,"${quoted}"`))[0]?.note).toBe(cell)
  })

  it('may be a number', () => {
    expect(rowsOf(lines('case,model,outcome,score', "a,m,pass,'-0.5"))[0]?.score).toBe(-0.5)
  })
})

describe('the sample of τ-bench airline', () => {
  const file = read(readFileSync(new URL('../../../samples/tau-bench-airline-gpt-4o.csv', import.meta.url)))
  const rows = file.trials.map((trial) => trial.row)

  it('is 200 trials, of which 84 passed', () => {
    expect(file).toMatchObject({ format: 'csv', rows: 200, problems: [], problemCount: 0, blocking: false })
    expect(rows.filter((row) => row.outcome === 'pass')).toHaveLength(84)
    expect(rows.filter((row) => row.outcome === 'fail')).toHaveLength(116)
    expect(file.trials.map((trial) => trial.line)).toEqual(
      Array.from({ length: 200 }, (_, index) => index + 2),
    )
  })

  it('is 50 cases with repeats 1 to 4 of one configuration', () => {
    const repeats = Map.groupBy(rows, (row) => row.case)
    expect(repeats.size).toBe(50)
    for (const each of repeats.values()) expect(each.map((row) => row.repeat)).toEqual([1, 2, 3, 4])
    expect(new Set(rows.map((row) => row.configuration))).toEqual(new Set(['gpt-4o tool-calling']))
  })

  it('has the actions of each trial, and no field for the number of messages', () => {
    expect(file.columns.slice(4)).toEqual([
      { name: 'messages', field: null, known: true },
      { name: 'tool_calls', field: 'actions', known: true },
    ])
    expect(rows.reduce((sum, row) => sum + (row.actions?.length ?? 0), 0)).toBe(1_164)
    expect(file.trials.at(-1)).toEqual({
      line: 201,
      row: {
        case: 'airline-49',
        configuration: 'gpt-4o tool-calling',
        repeat: 4,
        outcome: 'pass',
        actions: ['get_reservation_details', 'transfer_to_human_agents'],
      },
    })
  })
})

describe('a column named setup', () => {
  const setup = {
    task: completeTask({ name: 'refunds', plannedRepeats: 1 }),
    configurations: [],
    planChanges: [],
  }
  const cell = `"${JSON.stringify(setup).replaceAll('"', '""')}"`

  it.each([
    ['last', lines('case,configuration,outcome,setup', `a,m,pass,${cell}`, 'b,m,fail,')],
    ['first', lines('setup,case,configuration,outcome', `${cell},a,m,pass`, ',b,m,fail')],
  ])('says in the first row how the task was set up, where it stands %s', (_, content) => {
    const file = read(content)
    expect(file.problems).toEqual([])
    expect(file.trials.map((trial) => trial.row)).toEqual(plainTrials)
    expect(file.columns.map(({ name }) => name)).toEqual(['case', 'configuration', 'outcome'])
    expect(file.setup?.task.plannedRepeats).toBe(1)
  })

  it.each(['{"task":{}}', '{', 'warm', ''])('with %j in it is a column like any other', (text) => {
    const value = text === '' ? '' : `"${text.replaceAll('"', '""')}"`
    const content = lines('case,configuration,outcome,setup', `a,m,pass,${value}`)
    expect(problemsOf(content).map((each) => each.split(':').slice(0, 2).join(':'))).toEqual([
      '1, setup: column "setup" is not known',
    ])
    expect(read(content).setup).toBeUndefined()
    expect(rowsOf(content, { mapping: { note: 'setup' } })[0]?.note ?? '').toBe(text)
  })
})
