import { describe, expect, it } from 'vitest'
import { type CaseProfileInput, layOutCaseProfile } from '../../../shared/charts/case-profile-layout.ts'
import { translatorFor } from '../../../shared/text/translator.ts'
import { assessmentOf } from './sample.ts'

function profileInput(casesByPasses: CaseProfileInput['casesByPasses'], repeats: number): CaseProfileInput {
  return { casesByPasses, repeats, translator: translatorFor('en') }
}

describe('every case of gpt-4o on τ-bench, 500 px wide', () => {
  it('stands in five groups, from 10 that always passed to 14 that never did', () => {
    const groups = layOutCaseProfile(profileInput(assessmentOf('τ-bench').casesByPasses, 4), 500)
    expect(groups.map(({ passes, x, width, share }) => [passes, x, width, share])).toEqual([
      [4, 0, 100, 1],
      [3, 100, 40, 0.75],
      [2, 140, 100, 0.5],
      [1, 240, 120, 0.25],
      [0, 360, 140, 0],
    ])
    expect(groups.map((each) => each.label)).toEqual([
      { cases: '10', passes: '4/4' },
      { cases: '4', passes: '3/4' },
      { cases: '10', passes: '2/4' },
      { cases: '12', passes: '1/4' },
      { cases: '14', passes: '0/4' },
    ])
  })
})

describe('groups', () => {
  it('too narrow for their words have none', () => {
    const input = profileInput(
      [
        { passes: 0, cases: 1 },
        { passes: 4, cases: 999 },
      ],
      4,
    )
    expect(layOutCaseProfile(input, 500).map((each) => each.label?.cases)).toEqual(['999', undefined])
  })

  it('of no case are none, of one case the whole width', () => {
    expect(layOutCaseProfile(profileInput([], 4), 500)).toEqual([])
    expect(layOutCaseProfile(profileInput([{ passes: 1, cases: 1 }], 1), 500)).toMatchObject([
      { x: 0, width: 500, share: 1 },
    ])
  })
})
