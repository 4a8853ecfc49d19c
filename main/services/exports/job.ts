import { z } from 'zod'
import { exportFormat } from '../../../shared/domain/export.ts'
import { stopFlag } from '../../workers/stopping.ts'

/** What a thread is told of an export. */
export const exportJob = z.object({
  name: z.literal('export'),
  workspaceFile: z.string(),
  stop: stopFlag,
  request: z.object({
    task: z.string(),
    configuration: z.string().optional(),
    format: exportFormat,
  }),
})
export type ExportJob = z.infer<typeof exportJob>
