export const ko = {
  notMeasured: {
    'no-complete-cases': '측정되지 않음: 완료된 사례가 아직 없습니다',
  },
} as const
