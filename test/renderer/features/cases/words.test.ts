import { describe, expect, it } from 'vitest'
import { casesSentence, filterParts } from '../../../../renderer/features/cases/case-words.ts'
import { nextSort } from '../../../../renderer/features/cases/columns.ts'
import { editText } from '../../../../renderer/features/cases/trial-words.ts'
import type { CaseEdit } from '../../../../shared/domain/case.ts'
import { allCases, type CaseFilter } from '../../../../shared/domain/case-filter.ts'
import { startingCauses } from '../../../../shared/domain/cause.ts'
import { joined } from '../../../../shared/text/sentences.ts'
import { translatorFor } from '../../../../shared/text/translator.ts'

const [en, ko] = [translatorFor('en'), translatorFor('ko')]
/** The sample, as published: cases by passes 0 to 4 are 14, 12, 10, 4 and 10. */
const sample = { never: 14, sometimes: 26, always: 10, incomplete: 0 }

function sentence(
  groups: typeof sample,
  filter: Partial<CaseFilter> = {},
  language = en,
  total = 50,
): string {
  const matching = Object.values(groups).reduce((sum, each) => sum + each)
  return joined(
    casesSentence(language, { total, matching, groups, plannedRepeats: 4 }, { ...allCases, ...filter }),
  )
}

const none = { never: 0, sometimes: 0, always: 0, incomplete: 0 }

describe('the first line', () => {
  it('begins where the work is', () => {
    expect(sentence(sample)).toBe(
      '14 of 50 cases never passed in 4 attempts. 26 passed sometimes, 10 passed every time.',
    )
    expect(sentence(sample, {}, ko)).toBe(
      '사례 50개 중 14개는 시도 4회 가운데 한 번도 통과하지 못했습니다. 일부 통과 26개, 모두 통과 10개.',
    )
    expect(sentence({ ...none, sometimes: 1, always: 49 })).toBe(
      '1 of 50 cases passed sometimes, but not in all of 4 attempts. 49 passed every time.',
    )
    expect(sentence({ ...none, always: 50 })).toBe('50 of 50 cases passed every time in 4 attempts.')
    expect(sentence({ ...none, incomplete: 50 })).toBe(
      '50 of 50 cases are not complete: each needs 4 attempts.',
    )
  })

  it('says what a filter shows', () => {
    expect(sentence({ ...none, never: 14 }, { group: 'never' })).toBe(
      '14 of 50 cases never passed in 4 attempts.',
    )
    expect(sentence({ ...none, never: 2, always: 1 }, { segment: 'north' })).toBe(
      '3 of 50 cases fit the filters. 2 never passed, 1 passed every time.',
    )
    expect(sentence({ ...none, never: 1 }, { group: 'never', search: 'x' })).toBe(
      '1 of 50 cases fits the filters. 1 never passed.',
    )
    expect(sentence(none, { group: 'always' })).toBe('None of the 50 cases fits the filters.')
  })
})

describe('the parts of a filter', () => {
  it('are told by name, without the search', () => {
    const filter: CaseFilter = { ...allCases, passes: 0, cause: '', search: 'x', outcome: 'error' }
    expect(filterParts(en, filter, startingCauses, 4).map(({ name, value }) => `${name}: ${value}`)).toEqual([
      'Passes: 0 of 4',
      'With: an error',
      'Failure cause: Not labelled',
    ])
  })
})

describe('a press on a head', () => {
  it('sorts one way, the other way, then as first seen; the dearest come first', () => {
    const first = nextSort('passes', { by: 'order', descending: false })
    expect(first).toEqual({ by: 'passes', descending: false })
    expect(nextSort('passes', first)).toEqual({ by: 'passes', descending: true })
    expect(nextSort('passes', { by: 'passes', descending: true })).toEqual({ by: 'order', descending: false })
    expect(nextSort('cost', first)).toEqual({ by: 'cost', descending: true })
    expect(nextSort('cost', { by: 'cost', descending: true })).toEqual({ by: 'cost', descending: false })
  })
})

describe('an edit', () => {
  const at = {
    configuration: 'base',
    repeat: 1,
    change: 'replaced',
    changedAt: '2026-03-01T09:00:00.000Z',
  } as const

  function told(change: Pick<CaseEdit, 'before' | 'after'> & Partial<CaseEdit>, language = en): string {
    return editText(language, { ...at, ...change }, startingCauses)
  }

  it('is told in words', () => {
    const pass = { outcome: 'pass' } as const
    const fail = { outcome: 'fail', cause: 'tool-error' } as const
    expect(told({ before: pass, after: fail })).toBe('pass → fail, Tool or integration error')
    expect(told({ before: pass, after: fail }, ko)).toBe('통과 → 실패, 도구 또는 연동 오류')
    expect(told({ before: fail, after: { ...fail, note: 'late', latencyMs: 5, loggedBy: 'Lee' } })).toBe(
      'note “late”; time changed',
    )
    expect(told({ before: { ...pass, note: 'x' }, after: pass })).toBe('note taken away')
    expect(told({ before: { ...pass, verifier: 'accept' }, after: { ...fail, verifier: 'reject' } })).toBe(
      'pass → fail, Tool or integration error; verifier rejects',
    )
    expect(told({ before: { ...pass, verifier: 'accept' }, after: pass })).toBe('verifier verdict taken away')
    expect(told({ before: pass, after: { ...pass, loggedBy: 'Lee' } })).toBe('graded anew, still pass')
    expect(told({ change: 'withdrawn', before: fail, after: null })).toBe(
      'taken back; it was fail, Tool or integration error',
    )
  })
})
