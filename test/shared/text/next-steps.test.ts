import { describe, expect, it } from 'vitest'
import { type NextStep, nextStep } from '../../../shared/domain/assessment.ts'
import { startingCauses } from '../../../shared/domain/cause.ts'
import { nextStepParts, nextStepText } from '../../../shared/text/sentences.ts'
import { translatorFor } from '../../../shared/text/translator.ts'
import { strategyWith } from './sample.ts'

const en = translatorFor('en')
const ko = translatorFor('ko')
const noCost = { costUsd: { notMeasured: 'no-cost-logged' } } as const
const noLatency = { latencyMs: { notMeasured: 'no-latency-logged' } } as const

interface Expected {
  readonly step: NextStep
  readonly english: string
  readonly korean: string
}

const logging: readonly Expected[] = [
  {
    step: { step: 'log-first-trials', plannedRepeats: 4 },
    english: 'Log the first trials. Each case needs 4 attempts by the same configuration.',
    korean: '첫 시도를 기록하십시오. 같은 구성으로 사례마다 4회 시도해야 합니다.',
  },
  {
    step: { step: 'log-first-trials', plannedRepeats: 1 },
    english: 'Log the first trials. Each case needs 1 attempt by the same configuration.',
    korean: '첫 시도를 기록하십시오. 같은 구성으로 사례마다 1회 시도해야 합니다.',
  },
  {
    step: { step: 'complete-cases', incompleteCases: 1, plannedRepeats: 4 },
    english:
      'Complete 1 unfinished case. A case counts towards a claim once all 4 attempts at it are logged; left unfinished, it can only count against one.',
    korean:
      '끝나지 않은 사례 1개를 완료하십시오. 시도 4회를 모두 기록한 사례만 판정에 반영됩니다. 끝내지 않고 남긴 사례는 가장 불리한 결과로 칩니다.',
  },
  {
    step: { step: 'complete-cases', incompleteCases: 1200, plannedRepeats: 1 },
    english: 'Complete 1,200 unfinished cases. A case counts towards a claim once its attempt is logged.',
    korean:
      '끝나지 않은 사례 1,200개를 완료하십시오. 시도 1회를 모두 기록한 사례만 판정에 반영됩니다. 끝내지 않고 남긴 사례는 가장 불리한 결과로 칩니다.',
  },
  {
    step: { step: 'log-more-cases', cases: 300, level: 'Unattended' },
    english:
      'Log about 300 more cases. If results go on like this, that decides what is still open for Unattended.',
    korean:
      '사례를 약 300개 더 기록하십시오. 지금과 같은 결과가 이어지면 Unattended 수준에서 남은 판정을 내릴 수 있습니다.',
  },
  {
    step: { step: 'log-more-cases', cases: 1, level: 'Assist' },
    english: 'Log about 1 more case. If results go on like this, that decides what is still open for Assist.',
    korean:
      '사례를 약 1개 더 기록하십시오. 지금과 같은 결과가 이어지면 Assist 수준에서 남은 판정을 내릴 수 있습니다.',
  },
  {
    step: { step: 'log-more-cases', cases: { notMeasured: 'not-reachable' }, level: 'Unattended' },
    english: 'Log more cases. How many it takes for Unattended cannot be told from those logged so far.',
    korean:
      '사례를 더 기록하십시오. 지금까지의 기록으로는 Unattended 수준의 판정에 몇 개가 필요한지 알 수 없습니다.',
  },
  {
    step: { step: 'log-more-repeats', repeats: 1, needed: 4 },
    english: 'Plan 4 attempts per case. With 1 attempt per case, nothing can be said about trying again.',
    korean: '사례당 시도를 4회로 계획하십시오. 사례당 시도가 1회이면 아직 판단하기에 부족합니다.',
  },
  {
    step: { step: 'log-more-repeats', repeats: 4, needed: 45 },
    english: 'Plan 45 attempts per case. With 4 attempts per case, too little can be said yet.',
    korean: '사례당 시도를 45회로 계획하십시오. 사례당 시도가 4회이면 아직 판단하기에 부족합니다.',
  },
  {
    step: { step: 'measure-configuration', configuration: 'big', cases: 38, level: 'Ready' },
    english:
      'Log about 38 more cases with “big”. It spends more compute, and whether it meets Ready is still open.',
    korean:
      '‘big’ 구성으로 사례를 약 38개 더 기록하십시오. 연산을 더 쓰는 구성이며, Ready 수준을 충족하는지 아직 알 수 없습니다.',
  },
  {
    step: {
      step: 'measure-configuration',
      configuration: 'big',
      cases: { notMeasured: 'no-complete-cases' },
      level: 'Ready',
    },
    english: 'Log cases with “big”. It spends more compute, and whether it meets Ready is still open.',
    korean:
      '‘big’ 구성으로 사례를 기록하십시오. 연산을 더 쓰는 구성이며, Ready 수준을 충족하는지 아직 알 수 없습니다.',
  },
  {
    step: { step: 'log-answers' },
    english:
      'Log the answers, where they can be compared. Without them a vote is judged as if all wrong answers agreed; it may do better than that.',
    korean:
      '비교할 수 있는 답이라면 답도 기록하십시오. 답이 없으면 틀린 답이 모두 같다고 보고 투표를 판정합니다. 실제로는 그보다 나을 수 있습니다.',
  },
  {
    step: { step: 'meet-budget', costUsd: 1, latencyMs: { notMeasured: 'no-latency-logged' } },
    english:
      'Make an attempt cheaper or faster, or raise the budget. A single attempt ($1.00) is over the budget.',
    korean:
      '시도 한 번의 비용이나 시간을 줄이거나 예산을 늘리십시오. 시도 한 번($1.00)만으로도 예산을 벗어납니다.',
  },
  {
    step: { step: 'log-verdicts' },
    english:
      'Log what the verifier says. Retrying can be judged once every counted attempt carries accept or reject.',
    korean:
      '검증기의 판정을 기록하십시오. 집계되는 모든 시도에 수락 또는 거부가 있어야 재시도의 효과를 판단할 수 있습니다.',
  },
]

const product: readonly Expected[] = [
  {
    step: { step: 'study-never-solved', cases: 14, k: 4, ceiling: 0.72 },
    english: 'Study the 14 cases that never passed. Within 4 attempts they cap retrying and voting at 72%.',
    korean:
      '한 번도 통과하지 못한 사례 14개를 살펴보십시오. 이런 사례 때문에 4회 시도 안에서는 재시도도 투표도 72%를 넘지 못합니다.',
  },
  {
    step: { step: 'study-never-solved', cases: 1, k: 4, ceiling: 0.98 },
    english: 'Study the 1 case that never passed. Within 4 attempts it caps retrying and voting at 98%.',
    korean:
      '한 번도 통과하지 못한 사례 1개를 살펴보십시오. 이런 사례 때문에 4회 시도 안에서는 재시도도 투표도 98%를 넘지 못합니다.',
  },
  {
    step: { step: 'build-verifier', estimate: 0.42, ceiling: 0.72, k: 4 },
    english: 'Build a verifier. A perfect one would lift 42% to 72% within 4 attempts.',
    korean: '검증기를 만드십시오. 완벽한 검증기라면 4회 시도 안에서 42%를 72%로 높입니다.',
  },
  {
    step: { step: 'improve-verifier', estimate: 0.61, ceiling: 0.9973, k: 3 },
    english:
      'Improve the verifier. With the present one, retrying reaches 61%; a perfect one would reach 99.7% within 3 attempts.',
    korean:
      '검증기를 개선하십시오. 지금 검증기로 재시도하면 61%, 완벽한 검증기라면 3회 시도 안에서 99.7%입니다.',
  },
  {
    step: { step: 'measure-more-compute', amount: 256, unit: 'samples' },
    english:
      'Measure a configuration with more compute, for example 256 samples. The largest amount measured falls short, but the last step still gained.',
    korean:
      '연산을 더 쓰는 구성도 측정하십시오(예: 256 samples). 측정한 가장 큰 연산량은 미달이지만 마지막 단계에서 아직 올랐습니다.',
  },
  {
    step: { step: 'raise-budget', strategy: strategyWith() },
    english:
      'Raise the budget, or make an attempt cheaper or faster. Retry until accepted (up to 3) reaches 97.4%, at $0.15 and 1.8 s per task.',
    korean:
      '예산을 늘리거나 시도당 비용이나 시간을 줄이십시오. ‘수락될 때까지 재시도(최대 3회)’ 방식은 작업당 $0.15, 1.8초에 97.4%까지 이릅니다.',
  },
  {
    step: { step: 'raise-budget', strategy: strategyWith({ ...noCost, ...noLatency, strategy: 'majority' }) },
    english:
      'Raise the budget, or make an attempt cheaper or faster. Majority of 3 reaches 97.4% but lies outside the budget.',
    korean:
      '예산을 늘리거나 시도당 비용이나 시간을 줄이십시오. ‘3회 다수결’ 방식은 97.4%에 이르지만 예산을 벗어납니다.',
  },
  {
    step: { step: 'label-causes', labelled: 0, failures: 116 },
    english:
      'Label failure causes. 0 of 116 failures are labelled; causes tell tools, context and specification apart.',
    korean:
      '실패 원인을 표시하십시오. 실패 116건 중 0건에 원인이 있습니다. 원인이 있어야 도구, 맥락, 명세의 문제를 구별할 수 있습니다.',
  },
  {
    step: { step: 'label-causes', labelled: 0, failures: 1 },
    english:
      'Label failure causes. 0 of 1 failure is labelled; causes tell tools, context and specification apart.',
    korean:
      '실패 원인을 표시하십시오. 실패 1건 중 0건에 원인이 있습니다. 원인이 있어야 도구, 맥락, 명세의 문제를 구별할 수 있습니다.',
  },
  {
    step: { step: 'fix-top-cause', cause: 'tool-error', failures: 40, labelled: 100 },
    english:
      'Work on the most frequent product cause: Tool or integration error. It accounts for 40 of 100 labelled failures.',
    korean:
      '제품 쪽 원인 가운데 가장 잦은 것부터 해결하십시오: 도구 또는 연동 오류. 원인을 표시한 실패 100건 중 40건입니다.',
  },
  {
    step: { step: 'fix-top-cause', cause: 'limit', failures: 1, labelled: 1 },
    english:
      'Work on the most frequent product cause: Latency or cost limit. It accounts for 1 of 1 labelled failure.',
    korean:
      '제품 쪽 원인 가운데 가장 잦은 것부터 해결하십시오: 지연 또는 비용 한도. 원인을 표시한 실패 1건 중 1건입니다.',
  },
]

const deciding: readonly Expected[] = [
  {
    step: {
      step: 'adopt-strategy',
      strategy: strategyWith({ strategy: 'configuration', configuration: 'fast' }),
    },
    english: 'Spend more compute per answer. “fast” reaches 97.4%, at $0.15 and 1.8 s per task.',
    korean: '답 하나에 연산을 더 쓰십시오. ‘fast’ 방식이 작업당 $0.15, 1.8초에 97.4%까지 이릅니다.',
  },
  {
    step: { step: 'adopt-strategy', strategy: strategyWith(noLatency) },
    english:
      'Spend more compute per answer. Retry until accepted (up to 3) reaches 97.4%, at $0.15 per task.',
    korean:
      '답 하나에 연산을 더 쓰십시오. ‘수락될 때까지 재시도(최대 3회)’ 방식이 작업당 $0.15에 97.4%까지 이릅니다.',
  },
  {
    step: { step: 'adopt-strategy', strategy: strategyWith({ ...noCost, ...noLatency }) },
    english: 'Spend more compute per answer. Retry until accepted (up to 3) reaches 97.4%.',
    korean: '답 하나에 연산을 더 쓰십시오. ‘수락될 때까지 재시도(최대 3회)’ 방식이 97.4%에 이릅니다.',
  },
  {
    step: { step: 'resolve-conflict', causesLever: 'product-engineering' },
    english:
      'Settle the conflict in the evidence. Most labelled failures point at product engineering, the replayed attempts do not: check the labels of some failures.',
    korean:
      '엇갈리는 근거를 확인하십시오. 원인을 표시한 실패는 대부분 제품 엔지니어링 쪽을 가리키지만 시도를 재현한 결과는 다릅니다. 몇 건의 원인을 다시 확인하십시오.',
  },
  {
    step: { step: 'resolve-conflict', causesLever: 'inference-scaling' },
    english:
      'Settle the conflict in the evidence. Most labelled failures point at inference scaling, the replayed attempts do not: check the labels of some failures.',
    korean:
      '엇갈리는 근거를 확인하십시오. 원인을 표시한 실패는 대부분 추론 확장 쪽을 가리키지만 시도를 재현한 결과는 다릅니다. 몇 건의 원인을 다시 확인하십시오.',
  },
  {
    step: { step: 'keep-watch', level: 'Assist' },
    english: 'Keep logging. Assess Assist again whenever the model, the prompt or the work changes.',
    korean: '기록을 계속하십시오. 모델, 프롬프트, 업무가 바뀔 때마다 Assist 수준을 다시 판정하십시오.',
  },
  {
    step: { step: 'try-next-level', level: 'Unattended', required: 0.999 },
    english: 'Aim at Unattended (99.9%) next. The trials logged so far count towards it.',
    korean: '다음 목표는 Unattended(99.9%)입니다. 지금까지 기록한 시도가 그대로 반영됩니다.',
  },
]

const all = [...logging, ...product, ...deciding]

describe('next steps', () => {
  it.each(all)('$english', ({ step, english, korean }) => {
    expect(nextStepText(en, step, startingCauses)).toBe(english)
    expect(nextStepText(ko, step, startingCauses)).toBe(korean)
  })

  it('are all of those there are', () => {
    const known = nextStep.unwrap().options.map((each) => each.shape.step.value)
    expect([...new Set(all.map(({ step }) => step.step))].toSorted()).toEqual(known.toSorted())
  })

  it('begin with an instruction, which the rest explains', () => {
    expect(nextStepParts(en, { step: 'study-never-solved', cases: 14, k: 4, ceiling: 0.72 })).toEqual({
      lead: 'Study the 14 cases that never passed.',
      rest: 'Within 4 attempts they cap retrying and voting at 72%.',
    })
  })
})

describe('the cause that a step names', () => {
  const step: NextStep = { step: 'fix-top-cause', cause: 'tool-error', failures: 1, labelled: 2 }

  it("is the team's own name once they have given one, in both languages", () => {
    const causes = [{ key: 'tool-error', name: 'Booking API', lever: 'product-engineering' }] as const
    expect(nextStepParts(en, step, causes).lead).toBe('Work on the most frequent product cause: Booking API.')
    expect(nextStepParts(ko, step, causes).lead).toBe(
      '제품 쪽 원인 가운데 가장 잦은 것부터 해결하십시오: Booking API.',
    )
  })

  it('is the key where the list no longer holds it', () => {
    const lost: NextStep = { ...step, cause: 'old-cause' }
    expect(nextStepParts(en, lost, startingCauses).lead).toBe(
      'Work on the most frequent product cause: old-cause.',
    )
  })
})
