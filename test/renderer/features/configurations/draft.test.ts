import { describe, expect, it } from 'vitest'
import {
  changesOf,
  type ConfigurationDraft,
  draftOf,
  problemsOf,
} from '../../../../renderer/features/configurations/draft.ts'
import { noAttributes } from '../../../../shared/domain/configuration.ts'

const counts = { trials: 4, cases: 2, completeCases: 2 }
const all = {
  model: 'model-x',
  version: '2026-03',
  strategy: 'one call',
  promptVersion: 'v7',
  compute: { amount: 8, unit: 'samples' },
  moreComputeThan: 'base',
  parameters: { temperature: 0.2 },
}

describe('the form of a configuration', () => {
  it('keeps everything that is said, and what is not', () => {
    expect(changesOf(draftOf({ name: 'more', ...all, ...counts }))).toEqual({ name: 'more', ...all })
    expect(changesOf(draftOf({ name: 'base', ...noAttributes, ...counts }))).toEqual({
      name: 'base',
      ...noAttributes,
    })
  })

  const draft = draftOf({ name: 'more', ...all, ...counts })
  it.each([
    [{ name: ' ' }, ['nameMissing']],
    [{ name: ' base ' }, ['nameTaken']],
    [{ computeAmount: null }, ['amountMissing']],
    [{ computeUnit: ' ' }, ['unitMissing']],
    [{ computeAmount: null, computeUnit: '' }, []],
    [{ parameters: 'x' }, ['parametersWrong']],
    [{ name: '', parameters: '=' }, ['nameMissing', 'parametersWrong']],
    [{}, []],
  ] as const satisfies readonly (readonly [Partial<ConfigurationDraft>, readonly string[]])[])(
    'with %j: %j',
    (changes, problems) => {
      expect(problemsOf({ ...draft, ...changes }, ['base'])).toEqual(problems)
    },
  )
})
