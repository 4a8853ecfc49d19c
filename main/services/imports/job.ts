import { z } from 'zod'
import { importOptions } from '../../../shared/domain/import.ts'
import { stopFlag } from '../../workers/stopping.ts'

const bytes = z.custom<Uint8Array>((value) => value instanceof Uint8Array)

/** What a thread is told of an import. */
export const importJob = z.object({
  name: z.literal('import'),
  what: z.enum(['preview', 'commit']),
  workspaceFile: z.string(),
  /** When it is stored, ISO 8601. */
  at: z.iso.datetime(),
  stop: stopFlag,
  request: importOptions.extend({
    task: z.string(),
    createTask: z.boolean(),
    importedBy: z.string().optional(),
    files: z.array(z.object({ fileName: z.string(), content: bytes })).readonly(),
  }),
})
export type ImportJob = z.infer<typeof importJob>

/** What a thread is told of taking an import back. */
export const undoImportJob = z.object({
  name: z.literal('undo-import'),
  workspaceFile: z.string(),
  /** When it is taken back, ISO 8601. */
  at: z.iso.datetime(),
  stop: stopFlag,
  request: z.object({ import: z.number().int(), keepChanged: z.boolean() }),
})
export type UndoImportJob = z.infer<typeof undoImportJob>
