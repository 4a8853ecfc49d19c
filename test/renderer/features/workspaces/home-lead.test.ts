import { describe, expect, it } from 'vitest'
import { homeSentence, type Standing } from '../../../../renderer/features/workspaces/home-lead.ts'
import { joined } from '../../../../shared/text/sentence.ts'
import { translatorFor } from '../../../../shared/text/translator.ts'

const said = (...standings: readonly Standing[]): string =>
  joined(homeSentence(translatorFor('en'), standings))

describe('the answer of Home', () => {
  it.each<[readonly Standing[], string]>([
    [['meets'], 'Every task is ready for its target.'],
    [['short'], 'No task is ready for its target yet. 1 falls short.'],
    [['no-trials'], 'No task has a verdict yet. 1 has no trials yet.'],
    [
      ['meets', 'short', 'more-evidence', 'short', 'no-trials'],
      '1 of 5 tasks is ready for its target. 2 fall short, 1 needs more evidence, 1 has no trials yet.',
    ],
    [['meets', 'meets', 'short'], '2 of 3 tasks are ready for their targets. 1 falls short.'],
  ])('says of %j: %s', (standings, text) => {
    expect(said(...standings)).toBe(text)
  })

  it('gives nothing away of a task that is graded blind', () => {
    expect(said('blind')).toBe('No task has a verdict yet. 1 is graded blind.')
    expect(said('meets', 'blind')).toBe('1 of 2 tasks is ready for its target. 1 is graded blind.')
  })

  it('is said in Korean', () => {
    const { lead, rest } = homeSentence(translatorFor('ko'), ['meets', 'short', 'more-evidence'])
    expect(`${lead} ${rest}`).toBe('작업 3개 중 1개가 목표 수준을 충족합니다. 미달 1개, 근거 더 필요 1개.')
  })
})
