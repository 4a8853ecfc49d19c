import { z } from 'zod'
import { reportCases } from './report-cases.ts'
import { reportData } from './report-data.ts'

/** What a report is made of, whatever its author leaves out of it. */
export const reportContent = reportData
  .unwrap()
  .extend({
    /** Null: they were not asked for. */
    appendix: reportCases.nullable(),
    /** Everybody whose name stands beside a trial of the task, who logged first first; null: not asked for. */
    loggers: z.array(z.string()).readonly().nullable(),
  })
  .readonly()
export type ReportContent = z.infer<typeof reportContent>
