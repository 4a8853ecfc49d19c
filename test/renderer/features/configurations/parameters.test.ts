import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parametersIn, parametersText } from '../../../../renderer/features/configurations/parameters.ts'

describe('parameters in a text', () => {
  it('are numbers, true and false, or texts', () => {
    const text =
      'temperature = 0.2\n\n tools=true \neffort = high\nseed = -3\nbig = 1e5\nsystem = a = b\nid = 007'
    expect(parametersIn(text)).toEqual({
      parameters: {
        temperature: 0.2,
        tools: true,
        effort: 'high',
        seed: -3,
        big: 100_000,
        system: 'a = b',
        id: '007',
      },
    })
  })

  it.each([
    ['temperature', 1],
    ['a = 1\n= 2', 2],
    ['a = 1\nb = 2\na = 3', 3],
  ])('%j has a wrong line', (text, wrongLine) => {
    expect(parametersIn(text)).toEqual({ wrongLine })
  })

  it('that look like something else stand in quotes', () => {
    const parameters = { version: '1.0', flag: 'true', empty: '', quoted: '"x"', lines: 'a\nb', broken: '"x' }
    const text = parametersText(parameters)
    expect(text.split('\n')).toEqual([
      'version = "1.0"',
      'flag = "true"',
      'empty = ""',
      'quoted = "\\"x\\""',
      'lines = "a\\nb"',
      'broken = "\\"x"',
    ])
    expect(parametersIn(text)).toEqual({ parameters })
  })

  it('come back as they were', () => {
    // A name as it can be written before the sign; the core trims names.
    const key = fc.stringMatching(/^[a-z_한][a-z_.0-9 한]{0,10}[a-z한]$/u)
    const value = fc.oneof(fc.string(), fc.boolean(), fc.double({ noNaN: true, noDefaultInfinity: true }))
    fc.assert(
      fc.property(fc.dictionary(key, value), (given) => {
        const parameters = Object.fromEntries(
          // −0 is written 0.
          Object.entries(given).map(([name, each]) => [name, Object.is(each, -0) ? 0 : each]),
        )
        expect(parametersIn(parametersText(parameters))).toEqual({ parameters })
      }),
    )
  })
})
