import { z } from 'zod'
import { createTurns } from '../../turns.ts'
import { type Following, runStoppable } from '../../workers/stopping.ts'
import type { ExportRequest } from './index.ts'
import type { ExportJob } from './job.ts'

/** Writes trials out in a thread of its own: the window goes on working, and may give the export up. */
export interface Exporter {
  /** @throws ExpectedFailure as `exportTrials` does; Cancelled when the signal came in time */
  run(workspaceFile: string, request: ExportRequest, following: Following): Promise<EncodedFile>
}

/** Each may hold a file of 256 MB: more of them wait for their turn. */
const exportsAtOnce = 2

const encodedFile = z.object({ contentBase64: z.string(), trials: z.number().int() })
export type EncodedFile = Readonly<z.infer<typeof encodedFile>>

/** @param workerFile the built worker.js */
export function createExporter(workerFile: string): Exporter {
  const inTurn = createTurns(exportsAtOnce)
  return {
    async run(workspaceFile, { task, configuration, format }, following) {
      const told = { name: 'export', workspaceFile, request: { task, configuration, format } } as const
      const job = (stop: ExportJob['stop']): ExportJob => ({ ...told, stop })
      const found = await inTurn(() => runStoppable(workerFile, job, following), following.signal)
      return encodedFile.parse(found)
    },
  }
}
