import { Cancelled } from '../../../shared/domain/failure.ts'
import type { ImportSummary } from '../../../shared/domain/import.ts'
import { openWorkspace } from '../../store/workspace.ts'
import type { OnProgress } from '../../workers/thread.ts'
import { commitImports, previewImports } from './index.ts'
import type { ImportJob } from './job.ts'

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
