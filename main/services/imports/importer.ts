import { z } from 'zod'
import {
  importSummary,
  type ImportSummary,
  undoneImport,
  type UndoneImport,
} from '../../../shared/domain/import.ts'
import { createTurns } from '../../turns.ts'
import { type Following, runStoppable } from '../../workers/stopping.ts'
import type { FilesRequest } from './index.ts'
import type { ImportJob, UndoImportJob } from './job.ts'

/** Reads and stores files, and takes them back, in a thread: the window goes on working, and may give either up. */
export interface Importer {
  /** @throws ExpectedFailure as `commitImports` does; Cancelled when the signal came in time: nothing is stored then */
  run(
    what: ImportJob['what'],
    workspaceFile: string,
    at: Date,
    request: FilesRequest,
    following: Following,
  ): Promise<ImportSummary[]>
  /** @throws ExpectedFailure as `undoImport` does; Cancelled when the signal came in time: nothing is changed then */
  undo(
    workspaceFile: string,
    at: Date,
    request: UndoImportJob['request'],
    following: Following,
  ): Promise<UndoneImport>
}

/** @param workerFile the built worker.js */
export function createImporter(workerFile: string): Importer {
  // One after the other: two would wait for each other's lock, and the later one must see what the first stored.
  const inTurn = createTurns(1)
  return {
    async run(what, workspaceFile, at, request, following) {
      const told = { name: 'import', what, workspaceFile, at: at.toISOString(), request } as const
      const job = (stop: ImportJob['stop']): ImportJob => ({ ...told, stop })
      const found = await inTurn(() => runStoppable(workerFile, job, following), following.signal)
      return z.array(importSummary).parse(found)
    },
    async undo(workspaceFile, at, request, following) {
      const told = { name: 'undo-import', workspaceFile, at: at.toISOString(), request } as const
      const job = (stop: UndoImportJob['stop']): UndoImportJob => ({ ...told, stop })
      const found = await inTurn(() => runStoppable(workerFile, job, following), following.signal)
      return undoneImport.parse(found)
    },
  }
}
