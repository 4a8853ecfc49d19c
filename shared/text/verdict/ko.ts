import { evidenceChart, pareto } from './charts.ko.ts'
import { method } from './method.ko.ts'

export const ko = {
  word: {
    meets: '충족',
    short: '미달',
    'more-evidence': '근거 더 필요',
  },
  headline: {
    meets: '{{level}}({{required}}) 수준을 {{on}}충족합니다{{off}}.',
    short: '{{level}}({{required}}) 수준에 {{on}}아직 못 미칩니다{{off}}.',
    'more-evidence': '{{level}}({{required}}) 수준을 판정하려면 {{on}}근거가 더 필요합니다{{off}}.',
  },
  figures: {
    decided: '한 번 시도해 통과할 확률은 {{estimate}}({{interval}})이고, 필요한 값은 {{required}}입니다.',
    soFar:
      '지금까지 한 번 시도해 통과한 비율은 {{estimate}}({{interval}})이고, 필요한 값은 {{required}}입니다.',
    noTrials: '아직 기록된 시도가 없습니다.',
    noCompleteRound: '목록에 아직 시도하지 않은 사례가 있습니다. 사례마다 적어도 한 번은 시도해야 합니다.',
    noCompleteCases_other: '아직 완료된 사례가 없습니다. 사례마다 시도가 {{number}}회 필요합니다.',
  },
  bottleneck: {
    lead: {
      none: '이 수준을 가로막는 병목은 없습니다.',
      undecided: '병목은 아직 판정되지 않았습니다.',
      'inference-scaling': '병목은 추론 확장입니다.',
      'product-engineering': '병목은 제품 엔지니어링입니다.',
    },
    none: '한 번의 시도로도 충분히 신뢰할 수 있어 다른 수단이 필요하지 않습니다.',
    chosen: '‘{{strategy}}’ 방식이 {{estimate}}({{interval}})에 이릅니다.',
    chosenAtPrice: '‘{{strategy}}’ 방식이 작업당 {{price}}에 {{estimate}}({{interval}})까지 이릅니다.',
    bestStrategy: '‘{{strategy}}’ 방식도 {{estimate}}에 그칩니다.',
    bestOpen:
      '‘{{strategy}}’ 방식은 지금까지 {{estimate}}({{interval}})에 이르며, 수준을 충족하는지는 아직 알 수 없습니다.',
    reason: {
      'capability-ceiling_other':
        '검증기가 완벽해도 {{number}}회 시도 안에서 {{ceiling}}({{interval}})에 그치므로 도구, 맥락, 데이터를 보강하거나 범위를 좁혀야 합니다.',
      verifier_other:
        '검증기가 오답을 통과시키거나 정답을 거부합니다. 완벽한 검증기라면 {{number}}회 시도 안에서 {{ceiling}}에 이릅니다.',
      'no-verifier_other':
        '정답을 골라낼 검증기가 없습니다. 완벽한 검증기라면 {{number}}회 시도 안에서 {{ceiling}}에 이릅니다.',
      budget: '이 수준에 이르는 방식은 예산을 벗어납니다.',
      budgetStrategy: '‘{{strategy}}’ 방식은 이 수준에 이르지만 예산을 벗어납니다(작업당 {{price}}).',
    },
    ceilingOpen_other:
      '검증기만 완벽하면 충분한지는 아직 알 수 없습니다. 지금까지 {{number}}회 시도 안에서 {{ceiling}}({{interval}})입니다.',
    noFeasible: '연산을 더 쓰는 방식 가운데 예산에 맞는 것이 없습니다.',
    leaning: '지금까지의 수치는 {{lever}} 쪽으로 기울지만, 아직 판정은 아닙니다.',
    noLeaning: '지금까지의 수치는 어느 쪽으로도 기울지 않습니다.',
    conflict: '근거가 엇갈립니다. 원인을 표시한 실패는 대부분 오히려 {{lever}} 쪽을 가리킵니다.',
  },
  lever: {
    'inference-scaling': '추론 확장',
    'product-engineering': '제품 엔지니어링',
    none: '해당 없음',
  },
  strategy: {
    asIs: '현재 그대로',
    'retry-until-accepted': '수락될 때까지 재시도(최대 {{k}}회)',
    majority: '{{k}}회 다수결',
    plurality: '{{k}}회 중 가장 많은 답',
    perfectVerifier: '완벽한 검증기(최대 {{k}}회)',
    named: '{{name}}',
  },
  price: {
    both: '{{cost}}, {{latency}}',
  },
  evidence: {
    oddsOf: '{{odds}}({{names}})',
    underEven: '1\u00A0:\u00A01 미만',
    towards: {
      meets: '수준을 충족한다는 근거가 {{odds}}입니다. {{needed}}이면 판정합니다.',
      short: '수준에 미달한다는 근거가 {{odds}}입니다. {{needed}}이면 판정합니다.',
    },
  },
  casesNeeded_other: '사례 약 {{number}}개 더',
  scope: {
    'new-cases_other': '이 사례 {{number}}개와 비슷한 새 사례에 대해',
    none: { 'new-cases': '작업의 사례와 비슷한 새 사례에 대해', 'these-cases': '바로 이 작업의 사례에 대해' },
    'these-cases_other': '바로 이 사례 {{number}}개에 대해',
  },
  rules: {
    errors: '실패로 계산한 오류: {{number}}',
    voids: '무효로 제외: {{number}}',
    notCounted: '계획을 넘거나 완료되지 않은 사례라 세지 않음: {{number}}',
    cases_other: '사례 {{number}}개',
    repeats_other: '반복 {{number}}회',
    trials_other: '시도 {{number}}회',
  },
  next: {
    'log-first-trials': {
      lead: '첫 시도를 기록하십시오.',
      rest_other: '같은 구성으로 사례마다 {{number}}회 시도해야 합니다.',
    },
    'complete-cases': {
      lead_other: '끝나지 않은 사례 {{number}}개를 완료하십시오.',
      rest_other:
        '시도 {{number}}회를 모두 기록한 사례만 판정에 반영됩니다. 끝내지 않고 남긴 사례는 가장 불리한 결과로 칩니다.',
    },
    'log-more-cases': {
      lead_other: '사례를 약 {{number}}개 더 기록하십시오.',
      rest: '지금과 같은 결과가 이어지면 {{level}} 수준에서 남은 판정을 내릴 수 있습니다.',
      leadUnknown: '사례를 더 기록하십시오.',
      restUnknown: '지금까지의 기록으로는 {{level}} 수준의 판정에 몇 개가 필요한지 알 수 없습니다.',
    },
    'measure-configuration': {
      lead_other: '‘{{configuration}}’ 구성으로 사례를 약 {{number}}개 더 기록하십시오.',
      leadUnknown: '‘{{configuration}}’ 구성으로 사례를 기록하십시오.',
      rest: '연산을 더 쓰는 구성이며, {{level}} 수준을 충족하는지 아직 알 수 없습니다.',
    },
    'log-answers': {
      lead: '비교할 수 있는 답이라면 답도 기록하십시오.',
      rest: '답이 없으면 틀린 답이 모두 같다고 보고 투표를 판정합니다. 실제로는 그보다 나을 수 있습니다.',
    },
    'meet-budget': {
      lead: '시도 한 번의 비용이나 시간을 줄이거나 예산을 늘리십시오.',
      rest: '시도 한 번({{price}})만으로도 예산을 벗어납니다.',
    },
    'log-more-repeats': {
      lead: '사례당 시도를 {{needed}}회로 계획하십시오.',
      rest_other: '사례당 시도가 {{number}}회이면 아직 판단하기에 부족합니다.',
    },
    'log-verdicts': {
      lead: '검증기의 판정을 기록하십시오.',
      rest: '집계되는 모든 시도에 수락 또는 거부가 있어야 재시도의 효과를 판단할 수 있습니다.',
    },
    'study-never-solved': {
      lead_other: '한 번도 통과하지 못한 사례 {{number}}개를 살펴보십시오.',
      rest_other: '이런 사례 때문에 {{k}}회 시도 안에서는 재시도도 투표도 {{ceiling}}를 넘지 못합니다.',
    },
    'build-verifier': {
      lead: '검증기를 만드십시오.',
      rest: '완벽한 검증기라면 {{k}}회 시도 안에서 {{estimate}}를 {{ceiling}}로 높입니다.',
    },
    'improve-verifier': {
      lead: '검증기를 개선하십시오.',
      rest: '지금 검증기로 재시도하면 {{estimate}}, 완벽한 검증기라면 {{k}}회 시도 안에서 {{ceiling}}입니다.',
    },
    'measure-more-compute': {
      lead: '연산을 더 쓰는 구성도 측정하십시오(예: {{amount}} {{unit}}).',
      rest: '측정한 가장 큰 연산량은 미달이지만 마지막 단계에서 아직 올랐습니다.',
    },
    'raise-budget': {
      lead: '예산을 늘리거나 시도당 비용이나 시간을 줄이십시오.',
      rest: '‘{{strategy}}’ 방식은 {{estimate}}에 이르지만 예산을 벗어납니다.',
      restAtPrice: '‘{{strategy}}’ 방식은 작업당 {{price}}에 {{estimate}}까지 이릅니다.',
    },
    'adopt-strategy': {
      lead: '답 하나에 연산을 더 쓰십시오.',
      rest: '‘{{strategy}}’ 방식이 {{estimate}}에 이릅니다.',
      restAtPrice: '‘{{strategy}}’ 방식이 작업당 {{price}}에 {{estimate}}까지 이릅니다.',
    },
    'label-causes': {
      lead: '실패 원인을 표시하십시오.',
      rest_other:
        '실패 {{number}}건 중 {{labelled}}건에 원인이 있습니다. 원인이 있어야 도구, 맥락, 명세의 문제를 구별할 수 있습니다.',
    },
    'fix-top-cause': {
      lead: '제품 쪽 원인 가운데 가장 잦은 것부터 해결하십시오: {{cause}}.',
      rest_other: '원인을 표시한 실패 {{number}}건 중 {{failures}}건입니다.',
    },
    'resolve-conflict': {
      lead: '엇갈리는 근거를 확인하십시오.',
      rest: '원인을 표시한 실패는 대부분 {{lever}} 쪽을 가리키지만 시도를 재현한 결과는 다릅니다. 몇 건의 원인을 다시 확인하십시오.',
    },
    'keep-watch': {
      lead: '기록을 계속하십시오.',
      rest: '모델, 프롬프트, 업무가 바뀔 때마다 {{level}} 수준을 다시 판정하십시오.',
    },
    'try-next-level': {
      lead: '다음 목표는 {{level}}({{required}})입니다.',
      rest: '지금까지 기록한 시도가 그대로 반영됩니다.',
    },
  },
  notMeasured: {
    'no-complete-cases': '측정되지 않음: 완료된 사례가 아직 없습니다',
    'not-enough-repeats': '측정되지 않음: 사례당 반복이 부족합니다',
    'no-verifier-verdicts': '측정되지 않음: 검증기 판정이 모든 시도에 기록되지 않았습니다',
    'one-class-only': '측정되지 않음: 결과가 모두 같습니다',
    'exactly-one': '측정되지 않음: 실패한 시도가 없습니다',
    'no-cost-logged': '측정되지 않음: 기록된 비용이 없습니다',
    'no-latency-logged': '측정되지 않음: 기록된 지연 시간이 없습니다',
    'no-passes': '측정되지 않음: 통과한 시도가 없습니다',
    'no-failures': '측정되지 않음: 판단할 오답이 없습니다',
    'no-answers-logged': '측정되지 않음: 답이 모든 시도에 기록되지 않았습니다',
    'no-wrong-cost': '측정되지 않음: 오답의 대가가 작업에 정해져 있지 않습니다',
    'no-compute-series': '측정되지 않음: 같은 단위로 연산량이 다른 구성이 없습니다',
    'no-shared-cases': '측정되지 않음: 두 구성 모두에서 완료된 사례가 없습니다',
    'too-few-points': '측정되지 않음: 측정된 연산량이 셋 이상 필요합니다',
    'not-reachable': '현재 비율로는 도달 불가',
    'not-applicable': '해당 없음',
  },
  causes: {
    'reasoning-slip': '추론 실수',
    'inconsistent-answer': '일관되지 않은 답',
    'missing-knowledge': '지식 부족',
    'wrong-context': '맥락 누락 또는 오류',
    'tool-error': '도구 또는 연동 오류',
    'output-format': '출력 형식',
    'ambiguous-specification': '모호한 명세',
    limit: '지연 또는 비용 한도',
    policy: '안전 또는 정책 위반',
    other: '기타',
    unlabelled: '원인 미표시',
  },
  method,
  charts: {
    target: '목표',
    passes: '통과 {{share}}',
    flaky: '불안정 {{share}}',
    neverSolved: '{{k}}회 모두 실패 {{share}}',
    gapBarTitle: '격차가 있는 곳',
    gapBarDescription:
      '{{passes}}, {{flaky}}, {{neverSolved}}. 신뢰도의 구간은 {{interval}}입니다. 수준: {{levels}}.',
    profileTitle: '모든 사례',
    profileGroup_other: '{{repeats}}회 중 {{passes}}회 통과한 사례 {{number}}개',
    fanTitle: 'k번 시도할 수 있다면',
    fanDescription:
      'k번 중 한 번이라도 통과할 확률: {{any}}. k번 모두 통과할 확률: {{all}}. {{level}} 수준은 {{required}}를 요구합니다.',
    fanAxis: '시도 횟수(k)',
    any: '한 번이라도 {{share}}',
    all: '모두 {{share}}',
    atK: 'k={{k}}에서 {{share}}',
    empty: '아직 완료된 사례가 없습니다.',
    oneRepeat: '사례당 반복이 1회뿐입니다. 한 번 더 반복하면 재시도의 효과를 볼 수 있습니다.',
  },
  evidenceChart,
  pareto,
} as const
