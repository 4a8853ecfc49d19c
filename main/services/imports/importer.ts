import { z } from 'zod'
import { Cancelled, ExpectedFailure } from '../../../shared/domain/failure.ts'
import { importOptions, importSummary, type ImportSummary } from '../../../shared/domain/import.ts'
import { createTurns } from '../../turns.ts'
import { openWorkspace } from '../../store/workspace.ts'
import { type OnProgress, runThread } from '../../workers/thread.ts'
import { commitImports, type FilesRequest, previewImports } from './index.ts'

const bytes = z.custom<Uint8Array>((value) => value instanceof Uint8Array)

/** What a thread is told of an import. */
export const importJob = z.object({
  name: z.literal('import'),
  what: z.enum(['preview', 'commit']),
  workspaceFile: z.string(),
  /** When it is stored, ISO 8601. */
  at: z.iso.datetime(),
  /** One number, 1 once nobody wants the import any more. */
  stop: z.instanceof(SharedArrayBuffer),
  request: importOptions.extend({
    task: z.string(),
    createTask: z.boolean(),
    files: z.array(z.object({ fileName: z.string(), content: bytes })).readonly(),
  }),
})
export type ImportJob = z.infer<typeof importJob>

/** What the thread of an import does, on a connection of its own. */
export function runImportJob(job: ImportJob, onProgress: OnProgress): ImportSummary[] {
  const stop = new Int32Array(job.stop)
  const goOn = (share: number): void => {
    if (Atomics.load(stop, 0) === 1) throw new Cancelled()
    onProgress(share)
  }
  const workspace = openWorkspace(job.workspaceFile)
  try {
    const context = { workspace, clock: () => new Date(job.at) }
    return job.what === 'commit'
      ? commitImports(context, job.request, goOn)
      : previewImports(context, job.request, goOn)
  } finally {
    workspace.close()
  }
}

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

/** The failure as a thread tells it: an error of its own class would not come through. */
export function toldFailure(error: unknown): unknown {
  if (error instanceof Cancelled) return { cancelled: true }
  if (!(error instanceof ExpectedFailure)) throw error
  const { code, message, details } = error
  return { failure: { code, message, ...(details === undefined ? {} : { details }) } }
}
