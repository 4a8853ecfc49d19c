import { Cancelled } from '../../../shared/domain/failure.ts'
import { openWorkspace } from '../../store/workspace.ts'
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
  const flag = new Int32Array(stop)
  // Told of every row; what is passed on are steps that somebody could see.
  const [tell = onProgress] = inSteps(onProgress, [1])
  const workspace = openWorkspace(workspaceFile)
  try {
    const { content, trials } = exportTrials({ workspace, clock: () => new Date() }, request, (share) => {
      if (Atomics.load(flag, 0) === 1) throw new Cancelled()
      tell(share)
    })
    // Here, and not where everybody waits.
    return {
      contentBase64: Buffer.from(content.buffer, content.byteOffset, content.byteLength).toString('base64'),
      trials,
    }
  } finally {
    workspace.close()
  }
}
