import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { importOptions } from '../../../shared/domain/import.ts'
import { standingOf } from '../../store/tasks.ts'
import type { Context } from '../context.ts'
import { restoreTask } from '../tasks/removed.ts'
import { commitImport } from './index.ts'

/** The name under which the sample's real trials come in. */
export const sampleTask = 'Airline rebooking (τ-bench)'

/** Adds the sample, or brings it back; when it is there already, nothing changes. */
export async function openSample(context: Context): Promise<{ task: string }> {
  const standing = standingOf(context.workspace.queries, sampleTask)
  if (standing === 'removed') restoreTask(context, sampleTask)
  if (standing === 'none') {
    const content = await readFile(join(context.resourcesFolder, 'sample.csv'))
    commitImport(context, {
      ...importOptions.parse({}),
      task: sampleTask,
      createTask: true,
      fileName: 'tau-bench-airline-gpt-4o.csv',
      content,
    })
  }
  return { task: sampleTask }
}
