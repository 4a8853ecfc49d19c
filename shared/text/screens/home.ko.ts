/** 홈의 답: 작업마다 어디까지 왔는가. 그리고 작업이 없는 자리에 보이는 말. */
export const homeLeadKo = {
  ready: {
    all: '모든 작업이 목표 수준을 충족합니다.',
    some_other: '작업 {{total}}개 중 {{number}}개가 목표 수준을 충족합니다.',
    none: '목표 수준을 충족하는 작업이 아직 없습니다.',
    open: '아직 판정이 나온 작업이 없습니다.',
  },
  standing: {
    short_other: '미달 {{number}}개',
    'more-evidence_other': '근거 더 필요 {{number}}개',
    'no-trials_other': '기록 없음 {{number}}개',
    blind_other: '블라인드 채점 중 {{number}}개',
    sentence: '{{parts}}.',
  },
  missing: '이 작업 공간에는 ‘{{task}}’ 작업이 없습니다.',
  missingText: '이름이 바뀌었거나 제거되었을 수 있습니다. 제거한 작업은 설정에서 복원할 수 있습니다.',
} as const
