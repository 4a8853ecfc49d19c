/** 보고서를 만든 사람이 덧붙이거나 뺀 것과 부록. */
export const authorKo = {
  title: '작성자의 말',
  aside: '계산한 결과가 아니라 보고서를 만든 사람이 쓴 글입니다.',
  onePage: '첫 쪽만 실은 보고서입니다. 판단의 근거는 전체 보고서에 있습니다.',
  leftOut: '작성자가 싣지 않은 내용: {{what}}.',
  level: '수준 ‘{{level}}’',
  levels_other: '그 밖의 수준 {{number}}개',
  configurations_other: '다른 구성 {{number}}개',
  sections: {
    evidence: '수준별 증거',
    scaling: '연산 확장',
    failures: '실패',
    cost: '비용과 지연 시간',
    comparison: '구성 비교',
    method: '방법',
    data: '데이터',
  },
} as const

export const appendixKo = {
  title: '모든 사례',
  lead: '작업의 모든 사례를 처음 기록된 순서로 실었습니다. 사례마다 구성 {{configuration}}의 시도를 모두 보입니다.',
  letters:
    'P: 통과. F: 실패. E: 오류(실패로 계산). V: 무효(제외). 점: 기록 없음. 세로줄 뒤의 시도는 계획을 넘은 것으로 집계하지 않습니다.',
  case: '사례',
  segment: '세그먼트',
  attempts: '시도',
  passes: '통과',
  passesOf: '{{repeats}}회 중 {{passes}}회',
  incomplete: '미완료',
  told: '시도별 원인과 메모',
  cause: '{{attempts}}: {{cause}}',
  note: '{{attempts}}: “{{note}}”',
  more_other: '외 사례 {{number}}개는 저장한 보고서에 실립니다',
} as const
