import type { ParsedInput } from '../../../shared/contract/contract.ts'
import type { ImportSummary, UndoneImport } from '../../../shared/domain/import.ts'
import type { Jobs } from '../computations/index.ts'
import type { Context } from '../context.ts'
import type { ImportJob } from './job.ts'
import { rememberImport } from './remembered.ts'

type Files = ParsedInput<'import.commitFiles'>

/** An import of one file as one of several. */
export function ofOne({ fileName, contentBase64, ...target }: ParsedInput<'import.commit'>): Files {
  return { ...target, files: [{ fileName, contentBase64 }] }
}

/** Reads and stores files as they came in, in a thread, under the job name that was given. */
export function importInThread(context: Context, jobs: Jobs) {
  return async (
    what: ImportJob['what'],
    { files, job, ...target }: Files,
    signal: AbortSignal | undefined,
  ): Promise<ImportSummary[]> => {
    const request = {
      ...target,
      files: files.map(({ fileName, contentBase64 }) => ({
        fileName,
        content: Buffer.from(contentBase64, 'base64'),
      })),
    }
    const summaries = await jobs.follow(job ?? null, signal, (following) =>
      context.importer.run(what, context.workspace.file, context.clock(), request, following),
    )
    if (what === 'commit') for (const each of summaries) rememberImport(context, request, each)
    return summaries
  }
}

/** Takes an import back in a thread, in its turn among the imports. */
export function undoInThread(context: Context, jobs: Jobs) {
  return async (
    { job, ...request }: ParsedInput<'import.undo'>,
    signal: AbortSignal | undefined,
  ): Promise<UndoneImport> =>
    await jobs.follow(job ?? null, signal, (following) =>
      context.importer.undo(context.workspace.file, context.clock(), request, following),
    )
}
