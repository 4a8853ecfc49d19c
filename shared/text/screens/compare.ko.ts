export const compare = {
  headline: {
    alone:
      '{{on}}{{name}} 구성을 고르십시오{{off}}. 지금까지 {{level}}({{required}}) 수준을 충족하는 유일한 구성입니다.',
    cheapest:
      '{{on}}{{name}} 구성을 고르십시오{{off}}. {{level}}({{required}}) 수준을 충족하는 {{number}}개 가운데 비용이 가장 적습니다.',
    mostReliable:
      '{{on}}{{name}} 구성을 고르십시오{{off}}. {{level}}({{required}}) 수준을 충족하는 {{number}}개 가운데 가장 자주 통과합니다.',
    open: '{{on}}근거가 더 필요합니다{{off}}. 구성 {{total}}개 중 {{level}}({{required}}) 수준을 충족하는 것이 아직 없고, {{number}}개는 판정할 수 없습니다.',
    short:
      '{{level}}({{required}}) 수준을 충족하는 구성이 {{on}}하나도 없습니다{{off}}. {{total}}개 모두 미달입니다.',
  },
  leader: {
    sure: '{{name}} 구성이 가장 신뢰할 수 있으며, 이는 확실합니다.',
    surePair: '통과율은 {{rate}}이고, 함께 완료한 사례에서 다른 구성보다 낫습니다.',
    sureAll: '통과율은 {{rate}}이고, 함께 완료한 사례에서 나머지 {{number}}개보다 모두 낫습니다.',
    open: '{{name}} 구성의 통과율이 가장 높지만, 가장 신뢰할 수 있는지는 아직 확실하지 않습니다. 통과율은 {{rate}}입니다.',
    openAgainst: '{{names}} 구성과의 우열은 아직 알 수 없습니다.',
    needed_other: '함께 완료한 사례가 약 {{number}}개 더 있으면 알 수 있습니다.',
    neededUnknown: '사례가 얼마나 더 필요한지는 지금까지의 기록으로 알 수 없습니다.',
    notShared: '함께 완료한 사례가 아직 없습니다. 같은 사례를 양쪽으로 기록하십시오.',
    worse:
      '함께 완료한 사례에서는 {{names}} 구성이 더 나았습니다. 고르기 전에 같은 사례를 양쪽으로 기록하십시오.',
    more: '다른 {{number}}개',
  },
  named: '‘{{name}}’',
  emptyTitle: '아직 비교할 것이 없습니다.',
  emptyText:
    '같은 사례에 대해 구성 두 가지 이상의 시도를 기록하거나 가져오십시오. 모델이나 프롬프트를 바꾸거나 연산을 더 쓴 구성이면 됩니다.',
  singleTitle: '지금은 {{name}} 구성 하나뿐입니다. 비교하려면 구성이 하나 더 필요합니다.',
  singleText:
    '같은 사례를 다른 모델이나 프롬프트로, 또는 연산을 더 써서 시도해 보십시오. 기록 화면의 ‘새 구성…’에서 시작하거나, 다른 구성의 이름이 적힌 파일을 가져오면 됩니다. 더 나은지, 그것이 확실한지 여기에 나타납니다.',
  unfinishedTitle: '완료된 사례가 있는 구성은 {{name}} 하나뿐입니다. 비교하려면 하나 더 필요합니다.',
  noCompleteTitle: '아직 완료된 사례가 없어 비교할 것이 없습니다.',
  unfinishedText_other: '한 구성의 시도가 사례당 {{number}}회 있어야 그 사례가 완료됩니다.',
  logAnother: '다른 구성 기록',
  goOnLogging: '이어서 기록',
  forestTitle: '구성별 신뢰도',
  forestAside: 'α {{alpha}}의 구간',
  forestDescription: '{{rows}}. 수준: {{levels}}.',
  frontierTitle: {
    cost: '신뢰도의 비용',
    latency: '신뢰도에 드는 시간',
  },
  frontierAside: '선: 그 값에서 얻을 수 있는 최대',
  frontierDescription: '{{points}}. {{level}} 수준은 {{required}}를 요구합니다.',
  budgetDescription: '예산은 {{limit}}까지입니다.',
  frontierMark: '{{name}}: {{rate}}, 시도당 {{price}}, {{standing}}',
  noPrice: '완료된 사례가 있는 구성에 비용도 시간도 기록되지 않아 값을 비교할 수 없습니다.',
  notDrawn: '기록되지 않아 그리지 않은 구성: {{names}}.',
  axis: {
    cost: '시도 한 번의 비용',
    latency: '시도 한 번의 시간',
  },
  logAxis: {
    cost: '시도 한 번의 비용(로그 눈금)',
    latency: '시도 한 번의 시간(로그 눈금)',
  },
  overBudget: '예산 초과({{limit}})',
  onFrontier: '경계 위',
  behind: '{{name}}에 뒤짐',
  rate: '{{estimate}}({{interval}})',
  table: '나란히 보기',
  configuration: '구성',
  cases: '사례',
  reliability: '신뢰도',
  interval: '구간',
  cost: '비용',
  latency: '시간',
  frontier: '경계',
  notMeasured: '측정되지 않음',
  aboutLevels:
    '구성 {{number}}개를 보고 가장 나은 것을 고르면 우연도 그만큼 기회를 얻습니다. 그래서 ‘충족’은 α를 구성의 수({{number}})로 나누어, 구성 하나의 판정보다 엄격하게 판정합니다.',
  aboutFrontier: {
    cost: '‘뒤짐’은 추정값으로 볼 때 비용이 더 들지 않으면서 그만큼 신뢰할 수 있는 다른 구성이 있다는 뜻입니다. 비용과 시간은 시도 한 번의 평균입니다.',
    latency:
      '‘뒤짐’은 추정값으로 볼 때 시간이 더 걸리지 않으면서 그만큼 신뢰할 수 있는 다른 구성이 있다는 뜻입니다. 시간은 시도 한 번의 평균입니다.',
  },
  pairTitle: '둘씩, 사례별 비교',
  first: '첫째',
  second: '둘째',
  swap: '맞바꾸기',
  pair: '쌍',
  difference: '차이',
  minus: '{{first}} 빼기 {{second}}',
  differenceTitle: '함께 완료한 사례에서 신뢰도의 차이',
  differenceDescription: '{{first}} 빼기 {{second}}: {{difference}}.',
  leftBetter: '← {{name}}',
  rightBetter: '{{name}} →',
  differenceAside: '단위 %p, 놓인 쪽이 더 신뢰할 수 있습니다',
  casesNeeded_other: '함께 완료한 사례가 약 {{number}}개 더 있으면 판정할 수 있을 것입니다.',
  notReachable:
    '지금까지 함께 완료한 사례는 어느 쪽으로도 거의 기울지 않아, 몇 개가 더 필요한지 알 수 없습니다.',
  uncorrected: '볼 수 있는 쌍이 하나이므로 α({{alpha}})를 나누지 않고 판정합니다.',
  corrected:
    '볼 수 있는 쌍이 {{number}}개이고 가장 두드러진 쌍이 이야기되기 마련이므로, 쌍마다 α({{alpha}})를 쌍의 수로 나누어 판정합니다. 구간은 이 쌍만의 것입니다.',
  unpairedMore: '그 밖에 {{number}}개',
} as const
