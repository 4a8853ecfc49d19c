import type { ImportSummary, UndoneImport } from '../../../shared/domain/import.ts'
import { openWorkspace } from '../../store/workspace.ts'
import { unlessStopped } from '../../workers/stopping.ts'
import type { OnProgress } from '../../workers/thread.ts'
import { commitImports, previewImports } from './index.ts'
import type { ImportJob, UndoImportJob } from './job.ts'
import { undoImport } from './undo.ts'

/** What the thread of an import does, on a connection of its own. */
export function runImportJob(job: ImportJob, onProgress: OnProgress): ImportSummary[] {
  const goOn = unlessStopped(job.stop, onProgress)
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

/** What the thread that takes an import back does. */
export function runUndoImportJob(job: UndoImportJob, onProgress: OnProgress): UndoneImport {
  const workspace = openWorkspace(job.workspaceFile)
  try {
    const context = { workspace, clock: () => new Date(job.at) }
    return undoImport(context, job.request, unlessStopped(job.stop, onProgress))
  } finally {
    workspace.close()
  }
}
