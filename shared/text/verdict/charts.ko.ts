export const evidenceChart = {
  title: '사례가 쌓이며 자란 근거',
  axis: { cases: '완료된 사례', rounds: '완료된 반복' },
  decided: {
    meets: '충족: 여기부터 판정',
    short: '미달: 여기부터 판정',
  },
  now: '현재 {{odds}}',
  towards: { meets: '충족한다는 근거 {{odds}}', short: '미달한다는 근거 {{odds}}' },
  description: {
    cases_other:
      '완료된 사례 {{number}}개가 쌓이는 동안 {{level}}({{required}}) 수준에 대한 근거입니다. 현재 {{now}}입니다. {{odds}}이면 판정합니다.',
    rounds_other:
      '완료된 반복 {{number}}회 동안 {{level}}({{required}}) 수준에 대한 근거입니다. 현재 {{now}}입니다. {{odds}}이면 판정합니다.',
  },
  point: {
    cases_other: '사례 {{number}}개 뒤: 통과 {{estimate}}, {{evidence}}',
    rounds_other: '반복 {{number}}회 뒤: 통과 {{estimate}}, {{evidence}}',
  },
  column: {
    cases: '완료된 사례',
    rounds: '완료된 반복',
    passed: '그때까지 통과',
    meets: '충족한다는 근거',
    short: '미달한다는 근거',
  },
} as const

export const pareto = {
  title: '실패한 이유',
  cause: '원인',
  lever: '통상적인 수단',
  failures: '실패',
  share: '비율',
  cumulative: '누적',
  row: '{{name}}: {{failures}}건({{share}}), {{lever}}',
  unlabelled: '{{name}}: {{failures}}건({{share}})',
  mark: '{{name}}: {{failures}}건({{share}}), 누적 {{cumulative}}, 통상적인 수단: {{lever}}',
  markUnlabelled: '{{name}}: {{failures}}건({{share}}), 누적 {{cumulative}}',
  empty: '실패한 시도가 없습니다.',
} as const
