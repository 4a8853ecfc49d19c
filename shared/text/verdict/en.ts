/** Sentences about an assessment; the window, the report and the command line say the same words. */
export const en = {
  notMeasured: {
    'no-complete-cases': 'not measured: no case is complete yet',
  },
} as const
