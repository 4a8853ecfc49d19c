import { describe, expect, it } from 'vitest'
import { noAttributes } from '../../../shared/domain/configuration.ts'
import { answer, newPlace, run, succeed } from './run.ts'
import { series } from './series.ts'

const both = { one: { passes: 3, cases: 9 }, four: { passes: 3, cases: 9 } }
const set = ['configuration', 'set', 'four', '--task', 'triage']

describe('nines configuration', () => {
  it('says what it is now, and lists it with the others', async () => {
    const place = newPlace()
    await series(place, both)
    const options = ['--model', 'gpt-x', '--model-version', '2', '--strategy', 'single call']
    options.push('--prompt-version', 'v7', '--compute', '4', '--compute-unit', 'samples')
    options.push('--more-compute-than', 'one', '--parameter', 'temperature=0.7', '--parameter', 'tools=true')
    expect(await succeed(place, [...set, ...options])).toBe(
      [
        'Changed the configuration "four".',
        '  Configuration  Model    Strategy     Prompt  Compute    More than  Parameters                  Trials',
        '  four           gpt-x 2  single call  v7      4 samples  one        temperature=0.7 tools=true       9',
        '',
      ].join('\n'),
    )
    const listed = await succeed(place, ['configuration', 'list', '--task', 'triage'])
    expect(listed.split('\n').map((line) => line.trim().split(/ +/)[0])).toEqual([
      'Configuration',
      'one',
      'four',
      '',
    ])
    expect(await answer(place, ['configuration', 'list', '--task', 'triage'])).toEqual([
      { ...noAttributes, name: 'one', trials: 9, cases: 9, completeCases: 9 },
      {
        name: 'four',
        model: 'gpt-x',
        version: '2',
        strategy: 'single call',
        promptVersion: 'v7',
        compute: { amount: 4, unit: 'samples' },
        moreComputeThan: 'one',
        parameters: { temperature: 0.7, tools: true },
        trials: 9,
        cases: 9,
        completeCases: 9,
      },
    ])
  })

  it('makes a planned one on request', async () => {
    const place = newPlace()
    await series(place, both)
    const planned = ['configuration', 'set', 'sixteen', '--task', 'triage', '--create', '--model', 'gpt-x']
    expect(await answer(place, planned)).toMatchObject({ name: 'sixteen', model: 'gpt-x', trials: 0 })
  })

  it('of a task without any says so', async () => {
    const place = newPlace()
    await succeed(place, ['task', 'create', 'triage'])
    expect(await succeed(place, ['configuration', 'list', '--task', 'triage'])).toBe(
      'No configuration yet: import a file or log the first trial.\n',
    )
  })

  it.each([
    [['configuration', 'set', 'four'], 2, '--task'],
    [[...set, '--compute', '4'], 2, '--compute needs --compute-unit with it.'],
    [[...set, '--compute-unit', 'samples'], 2, '--compute-unit needs --compute with it.'],
    [[...set, '--compute', '4', '--compute-unit', ' '], 2, '--compute-unit: '],
    [[...set, '--compute', '0', '--compute-unit', 'samples'], 2, '--compute'],
    [[...set, '--compute', '1e16', '--compute-unit', 'samples'], 2, '--compute: '],
    [[...set, '--model', 'x'.repeat(201)], 2, '--model: '],
    [[...set, '--parameter', 'temperature'], 2, 'NAME=VALUE'],
    [[...set, '--more-compute-than', 'four'], 2, 'than itself'],
    [[...set, '--more-compute-than', 'nine'], 1, 'It has "one", "four".'],
    [['configuration', 'set', 'nine', '--task', 'triage'], 1, 'It has "one", "four".'],
  ])('%j exits %i and changes nothing', async (line, exitCode, sentence) => {
    const place = newPlace()
    await series(place, both)
    const before = await answer(place, ['configuration', 'list', '--task', 'triage'])
    const { code, out, err } = await run(place, line)
    expect({ code, out }).toEqual({ code: exitCode, out: '' })
    expect(err).toContain(sentence)
    expect(err).not.toContain('changes.')
    expect(await answer(place, ['configuration', 'list', '--task', 'triage'])).toEqual(before)
  })
})
