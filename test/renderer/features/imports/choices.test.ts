import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  type ImportChoices,
  noChoices,
  previewKey,
  targetOf,
  toRequest,
  withColumn,
  withRemembered,
} from '../../../../renderer/features/imports/choices.ts'
import { contract } from '../../../../shared/contract/contract.ts'
import { type ImportField, importFields } from '../../../../shared/domain/import.ts'

const content = { fileName: 'runs.csv', contentBase64: 'Y2FzZQo=' }
const nothing = noChoices(null, content.fileName)

describe('before anything is chosen', () => {
  it('a new task is named after the file, without its ending', () => {
    expect(nothing).toEqual({
      task: null,
      newTask: 'runs',
      columns: {},
      configuration: '',
      passMark: null,
      skipBadRows: false,
    })
  })

  it.each([
    ['2026-03 runs.v2.jsonl', '2026-03 runs.v2'],
    ['항공편.csv', '항공편'],
    ['runs', 'runs'],
    ['.csv', ''],
  ])('"%s" names it "%s"', (fileName, expected) => {
    expect(noChoices(null, fileName).newTask).toBe(expected)
  })
})

describe('what was decided about the last file of a kind', () => {
  it('comes in for the columns, and leaves the task as it was chosen', () => {
    const chosen = { ...nothing, task: 'Refunds', skipBadRows: true }
    const found = {
      mapping: { case: 'Ticket', score: 'Result' },
      ignoreColumns: ['extra'],
      configuration: null,
      passMark: 0.5,
    }
    expect(withRemembered(chosen, found)).toEqual({
      ...chosen,
      columns: { Ticket: 'case', Result: 'score', extra: null },
      configuration: '',
      passMark: 0.5,
    })
  })
})

describe('the task a file goes into', () => {
  it('is the one chosen, else the new one by its name without blanks around it', () => {
    expect(targetOf({ ...nothing, task: 'Refunds' })).toBe('Refunds')
    expect(targetOf({ ...nothing, newTask: '  Airline ' })).toBe('Airline')
  })

  it('is none while the new one has no name', () => {
    expect(targetOf({ ...nothing, newTask: '' })).toBeNull()
    expect(targetOf({ ...nothing, newTask: '  ' })).toBeNull()
  })

  it('is created with the import when it is not there yet', () => {
    expect(toRequest(content, nothing, ['Refunds'])).toMatchObject({ task: 'runs', createTask: true })
    expect(toRequest(content, nothing, ['runs'])).toMatchObject({ task: 'runs', createTask: false })
    expect(toRequest(content, { ...nothing, task: 'Refunds' }, ['Refunds'])).toMatchObject({
      task: 'Refunds',
      createTask: false,
    })
  })

  it('is called as the file while it has no name, so that the file can be looked at', () => {
    expect(toRequest(content, { ...nothing, newTask: '' }, [])).toMatchObject({ task: 'runs.csv' })
  })
})

describe('the request', () => {
  it('of no choices leaves everything to the file', () => {
    expect(toRequest(content, nothing, [])).toEqual({
      ...content,
      task: 'runs',
      createTask: true,
      mapping: {},
      ignoreColumns: [],
      skipBadRows: false,
    })
  })

  it('says which column is which field, and which are left out', () => {
    const columns = { Ticket: 'case', Ergebnis: 'answer', id: null, memo: null } as const
    expect(toRequest(content, { ...nothing, columns }, [])).toMatchObject({
      mapping: { case: 'Ticket', answer: 'Ergebnis' },
      ignoreColumns: ['id', 'memo'],
    })
  })

  it('carries the configuration, the pass mark and whether bad rows are left out', () => {
    const choices = { ...nothing, configuration: ' model-x ', passMark: 0, skipBadRows: true }
    expect(toRequest(content, choices, [])).toMatchObject({
      configuration: 'model-x',
      passMark: 0,
      skipBadRows: true,
    })
    expect(toRequest(content, { ...nothing, configuration: '  ' }, [])).not.toHaveProperty('configuration')
  })
})

/** A column and the field it is read as, null to leave it out. */
type Step = readonly [column: string, field: ImportField | null]

/** Choices after columns were read as fields, one after the other. */
function after(...steps: readonly Step[]): ImportChoices['columns'] {
  return steps.reduce(
    (columns, [column, field]) => withColumn({ ...nothing, columns }, column, field),
    nothing.columns,
  )
}

describe('reading a column as a field', () => {
  it('takes the field from the column that had it, which is undecided again', () => {
    expect(after(['A', 'case'], ['B', 'case'])).toEqual({ B: 'case' })
  })

  it('leaves the other columns as they were', () => {
    expect(after(['A', 'case'], ['B', 'answer'], ['C', 'case'])).toEqual({
      B: 'answer',
      C: 'case',
    })
  })

  it('gives a column another field', () => {
    expect(after(['A', 'case'], ['A', 'answer'])).toEqual({ A: 'answer' })
  })

  it('may be to leave it out, along with any number of others', () => {
    expect(after(['A', null], ['B', 'case'], ['C', null])).toEqual({
      A: null,
      B: 'case',
      C: null,
    })
    expect(after(['A', 'case'], ['A', null])).toEqual({ A: null })
  })

  it('again changes nothing', () => {
    expect(after(['A', 'case'], ['A', 'case'])).toEqual({ A: 'case' })
  })

  it('works for columns with any name', () => {
    const columns = after(['__proto__', 'case'], ['0', null], ['', 'answer'])
    expect(Object.entries(columns)).toEqual([
      ['0', null],
      ['__proto__', 'case'],
      ['', 'answer'],
    ])
    expect(toRequest(content, { ...nothing, columns }, [])).toMatchObject({
      mapping: { case: '__proto__', answer: '' },
      ignoreColumns: ['0'],
    })
  })
})

describe('after any choices', () => {
  const step = fc.tuple(
    fc.constantFrom('A', 'B', 'C', 'D', '__proto__', '한글'),
    fc.option(fc.constantFrom(...importFields.slice(0, 4)), { nil: null }),
  )

  it('the last one holds, no field is read twice and no column is lost', () => {
    fc.assert(
      fc.property(fc.array(step, { minLength: 1, maxLength: 12 }), (steps) => {
        const columns = after(...steps)
        // The independent way: a field is kept by the last column that took it and was not changed since.
        const expected = new Map<string, string | null>()
        for (const [column, field] of steps) {
          for (const [other, owned] of expected) if (owned === field && field !== null) expected.delete(other)
          expected.set(column, field)
        }
        expect(new Map(Object.entries(columns))).toEqual(expected)
        const { mapping = {}, ignoreColumns = [] } = toRequest(content, { ...nothing, columns }, [])
        expect(Object.keys(mapping).length + ignoreColumns.length).toBe(expected.size)
      }),
    )
  })

  it('the core understands the request', () => {
    const choices = fc.record({
      task: fc.option(fc.constantFrom('Refunds', 'Airline'), { nil: null }),
      newTask: fc.constantFrom('', ' ', 'Airline', '항공편'),
      columns: fc.dictionary(fc.string(), fc.constantFrom('case', 'outcome', null)),
      configuration: fc.constantFrom('', ' ', 'model-x'),
      passMark: fc.option(fc.double({ noNaN: true, noDefaultInfinity: true }), { nil: null }),
      skipBadRows: fc.boolean(),
    })
    fc.assert(
      fc.property(choices, (chosen) => {
        const request = toRequest(content, chosen, ['Refunds'])
        expect(contract['import.preview'].input.safeParse(request).error).toBeUndefined()
      }),
    )
  })
})

describe('previews', () => {
  const file = { id: 'the-first-reading' }
  const tasks = [
    { name: 'Refunds', trials: 3 },
    { name: 'Orders', trials: 5 },
  ]
  const into: ImportChoices = { ...nothing, task: 'Refunds' }
  const keyOf = (
    choices: ImportChoices,
    known: Parameters<typeof previewKey>[2] = tasks,
    reading: { readonly id: string } = file,
  ): string => JSON.stringify(previewKey(reading, choices, known))

  it('are the same for whatever a new task is called', () => {
    expect(keyOf({ ...nothing, newTask: 'Spring' })).toBe(keyOf(nothing))
    expect(keyOf({ ...nothing, newTask: '' })).toBe(keyOf(nothing))
  })

  it('are the same while only other tasks change', () => {
    const [refunds, orders] = tasks
    if (refunds === undefined || orders === undefined) throw new Error('two tasks')
    expect(keyOf(into, [refunds, { ...orders, trials: 9 }])).toBe(keyOf(into))
    expect(keyOf(into, [refunds])).toBe(keyOf(into))
    expect(keyOf(nothing, [])).toBe(keyOf(nothing))
  })

  it.each<[string, ImportChoices, Parameters<typeof previewKey>[2], { readonly id: string }]>([
    ['another task', { ...into, task: 'Orders' }, tasks, file],
    ['a new task', nothing, tasks, file],
    ['more attempts in the task', into, [{ name: 'Refunds', trials: 4 }], file],
    ['another reading of the file', into, tasks, { id: 'the-second-reading' }],
    ['another column', { ...into, columns: { Ticket: 'case' } }, tasks, file],
    ['a configuration', { ...into, configuration: 'model-x' }, tasks, file],
    ['a pass mark', { ...into, passMark: 0.5 }, tasks, file],
    ['bad rows left out', { ...into, skipBadRows: true }, tasks, file],
  ])('differ with %s', (_what, choices, known, reading) => {
    expect(keyOf(choices, known, reading)).not.toBe(keyOf(into))
  })

  it('are of the task that bears the name typed for a new one', () => {
    expect(keyOf({ ...nothing, newTask: ' Refunds ' })).toBe(keyOf(into))
  })

  it('never hold the content of the file', () => {
    expect(keyOf(into, tasks, { ...file, ...content })).not.toContain(content.contentBase64)
  })
})
