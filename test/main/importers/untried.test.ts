import { describe, expect, it } from 'vitest'
import { lines, problemsOf, read } from './read.ts'

const header = 'case,segment,input,configuration,repeat,outcome,answer,note'
const graded = 'a,EU,ask,m,1,pass,,'

describe('a row that names a case and nothing of an attempt', () => {
  it('is a case that nobody has tried', () => {
    const found = read(lines(header, ' b ,EU,"ask, twice",,,,,', graded, 'c,,,,,,,'))
    expect(found).toMatchObject({
      rows: 3,
      problemCount: 0,
      trials: [{ line: 3 }],
      untried: [
        { line: 2, case: 'b', segment: 'EU', input: 'ask, twice' },
        { line: 4, case: 'c' },
      ],
    })
  })

  it('is that in JSONL, too', () => {
    const found = read(lines('{"case":"b"}', '{"case":"a","configuration":"m","repeat":1,"outcome":"pass"}'))
    expect(found).toMatchObject({ problemCount: 0, untried: [{ line: 1, case: 'b' }] })
  })

  it.each([
    ['tells of an attempt otherwise', [header, graded, 'b,,,,,,,skipped']],
    ['has an empty answer', [header, graded, "b,,,,,,',"]],
    ['names its repeat', [header, graded, 'b,,,,2,,,']],
    ['names its configuration', [header, graded, 'b,,,m,,,,']],
    ['names no case', [header, graded, ',EU,ask,,,,,']],
    ['stands where no row names its repeat', [header, graded.replace('1', ''), 'b,,,,,,,']],
    ['has no columns for an attempt', ['case,repeat,outcome', 'a,1,pass', 'b,,']],
  ])('is a problem when it %s', (_, rows) => {
    const found = read(lines(...rows))
    expect(found.untried).toEqual([])
    expect(found.problemCount).toBeGreaterThan(0)
  })

  it('is an attempt that was not graded where a configuration is named for such rows', () => {
    const content = lines(header, 'a,,,,1,pass,,', 'b,,,,,,,')
    expect(read(content, { configuration: 'm' }).untried).toEqual([])
    expect(problemsOf(content, { configuration: 'm' })).not.toEqual([])
  })

  it('is a problem when its case cannot be used', () => {
    const found = read(lines(header, graded, `${'x'.repeat(501)},,,,,,,`))
    expect(found).toMatchObject({ untried: [], problemCount: 1 })
  })
})
