/** 보고서 미리 보기. */
export const reportKo = {
  lead: '읽는 사람이 받아 볼 보고서입니다.',
  about:
    '이 보고서만으로 판단할 수 있습니다. 첫 쪽에서 결론을, 이어지는 쪽에서 그 근거를 밝힙니다. PDF에는 쪽 번호와 책갈피가 있습니다.',
  language: '보고서의 언어',
  pdf: 'PDF로 저장',
  html: 'HTML로 저장',
  json: '평가를 JSON으로 저장',
  saved: '{{fileName}} 파일을 저장했습니다.',
  preview: '보고서 미리 보기',
  emptyTitle: '아직 보고할 내용이 없습니다.',
  emptyText: '시도를 하나라도 기록하면 여기에 보고서가 나타납니다.',
} as const
