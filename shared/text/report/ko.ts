export const ko = {
  page: '쪽',
} as const
