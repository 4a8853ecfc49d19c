export const ko = {
  planChange: {
    plannedRepeats: '{{date}}에 사례당 반복 계획이 바뀌었습니다({{before}} → {{after}}).',
    plannedCases: '{{date}}에 사례 수 계획이 바뀌었습니다({{before}} → {{after}}).',
    scope: '{{date}}에 판정 대상이 바뀌었습니다({{before}} → {{after}}).',
    alpha: '{{date}}에 잘못 판정할 확률 α가 바뀌었습니다({{before}} → {{after}}).',
    levels: '{{date}}에 수준이 바뀌었습니다({{before}} → {{after}}).',
    target: '{{date}}에 목표가 바뀌었습니다({{before}} → {{after}}).',
    after_other: '그때 이미 시도 {{number}}회가 기록되어 있어, 결과를 본 뒤의 변경입니다.',
    anyNumber: '정하지 않음',
    fixedByImport: '첫 가져오기에 따름',
    scopes: { 'new-cases': '비슷한 새 사례', 'these-cases': '이 사례들' },
  },
  votes: {
    simulated:
      '답에 대한 투표는 모의실험입니다. 사례의 종류마다 무작위 순서 {{runs}}가지, 시드 {{seed}}, 표준오차는 최대 {{error}}입니다.',
  },
  verifier: {
    accepts:
      '검증기는 정답의 {{trueAccept}}({{trueInterval}}), 오답의 {{falseAccept}}({{falseInterval}})를 수락합니다.',
    acceptsRight:
      '검증기는 정답의 {{trueAccept}}({{trueInterval}})를 수락합니다. 오답이 없어 오답을 가려내는지는 알 수 없습니다.',
    acceptsWrong:
      '검증기는 오답의 {{falseAccept}}({{falseInterval}})를 수락합니다. 정답이 없어 정답을 알아보는지는 알 수 없습니다.',
    perfect_other:
      '{{number}}회 시도 안에서 정답을 {{right}} 내놓습니다. 완벽한 검증기라면 {{perfect}}로, {{added}}({{addedInterval}}) 더 많습니다.',
    closes:
      '{{level}} 수준까지 남은 거리 가운데 재시도가 {{closes}}를 메우고, 검증기만 완벽해지면 {{perfect}}를 메웁니다.',
    best_other: '오답 하나가 정답 {{cost}}개를 상쇄할 때는 {{number}}회 시도가 가장 좋습니다.',
    noneServes:
      '오답 하나가 정답 {{cost}}개를 상쇄할 때는 추정값으로 보아 한 번도 시도하지 않고 모든 작업을 사람에게 넘기는 편이 낫습니다.',
    hurtsShown: '기록된 범위에서 {{k}}회부터는 {{best}}회보다 나쁩니다.',
    hurtsShownAll: '{{k}}회를 모두 쓰면 {{best}}회보다 나쁩니다.',
    hurtsLikely: '{{k}}회부터는 시도를 늘릴수록 나빠지는 듯하지만 아직 판정할 수 없습니다.',
    neverHurts: '기록된 시도 안에서는 시도를 늘려도 나빠지지 않았습니다.',
  },
  scaling: {
    reaches: '측정한 범위에서는 {{amount}} {{unit}}이면 {{level}} 수준에 이릅니다.',
    saturating:
      '{{amount}} {{unit}}까지는 미달이고 오름세가 꺾였습니다. 마지막 단계에서 {{gain}}({{interval}}) 올랐고, 그만큼 더 올라도 {{level}} 수준에는 이르지 못합니다.',
    rising:
      '{{amount}} {{unit}}까지는 미달이지만 마지막 단계에서 아직 {{gain}}({{interval}}) 올랐습니다. 더 큰 연산량을 측정하십시오.',
    falling:
      '{{amount}} {{unit}}까지는 미달이고 마지막 단계에서는 오히려 나빠졌습니다({{gain}}, {{interval}}). 이런 단계가 이어져서는 {{level}} 수준에 이르지 못합니다.',
    risingFarBelow:
      '{{amount}} {{unit}}까지는 미달이지만 마지막 단계에서 아직 {{gain}}({{interval}}) 올랐습니다. 그만큼 더 올라도 아직 {{level}} 수준에는 이르지 못하므로 더 큰 연산량을 측정하십시오.',
    open: '{{amount}} {{unit}}까지의 기록으로는 연산을 늘려 {{level}} 수준에 이를지 아직 알 수 없습니다.',
    range: '측정한 가장 큰 연산량({{amount}} {{unit}}) 너머는 판정하지 않습니다.',
  },
  comparison: {
    'first-better': '{{first}} 쪽이 {{second}} 쪽보다 {{difference}}({{interval}}) 더 신뢰할 수 있습니다.',
    'second-better': '{{second}} 쪽이 {{first}} 쪽보다 {{difference}}({{interval}}) 더 신뢰할 수 있습니다.',
    'more-evidence':
      '{{first}} 쪽과 {{second}} 쪽의 우열은 아직 알 수 없습니다: {{difference}}({{interval}}).',
    none: '{{first}} 쪽과 {{second}} 쪽 모두에서 완료된 사례가 없습니다.',
    shared_other: '둘 다 완료한 사례 {{number}}개로 비교했습니다.',
    corrected:
      '우열은 α({{alpha}})를 비교할 수 있는 쌍의 수({{number}})로 나누어 판정하고, 수준 충족은 그 α를 구성의 수({{configurations}})로 나누어 판정합니다.',
    unpaired_other: '{{name}} 쪽에만 있는 사례 {{number}}개는 비교에 쓰이지 않습니다.',
  },
  plan: {
    chance: '판정에 이를 확률 {{chance}}',
    alike:
      '모든 사례가 똑같이 어렵다고 가정했습니다. 사례 사이의 차이가 클수록 같은 사례를 한 번 더 시도해 알 수 있는 것이 적고, 사례가 더 많이 필요합니다.',
    differing:
      '사례가 서로 달라, 한 사례의 두 시도 사이에 {{spread}}의 상관이 있다고 가정했습니다. 사례 사이의 차이가 클수록 같은 사례를 한 번 더 시도해 알 수 있는 것이 적고, 사례가 더 많이 필요합니다.',
    once: '사례마다 한 번만 시도하면 사례 사이의 차이는 결과에 영향이 없습니다.',
    seed: '사례마다 결과를 확인하는 팀 {{runs}}개를 모의실험했습니다(시드 {{seed}}).',
    belowRequired:
      '가정한 값이 필요한 값을 넘지 않습니다. 그런데도 충족으로 판정하는 팀은 우연이며 최대 {{alpha}}입니다.',
    zeroFailure:
      '실패가 하나도 없다면 사례 수를 미리 정할 때 {{fixed}}개, 사례마다 확인할 때 {{free}}개가 필요합니다.',
  },
} as const
