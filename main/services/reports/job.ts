import { z } from 'zod'
import { reportOptions } from '../../../shared/domain/report-options.ts'
import { scope } from '../../../shared/domain/task.ts'
import { stopFlag } from '../../workers/stopping.ts'

/** How far the page is when its content is gathered, and when it is drawn; what is left then are its fonts. */
export const shares = { gathered: 0.5, drawn: 0.9 } as const

/** What is reported on, and how. */
const reportRequest = reportOptions.unwrap().extend({
  task: z.string(),
  configuration: z.string().optional(),
  level: z.string().optional(),
  scope: scope.optional(),
})
export type ReportRequest = z.infer<typeof reportRequest>

/** What a thread is told of a report. */
export const reportJob = z.object({
  name: z.literal('report'),
  workspaceFile: z.string(),
  resourcesFolder: z.string(),
  appVersion: z.string(),
  stop: stopFlag,
  request: reportRequest,
})
export type ReportJob = z.infer<typeof reportJob>
