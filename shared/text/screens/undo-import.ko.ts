export const undoImportKo = {
  done_other: '가져온 시도 {{number}}회를 되돌렸습니다.',
  doneCases_other: '가져온 사례 {{number}}개를 되돌렸습니다.',
  kept_other: '그 뒤에 바뀐 {{number}}회는 그대로 두었습니다.',
  rest: '나머지만 되돌리기',
  undoing: '가져온 시도를 되돌리는 중 …',
  cancelled: '되돌리기를 취소했습니다. 바뀐 것은 없습니다.',
} as const
