import { describe, expect, it } from 'vitest'
import type { Comparison } from '../../../shared/domain/comparison.ts'
import type { Language } from '../../../shared/domain/settings.ts'
import { comparisonHeadline, joined, leaderSentence, plain } from '../../../shared/text/sentences.ts'
import { translatorFor } from '../../../shared/text/translator.ts'
import { comparisonOf, ready } from './comparison-sample.ts'

function headline(comparison: Comparison, language: Language = 'en'): string | null {
  const found = comparisonHeadline(translatorFor(language), comparison, ready)
  return found === null ? null : plain(found)
}

function told(comparison: Comparison, language: Language = 'en'): string | null {
  const found = leaderSentence(translatorFor(language), comparison)
  return found === null ? null : joined(found)
}

const short = { name: 'old', estimate: 0.5, verdict: 'short' } as const
const good = { name: 'good', estimate: 0.95, verdict: 'meets', costUsd: 0.2 } as const
const cheap = { name: 'cheap', estimate: 0.93, verdict: 'meets', costUsd: 0.1 } as const

describe('which configuration to take', () => {
  it('the only one that meets the level', () => {
    const comparison = comparisonOf([short, good], null)
    expect(headline(comparison)).toBe('Choose “good”: so far it alone meets Ready (90%).')
    expect(headline(comparison, 'ko')).toBe(
      '‘good’ 구성을 고르십시오. 지금까지 Ready(90%) 수준을 충족하는 유일한 구성입니다.',
    )
  })

  it('of several the cheapest, or the most reliable where a cost is missing', () => {
    expect(headline(comparisonOf([good, cheap, short], null))).toBe(
      'Choose “cheap”: of the 2 that meet Ready (90%), it costs least.',
    )
    const { costUsd: _, ...unpriced } = cheap
    expect(headline(comparisonOf([unpriced, good, short], null))).toBe(
      'Choose “good”: of the 2 that meet Ready (90%), it passes most often.',
    )
  })

  it('none, as long as it is open or all fall short; those without a case are not counted', () => {
    const open = { name: 'new', estimate: 0.9, verdict: 'more-evidence' } as const
    const none = { name: 'none', estimate: null, verdict: 'more-evidence' } as const
    expect(headline(comparisonOf([open, short, none], null))).toBe(
      'More evidence is needed: none of 2 configurations meets Ready (90%) yet; 1 still may.',
    )
    expect(headline(comparisonOf([short, { ...short, name: 'older' }, none], null))).toBe(
      'None is ready for Ready (90%): each of 2 configurations falls short.',
    )
    expect(headline(comparisonOf([open, none], null))).toBeNull()
  })

  it('colours the words that decide, whatever the names hold', () => {
    const comparison = comparisonOf([short, { ...good, name: 'a\uE001b' }], null)
    const found = comparisonHeadline(translatorFor('en'), comparison, ready)
    expect(found?.parts[0]).toEqual({ text: 'Choose “ab”', tone: 'meets' })
  })
})

const against = (
  configuration: string,
  verdict: 'better' | 'worse' | 'more-evidence',
  casesNeeded: number | null,
  sharedCases = 50,
) => ({
  configuration,
  verdict,
  sharedCases,
  casesNeeded:
    casesNeeded ?? (verdict === 'more-evidence' ? { notMeasured: 'not-reachable' as const } : null),
})

describe('which is the most reliable', () => {
  it('is sure when it is better than each other one', () => {
    const one = { configuration: 'good', against: [against('old', 'better', null)] }
    expect(told(comparisonOf([good, short], one))).toBe(
      '“good” is the most reliable, and that is sure. It passes 95% (85–100%), and is better than the other one on the cases they share.',
    )
    const two = {
      configuration: 'good',
      against: ['old', 'cheap'].map((name) => against(name, 'better', null)),
    }
    expect(told(comparisonOf([good, short, cheap], two), 'ko')).toBe(
      '‘good’ 구성이 가장 신뢰할 수 있으며, 이는 확실합니다. 통과율은 95%(85–100%)이고, 함께 완료한 사례에서 나머지 2개보다 모두 낫습니다.',
    )
  })

  it('is open against some: the one that takes most cases says how many would tell', () => {
    const leader = {
      configuration: 'good',
      against: [
        against('old', 'better', null),
        against('cheap', 'more-evidence', 40),
        against('a', 'more-evidence', 90),
      ],
    }
    expect(told(comparisonOf([good, short, cheap], leader))).toBe(
      '“good” passes most often, 95% (85–100%), but that it is the most reliable is not sure. Against “cheap” and “a” it is open. About 90 more shared cases would tell.',
    )
  })

  it('names three of many, and says what is not known', () => {
    const leader = {
      configuration: 'good',
      against: ['a', 'b', 'c', 'd', 'e'].map((name) => against(name, 'more-evidence', null)),
    }
    expect(told(comparisonOf([good, short], leader))).toContain(
      'Against “a”, “b”, “c” and 2 others it is open. How many more cases would tell cannot be said',
    )
    const apart = { configuration: 'good', against: [against('old', 'more-evidence', null, 0)] }
    expect(told(comparisonOf([good, short], apart))).toContain('Log the same cases with both')
  })

  it('is in doubt when another did better on the cases they share', () => {
    const leader = { configuration: 'good', against: [against('old', 'worse', null)] }
    expect(told(comparisonOf([good, short], leader))).toContain(
      'On the cases they share, “old” did better: log the same cases with both before you choose.',
    )
    expect(told(comparisonOf([good, short], null))).toBeNull()
  })
})
