import { describe, expect, it } from 'vitest'
import type { Assessment } from '../../../shared/domain/assessment.ts'
import { plain, scalingSentence } from '../../../shared/text/sentences.ts'
import { translatorFor } from '../../../shared/text/translator.ts'
import { assessmentWith, strategyWith } from './sample.ts'

const en = translatorFor('en')
const ko = translatorFor('ko')

/** The answer and what it rests on, in English and in Korean. */
function said(assessment: Assessment): readonly string[] {
  return [en, ko].map((translator) => {
    const sentence = scalingSentence(translator, assessment)
    return `${plain(sentence)} | ${sentence.rest}`
  })
}

const tauBench = assessmentWith()

describe('does more compute help, and is it enough?', () => {
  it('gpt-4o on τ-bench: no, neither', () => {
    expect(said(tauBench)).toEqual([
      'More compute is not enough for Unattended (99%). On the logged attempts it does not help: Majority of 3 reaches 38% (20–58%), one attempt 42%. | Even a perfect verifier would reach only 72% (50–89%) within 4 attempts: it takes better tools, context or data, or a narrower scope.',
      '연산을 더 써도 Unattended(99%) 수준에는 부족합니다. 기록된 시도에서는 도움이 되지 않습니다. ‘3회 다수결’ 방식은 38%(20–58%), 한 번 시도는 42%입니다. | 검증기가 완벽해도 4회 시도 안에서 72%(50–89%)에 그치므로 도구, 맥락, 데이터를 보강하거나 범위를 좁혀야 합니다.',
    ])
  })

  it('colours the words that decide, and only those', () => {
    expect(scalingSentence(en, tauBench).parts.slice(0, 2)).toEqual([
      { text: 'More compute is not enough', tone: 'short' },
      { text: ' for Unattended (99%).' },
    ])
    const chosen = strategyWith()
    const enough = assessmentWith({ verdict: 'inference-scaling', chosen, strategies: [chosen] })
    expect(scalingSentence(ko, enough).parts[1]).toEqual({ text: '충분합니다', tone: 'meets' })
    const open = assessmentWith({ verdict: 'undecided' })
    expect(scalingSentence(en, open).parts[0]).toEqual({ text: 'It is open', tone: 'more-evidence' })
  })

  it('yes, and it is enough: by which way, at which price', () => {
    const chosen = strategyWith()
    const enough = assessmentWith({ verdict: 'inference-scaling', reasons: [], chosen, strategies: [chosen] })
    expect(said(enough)).toEqual([
      'More compute is enough for Unattended (99%). Retry until accepted (up to 3) reaches 97.4% (94.3–99.1%) at $0.15 and 1.8 s per task. | ',
      '연산을 더 쓰면 Unattended(99%) 수준에 충분합니다. ‘수락될 때까지 재시도(최대 3회)’ 방식이 작업당 $0.15, 1.8초에 97.4%(94.3–99.1%)까지 이릅니다. | ',
    ])
  })

  it('none is needed: a single attempt does', () => {
    const levels = tauBench.levels.map((each) => ({ ...each, verdict: 'meets' as const }))
    const met = assessmentWith({ verdict: 'none', reasons: [] }, { levels })
    expect(said(met)).toEqual([
      'More compute is not needed for Unattended (99%). One attempt passes 42% of the time (27–59%); 99% is required. | ',
      'Unattended(99%) 수준에는 연산을 더 쓰지 않아도 됩니다. 한 번 시도해 통과할 확률은 42%(27–59%)이고, 필요한 값은 99%입니다. | ',
    ])
  })

  it('yes, but it is not enough', () => {
    const strategies = [strategyWith({ estimate: 0.55, lower: 0.4, upper: 0.69, verdict: 'short' })]
    expect(said(assessmentWith({ strategies }))[0]).toContain(
      'More compute is not enough for Unattended (99%). On the logged attempts it helps: Retry until accepted (up to 3) reaches 55% (40–69%), one attempt 42%. |',
    )
  })

  it('names the budget where that is what stands in the way, and only there', () => {
    const outside = strategyWith({ k: 4, feasible: false, verdict: 'more-evidence' })
    const ceiling = { ...tauBench.bottleneck.ceiling, verdict: 'more-evidence' } as const
    const [english, korean] = said(assessmentWith({ reasons: [], ceiling, strategies: [outside] }))
    expect(english).toContain(
      'More compute is not enough within the budget for Unattended (99%). No way of spending more compute fits the budget. |',
    )
    expect(korean).toContain('예산 안에서는 연산을 더 써도 Unattended(99%) 수준에 부족합니다.')
    // Even a perfect verifier is short, whatever it may cost.
    expect(said(assessmentWith({ strategies: [outside] }))[0]).toContain('More compute is not enough for')
    const short = { ...outside, verdict: 'short' } as const
    expect(said(assessmentWith({ reasons: [], ceiling, strategies: [short] }))[0]).toContain(
      'More compute is not enough for',
    )
  })

  it('while it is open, leans by name and says when nothing tells', () => {
    const open = assessmentWith({ verdict: 'undecided', leaning: 'inference-scaling', strategies: [] })
    expect(said(open)).toEqual([
      'It is open whether more compute is enough for Unattended (99%). Nothing logged tells yet whether it helps. | The figures so far lean towards inference scaling; that is a leaning, not a verdict.',
      '연산을 더 쓰면 Unattended(99%) 수준에 충분한지는 아직 알 수 없습니다. 도움이 되는지는 아직 기록으로 알 수 없습니다. | 지금까지의 수치는 추론 확장 쪽으로 기울지만, 아직 판정은 아닙니다.',
    ])
  })

  it('before the first complete case, says what is missing', () => {
    const none = { notMeasured: 'no-complete-cases' } as const
    const reliability = { estimate: none, lower: 0, upper: 1, nines: none }
    const open = assessmentWith({ verdict: 'undecided', strategies: [] }, { reliability })
    expect(said(open)[0]).toBe(
      'It is open whether more compute is enough for Unattended (99%). No case is complete yet: each needs 4 attempts. | ',
    )
  })

  it('says where more attempts hurt, when the task says what a wrong answer costs', () => {
    const interval = { estimate: 0.6, lower: 0.5, upper: 0.7 }
    const verifier: Assessment['verifier'] = {
      trueAccept: { ...interval, trials: 84 },
      falseAccept: { ...interval, trials: 116 },
      k: 4,
      cases: 50,
      right: interval,
      rightIfPerfect: interval,
      addedIfPerfect: interval,
      closes: 0.3,
      closesIfPerfect: 0.5,
      utility: {
        wrongCost: 2,
        byAttempts: [1, 2, 3].map((k) => ({ k, ...interval })),
        bestK: 2,
        hurtsFrom: 3,
        hurtsShownFrom: 3,
        handingOverServesBetter: false,
      },
    }
    const { rest } = scalingSentence(en, assessmentWith({}, { verifier }))
    expect(rest).toContain(
      'With a wrong answer undoing 2 right ones, 2 attempts serve best. All 3 attempts do worse than 2.',
    )
    const noCost = { ...verifier, utility: { notMeasured: 'no-wrong-cost' } } as const
    expect(scalingSentence(en, assessmentWith({}, { verifier: noCost })).rest).not.toContain('wrong answer')
  })

  it('cannot be coloured by a name', () => {
    const level = tauBench.levels.find((each) => each.name === 'Unattended')
    if (level === undefined) throw new Error('no level')
    const name = '\uE000All\uE001 good'
    const named = assessmentWith({ level: name }, { levels: [{ ...level, name }] })
    expect(scalingSentence(en, named).parts.slice(0, 2)).toEqual([
      { text: 'More compute is not enough', tone: 'short' },
      { text: ' for All good (99%).' },
    ])
  })
})
