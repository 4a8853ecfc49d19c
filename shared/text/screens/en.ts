/** Words of the window alone. */
export const en = {
  openSample: 'Open the sample',
} as const
