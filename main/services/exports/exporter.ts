import { z } from 'zod'
import { createTurns } from '../../turns.ts'
import { type OnProgress, runThread } from '../../workers/thread.ts'
import type { ExportRequest } from './index.ts'
import type { ExportJob } from './job.ts'

interface Following {
  readonly onProgress: OnProgress
  readonly signal: AbortSignal | undefined
}

/** Writes trials out in a thread of its own: the window goes on working, and may give the export up. */
export interface Exporter {
  /** @throws ExpectedFailure as `exportTrials` does; Cancelled when the signal came in time */
  run(workspaceFile: string, request: ExportRequest, following: Following): Promise<EncodedFile>
}

/** Each may hold a file of 256 MB: more of them wait for their turn. */
const exportsAtOnce = 2

const encodedFile = z.object({ contentBase64: z.string(), trials: z.number().int() })
export type EncodedFile = Readonly<z.infer<typeof encodedFile>>

/** @param workerFile the built worker.js, or worker.ts where Node runs TypeScript */
export function createExporter(workerFile: string): Exporter {
  const inTurn = createTurns(exportsAtOnce)
  return {
    async run(workspaceFile, { task, configuration, format }, { onProgress, signal }) {
      const stop = new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT)
      const job: ExportJob = { name: 'export', workspaceFile, stop, request: { task, configuration, format } }
      const askToEnd = (): void => void Atomics.store(new Int32Array(stop), 0, 1)
      const found = await inTurn(() => runThread(workerFile, job, { onProgress, signal, askToEnd }), signal)
      return encodedFile.parse(found)
    },
  }
}
