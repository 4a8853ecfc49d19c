import { describe, expect, it } from 'vitest'
import {
  alphaOption,
  amountOption,
  countOption,
  formatOption,
  levelOption,
  mapOption,
  nonNegativeOption,
  portOption,
  repeatsOption,
  secondsOption,
} from '../../../main/cli/arguments.ts'

const seconds = secondsOption(nonNegativeOption)

describe('numbers in options', () => {
  it.each([
    [countOption, '1', 1],
    [countOption, ' 12 ', 12],
    [repeatsOption, '1000', 1000],
    [amountOption, '0.5', 0.5],
    [nonNegativeOption, '0', 0],
    [nonNegativeOption, '-0', 0],
    [alphaOption, '0.5', 0.5],
    [portOption, '0', 0],
    [portOption, '65535', 65_535],
    [seconds, '1.001', 1001],
    [seconds, '0.0015', 1.5],
    [seconds, '30', 30_000],
  ])('%o takes %j', (parse, text, value) => {
    expect(parse(text)).toBe(value)
  })

  it.each([
    [countOption, '0'],
    [countOption, '1.5'],
    [countOption, 'many'],
    [countOption, ''],
    [countOption, ' '],
    [repeatsOption, '1001'],
    [amountOption, '0'],
    [amountOption, 'Infinity'],
    [nonNegativeOption, '-1'],
    [nonNegativeOption, 'NaN'],
    [nonNegativeOption, '1,5'],
    [alphaOption, '0'],
    [alphaOption, '0.51'],
    [portOption, '65536'],
    [seconds, '-1'],
  ])('%o does not take %j', (parse, text) => {
    expect(() => parse(text)).toThrow(/^It must be /)
  })
})

describe('--level', () => {
  it.each([
    ['Unattended=0.99', { name: 'Unattended', required: 0.99 }],
    ['Unattended=99%', { name: 'Unattended', required: 0.99 }],
    // 99.9 / 100 is 0.9990000000000001 in floating point.
    ['Nearly always=99.9%', { name: 'Nearly always', required: 0.999 }],
    ['혼자 = 95 %', { name: '혼자', required: 0.95 }],
    ['a=b=0.5', { name: 'a=b', required: 0.5 }],
  ])('takes %j', (text, level) => {
    expect(levelOption(text)).toEqual([level])
  })

  it('collects several', () => {
    const levels = levelOption('B=0.9', levelOption('A=0.5'))
    expect(levels.map((each) => each.name)).toEqual(['A', 'B'])
  })

  it.each(['Unattended', '=0.9', ' =0.9', 'A=', 'A=1', 'A=0', 'A=99', 'A=100%', 'A=0,9', 'A=%'])(
    'does not take %j',
    (text) => {
      expect(() => levelOption(text)).toThrow('A level is NAME=R')
    },
  )
})

describe('--map', () => {
  it('takes fields with the names of their columns', () => {
    expect(mapOption('case = Ticket=ID', mapOption('outcome=Ergebnis'))).toEqual({
      outcome: 'Ergebnis',
      case: 'Ticket=ID',
    })
  })

  it.each(['case', '=Ticket', 'case=', 'ticket=case'])('does not take %j and names the fields', (text) => {
    expect(() => mapOption(text)).toThrow(/the fields are case, configuration, repeat, outcome/)
  })
})

describe('--format', () => {
  it.each(['auto', 'csv', 'jsonl'])('takes %s', (format) => {
    expect(formatOption(format)).toBe(format)
  })

  it.each([
    'inspect',
    'promptfoo',
    'lm-eval',
    'tau-bench',
    'tau2-bench',
    'hal',
    'openai-evals',
    'deepeval',
    'junit',
    'pytest-json',
  ])('says of %s that it cannot be read yet', (format) => {
    expect(() => formatOption(format)).toThrow(
      `This version cannot read ${format} files yet, only csv and jsonl. Convert the file to a row per trial.`,
    )
  })

  it('names the formats when it knows no such one', () => {
    expect(() => formatOption('xlsx')).toThrow('The formats are auto, csv, jsonl.')
  })
})
