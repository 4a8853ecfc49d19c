import { z } from 'zod'
import { exportFormat } from '../../../shared/domain/export.ts'

/** What a thread is told of an export. */
export const exportJob = z.object({
  name: z.literal('export'),
  workspaceFile: z.string(),
  /** One number, 1 once nobody wants the export any more. */
  stop: z.instanceof(SharedArrayBuffer),
  request: z.object({
    task: z.string(),
    configuration: z.string().optional(),
    format: exportFormat,
  }),
})
export type ExportJob = z.infer<typeof exportJob>
