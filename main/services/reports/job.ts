import { z } from 'zod'
import { reportOptions } from '../../../shared/domain/report-options.ts'
import { scope } from '../../../shared/domain/task.ts'
import { stopFlag } from '../../workers/stopping.ts'

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
