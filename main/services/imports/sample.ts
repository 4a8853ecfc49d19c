import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { importOptions } from '../../../shared/domain/import.ts'
import { findTask } from '../../store/tasks.ts'
import type { Context } from '../context.ts'
import { commitImport } from './index.ts'

/** The name under which the sample's real trials come in. */
export const sampleTask = 'Airline rebooking (τ-bench)'

/** Adds the sample; when it is there already, nothing changes. */
export async function openSample(context: Context): Promise<{ task: string }> {
  if (findTask(context.workspace.queries, sampleTask) === undefined) {
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
