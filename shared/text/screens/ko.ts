export const ko = {
  openSample: '예제 열기',
} as const
