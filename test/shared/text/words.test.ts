import { describe, expect, it } from 'vitest'
import { startingCauses } from '../../../shared/domain/cause.ts'
import { notMeasuredReasons } from '../../../shared/domain/measured.ts'
import { shortFingerprint } from '../../../shared/text/fingerprint.ts'
import { alphaText, decidingOddsText, methodParagraphs } from '../../../shared/text/method.ts'
import {
  casesNeededText,
  casesText,
  causeName,
  errorsRuleText,
  estimateText,
  evidenceOdds,
  evidenceText,
  intervalText,
  levelVerdictWord,
  measuredText,
  notCountedRuleText,
  notMeasuredText,
  priceText,
  repeatsText,
  scopeText,
  strategyName,
  trialsText,
  voidsRuleText,
} from '../../../shared/text/sentences.ts'
import { translatorFor } from '../../../shared/text/translator.ts'
import { leverWord } from '../../../shared/text/words.ts'
import { assessmentWith, strategyWith } from './sample.ts'

const en = translatorFor('en')
const ko = translatorFor('ko')
const noCost = { notMeasured: 'no-cost-logged' } as const
const noLatency = { notMeasured: 'no-latency-logged' } as const

describe('one word each', () => {
  it('for verdicts and levers', () => {
    const verdicts = ['meets', 'short', 'more-evidence'] as const
    expect(verdicts.map((each) => levelVerdictWord(en, each))).toEqual(['meets', 'short', 'more evidence'])
    expect(verdicts.map((each) => levelVerdictWord(ko, each))).toEqual(['충족', '미달', '근거 더 필요'])
    const levers = ['inference-scaling', 'product-engineering', null] as const
    expect(levers.map((each) => leverWord(en, each))).toEqual([
      'inference scaling',
      'product engineering',
      'neither',
    ])
    expect(levers.map((each) => leverWord(ko, each))).toEqual(['추론 확장', '제품 엔지니어링', '해당 없음'])
  })
})

describe('what was not measured', () => {
  it('is said with its reason, a different one for each', () => {
    for (const translator of [en, ko]) {
      const texts = notMeasuredReasons.map((reason) => notMeasuredText(translator, reason))
      expect(new Set(texts).size).toBe(notMeasuredReasons.length)
    }
    expect(notMeasuredText(en, 'no-latency-logged')).toBe('not measured: no latency was logged')
    expect(notMeasuredText(ko, 'no-latency-logged')).toBe('측정되지 않음: 기록된 지연 시간이 없습니다')
  })

  it('stands where the figure would', () => {
    expect(measuredText(en, 2.5, (value) => `${value} s`)).toBe('2.5 s')
    expect(measuredText(en, noCost, String)).toBe('not measured: no cost was logged')
    const none = { estimate: { notMeasured: 'no-complete-cases' }, lower: 0, upper: 1 } as const
    expect(estimateText(en, none)).toBe('not measured: no case is complete yet')
  })
})

describe('estimates', () => {
  it('carry the decimals that their interval supports', () => {
    expect(estimateText(en, { estimate: 0.4249, lower: 0.2705, upper: 0.5857 })).toBe('42%')
    expect(estimateText(en, { estimate: 0.4249, lower: 0.4, upper: 0.45 })).toBe('42.5%')
    expect(intervalText(en, { estimate: 0.42, lower: 0.2705, upper: 0.5857 })).toBe('27–59%')
    expect(estimateText(en, { estimate: 1, lower: 0.948, upper: 1 })).toBe('100%')
  })
})

describe('the scope of a claim', () => {
  it.each([
    ['new-cases', 50, 'for new cases like these 50', '이 사례 50개와 비슷한 새 사례에 대해'],
    ['new-cases', 1, 'for new cases like this one', '이 사례 1개와 비슷한 새 사례에 대해'],
    ['these-cases', 50, 'for exactly these 50 cases', '바로 이 사례 50개에 대해'],
    ['these-cases', 1, 'for exactly this one case', '바로 이 사례 1개에 대해'],
  ] as const)('%s, %i cases', (scope, completeCases, english, korean) => {
    const counts = { ...assessmentWith().counts, completeCases }
    expect(scopeText(en, { scope, counts })).toBe(english)
    expect(scopeText(ko, { scope, counts })).toBe(korean)
  })
})

describe('ways of spending more compute', () => {
  it.each([
    ['retry-until-accepted', 4, 'Retry until accepted (up to 4)', '수락될 때까지 재시도(최대 4회)'],
    ['majority', 1001, 'Majority of 1,001', '1,001회 다수결'],
    ['configuration', 1, 'model B', 'model B'],
  ] as const)('%s', (strategy, k, english, korean) => {
    const each = { strategy, k, configuration: 'model B' }
    expect(strategyName(en, each)).toBe(english)
    expect(strategyName(ko, each)).toBe(korean)
  })

  it('cost what is known of them', () => {
    expect(priceText(en, strategyWith())).toBe('$0.15 and 1.8 s')
    expect(priceText(ko, strategyWith())).toBe('$0.15, 1.8초')
    expect(priceText(en, strategyWith({ costUsd: noCost }))).toBe('1.8 s')
    expect(priceText(en, strategyWith({ latencyMs: noLatency }))).toBe('$0.15')
    expect(priceText(en, strategyWith({ costUsd: noCost, latencyMs: noLatency }))).toBeNull()
  })
})

describe('causes', () => {
  it('of the starting list are translated until the team renames them', () => {
    for (const { key, name } of startingCauses) {
      expect(causeName(en, key, name)).toBe(name)
      expect(causeName(ko, key, name)).toMatch(/\p{Script=Hangul}/u)
      expect(causeName(ko, key, `${name}!`)).toBe(`${name}!`)
    }
  })

  it('off the list keep their key, unless it is a starting one', () => {
    expect(causeName(en, 'ours', null)).toBe('ours')
    expect(causeName(en, 'ours', 'Our cause')).toBe('Our cause')
    expect(causeName(ko, 'tool-error', null)).toBe('도구 또는 연동 오류')
    expect(causeName(en, null, null)).toBe('Not labelled')
    expect(causeName(ko, null, null)).toBe('원인 미표시')
  })

  it.each(['toString', '__proto__', 'constructor', 'unlabelled'])('called %s are nothing special', (key) => {
    expect(causeName(en, key, null)).toBe(key)
  })
})

describe('more cases', () => {
  it('are counted, or said not to be needed or reachable', () => {
    expect(casesNeededText(en, 1340)).toBe('about 1,300 more cases')
    expect(casesNeededText(en, 1)).toBe('about 1 more case')
    expect(casesNeededText(ko, 1340)).toBe('사례 약 1,300개 더')
    expect(casesNeededText(en, null)).toBe('–')
    expect(casesNeededText(en, { notMeasured: 'not-reachable' })).toBe('not reachable at this rate')
  })
})

describe('evidence', () => {
  it('is the stronger of the two, with what decides', () => {
    const level = { logEvidenceMeets: -3.2, logEvidenceShort: 25.767, alpha: 0.05 }
    expect(evidenceText(en, level)).toEqual({
      towards: 'short',
      odds: '10¹¹\u00A0:\u00A01',
      sentence: 'Evidence 10¹¹\u00A0:\u00A01 that it falls short; 20\u00A0:\u00A01 decides.',
    })
    expect(evidenceText(ko, { logEvidenceMeets: 1.2, logEvidenceShort: -4, alpha: 0.01 }).sentence).toBe(
      '수준을 충족한다는 근거가 3.3\u00A0:\u00A01입니다. 100\u00A0:\u00A01이면 판정합니다.',
    )
  })

  it('below even odds is said in words', () => {
    expect(evidenceOdds(en, -0.01)).toBe('under 1\u00A0:\u00A01')
    expect(evidenceOdds(ko, -0.01)).toBe('1\u00A0:\u00A01 미만')
    expect(evidenceOdds(en, 0)).toBe('1\u00A0:\u00A01')
    const neither = { logEvidenceMeets: -1, logEvidenceShort: -2, alpha: 0.05 }
    expect(evidenceText(en, neither).sentence).toBe(
      'Evidence under 1\u00A0:\u00A01 that it meets the level; 20\u00A0:\u00A01 decides.',
    )
  })
})

describe('counts and rules', () => {
  it('agree with their number', () => {
    expect([0, 1, 2].map((count) => casesText(en, count))).toEqual(['0 cases', '1 case', '2 cases'])
    expect([1, 1000].map((count) => repeatsText(en, count))).toEqual(['1 repeat', '1,000 repeats'])
    expect([1, 28_000].map((count) => trialsText(en, count))).toEqual(['1 trial', '28,000 trials'])
    expect([casesText(ko, 50), repeatsText(ko, 4), trialsText(ko, 200)]).toEqual([
      '사례 50개',
      '반복 4회',
      '시도 200회',
    ])
  })

  it('state the rule beside the number', () => {
    expect(errorsRuleText(en, 5)).toBe('errors count as failures: 5')
    expect(voidsRuleText(en, 0)).toBe('void, excluded: 0')
    expect(notCountedRuleText(en, 1200)).toBe('not counted, beyond the plan or of incomplete cases: 1,200')
    expect(errorsRuleText(ko, 5)).toBe('실패로 계산한 오류: 5')
  })
})

describe('the method', () => {
  const assessment = assessmentWith()

  it('names the figures of this assessment', () => {
    const paragraphs = methodParagraphs(en, assessment)
    expect(paragraphs[0]).toContain('planned attempts (4)')
    expect(paragraphs[0]).toContain('all complete cases (50)')
    expect(paragraphs[1]).toContain('reaches 20\u00A0:\u00A01 is at most 5%')
    expect(methodParagraphs(ko, assessment)[1]).toContain('20\u00A0:\u00A01에 이를 확률은 5% 이하입니다')
  })

  it('of a fixed list says what the reliability is there, and not what it is for new cases', () => {
    const text = methodParagraphs(en, { ...assessment, scope: 'these-cases' }).join(' ')
    expect(text).toContain('exactly this list')
    expect(text).not.toContain('mean of these scores')
    expect(methodParagraphs(en, assessment).join(' ')).not.toContain('exactly this list')
  })

  it('has one chance of claiming wrongly, or as many as the levels differ in', () => {
    expect(alphaText(en, assessment)).toBe('5%')
    const [first, ...others] = assessment.levels
    if (first === undefined) throw new Error('no level')
    expect(alphaText(en, { levels: [{ ...first, alpha: 0.001 }, ...others] })).toBe('0.1%, 5%')
  })
})

describe('a level with a chance of claiming wrongly of its own', () => {
  const given = assessmentWith()
  const levels = given.levels.map((each) => ({ ...each, alpha: each.name === 'Unattended' ? 0.01 : 0.05 }))

  it.each([
    ['Unattended', 'reaches 100\u00A0:\u00A01 is at most 1% '],
    ['Assist', 'reaches 20\u00A0:\u00A01 is at most 5% '],
  ])('has its own odds in the method of an assessment about it: %s', (level, odds) => {
    const bottleneck = { ...given.bottleneck, level }
    expect(methodParagraphs(en, { ...given, levels, bottleneck })[1]).toContain(odds)
  })

  it('has its own odds among those that decide', () => {
    expect(decidingOddsText(en, given)).toBe('20\u00A0:\u00A01')
    expect(decidingOddsText(en, { levels })).toBe(
      '20\u00A0:\u00A01 (Assist, Supervised), 100\u00A0:\u00A01 (Unattended)',
    )
  })
})

describe('a fingerprint', () => {
  it('is shortened to its ends', () => {
    expect(shortFingerprint(`sha256:abcd${'0'.repeat(56)}f9a1`)).toBe('sha256 abcd…f9a1')
  })
})
