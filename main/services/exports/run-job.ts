import { openWorkspace } from '../../store/workspace.ts'
import { unlessStopped } from '../../workers/stopping.ts'
import type { OnProgress } from '../../workers/thread.ts'
import { inSteps } from '../imports/steps.ts'
import type { EncodedFile } from './exporter.ts'
import { exportTrials } from './index.ts'
import type { ExportJob } from './job.ts'

/** What the thread of an export does, on a connection of its own. */
export function runExportJob(
  { stop, workspaceFile, request }: ExportJob,
  onProgress: OnProgress,
): EncodedFile {
  // Told of every row; what is passed on are steps that somebody could see.
  const [tell = onProgress] = inSteps(onProgress, [1])
  const goOn = unlessStopped(stop, tell)
  const workspace = openWorkspace(workspaceFile)
  try {
    const { content, trials } = exportTrials({ workspace, clock: () => new Date() }, request, goOn)
    // Here, and not where everybody waits.
    return {
      contentBase64: Buffer.from(content.buffer, content.byteOffset, content.byteLength).toString('base64'),
      trials,
    }
  } finally {
    workspace.close()
  }
}
