import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseCaseLines } from '../../../../renderer/features/trials/case-lines.ts'

describe('cases typed or pasted', () => {
  it('are one per line, in the order of the lines', () => {
    expect(parseCaseLines('inv-2\ninv-10\ninv-1')).toEqual([
      { case: 'inv-2' },
      { case: 'inv-10' },
      { case: 'inv-1' },
    ])
  })

  it('have behind a tab their input, which may hold tabs itself', () => {
    expect(parseCaseLines('inv-1\tTwo pages\ninv-2\tA\tB')).toEqual([
      { case: 'inv-1', input: 'Two pages' },
      { case: 'inv-2', input: 'A\tB' },
    ])
  })

  it('have no input where nothing but blanks stands behind the tab', () => {
    expect(parseCaseLines('inv-1\t\ninv-2\t  \t')).toEqual([{ case: 'inv-1' }, { case: 'inv-2' }])
  })

  it('lose the blanks around names and inputs', () => {
    expect(parseCaseLines('  inv 1 \t Two pages ')).toEqual([{ case: 'inv 1', input: 'Two pages' }])
  })

  it('leave out blank lines, lines without a name and names that were there', () => {
    expect(parseCaseLines('\ninv-1\tfirst\n   \n\tno name\ninv-1\tsecond\n inv-1 \n')).toEqual([
      { case: 'inv-1', input: 'first' },
    ])
  })

  it.each(['', ' ', '\n\n', '\t'])('are none in %j', (text) => {
    expect(parseCaseLines(text)).toEqual([])
  })

  it.each(['\n', '\r\n', '\r'])('may end their lines with %j', (end) => {
    expect(parseCaseLines(`하나${end}둘\tÄ 🎯${end}`)).toEqual([
      { case: '하나' },
      { case: '둘', input: 'Ä 🎯' },
    ])
  })

  it('keep names that objects have of their own', () => {
    expect(parseCaseLines('__proto__\nconstructor')).toEqual([{ case: '__proto__' }, { case: 'constructor' }])
  })
})

describe('any text', () => {
  it('gives names that are trimmed, not empty and all different', () => {
    const text = fc
      .array(fc.oneof(fc.constantFrom('\n', '\r', '\t', ' ', 'a', 'b'), fc.string({ maxLength: 3 })))
      .map((parts) => parts.join(''))
    fc.assert(
      fc.property(text, (typed) => {
        const names = parseCaseLines(typed).map((each) => each.case)
        expect(new Set(names).size).toBe(names.length)
        expect(names.filter((name) => name === '' || name !== name.trim() || /[\t\r\n]/.test(name))).toEqual(
          [],
        )
        // Each of them starts a line.
        const starts = typed.split(/[\r\n]/).map((line) => line.split('\t', 1)[0]?.trim())
        expect(names.filter((name) => !starts.includes(name))).toEqual([])
        expect(starts.filter((start = '') => start !== '' && !names.includes(start))).toEqual([])
      }),
    )
  })
})
