import { z } from 'zod'
import { importSummary, type ImportSummary } from '../../../shared/domain/import.ts'
import { createTurns } from '../../turns.ts'
import { type OnProgress, runThread } from '../../workers/thread.ts'
import type { FilesRequest } from './index.ts'
import type { ImportJob } from './job.ts'

interface Following {
  readonly onProgress: OnProgress
  readonly signal: AbortSignal | undefined
}

/** Reads and stores files in a thread of its own: the window goes on working, and may give the import up. */
export interface Importer {
  /** @throws ExpectedFailure as `commitImports` does; Cancelled when the signal came in time: nothing is stored then */
  run(
    what: ImportJob['what'],
    workspaceFile: string,
    at: Date,
    request: FilesRequest,
    following: Following,
  ): Promise<ImportSummary[]>
}

/** @param workerFile the built worker.js, or worker.ts where Node runs TypeScript */
export function createImporter(workerFile: string): Importer {
  // One after the other: two would wait for each other's lock, and the later one must see what the first stored.
  const inTurn = createTurns(1)
  return {
    async run(what, workspaceFile, at, request, { onProgress, signal }) {
      const stop = new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT)
      const job: ImportJob = { name: 'import', what, workspaceFile, at: at.toISOString(), stop, request }
      const askToEnd = (): void => void Atomics.store(new Int32Array(stop), 0, 1)
      const found = await inTurn(() => runThread(workerFile, job, { onProgress, signal, askToEnd }), signal)
      return z.array(importSummary).parse(found)
    },
  }
}
