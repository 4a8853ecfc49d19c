import { describe, expect, it } from 'vitest'
import type { Assessment, NextStep } from '../../../shared/domain/assessment.ts'
import type { Verdict } from '../../../shared/domain/level.ts'
import {
  bottleneckSentence,
  joined,
  plain,
  verdictFigures,
  verdictHeadline,
  verdictSentence,
} from '../../../shared/text/sentences.ts'
import { translatorFor } from '../../../shared/text/translator.ts'
import { assessmentWith, strategyWith } from './sample.ts'

const en = translatorFor('en')
const ko = translatorFor('ko')

const noFigure = { notMeasured: 'no-complete-cases' } as const
const unmeasured = { estimate: noFigure, lower: 0, upper: 1, nines: noFigure }

/** One level, Unattended at 99.5%, with this verdict. */
function decided(verdict: Verdict): Assessment {
  const [level] = assessmentWith().levels.slice(-1)
  if (level === undefined) throw new Error('no level')
  return assessmentWith({}, { levels: [{ ...level, required: 0.995, verdict }] })
}

describe('the headline', () => {
  it.each([
    ['meets', 'Ready for Unattended (99.5%).', 'Unattended(99.5%) 수준을 충족합니다.'],
    ['short', 'Not ready for Unattended (99.5%).', 'Unattended(99.5%) 수준에 아직 못 미칩니다.'],
    [
      'more-evidence',
      'More evidence is needed for Unattended (99.5%).',
      'Unattended(99.5%) 수준을 판정하려면 근거가 더 필요합니다.',
    ],
  ] as const)('%s: %s %s', (verdict, english, korean) => {
    expect(plain(verdictHeadline(en, decided(verdict)))).toBe(english)
    expect(plain(verdictHeadline(ko, decided(verdict)))).toBe(korean)
  })

  it('marks the words that decide, and only those', () => {
    expect(verdictHeadline(en, decided('short')).parts).toEqual([
      { text: 'Not ready', tone: 'short' },
      { text: ' for Unattended (99.5%).' },
    ])
    expect(verdictHeadline(ko, decided('meets')).parts).toEqual([
      { text: 'Unattended(99.5%) 수준을 ' },
      { text: '충족합니다', tone: 'meets' },
      { text: '.' },
    ])
  })

  it('is about the target unless another level is named', () => {
    expect(plain(verdictHeadline(en, assessmentWith()))).toBe('Not ready for Unattended (99%).')
    expect(plain(verdictHeadline(en, assessmentWith(), 'Assist'))).toBe('Not ready for Assist (80%).')
    expect(() => verdictHeadline(en, assessmentWith(), 'Perfect')).toThrow('no level "Perfect"')
  })
})

describe('the figures', () => {
  it('of gpt-4o on τ-bench: 42%, 27–59%', () => {
    expect(plain(verdictSentence(en, assessmentWith()))).toBe(
      'Not ready for Unattended (99%). One attempt passes 42% of the time (27–59%); 99% is required.',
    )
    expect(plain(verdictSentence(ko, assessmentWith()))).toBe(
      'Unattended(99%) 수준에 아직 못 미칩니다. 한 번 시도해 통과할 확률은 42%(27–59%)이고, 필요한 값은 99%입니다.',
    )
  })

  it('are those so far while the level is open', () => {
    expect(verdictFigures(en, decided('more-evidence'))).toBe(
      'So far one attempt passes 42% of the time (27–59%); 99.5% is required.',
    )
    expect(verdictFigures(ko, decided('more-evidence'))).toBe(
      '지금까지 한 번 시도해 통과한 비율은 42%(27–59%)이고, 필요한 값은 99.5%입니다.',
    )
  })

  it('carry the decimals that a narrow interval supports', () => {
    const reliability = { estimate: 0.9974, lower: 0.9951, upper: 0.9988, nines: 2.585 }
    expect(verdictFigures(en, assessmentWith({}, { reliability }))).toBe(
      'One attempt passes 99.74% of the time (99.51–99.88%); 99% is required.',
    )
  })

  it.each([
    [{ trials: 0 }, 'No trials have been logged yet.', '아직 기록된 시도가 없습니다.'],
    [
      { plannedRepeats: 4 },
      'No case is complete yet: each needs 4 attempts.',
      '아직 완료된 사례가 없습니다. 사례마다 시도가 4회 필요합니다.',
    ],
    [
      { plannedRepeats: 1 },
      'No case is complete yet: each needs 1 attempt.',
      '아직 완료된 사례가 없습니다. 사례마다 시도가 1회 필요합니다.',
    ],
  ])('say why there are none: %o', (counts, english, korean) => {
    const assessment = assessmentWith(
      {},
      { reliability: unmeasured, counts: { ...assessmentWith().counts, ...counts } },
    )
    expect(verdictFigures(en, assessment)).toBe(english)
    expect(verdictFigures(ko, assessment)).toBe(korean)
  })

  it('of a fixed list need an attempt at each of its cases', () => {
    const list = assessmentWith({}, { scope: 'these-cases', reliability: unmeasured })
    expect(verdictFigures(en, list)).toBe(
      'Some cases of the list have not been tried yet: each needs at least one attempt.',
    )
    expect(verdictFigures(ko, list)).toBe(
      '목록에 아직 시도하지 않은 사례가 있습니다. 사례마다 적어도 한 번은 시도해야 합니다.',
    )
  })
})

/** In English and in Korean. */
function bottleneckOf(assessment: Assessment): readonly string[] {
  return [en, ko].map((translator) => joined(bottleneckSentence(translator, assessment)))
}

describe('the bottleneck', () => {
  it('none', () => {
    expect(bottleneckOf(assessmentWith({ verdict: 'none', reasons: [] }))).toEqual([
      'Nothing stands in the way of this level. A single attempt is reliable enough; no lever is needed.',
      '이 수준을 가로막는 병목은 없습니다. 한 번의 시도로도 충분히 신뢰할 수 있어 다른 수단이 필요하지 않습니다.',
    ])
  })

  it.each([
    [null, 'lean neither way.', '어느 쪽으로도 기울지 않습니다.'],
    [
      'inference-scaling',
      'lean towards inference scaling; that is a leaning, not a verdict.',
      '추론 확장 쪽으로 기울지만, 아직 판정은 아닙니다.',
    ],
    [
      'product-engineering',
      'lean towards product engineering; that is a leaning, not a verdict.',
      '제품 엔지니어링 쪽으로 기울지만, 아직 판정은 아닙니다.',
    ],
  ] as const)('undecided, leaning to %s', (leaning, english, korean) => {
    expect(bottleneckOf(assessmentWith({ verdict: 'undecided', leaning, reasons: [] }))).toEqual([
      `The bottleneck is undecided. The figures so far ${english}`,
      `병목은 아직 판정되지 않았습니다. 지금까지의 수치는 ${korean}`,
    ])
  })

  it('undecided without any figure: no reason is made up', () => {
    expect(
      bottleneckOf(
        assessmentWith({ verdict: 'undecided', leaning: null, reasons: [] }, { reliability: unmeasured }),
      ),
    ).toEqual(['The bottleneck is undecided.', '병목은 아직 판정되지 않았습니다.'])
  })

  it('inference scaling, with and without a price', () => {
    const scaling = { verdict: 'inference-scaling', reasons: [] } as const
    expect(bottleneckOf(assessmentWith({ ...scaling, chosen: strategyWith() }))).toEqual([
      'Inference scaling is the bottleneck. Retry until accepted (up to 3) reaches 97.4% (94.3–99.1%) at $0.15 and 1.8 s per task.',
      '병목은 추론 확장입니다. ‘수락될 때까지 재시도(최대 3회)’ 방식이 작업당 $0.15, 1.8초에 97.4%(94.3–99.1%)까지 이릅니다.',
    ])
    const unpriced = { costUsd: noFigure, latencyMs: noFigure, strategy: 'majority' } as const
    expect(bottleneckOf(assessmentWith({ ...scaling, chosen: strategyWith(unpriced) }))).toEqual([
      'Inference scaling is the bottleneck. Majority of 3 reaches 97.4% (94.3–99.1%).',
      '병목은 추론 확장입니다. ‘3회 다수결’ 방식이 97.4%(94.3–99.1%)에 이릅니다.',
    ])
  })

  it('another configuration stands in quotation marks', () => {
    const chosen = strategyWith({
      strategy: 'configuration',
      k: 1,
      configuration: 'fast, cheap',
      costUsd: noFigure,
    })
    expect(bottleneckOf(assessmentWith({ verdict: 'inference-scaling', reasons: [], chosen }))).toEqual([
      'Inference scaling is the bottleneck. “fast, cheap” reaches 97.4% (94.3–99.1%) at 1.8 s per task.',
      '병목은 추론 확장입니다. ‘fast, cheap’ 방식이 작업당 1.8초에 97.4%(94.3–99.1%)까지 이릅니다.',
    ])
  })

  it('conflicting causes are named', () => {
    expect(
      bottleneckOf(
        assessmentWith({
          verdict: 'inference-scaling',
          reasons: [],
          chosen: strategyWith({ strategy: 'majority' }),
          evidenceConflict: true,
        }),
      ),
    ).toEqual([
      'Inference scaling is the bottleneck. Majority of 3 reaches 97.4% (94.3–99.1%) at $0.15 and 1.8 s per task. Evidence conflict: most labelled failures point at product engineering instead.',
      '병목은 추론 확장입니다. ‘3회 다수결’ 방식이 작업당 $0.15, 1.8초에 97.4%(94.3–99.1%)까지 이릅니다. 근거가 엇갈립니다. 원인을 표시한 실패는 대부분 오히려 제품 엔지니어링 쪽을 가리킵니다.',
    ])
  })
})

const product = 'Product engineering is the bottleneck. '
const productKo = '병목은 제품 엔지니어링입니다. '
const ceiling = {
  ...assessmentWith().bottleneck.ceiling,
  k: 4,
  estimate: 0.72,
  lower: 0.504,
  upper: 0.887,
}
const short = strategyWith({
  strategy: 'majority',
  verdict: 'short',
  estimate: 0.38,
  lower: 0.21,
  upper: 0.58,
})
const raiseBudget: NextStep = { step: 'raise-budget', strategy: strategyWith({ feasible: false }) }

function productWork(given: Partial<Assessment['bottleneck']>): Assessment {
  return assessmentWith({ ceiling, nextSteps: [], strategies: [], ...given, verdict: 'product-engineering' })
}

describe('product engineering, for every reason', () => {
  it('the ceiling: even a perfect verifier would fall short', () => {
    expect(bottleneckOf(productWork({ reasons: ['capability-ceiling'], strategies: [short] }))).toEqual([
      `${product}Even a perfect verifier would reach only 72% (50–89%) within 4 attempts: it takes better tools, context or data, or a narrower scope. Majority of 3 reaches only 38%.`,
      `${productKo}검증기가 완벽해도 4회 시도 안에서 72%(50–89%)에 그치므로 도구, 맥락, 데이터를 보강하거나 범위를 좁혀야 합니다. ‘3회 다수결’ 방식도 38%에 그칩니다.`,
    ])
  })

  it('the verifier, or that there is none: what a perfect one reaches inside the budget', () => {
    const better: NextStep = { step: 'improve-verifier', estimate: 0.61, ceiling: 0.966, k: 2 }
    expect(bottleneckOf(productWork({ reasons: ['verifier'], nextSteps: [better] }))).toEqual([
      `${product}The verifier lets errors through or rejects right answers: a perfect one would reach 97% within 2 attempts.`,
      `${productKo}검증기가 오답을 통과시키거나 정답을 거부합니다. 완벽한 검증기라면 2회 시도 안에서 97%에 이릅니다.`,
    ])
    expect(bottleneckOf(productWork({ reasons: ['no-verifier'] }))).toEqual([
      `${product}There is no verifier to pick the right answer: a perfect one would reach 72% within 4 attempts.`,
      `${productKo}정답을 골라낼 검증기가 없습니다. 완벽한 검증기라면 4회 시도 안에서 72%에 이릅니다.`,
    ])
  })

  it('the budget, with the strategy that the next step names', () => {
    const cheaperButShort = strategyWith({ feasible: false, verdict: 'short', costUsd: 0.01 })
    const unpriced = { costUsd: noFigure, latencyMs: noFigure }
    expect(
      bottleneckOf(
        productWork({
          reasons: ['budget'],
          strategies: [cheaperButShort, raiseBudget.strategy],
          nextSteps: [raiseBudget],
        }),
      ),
    ).toEqual([
      `${product}Retry until accepted (up to 3) reaches the level, but at $0.15 and 1.8 s per task it lies outside the budget.`,
      `${productKo}‘수락될 때까지 재시도(최대 3회)’ 방식은 이 수준에 이르지만 예산을 벗어납니다(작업당 $0.15, 1.8초).`,
    ])
    expect(
      bottleneckOf(
        productWork({
          reasons: ['budget'],
          nextSteps: [{ step: 'raise-budget', strategy: strategyWith(unpriced) }],
        }),
      ),
    ).toEqual([
      `${product}A way of working that reaches the level lies outside the budget.`,
      `${productKo}이 수준에 이르는 방식은 예산을 벗어납니다.`,
    ])
  })

  it('nothing fits the budget, though nothing outside it would do either', () => {
    expect(bottleneckOf(productWork({ reasons: [], strategies: [{ ...short, feasible: false }] }))).toEqual([
      `${product}No way of spending more compute fits the budget.`,
      `${productKo}연산을 더 쓰는 방식 가운데 예산에 맞는 것이 없습니다.`,
    ])
  })

  it('a way that fits but was not measured is not said to exceed the budget', () => {
    const untried = strategyWith({ strategy: 'configuration', estimate: noFigure, lower: 0, upper: 1 })
    expect(bottleneckOf(productWork({ reasons: [], strategies: [untried] }))).toEqual([
      product.trimEnd(),
      productKo.trimEnd(),
    ])
  })

  it('a way whose verdict is open is not said to fall short', () => {
    const open = strategyWith({
      strategy: 'configuration',
      configuration: 'model B',
      verdict: 'more-evidence',
    })
    expect(bottleneckOf(productWork({ reasons: ['capability-ceiling'], strategies: [short, open] }))).toEqual(
      [
        `${product}Even a perfect verifier would reach only 72% (50–89%) within 4 attempts: it takes better tools, context or data, or a narrower scope. “model B” reaches 97.4% (94.3–99.1%) so far; whether that meets the level is still open.`,
        `${productKo}검증기가 완벽해도 4회 시도 안에서 72%(50–89%)에 그치므로 도구, 맥락, 데이터를 보강하거나 범위를 좁혀야 합니다. ‘model B’ 방식은 지금까지 97.4%(94.3–99.1%)에 이르며, 수준을 충족하는지는 아직 알 수 없습니다.`,
      ],
    )
  })

  it('several reasons follow each other, then the conflict', () => {
    expect(
      bottleneckOf(
        productWork({
          reasons: ['no-verifier', 'budget'],
          nextSteps: [raiseBudget],
          evidenceConflict: true,
        }),
      ),
    ).toEqual([
      `${product}There is no verifier to pick the right answer: a perfect one would reach 72% within 4 attempts. Retry until accepted (up to 3) reaches the level, but at $0.15 and 1.8 s per task it lies outside the budget. Evidence conflict: most labelled failures point at inference scaling instead.`,
      `${productKo}정답을 골라낼 검증기가 없습니다. 완벽한 검증기라면 4회 시도 안에서 72%에 이릅니다. ‘수락될 때까지 재시도(최대 3회)’ 방식은 이 수준에 이르지만 예산을 벗어납니다(작업당 $0.15, 1.8초). 근거가 엇갈립니다. 원인을 표시한 실패는 대부분 오히려 추론 확장 쪽을 가리킵니다.`,
    ])
  })
})
