export const method = {
  claims:
    '완료된 사례마다 계획된 {{repeats}}회 시도 중 통과한 비율이 점수이고, 신뢰도는 완료된 사례 {{cases}}개의 점수 평균입니다. 유효한 시도가 모자란 사례는 판정에 쓰지 않으며, 계획을 넘는 시도는 세지 않습니다.',
  'claims-these':
    '바로 이 목록에 대한 판정입니다. 신뢰도는 목록의 모든 사례가 마친 반복에서 통과한 시도의 비율입니다. 재시도를 재현할 때는 시도 {{repeats}}회를 모두 마친 사례 {{cases}}개를 씁니다.',
  'claims-none':
    '완료된 사례마다 계획된 시도 중 통과한 비율이 점수이고, 신뢰도는 완료된 모든 사례의 점수 평균입니다. 유효한 시도가 모자란 사례는 판정에 쓰지 않으며, 계획을 넘는 시도는 세지 않습니다.',
  'claims-these-none':
    '바로 이 목록에 대한 판정입니다. 신뢰도는 목록의 모든 사례가 마친 반복에서 통과한 시도의 비율입니다. 재시도를 재현할 때는 계획된 시도를 모두 마친 사례를 씁니다.',
  evidence:
    '신뢰도가 수준의 요구를 넘는다는 근거는, 미리 정해 둔 64가지 방식으로 사례마다 반대 주장에 맞서 내기를 걸어 불린 재산의 평균입니다. 반대 주장이 참이라면 이 재산이 한 번이라도 {{odds}}에 이를 확률은 {{alpha}} 이하입니다(Ville 1939; Waudby-Smith & Ramdas 2023). 구간은 같은 근거로 배제되지 않는 모든 신뢰도입니다.',
  replays: '더 많은 시도의 효과는 기록된 시도를 비복원으로 뽑아 재현합니다.',
  divided:
    '예산 안의 방식 {{ways}}가지 가운데 하나가 수준을 충족한다고 판정할 때는 α를 방식의 수로 나누고, 어떤 방식을 제외할 때는 나누지 않습니다.',
  undivided: '예산 안에서 고를 방식이 하나 이하이므로 α를 나누지 않습니다.',
  bottleneck:
    '예산 안에서 연산을 더 쓰는 방식이 수준을 충족하면 병목은 추론 확장이고, 그런 방식이 모두 미달하거나 완벽한 검증기로도 미달하면 제품 엔지니어링입니다.',
  errors: '오류는 실패로 계산합니다. 무효인 시도는 제외하며, 그 수는 다른 집계와 함께 밝힙니다.',
  worked_other:
    '{{level}} 수준을 실제로 계산하면, 점수 {{number}}개({{distinct}})의 평균은 {{estimate}}입니다. 신뢰도가 {{required}} 초과라는 근거는 {{meets}}(자연로그 {{lnMeets}}), 미만이라는 근거는 {{short}}(자연로그 {{lnShort}})입니다. {{odds}}(자연로그 {{lnOdds}})부터 판정하므로 결과는 ‘{{verdict}}’입니다.',
  distinct_other: '서로 다른 값 {{number}}가지',
  interval:
    '구간 {{interval}}에는 어느 쪽 근거도 {{odds}}에 이르지 않는 신뢰도가 모두 들어 있습니다. 양쪽 끝 어디서든 틀릴 수 있으므로 배당이 두 배입니다.',
  formula: '점수를 x, 요구하는 신뢰도를 R이라 하면 식은 다음과 같습니다.',
  formulaNote:
    '합은 64가지 내기 비율 c = 1/128, 3/128 … 127/128에 걸치고, 곱은 모든 점수에 걸칩니다. 미만이라는 근거는 같은 식을 1 − x와 1 − R에 적용한 값입니다.',
  heads: {
    claim: '무엇을 판정하는가',
    inputs: '계산에 들어간 값',
    evidence: '근거를 어떻게 재는가',
    attempts: '시도를 늘리면',
    rules: '무엇을 세는가',
    sources: '출처',
  },
  input: {
    level: '수준',
    levelValue: '{{level}}, 필요한 신뢰도 {{required}}',
    alpha: '한 번이라도 잘못 판정할 확률 α',
    odds: '판정하는 배당 1 / α',
    scope: '판정 범위',
    repeats: '사례당 계획된 반복',
    rounds: '목록 전체가 마친 반복',
    completeCases: '완료된 사례',
    casesValue: '{{cases}}개 중 {{complete}}개',
    trials: '기록된 시도',
    counted: '집계한 시도',
    passes: '통과',
    failures: '실패',
    errors: '오류, 실패로 계산',
    voids: '무효, 공정한 시도가 아니어서 제외',
    ofIncompleteCases: '완료되지 않은 사례라 세지 않음',
    extraRepeats: '계획을 넘어 세지 않음',
    distinct: '서로 다른 점수',
    ways: 'α를 나누는 예산 안 방식의 수',
    waysValue: '{{ways}}가지, 하나에 {{alpha}}',
    simulation: '투표 모의실험',
    simulationValue: '무작위 순서 {{runs}}가지, 시드 {{seed}}',
    period: '기록 기간',
    fingerprint: '데이터',
    version: '방법 버전',
  },
} as const
