import type { Output, ParsedInput } from '../../../shared/contract/contract.ts'
import type { Jobs } from '../computations/index.ts'
import type { Context } from '../context.ts'
import { fileNameOf } from '../file-name.ts'
import { writers } from './index.ts'

/** Writes the trials out in a thread, under the job name that was given. */
export function exportInThread(context: Context, jobs: Jobs) {
  return async (
    { job, ...request }: ParsedInput<'trial.export'>,
    signal: AbortSignal | undefined,
  ): Promise<Output<'trial.export'>> => {
    const { contentBase64, trials } = await jobs.follow(job ?? null, signal, (following) =>
      context.exporter.run(context.workspace.file, request, following),
    )
    return {
      fileName: fileNameOf(request.task, 'trials', request.format),
      mimeType: writers[request.format].mimeType,
      contentBase64,
      trials,
    }
  }
}
