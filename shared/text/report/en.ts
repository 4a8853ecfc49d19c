/** Words of the report alone. */
export const en = {
  page: 'Page',
} as const
