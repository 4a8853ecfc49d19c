export const exportsKo = {
  csv: '시도를 CSV로 내보내기…',
  jsonl: '시도를 JSONL로 내보내기…',
  menu: '내보내기',
  item: {
    csv: '모든 시도를 CSV로…',
    csvFor: '엑셀 등 스프레드시트용',
    jsonl: '모든 시도를 JSONL로…',
    jsonlFor: '스크립트와 분석 도구용',
  },
  exporting: '시도를 내보내는 중 …',
  exported_other: '시도 {{number}}회를 {{file}} 파일로 내보냈습니다. 다시 가져오면 빠짐없이 복원됩니다.',
  cancelled: '내보내기를 취소했습니다. 저장된 파일은 없습니다.',
} as const
