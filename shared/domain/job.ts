import { z } from 'zod'

/** What is done of a job at the moment, where it goes in steps. While a report is printed nothing tells how far that is. */
export const jobStep = z.enum(['gathering', 'drawing', 'printing'])
export type JobStep = z.infer<typeof jobStep>
